package org.turnwise.simulate.recording;

import java.util.Arrays;
import java.util.List;
import org.turnwise.simulate.Dice;
import org.turnwise.simulate.Settings;
import org.turnwise.simulate.plot.Stage;

/** People who label the stages of calls, and err in ways that are known. Any thread. */
public final class Annotators {

    /** What they choose between, in the order of a confusion matrix. */
    public static final List<Stage> STAGES = List.of(Stage.values());

    private final Settings settings;

    public Annotators(Settings settings) {
        this.settings = settings;
    }

    public int count() {
        return settings.knobs().annotators();
    }

    /**
     * How likely this annotator is to write down each stage for each true one: rows are true stages and add up to 1. Stages that may follow one another
     * are mixed up three times as often as others; some annotators err half as much as they do on average, some half as much again.
     */
    public double[][] confusion(int annotator) {
        double errs = Math.min(1, settings.knobs().labelNoise() * (0.5 + (annotator + 0.5) / count()));
        double[][] matrix = new double[STAGES.size()][STAGES.size()];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < matrix.length; j++) {
                boolean near = STAGES.get(i).allows(STAGES.get(j)) || STAGES.get(j).allows(STAGES.get(i));
                matrix[i][j] = i == j ? 0 : near ? 3 : 1;
            }
            double sum = Arrays.stream(matrix[i]).sum();
            for (int j = 0; j < matrix.length; j++) {
                matrix[i][j] = i == j ? 1 - errs : errs * matrix[i][j] / sum;
            }
        }
        return matrix;
    }

    /** What this annotator makes of each of these stages in the call with this index. */
    public List<Stage> label(int annotator, int index, List<Stage> truth) {
        double[][] confusion = confusion(annotator);
        Dice dice = Dice.of(settings.seed() ^ (0xA110L * (annotator + 1)), index, Dice.Stream.LABELS);
        return truth.stream().map(stage -> STAGES.get(dice.weighted(confusion[stage.ordinal()]))).toList();
    }
}
