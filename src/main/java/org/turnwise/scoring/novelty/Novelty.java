package org.turnwise.scoring.novelty;

import java.io.Serializable;
import org.turnwise.call.Side;

/**
 * How unlike the calls it was fitted on a call looks: the larger of what its features and what its words say. About {@code .5} is usual; {@value #UNUSUAL} is
 * exceeded by at most one in twenty of the moments it was fitted on, one in forty by either. Immutable; any thread.
 */
public record Novelty(FeatureNovelty features, MeaningNovelty meaning) implements Serializable {

    /** At most one in twenty of the moments it was fitted on is this novel or more. */
    public static final double UNUSUAL = .6;

    /** Made ready to follow calls. */
    public Reader reader() {
        return new Reader(new MeaningNovelty.Near(meaning.places()));
    }

    /** Whether everything is there and fits; what was stored may have been put together by hand. */
    public boolean whole(int columns) {
        return features != null && meaning != null && features.whole(columns) && meaning.whole();
    }

    /** Ready to follow calls, as many at once as wanted. Any thread. */
    public final class Reader {
        private final MeaningNovelty.Near near;

        private Reader(MeaningNovelty.Near near) {
            this.near = near;
        }

        /** Begins to follow a call. */
        public Running running() {
            return new Running(meaning.new Running(near));
        }
    }

    /** A call being followed; a turn costs the same however many went before. One thread. */
    public final class Running {
        private final MeaningNovelty.Running words;

        private Running(MeaningNovelty.Running words) {
            this.words = words;
        }

        /** @param meaning of the turn */
        public void add(Side side, float[] meaning) {
            words.add(side, meaning);
        }

        /**
         * Of the turns so far, in [0, 1].
         *
         * @param vector of their features
         */
        public double of(double[] vector) {
            return Math.clamp(Math.max(features.unbounded(vector), words.unbounded()), 0, 1);
        }
    }
}
