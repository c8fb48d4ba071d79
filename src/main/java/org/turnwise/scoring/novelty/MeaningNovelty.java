package org.turnwise.scoring.novelty;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.turnwise.call.Side;
import org.turnwise.language.embedding.Embedding;

/**
 * How unlike what was said in other calls the words of a call are: its distance to the nearest calls that were learned from, in embedding space. A call's
 * place is the direction of the rep's turns and that of the customer's; the distance is 1 less the mean cosine of both to each of the {@value #NEAREST} nearest
 * calls but the very nearest, which may be the call itself. Few turns lie further from any whole call than many do, so distances are compared with those
 * after about as many turns. Immutable; any thread.
 *
 * @param places by call, the two directions, a 127th a step
 * @param scales by {@link #bracket}
 */
public record MeaningNovelty(byte[][] places, Scale[] scales) implements Serializable {

    /** A training call after some turns. */
    public record Moment(String group, int turns, float[] place) {}

    /** A finished training call. */
    public record Finished(String group, float[] place) {}

    private static final int SIDES = 2;
    private static final int WIDTH = SIDES * Embedding.SIZE;

    /** More would tell little more, and each costs at every turn. */
    private static final int MOST_PLACES = 256;

    private static final int NEAREST = 9;
    private static final double STEPS = 127;

    /** Turns from which the next bracket begins. */
    private static final int[] BRACKETS = {3, 5, 9, 17, 33};

    private static final int FEWEST_A_BRACKET = 20;

    /**
     * The same calls give the same novelty. A moment is compared with calls of other groups only.
     *
     * @param finished in an order that is not that of what they are about
     * @param moments  at least one
     */
    public static MeaningNovelty fit(List<Finished> finished, List<Moment> moments) {
        List<Finished> kept = everyNth(finished);
        byte[][] places = kept.stream().map(each -> packed(each.place)).toArray(byte[][]::new);
        Near near = new Near(places);
        double[] distances = new double[moments.size()];
        int[] brackets = new int[distances.length];
        for (int m = 0; m < distances.length; m++) {
            Moment moment = moments.get(m);
            boolean[] own = new boolean[kept.size()];
            for (int i = 0; i < own.length; i++) {
                own[i] = kept.get(i).group.equals(moment.group);
            }
            distances[m] = near.distance(moment.place, own);
            brackets[m] = bracket(moment.turns);
        }
        Scale[] scales = new Scale[BRACKETS.length + 1];
        for (int bracket = 0; bracket < scales.length; bracket++) {
            int number = bracket;
            double[] some = IntStream.range(0, distances.length).filter(m -> brackets[m] == number).mapToDouble(m -> distances[m]).toArray();
            scales[bracket] = Scale.fit(some.length < FEWEST_A_BRACKET ? distances : some);
        }
        return new MeaningNovelty(places, scales);
    }

