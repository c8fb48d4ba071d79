package org.turnwise.suggestion;

import java.util.ArrayList;
import java.util.List;
import org.turnwise.call.Side;
import org.turnwise.scoring.member.LogisticRegression;
import org.turnwise.scoring.member.Rows;
import org.turnwise.scoring.recogniser.Family;
import org.turnwise.scoring.recogniser.LabelledTurn;
import org.turnwise.scoring.recogniser.Recognised;
import org.turnwise.scoring.recogniser.Recogniser;

/**
 * A recogniser, and of each of its labels what its log odds are worth. Immutable; any thread.
 *
 * @param lines of the labels, in the recogniser's order
 */
record Calibrated(Recogniser recogniser, List<Line> lines) {

    /** Platt's sigmoid (1999). A slope that isn't above 0 says that the label isn't recognised: then it is never likely. */
    record Line(double slope, double intercept) {

        static final Line NEVER = new Line(0, Double.NEGATIVE_INFINITY);

        double probability(double logOdds) {
            return 1 / (1 + Math.exp(-(slope * logOdds + intercept)));
        }
    }

    /** A turn that the recogniser in question didn't learn from, and whether it carries the label. */
    static final class HeldOut {

        /** Of the slope; says next to nothing beside some dozens of turns. */
        private static final double PENALTY = 1e-2;

        private final List<float[]> logOdds = new ArrayList<>();
        private final List<Boolean> carries = new ArrayList<>();

        /** How the recogniser, fitted without these calls, reads their turns. */
        void add(Recognised label, Recogniser without, List<Lesson> lessons) {
            int place = without.labels().indexOf(label);
            for (Lesson lesson : lessons) {
                for (LabelledTurn turn : lesson.labelled()) {
                    if (label.concerns(turn)) {
                        add(logOdds(without, place, turn.meaning()), turn.labels().contains(label.label()));
                    }
                }
                if (label.family() == Family.ACT) {
                    lesson.blank().stream().filter(blank -> blank.side() == label.side())
                            .forEach(blank -> add(logOdds(without, place, blank.meaning()), false));
                }
            }
        }

        private void add(double odds, boolean there) {
            logOdds.add(new float[] {(float) odds});
            carries.add(there);
        }

        Line line() {
            boolean[] yes = new boolean[carries.size()];
            double[] weight = new double[yes.length];
            for (int i = 0; i < yes.length; i++) {
                yes[i] = carries.get(i);
                weight[i] = 1;
            }
            if (!carries.contains(true) || !carries.contains(false)) {
                return Line.NEVER;
            }
            LogisticRegression fitted = LogisticRegression.fit(new Rows.Dense(logOdds.toArray(float[][]::new), 1), yes, weight, PENALTY);
            return fitted.weights()[0] > 0 ? new Line(fitted.weights()[0], fitted.intercept()) : Line.NEVER;
        }
    }

    private static double logOdds(Recogniser recogniser, int label, float[] meaning) {
        double p = Math.clamp(recogniser.probability(label, meaning), 1e-9, 1 - 1e-9);
        return Math.log(p / (1 - p));
    }

    /** The chance that a reader puts the label at this place on the turn; 0 for labels of the other side. */
    double probability(int label, Side side, float[] meaning) {
        Recognised one = recogniser.known()[label];
        return one.side() == side ? lines.get(label).probability(logOdds(recogniser, label, meaning)) : 0;
    }
}
