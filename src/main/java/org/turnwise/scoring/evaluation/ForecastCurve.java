package org.turnwise.scoring.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.turnwise.scoring.Head;
import org.turnwise.scoring.Head.Standard;
import org.turnwise.scoring.Learner;
import org.turnwise.task.Progress;

/**
 * How well complete calls are forecast, against how many of the calls that the scorer learned from had labels on their turns. Every step learns from the same
 * calls and outcomes, so that what changes is what labels teach.
 */
public final class ForecastCurve {

    private ForecastCurve() {}

    /**
     * Trains one scorer a fold and step, which takes minutes. The finished-call head's figures, or the live head's at the end if there is none.
     *
     * @return from no label at all; one curve, or none if nothing of the corpus is labeled
     * @throws CannotEvaluate if it can't be split
     * @throws java.util.concurrent.CancellationException if the progress says so
     */
    public static List<LearningCurve> of(Corpus corpus, Learner learner, int folds, long seed, Progress progress) {
        LabelSteps steps = new LabelSteps(corpus, Evaluation.split(corpus, folds, seed), seed);
        int[] sizes = IntStream.concat(IntStream.of(0), Arrays.stream(steps.sizes())).toArray();
        if (sizes.length == 1) {
            return List.of();
        }
        double[] values = new double[sizes.length];
        double[][] draws = new double[sizes.length][];
        for (int i = 0; i < sizes.length; i++) {
            int size = sizes[i];
            Learner fewer = (training, drawn, part) -> learner.fit(steps.keeping(size, training), drawn, part);
            HeldOut heldOut = new Evaluation(fewer, folds, seed).heldOut(corpus, progress.part((double) i / sizes.length, (i + 1.0) / sizes.length));
            Head head = heldOut.heads().contains(Standard.FINISHED) ? Standard.FINISHED : Standard.LIVE;
            Rows rows = heldOut.rows(head, Prefix.WHOLE);
            values[i] = Measure.AUC.of(rows, rows.once());
            draws[i] = new Bootstrap(heldOut.groupOf(), seed)
                    .figures(rows.call(), 1, times -> new double[] {Measure.AUC.of(rows, Arrays.stream(rows.call()).map(call -> times[call]).toArray())})[0];
        }
        return List.of(LearningCurve.drawn("the forecast of finished calls", LearningCurve.Quality.AUC, sizes, values, draws));
    }
}