    private static List<Finished> everyNth(List<Finished> finished) {
        int count = Math.min(MOST_PLACES, finished.size());
        List<Finished> some = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            some.add(finished.get((int) ((long) i * finished.size() / count)));
        }
        return some;
    }

    private static byte[] packed(float[] place) {
        byte[] packed = new byte[WIDTH];
        for (int i = 0; i < WIDTH; i++) {
            packed[i] = (byte) Math.clamp(Math.round(place[i] * STEPS), -127, 127);
        }
        return packed;
    }

    private static int bracket(int turns) {
        int bracket = 0;
        while (bracket < BRACKETS.length && turns >= BRACKETS[bracket]) {
            bracket++;
        }
        return bracket;
    }

    boolean whole() {
        return places != null
                && places.length > 0
                && places.length <= MOST_PLACES
                && Arrays.stream(places).allMatch(place -> place != null && place.length == WIDTH)
                && scales != null
                && scales.length == BRACKETS.length + 1
                && Arrays.stream(scales).allMatch(Objects::nonNull);
    }

    /** The places, laid out so that all cosines to one direction are a few additions of rows. */
    static final class Near {
        private final float[][] byDimension;
        private final int count;

        Near(byte[][] places) {
            count = places.length;
            byDimension = new float[WIDTH][count];
            for (int place = 0; place < count; place++) {
                for (int i = 0; i < WIDTH; i++) {
                    byDimension[i][place] = (float) (places[place][i] / STEPS);
                }
            }
        }

        /** Four dimensions at a time, each added after the one before: what was summed up is fetched and put back a quarter as often. */
        private void add(int from, float[] direction, float[] dots) {
            for (int i = 0; i < Embedding.SIZE; i += 4) {
                float a = direction[i];
                float b = direction[i + 1];
                float c = direction[i + 2];
                float d = direction[i + 3];
                float[] first = byDimension[from + i];
                float[] second = byDimension[from + i + 1];
                float[] third = byDimension[from + i + 2];
                float[] fourth = byDimension[from + i + 3];
                for (int place = 0; place < dots.length; place++) {
                    dots[place] = dots[place] + a * first[place] + b * second[place] + c * third[place] + d * fourth[place];
                }
            }
        }

        private double distance(float[] place, boolean[] leftOut) {
            float[][] dots = new float[SIDES][count];
            double[] lengths = new double[SIDES];
            for (int side = 0; side < SIDES; side++) {
                float[] direction = Arrays.copyOfRange(place, side * Embedding.SIZE, (side + 1) * Embedding.SIZE);
                add(side * Embedding.SIZE, direction, dots[side]);
                lengths[side] = length(direction);
            }
            for (int i = 0; i < count; i++) {
                if (leftOut[i]) {
                    dots[0][i] = Float.NEGATIVE_INFINITY;
                    dots[1][i] = Float.NEGATIVE_INFINITY;
                }
            }
            return distance(dots, lengths);
        }

        /** Places that are infinitely far are left out. */
        private static double distance(float[][] dots, double[] lengths) {
            double[] nearest = new double[NEAREST];
            Arrays.fill(nearest, Double.NEGATIVE_INFINITY);
            int heard = (lengths[0] > 0 ? 1 : 0) + (lengths[1] > 0 ? 1 : 0);
            if (heard == 0) {
                return 1;
            }
            double first = lengths[0] > 0 ? 1 / lengths[0] / heard : 0;
            double second = lengths[1] > 0 ? 1 / lengths[1] / heard : 0;
            float[] toRep = dots[0];
            float[] toCustomer = dots[1];
            for (int place = 0; place < toRep.length; place++) {
                // not a number where a side that has not spoken meets a place that is left out, which is no more above any number than what is infinitely far
                double cosine = first * toRep[place] + second * toCustomer[place];
                if (cosine > nearest[NEAREST - 1]) {
                    int at = NEAREST - 1;
                    while (at > 0 && nearest[at - 1] < cosine) {
                        nearest[at] = nearest[at - 1];
                        at--;
                    }
                    nearest[at] = cosine;
                }
            }
            double sum = 0;
            int found = 0;
            for (int i = 1; i < NEAREST; i++) {
                if (nearest[i] > Double.NEGATIVE_INFINITY) {
                    sum += nearest[i];
                    found++;
                }
            }
            return found == 0 ? 1 : 1 - sum / found;
        }

        private static double length(float[] direction) {
            double squares = 0;
            for (float component : direction) {
                squares += (double) component * component;
            }
            return Math.sqrt(squares);
        }
    }

    /** A call being followed; a turn costs the same however many went before. One thread. */
    final class Running {
        private final Near near;
        private final float[][] dots;
        private final float[][] sums = new float[SIDES][Embedding.SIZE];
        private final double[] lengths = new double[SIDES];
        private int turns;

        Running(Near near) {
            this.near = near;
            dots = new float[SIDES][near.count];
        }

        void add(Side side, float[] meaning) {
            turns++;
            if (side == Side.OTHER) {
                return;
            }
            int at = side == Side.REP ? 0 : 1;
            near.add(at * Embedding.SIZE, meaning, dots[at]);
            float[] sum = sums[at];
            double squares = 0;
            for (int i = 0; i < Embedding.SIZE; i++) {
                sum[i] += meaning[i];
                squares += (double) sum[i] * sum[i];
            }
            lengths[at] = Math.sqrt(squares);
        }

        /** Of the turns so far, on the scale of calls after about as many. */
        double unbounded() {
            return scales[bracket(turns)].of(Near.distance(dots, lengths));
        }
    }
}
