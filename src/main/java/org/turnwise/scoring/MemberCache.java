package org.turnwise.scoring;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.turnwise.scoring.member.Members;
import org.turnwise.scoring.member.PlainMembers;
import org.turnwise.scoring.recogniser.Recogniser;

/**
 * What a full training leaves behind for later ones to grow heads over: what its members said of each of its calls, and the members themselves, to speak of
 * calls that came in since. Immutable; any thread.
 *
 * @param catalogue the {@link FeatureCatalogue#VERSION} of the features in it
 * @param encoder   the encoder of meanings
 * @param scheme    of the labels that recognisers learned
 * @param seed      decides after which turns calls are learned from
 */
record MemberCache(int catalogue, String encoder, String scheme, long seed, int folds, SpokenOf[] calls) implements Serializable {

    /**
     * What members that saw nothing of its customer said of one call.
     *
     * @param group    the customer, as it was then
     * @param print    of the call as it was then, by {@link DataHash#print}
     * @param fold     of the customer
     * @param lengths  numbers of turns after which the call is learned from
     * @param prefixes features after each of them
     * @param whole    features of the finished call
     * @param said     at the prefixes and of the finished call, by fold as in {@link MemberScores}
     * @param followed after every turn
     */
    record SpokenOf(
            String id, String group, String print, boolean converted, int fold, int[] lengths, double[][] prefixes, double[] whole, Said[] said,
            Followed followed)
            implements Serializable {

        private boolean fits(int folds, int width) {
            return Stream.of(id, group, print, lengths, prefixes, whole, said, followed).allMatch(Objects::nonNull)
                    && fold >= 0
                    && fold < folds
                    && prefixes.length == lengths.length
                    && Arrays.stream(prefixes).allMatch(row -> row != null && row.length == width)
                    && whole.length == width
                    && said.length == folds
                    && Arrays.stream(said).allMatch(each -> each != null && each.fits(lengths.length))
                    && lengths.length > 0
                    && followed.fits(followed.turns())
                    && Arrays.stream(lengths).allMatch(length -> length > 0 && length <= followed.turns());
        }
    }

    /**
     * What was trained without one fold or two.
     *
     * @param alone null if it is without two
     */
    record Part(Members members, @Nullable Alone alone) implements Serializable {}

    /** What is needed of one fold besides its members. */
    record Alone(Recogniser recogniser, PlainMembers plain) implements Serializable {}

    /** Whether everything is there and fits; what was stored may have been put together by hand. */
    boolean fits() {
        int width = FeatureCatalogue.standard().size();
        return encoder != null && scheme != null && calls != null && folds >= 2 && folds <= Folds.WISHED
                && Arrays.stream(calls).allMatch(call -> call != null && call.fits(folds, width));
    }
}
