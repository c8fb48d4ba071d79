package org.turnwise.scoring.member;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * What anyone can fit in a minute, to stand beside a scorer: words and pairs of words by TF-IDF, and the direction of what each side meant, a logistic
 * regression over either, trained on finished calls. Immutable; any thread.
 */
public record PlainMembers(TermModel words, MeaningModel meaning) implements Serializable {

    private static final double PENALTY = .5;

    /** In the order of {@link Running#raw}. */
    public enum Of {
        WORDS,
        MEANING
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
                TermModel.fit(List.of(Block.WORDS), TermModel.Emphasis.EQUAL, new Rarity(vocabulary, wholes), lesson, PENALTY),
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

    /** What they make of a call turn by turn. One thread. */
    public final class Running {
        private final RunningTerms counted = new RunningTerms(words);
        private final MeaningModel.Running directions = new MeaningModel.Running();

        public void add(HeardTurn turn) {
            counted.add(turn);
            directions.add(turn);
        }

        /** Log odds after the turns so far, by {@link Of}. */
        public double[] raw() {
            return new double[] {counted.raw(0), meaning.raw(directions.row())};
        }
    }

    public Running running() {
        return new Running();
    }

    /** Log odds after each turn, by {@link Of}. */
    public List<double[]> follow(List<HeardTurn> turns) {
        Running running = running();
        List<double[]> raw = new ArrayList<>();
        for (HeardTurn turn : turns) {
            running.add(turn);
            raw.add(running.raw());
        }
        return raw;
    }

    /** Whether everything is there and fits; what was stored may have been put together by hand. */
    public boolean fits(Vocabulary.Stored vocabulary) {
        return words != null && meaning != null && words.fits(vocabulary) && meaning.whole();
    }
}
