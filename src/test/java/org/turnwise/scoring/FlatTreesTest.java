package org.turnwise.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.turnwise.scoring.RunningHead.Moment;
import org.turnwise.task.Progress;
import smile.data.Tuple;

/** Smile's own forecasts are what flat trees are held against, to the last bit. */
class FlatTreesTest {

    private static final int FEATURES = FeatureCatalogue.standard().size();
    private static final int MEMBERS = RunningHead.COLUMNS.length - FEATURES;

    @Test
    void ofTwoClassesSayWhatSmileSays() {
        List<Moment> moments = moments(2_000, 1);
        double[][] rows = moments.stream().map(Moment::treesRow).toArray(double[][]::new);
        boolean[] converted = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            converted[i] = rows[i][0] + rows[i][3] > 1;
        }
        var smiles = Boosting.fit(rows, RunningHead.COLUMNS, converted, 0, Progress.silent(), "");
        FlatTrees flat = FlatTrees.of(smiles);
        Set<Double> said = new HashSet<>();
        for (Moment moment : moments(2_000, 2)) {
            double raw = Boosting.raw(smiles, RunningHead.SCHEMA, moment.treesRow());
            assertEquals(raw, Boosting.raw(flat, moment.treesRow()));
            said.add(raw);
        }
        assertTrue(said.size() > 100, "the trees say different things of different rows");
    }

    @Test
    void ofNumbersSayWhatSmileSays() {
        List<ValueModel.Lesson> lessons = new ArrayList<>();
        for (Moment moment : moments(1_500, 3)) {
            lessons.add(new ValueModel.Lesson(moment, moment.vector()[1] > .5, moment.vector()[2] - moment.vector()[5] * moment.vector()[1]));
        }
        ValueModel model = ValueModel.fit(.8, -.4, lessons, 0, Progress.silent());
        var smiles = java.util.Objects.requireNonNull(model.beyond());
        FlatTrees flat = FlatTrees.of(smiles);
        Set<Double> said = new HashSet<>();
        for (Moment moment : moments(2_000, 4)) {
            double more = smiles.predict(Tuple.of(RunningHead.SCHEMA, moment.treesRow()));
            assertEquals(more, flat.sum(moment.treesRow()));
            said.add(more);
        }
        assertTrue(said.size() > 100, "the trees say different things of different rows");
    }

    /** Readings on a grid, so that many lie on the very threshold of a split. */
    private static List<Moment> moments(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Moment> moments = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double[] vector = random.doubles(FEATURES).map(each -> Math.round(each * 20) / 20.0).toArray();
            moments.add(new Moment(1 + random.nextInt(30), vector, random.doubles(MEMBERS).toArray()));
        }
        return moments;
    }
}
