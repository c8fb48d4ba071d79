package org.turnwise.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.turnwise.call.Call;
import org.turnwise.call.Side;
import org.turnwise.call.Turn;
import org.turnwise.language.embedding.Embedding;
import org.turnwise.scoring.member.HeardCall;
import org.turnwise.scoring.member.HeardTurn;
import org.turnwise.scoring.member.Vocabulary;
import org.turnwise.scoring.recogniser.LabelledTurn;
import org.turnwise.scoring.recogniser.Recogniser;
import org.turnwise.scoring.recogniser.RunningActs;

/**
 * An example whose call was read: what heads learn from it, and what members and recognisers do. Holds counts and directions, no text.
 *
 * @param print    of the call, by {@link DataHash#print}
 * @param heard    what the members learn from, at the sample's prefixes
 * @param meant    what each turn meant
 * @param labelled turns that people labeled
 */
record ReadCall(String print, Sample sample, HeardCall heard, List<Meant> meant, List<LabelledTurn> labelled) {

    /** What one turn meant. */
    record Meant(Side side, Embedding meaning) {}

    /** Reads the call once. Which prefixes are taken depends on the seed and the call's id only. */
    static ReadCall of(Example example, long seed, Vocabulary vocabulary, Map<String, Embedding> meanings) {
        Call call = example.call();
        int[] lengths = Sample.lengths(call, seed);
        List<double[]> prefixes = new ArrayList<>();
        List<HeardTurn> turns = new ArrayList<>();
        Sample.Sides sides = new Sample.Sides(call);
        TurnState state = new TurnState(call.timing());
        for (Turn turn : call.turns()) {
            state.add(turn, sides.of(turn));
            turns.add(vocabulary.hear(sides.of(turn), turn.text(), meanings.getOrDefault(turn.text(), Embedding.NONE)));
            if (prefixes.size() < lengths.length && lengths[prefixes.size()] == state.turns()) {
                prefixes.add(FeatureCatalogue.standard().vector(state));
            }
        }
        double[] whole = FeatureCatalogue.standard().vector(state);
        double[][] vectors = prefixes.toArray(double[][]::new);
        HeardCall heard = new HeardCall(turns, lengths, vectors, whole, example.converted(), example.weight());
        List<Meant> meant = turns.stream().map(turn -> new Meant(turn.side(), turn.meaning())).toList();
        List<LabelledTurn> labelled = example.labels().labelled(call, turn -> meant.get(turn.ordinal()).meaning().values());
        return new ReadCall(DataHash.print(call), Sample.of(example, vectors, lengths, whole), heard, meant, labelled);
    }

    /** The same, its terms numbered by a vocabulary of fewer; by kind, the new number of each old one. */
    ReadCall renumbered(int[][] numbers) {
        return new ReadCall(print, sample, heard.renumbered(numbers), meant, labelled);
    }

    /** What the members learn from, with what a recogniser makes of the call's turns. */
    HeardCall recognised(Recogniser recogniser) {
        RunningActs acts = new RunningActs(recogniser);
        double[][] after = new double[sample.lengths().length][];
        int prefix = 0;
        int turns = 0;
        for (Meant turn : meant) {
            acts.add(turn.side(), turn.meaning().values());
            turns++;
            if (prefix < after.length && sample.lengths()[prefix] == turns) {
                after[prefix++] = Recognition.readings(acts);
            }
        }
        return heard.with(after, Recognition.readings(acts));
    }
}
