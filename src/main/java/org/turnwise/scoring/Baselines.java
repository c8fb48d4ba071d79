package org.turnwise.scoring;

import java.util.ArrayList;
import java.util.List;
import org.turnwise.call.Call;
import org.turnwise.call.Turn;
import org.turnwise.language.embedding.Embeddings;
import org.turnwise.scoring.member.HeardTurn;
import org.turnwise.scoring.member.PlainMembers;
import org.turnwise.scoring.member.Vocabulary;
import org.turnwise.task.Progress;
import smile.classification.GradientTreeBoost;
import smile.data.type.StructType;

/**
 * What a scorer has to be better than: words alone, meaning alone, boosted trees over the features alone. As they come: a logistic regression speaks in
 * probabilities, and the trees are not calibrated either. Immutable; any thread.
 */
final class Baselines {

    /** Probabilities after each turn. */
    record Said(double[] words, double[] meaning, double[] boosting) {}

    private static final String[] COLUMNS = FeatureCatalogue.standard().ids();
    private static final StructType SCHEMA = Boosting.schema(COLUMNS);

    private final Vocabulary vocabulary;
    private final PlainMembers members;
    private final GradientTreeBoost trees;

    private Baselines(Vocabulary vocabulary, PlainMembers members, GradientTreeBoost trees) {
        this.vocabulary = vocabulary;
        this.members = members;
        this.trees = trees;
    }

    static Baselines fit(Snapshot snapshot, Progress progress) {
        double heaviest = snapshot.samples().stream().mapToDouble(Sample::weight).max().orElse(1);
        List<double[]> rows = new ArrayList<>();
        List<Boolean> converted = new ArrayList<>();
        for (Sample sample : snapshot.samples()) {
            for (int row : sample.rows(heaviest, snapshot.seed())) {
                rows.add(sample.prefixes()[row]);
                converted.add(sample.converted());
            }
        }
        boolean[] labels = new boolean[rows.size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = converted.get(i);
        }
        GradientTreeBoost trees = Boosting.fit(rows.toArray(double[][]::new), COLUMNS, labels, snapshot.seed(), progress, "Fitting what to compare with");
        PlainMembers members = PlainMembers.fit(snapshot.calls().stream().map(ReadCall::heard).toList(), snapshot.vocabulary());
        return new Baselines(snapshot.vocabulary(), members, trees);
    }

    Said follow(Call call, Embeddings embeddings) {
        Sample.Sides sides = new Sample.Sides(call);
        TurnState state = new TurnState(call.timing());
        List<HeardTurn> heard = new ArrayList<>();
        double[] boosting = new double[call.turns().size()];
        for (Turn turn : call.turns()) {
            heard.add(vocabulary.hear(sides.of(turn), turn.text(), embeddings.of(turn.text())));
            state.add(turn, sides.of(turn));
            boosting[turn.ordinal()] = Calibration.sigmoid(Boosting.raw(trees, SCHEMA, FeatureCatalogue.standard().vector(state)));
        }
        List<double[]> raw = members.follow(heard);
        return new Said(probabilities(raw, 0), probabilities(raw, 1), boosting);
    }

    private static double[] probabilities(List<double[]> raw, int which) {
        return raw.stream().mapToDouble(each -> Calibration.sigmoid(each[which])).toArray();
    }
}
