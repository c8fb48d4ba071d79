package org.turnwise.scoring.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.turnwise.language.embedding.Embeddings;
import org.turnwise.scoring.Folds;
import org.turnwise.scoring.Learner;
import org.turnwise.scoring.WorkspaceExamples;
import org.turnwise.task.Progress;

/** What the labels of a workspace teach, measured on its own calls: how well forecasts become, and how well labels are recognised. Any thread. */
public final class LabelCurves {

    private static final String MEASURED_ON = "this workspace";

    private final WorkspaceExamples workspace;
    private final Embeddings embeddings;
    private final Learner learner;

    public LabelCurves(WorkspaceExamples workspace, Embeddings embeddings, Learner learner) {
        this.workspace = workspace;
        this.embeddings = embeddings;
        this.learner = learner;
    }

    /**
     * Trains a scorer for each fold and number of labeled calls, which takes minutes.
     *
     * @return the forecast's curve, then those of recognition; none if no turn of a call with an outcome is labeled
     * @throws CannotEvaluate if there are too few calls, or they can't be split, with the reason
     * @throws java.util.concurrent.CancellationException if the progress says so
     */
    public List<LearningCurve> measure(long seed, Progress progress) {
        WorkspaceExamples.Read read = workspace.read(progress.part(0, .02));
        if (read.examples().stream().noneMatch(example -> example.labels().teach())) {
            return List.of();
        }
        Corpus corpus = new Corpus(MEASURED_ON, read.examples(), read.leftOut());
        List<LearningCurve> recognition = RecognitionCurve.of(corpus, embeddings, Folds.WISHED, seed, progress.part(.02, .2));
        List<LearningCurve> curves = new ArrayList<>(ForecastCurve.of(corpus, learner, Folds.WISHED, seed, progress.part(.2, 1)));
        curves.addAll(recognition);
        return List.copyOf(curves);
    }
}
