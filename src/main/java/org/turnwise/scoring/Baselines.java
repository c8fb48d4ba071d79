package org.turnwise.scoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
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
 * What a scorer has to be better than: words alone, meaning alone, boosted trees over the features alone. The first two are logistic regressions as anyone fits
 * them, whose probabilities are taken as they are. The trees, and the words once more, are calibrated by sigmoids fitted on what they said of calls that they
 * were not trained on: one on their prefixes, and one on finished calls, which is used after the last turn. So those are told when a call is over, which the
 * live head is not. Immutable; any thread.
 */
final class Baselines {

    /** Probabilities after each turn. */
    record Said(double[] words, double[] calibratedWords, double[] meaning, double[] boosting) {}

    private static final int WORDS = 0;
    private static final int MEANING = 1;
    private static final int BOOSTING = 2;
    private static final String[] COLUMNS = FeatureCatalogue.standard().ids();
    private static final StructType SCHEMA = Boosting.schema(COLUMNS);

    /** All three, trained on the same samples; they speak in log odds. */
    private record Raw(PlainMembers members, GradientTreeBoost trees) {

        static Raw fit(Snapshot snapshot, int[] in, Progress progress) {
            List<ReadCall> calls = Arrays.stream(in).mapToObj(snapshot.calls()::get).toList();
            List<Sample> samples = calls.stream().map(ReadCall::sample).toList();
            double heaviest = samples.stream().mapToDouble(Sample::weight).max().orElse(1);
            List<double[]> rows = new ArrayList<>();
            List<Boolean> converted = new ArrayList<>();
            for (Sample sample : samples) {
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
            return new Raw(PlainMembers.fit(calls.stream().map(ReadCall::heard).toList(), snapshot.vocabulary()), trees);
        }

        double[] running(ReadCall call, int prefix) {
            return with(members.running(call.heard(), prefix), call.sample().prefixes()[prefix]);
        }

        double[] finished(ReadCall call) {
            return with(members.finished(call.heard()), call.sample().whole());
        }

        private double[] with(double[] plain, double[] vector) {
            return new double[] {plain[WORDS], plain[MEANING], Boosting.raw(trees, SCHEMA, vector)};
        }
    }

    /** Sigmoids of one of them. */
    private record Sigmoids(Calibration running, Calibration finished) {

        /** @param raw log odds after each turn of a complete call */
        double[] probabilities(double[] raw) {
            double[] probabilities = Arrays.stream(raw).map(running::probability).toArray();
            probabilities[raw.length - 1] = finished.probability(raw[raw.length - 1]);
            return probabilities;
        }
    }

    private final Vocabulary vocabulary;
    private final Raw raw;
    private final List<Sigmoids> sigmoids;

    private Baselines(Vocabulary vocabulary, Raw raw, List<Sigmoids> sigmoids) {
        this.vocabulary = vocabulary;
        this.raw = raw;
        this.sigmoids = sigmoids;
    }

    /** @throws Training.CannotHoldOut if too few customers are there to hold some out */
    static Baselines fit(Snapshot snapshot, Progress progress) {
        List<Sample> samples = snapshot.samples();
        int[] split = Folds.split(samples, snapshot.seed())
                .orElseThrow(() -> new Training.CannotHoldOut("these calls belong to too few different customers to calibrate what to compare with"));
        int folds = Folds.count(split);
        List<HeldOutScores> running = IntStream.rangeClosed(WORDS, BOOSTING).mapToObj(which -> new HeldOutScores(samples)).toList();
        List<HeldOutScores> finished = IntStream.rangeClosed(WORDS, BOOSTING).mapToObj(which -> new HeldOutScores(samples)).toList();
        for (int fold = 0; fold < folds; fold++) {
            int held = fold;
            int[] outside = IntStream.range(0, split.length).filter(i -> split[i] != held).toArray();
            Raw others = Raw.fit(snapshot, outside, progress.part((double) fold / (folds + 1), (fold + 1.0) / (folds + 1)));
            IntStream.range(0, split.length).filter(i -> split[i] == held).forEach(i -> say(others, snapshot.calls().get(i), i, running, finished));
        }
        List<Sigmoids> sigmoids = IntStream.rangeClosed(WORDS, BOOSTING)
                .mapToObj(which -> new Sigmoids(Calibration.fit(running.get(which).rows(i -> true)), Calibration.fit(finished.get(which).rows(i -> true))))
                .toList();
        Raw all = Raw.fit(snapshot, IntStream.range(0, split.length).toArray(), progress.part(folds / (folds + 1.0), 1));
        return new Baselines(snapshot.vocabulary(), all, sigmoids);
    }

    private static void say(Raw raw, ReadCall call, int place, List<HeldOutScores> running, List<HeldOutScores> finished) {
        double[][] prefixes = IntStream.range(0, call.sample().lengths().length).mapToObj(prefix -> raw.running(call, prefix)).toArray(double[][]::new);
        double[] whole = raw.finished(call);
        for (int which = WORDS; which <= BOOSTING; which++) {
            running.get(which).put(place, column(prefixes, which));
            finished.get(which).put(place, whole[which]);
        }
    }

    Said follow(Call call, Embeddings embeddings) {
        Sample.Sides sides = new Sample.Sides(call);
        TurnState state = new TurnState(call.timing());
        List<HeardTurn> heard = new ArrayList<>();
        double[] boosting = new double[call.turns().size()];
        for (Turn turn : call.turns()) {
            heard.add(vocabulary.hear(sides.of(turn), turn.text(), embeddings.of(turn.text())));
            state.add(turn, sides.of(turn));
            boosting[turn.ordinal()] = Boosting.raw(raw.trees, SCHEMA, FeatureCatalogue.standard().vector(state));
        }
        double[][] plain = raw.members.follow(heard).toArray(double[][]::new);
        return new Said(
                plain(column(plain, WORDS)), sigmoids.get(WORDS).probabilities(column(plain, WORDS)), plain(column(plain, MEANING)),
                sigmoids.get(BOOSTING).probabilities(boosting));
    }

    private static double[] plain(double[] raw) {
        return Arrays.stream(raw).map(Calibration::sigmoid).toArray();
    }

    private static double[] column(double[][] rows, int column) {
        return Arrays.stream(rows).mapToDouble(row -> row[column]).toArray();
    }
}
