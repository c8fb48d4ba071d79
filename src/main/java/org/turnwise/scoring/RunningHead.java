package org.turnwise.scoring;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.turnwise.scoring.member.LogisticRegression;
import org.turnwise.scoring.member.Members;
import org.turnwise.scoring.member.Members.OfRunning;
import org.turnwise.scoring.member.Rows;
import org.turnwise.task.Progress;
import smile.classification.GradientTreeBoost;
import smile.data.type.StructType;

/**
 * What is made of the members' log odds while a call runs: a weighted mean of boosted trees, which see the features beside them, and of a stack (Wolpert 1992),
 * a logistic regression whose weights vary with the logarithm of the number of turns. Both are fitted on what members said of calls they were not trained on.
 * Immutable; any thread.
 */
record RunningHead(GradientTreeBoost trees, LogisticRegression stack) implements Serializable {

    /** About the turn in which members' words begin to count for more than the prior. */
    private static final double MIDDLE = Math.log(8);

    private static final double STACK_PENALTY = 20;

    /** The rest is the stack's. On the folds of two corpora a quarter did better than a half or nothing. */
    static final double TREES_SHARE = .25;

    static final String[] COLUMNS = Stream.concat(
                    Arrays.stream(FeatureCatalogue.standard().ids()),
                    Arrays.stream(OfRunning.values()).map(member -> "member." + member.name().toLowerCase(Locale.ROOT)))
            .toArray(String[]::new);
    static final StructType SCHEMA = Boosting.schema(COLUMNS);

    /**
     * A moment of a call.
     *
     * @param turns   heard so far, from 1
     * @param vector  of the catalogue's features
     * @param members log odds by {@link OfRunning}
     */
    record Moment(int turns, double[] vector, double[] members) {

        double[] treesRow() {
            double[] row = Arrays.copyOf(vector, vector.length + members.length);
            System.arraycopy(members, 0, row, vector.length, members.length);
            return row;
        }

        private float[] stackRow() {
            float[] row = new float[2 * members.length + 1];
            double late = late();
            for (int i = 0; i < members.length; i++) {
                row[2 * i] = (float) members[i];
                row[2 * i + 1] = (float) (members[i] * late);
            }
            row[2 * members.length] = (float) late;
            return row;
        }

        private double late() {
            return Math.log(turns) - MIDDLE;
        }
    }

    /** The moments to learn from: those the trees take, which know no weights, and all, with what each counts. */
    record Lesson(List<Moment> drawn, boolean[] drawnConverted, List<Moment> all, boolean[] converted, double[] weight) {}

    static RunningHead fit(Lesson lesson, long seed, Progress progress, String what) {
        float[][] rows = lesson.all.stream().map(Moment::stackRow).toArray(float[][]::new);
        LogisticRegression stack =
                LogisticRegression.fit(new Rows.Dense(rows, rows[0].length), lesson.converted, lesson.weight, STACK_PENALTY);
        double[][] treesRows = lesson.drawn.stream().map(Moment::treesRow).toArray(double[][]::new);
        return new RunningHead(Boosting.fit(treesRows, COLUMNS, lesson.drawnConverted, seed, progress, what), stack);
    }

    /** Made ready for many moments. */
    Reader reader() {
        return new Reader(FlatTrees.of(trees), this);
    }

    /** Says what the head says, fast. Immutable; any thread. */
    record Reader(FlatTrees trees, RunningHead head) {

        /** Log odds, uncalibrated. */
        double raw(Moment moment) {
            return mixed(Boosting.raw(trees, moment.treesRow()), head.stackRaw(moment));
        }
    }

    /** Log odds, uncalibrated. */
    double raw(Moment moment) {
        return mixed(treesRaw(moment), stackRaw(moment));
    }

    private static double mixed(double trees, double stack) {
        return TREES_SHARE * trees + (1 - TREES_SHARE) * stack;
    }

    double treesRaw(Moment moment) {
        return Boosting.raw(trees, SCHEMA, moment.treesRow());
    }

    double stackRaw(Moment moment) {
        float[] row = moment.stackRow();
        return stack.raw(new Rows.Dense(new float[][] {row}, row.length), 0);
    }

    /**
     * What adds to {@link #raw} at a moment, but for what is the same at every moment.
     *
     * @param late      added by the number of turns
     * @param features  added by each feature through the trees
     * @param trees     added by each member through the trees
     * @param scale     how often each member's log odds are added by the stack
     * @param lateScale how often once more at this number of turns
     */
    record Shares(double late, double[] features, double[] trees, double[] scale, double[] lateScale) {}

    Shares shares(Moment moment) {
        double[] grown = Boosting.shares(trees, SCHEMA, moment.treesRow());
        for (int i = 0; i < grown.length; i++) {
            grown[i] *= TREES_SHARE;
        }
        int features = moment.vector.length;
        int members = moment.members.length;
        double[] scale = new double[members];
        double[] lateScale = new double[members];
        for (int i = 0; i < members; i++) {
            scale[i] = (1 - TREES_SHARE) * stack.weights()[2 * i];
            lateScale[i] = (1 - TREES_SHARE) * stack.weights()[2 * i + 1] * moment.late();
        }
        double late = (1 - TREES_SHARE) * stack.weights()[2 * members] * moment.late();
        return new Shares(late, Arrays.copyOf(grown, features), Arrays.copyOfRange(grown, features, grown.length), scale, lateScale);
    }

    /** Whether a stored head reads what this version of Turnwise gives it. */
    boolean fits() {
        return trees != null && stack != null && stack.weights() != null && stack.weights().length == 2 * OfRunning.values().length + 1;
    }
}
