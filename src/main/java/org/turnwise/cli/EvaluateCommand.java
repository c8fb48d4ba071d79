package org.turnwise.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.turnwise.language.embedding.EmbeddingRepository;
import org.turnwise.language.embedding.Embeddings;
import org.turnwise.language.embedding.SentenceEncoder;
import org.turnwise.scoring.Part;
import org.turnwise.scoring.ScorerLearner;
import org.turnwise.scoring.evaluation.CannotEvaluate;
import org.turnwise.scoring.evaluation.Corpus;
import org.turnwise.scoring.evaluation.Evaluation;
import org.turnwise.scoring.evaluation.EvaluationJson;
import org.turnwise.scoring.evaluation.EvaluationReport;
import org.turnwise.scoring.evaluation.ForecastCurve;
import org.turnwise.scoring.evaluation.LearningCurve;
import org.turnwise.scoring.evaluation.RecognitionCurve;
import org.turnwise.task.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "evaluate",
        description = {
            "Measure how well the scorer forecasts calls it has not seen: cross-validated on a conversation JSONL, no customer (meta.group) in two folds.",
            "Needs no workspace and changes none. The same corpus, folds and seed give the same figures."
        })
final class EvaluateCommand implements Callable<Integer> {

    private final Session session;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "CORPUS", description = "Conversation JSONL with outcomes (.gz too).")
    private Path corpus = Path.of("");

    @Option(names = "--folds", paramLabel = "N", defaultValue = "5", description = "Into how many parts the corpus is split, at least 2 (default: 5).")
    private int folds;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "0", description = "Decides the split, the training and the draws for intervals (default: 0).")
    private long seed;

    @Option(
            names = "--ablate",
            description = "Also measure both heads without each of their parts, in the same folds. Learns each head once more for each part, "
                    + "so it takes about twice as long.")
    private boolean ablate;

    @Option(
            names = "--labels",
            description = "Also measure what labels on turns (turn_labels, annotations) teach, against how many calls have them. "
                    + "Trains the scorer once more for each number of calls, so it takes several times as long.")
    private boolean labels;

    EvaluateCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (folds < Evaluation.FEWEST_FOLDS) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(), "--folds is at least " + Evaluation.FEWEST_FOLDS + ", not " + folds);
        }
        Progress progress = session.progress();
        try (SentenceEncoder encoder = new SentenceEncoder()) {
            Embeddings embeddings = new Embeddings(encoder, EmbeddingRepository.inMemory());
            Corpus read = Corpus.read(corpus, progress);
            EvaluationReport report = new Evaluation(new ScorerLearner(embeddings, ablate ? Part.all() : List.of()), folds, seed).of(read, progress);
            List<LearningCurve> learning = labels ? learning(read, embeddings, progress) : List.of();
            ObjectNode json = EvaluationJson.write(report);
            List<String> lines = new ArrayList<>(EvaluationLines.of(report));
            if (ablate) {
                json.set("ablation", EvaluationJson.ablation(report));
                lines.addAll(AblationLines.of(report));
            }
            if (labels) {
                json.set("learning", EvaluationJson.write(learning));
                lines.addAll(LearningLines.of(learning));
            }
            session.answer(json, lines);
        } catch (CannotEvaluate e) {
            throw new CommandFailed(String.valueOf(e.getMessage()), e);
        }
        return Cli.DONE;
    }

    private List<LearningCurve> learning(Corpus read, Embeddings embeddings, Progress progress) {
        List<LearningCurve> curves = new ArrayList<>(RecognitionCurve.of(read, embeddings, folds, seed, progress));
        curves.addAll(ForecastCurve.of(read, new ScorerLearner(embeddings), folds, seed, progress));
        if (curves.isEmpty()) {
            session.complain("no turn of " + read.name() + " is labeled (turn_labels), so nothing can be learned from labels");
        }
        return curves;
    }
}
