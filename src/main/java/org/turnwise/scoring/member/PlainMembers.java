package org.turnwise.scoring.member;

import java.util.ArrayList;
import java.util.List;

/**
 * What anyone can fit in a minute, to stand beside a scorer: words and pairs of words by TF-IDF, and the direction of what each side meant, a logistic
 * regression over either, trained on finished calls. Immutable; any thread.
 */
public final class PlainMembers {

    private static final double PENALTY = .5;

    private final TermModel words;
    private final MeaningModel meaning;

    private PlainMembers(TermModel words, MeaningModel meaning) {
        this.words = words;
        this.meaning = meaning;
    }

    /** Trains both on these calls. */
    public static PlainMembers fit(List<HeardCall> calls, Vocabulary vocabulary) {
        List<Document> wholes = calls.stream().map(HeardCall::whole).toList();
        boolean[] yes = new boolean[calls.size()];
        for (int i = 0; i < yes.length; i++) {
            yes[i] = calls.get(i).converted();
        }
        double[] weight = calls.stream().mapToDouble(HeardCall::weight).toArray();
        TermModel.Lesson lesson = new TermModel.Lesson(wholes, yes, weight);
        return new PlainMembers(
                TermModel.fit(List.of(Block.WORDS), TermModel.Emphasis.EQUAL, vocabulary, wholes, lesson, PENALTY),
                MeaningModel.fit(calls.stream().map(HeardCall::wholeMeaning).toArray(float[][]::new), yes, weight, PENALTY));
    }

    /** Log odds after a prefix of the call: of the words, then of the meaning. */
    public double[] running(HeardCall call, int prefix) {
        return new double[] {words.raw(call.prefix(prefix)), meaning.raw(call.meaning(prefix))};
    }

    /** The same of the finished call. */
    public double[] finished(HeardCall call) {
        return new double[] {words.raw(call.whole()), meaning.raw(call.wholeMeaning())};
    }

    /** Log odds after each turn: of the words, then of the meaning. */
    public List<double[]> follow(List<HeardTurn> turns) {
        TermModel.Running counted = words.running();
        MeaningModel.Running directions = new MeaningModel.Running();
        List<double[]> raw = new ArrayList<>();
        for (HeardTurn turn : turns) {
            counted.add(turn);
            directions.add(turn);
            raw.add(new double[] {counted.raw(), meaning.raw(directions.row())});
        }
        return raw;
    }
}
