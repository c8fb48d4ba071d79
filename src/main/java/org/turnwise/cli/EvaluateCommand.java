package org.turnwise.cli;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.turnwise.language.embedding.EmbeddingRepository;
import org.turnwise.language.embedding.Embeddings;
import org.turnwise.language.embedding.SentenceEncoder;
import org.turnwise.scoring.Head;
import org.turnwise.scoring.Learner;
import org.turnwise.scoring.ScorerLearner;
import org.turnwise.scoring.evaluation.CannotEvaluate;
import org.turnwise.scoring.evaluation.Corpus;
import org.turnwise.scoring.evaluation.Evaluation;
import org.turnwise.scoring.evaluation.EvaluationJson;
import org.turnwise.scoring.evaluation.EvaluationReport;
import org.turnwise.task.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

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

    @Option(names = "--ablate", description = "Also measure the live head without each of its parts.")
    private boolean ablate;

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
            Learner learner = new ScorerLearner(new Embeddings(encoder, EmbeddingRepository.inMemory()));
            Corpus read = Corpus.read(corpus, progress);
            EvaluationReport report = new Evaluation(learner, folds, seed).of(read, progress);
            if (ablate && report.heads().stream().noneMatch(Head.LiveWithout.class::isInstance)) {
                session.complain("the live head has one part only, so there is nothing to leave out");
            }
            session.answer(EvaluationJson.write(report), EvaluationLines.of(report));
        } catch (CannotEvaluate e) {
            throw new CommandFailed(String.valueOf(e.getMessage()), e);
        }
        return Cli.DONE;
    }
}
