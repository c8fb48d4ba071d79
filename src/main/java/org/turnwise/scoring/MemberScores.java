package org.turnwise.scoring;

import java.util.List;
import java.util.stream.IntStream;
import org.turnwise.scoring.member.HeardCall;

/**
 * What members say of calls they were not trained on, at two depths: members trained without one fold speak of that fold's calls, for what is handed out;
 * members trained without two folds speak of either fold's calls, so that heads measured on the one learn from the other without having met either.
 * Immutable.
 */
final class MemberScores {

    private final int[] split;
    private final Said[][] said;

    /**
     * @param split the fold of each sample, from 0
     * @param said  by sample and fold, as {@link MemberSets#of} gives it
     */
    MemberScores(int[] split, Said[][] said) {
        this.split = split;
        this.said = said;
    }

    static MemberScores of(MemberSets members, List<HeardCall> heard, int[] split) {
        return new MemberScores(
                split, IntStream.range(0, split.length).parallel().mapToObj(i -> members.of(heard.get(i), split[i])).toArray(Said[][]::new));
    }

    int[] split() {
        return split;
    }

    /** Of a sample, by members that saw neither its fold nor {@code other}; its own fold for {@code other} is without one fold only. */
    Said of(int sample, int other) {
        return said[sample][other];
    }

    /** By members that saw all but the sample's own fold. */
    Said of(int sample) {
        return said[sample][split[sample]];
    }

    /** At both depths, by fold. */
    Said[] all(int sample) {
        return said[sample];
    }

    /** Samples outside a fold. */
    int[] outside(int fold) {
        return IntStream.range(0, split.length).filter(i -> split[i] != fold).toArray();
    }

    /** Samples of a fold. */
    int[] inside(int fold) {
        return IntStream.range(0, split.length).filter(i -> split[i] == fold).toArray();
    }
}
