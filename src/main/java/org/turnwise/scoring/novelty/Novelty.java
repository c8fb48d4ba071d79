package org.turnwise.scoring.novelty;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.turnwise.call.Side;

/**
 * How unlike the calls it was fitted on a call looks: the larger of what its features and what its words say, laid on one scale again. {@code .5} is the median of the
 * moments it was fitted on, {@value #UNUSUAL} is exceeded by one in twenty of them. Immutable; any thread.
 */
public record Novelty(FeatureNovelty features, MeaningNovelty meaning, Scale scale) implements Serializable {

    /** One in twenty of the moments it was fitted on is this novel or more. */
    public static final double UNUSUAL = .6;

    /**
     * A training call after some turns.
     *
     * @param group what it must not be compared with
     * @param place the rep's direction, then the customer's
     */
    public record Moment(String group, int turns, double[] vector, float[] place) {}

    /**
     * The same moments, calls and seed give the same novelty.
     *
     * @param moments at least one
     */
    public static Novelty fit(List<Moment> moments, List<MeaningNovelty.Finished> finished, long seed) {
        FeatureNovelty features = FeatureNovelty.fit(moments.stream().map(Moment::vector).toArray(double[][]::new), seed);
        List<MeaningNovelty.Moment> places = new ArrayList<>();
        moments.forEach(moment -> places.add(new MeaningNovelty.Moment(moment.group, moment.turns, moment.place)));
        MeaningNovelty.Fitted meaning = MeaningNovelty.fit(finished, places);
        double[] larger = new double[moments.size()];
        for (int i = 0; i < larger.length; i++) {
            larger[i] = Math.max(features.unbounded(moments.get(i).vector), meaning.unbounded()[i]);
        }
        return new Novelty(features, meaning.novelty(), Scale.fit(larger));
    }

    /** Made ready to follow calls. */
    public Reader reader() {
        return new Reader(new MeaningNovelty.Near(meaning.places()));
    }

    /** Whether everything is there and fits; what was stored may have been put together by hand. */
    public boolean whole(int columns) {
        return features != null && meaning != null && scale != null && features.whole(columns) && meaning.whole();
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
            return Math.clamp(scale.of(Math.max(features.unbounded(vector), words.unbounded())), 0, 1);
        }
    }
}
