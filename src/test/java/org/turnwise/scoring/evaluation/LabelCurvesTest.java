package org.turnwise.scoring.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnwise.annotation.LabelScheme;
import org.turnwise.annotation.Labeling;
import org.turnwise.annotation.Target;
import org.turnwise.call.Call;
import org.turnwise.language.embedding.EmbeddingRepository;
import org.turnwise.language.embedding.Embeddings;
import org.turnwise.language.embedding.SentenceEncoder;
import org.turnwise.reward.OutcomeKind;
import org.turnwise.reward.Outcomes;
import org.turnwise.reward.RewardPolicy;
import org.turnwise.reward.RewardSignal.Origin;
import org.turnwise.scoring.Encoding;
import org.turnwise.scoring.Example;
import org.turnwise.scoring.Head.Standard;
import org.turnwise.scoring.HeadForecasts;
import org.turnwise.scoring.Learner;
import org.turnwise.scoring.SyntheticCalls;
import org.turnwise.scoring.WorkspaceExamples;
import org.turnwise.scoring.evaluation.LearningCurve.Trend;
import org.turnwise.scoring.recogniser.CallLabels;
import org.turnwise.scoring.recogniser.CallLabels.OnTurn;
import org.turnwise.scoring.recogniser.Family;
import org.turnwise.store.Workspace;
import org.turnwise.task.Progress;

class LabelCurvesTest {

    /** 240 calls, of which all but every fourth carry a label on each turn: the customer's say whether it objects, at times. */
    private static Corpus labeled() {
        List<Example> examples = new ArrayList<>();
        for (Example example : SyntheticCalls.telling(240, 1)) {
            List<OnTurn> turns = new ArrayList<>();
            example.call().turns().forEach(turn -> {
                String label = turn.text().contains("not interested, it is") ? "objects" : turn.text().contains("let's do it") ? "agrees" : "talks";
                turns.add(new OnTurn(turn.ordinal(), Family.ACT, Set.of(label)));
            });
            examples.add(examples.size() % 4 == 0 ? example : example.with(new CallLabels(turns, Map.of())));
        }
        return new Corpus("made up", examples, 0);
    }

    private static int labeledOf(List<Example> examples) {
        return (int) examples.stream().filter(example -> example.labels().teach()).count();
    }

    /** Knows the outcome, and says so as clearly as the signal is strong. */
    private static Learner.Fitted saying(double signal) {
        return call -> {
            boolean converts = Integer.parseInt(call.id().value().substring("call-".length())) % 2 == 0;
            double noise = new SplittableRandom(call.id().value().hashCode()).nextDouble();
            double p = Math.clamp(.25 + .5 * noise + (converts ? signal : -signal), 0, 1);
            double[] live = new double[call.turns().size()];
            Arrays.fill(live, .5);
            return new HeadForecasts(.5, Map.of(Standard.LIVE, live), Map.of(Standard.FINISHED, p));
        };
    }

    @Test
    void learnsFromSoManyLabelsAndFromAllCalls() {
        Corpus corpus = labeled();
        List<Set<Call>> learned = new ArrayList<>();
        Learner learner = (training, seed, progress) -> {
            assertTrue(training.size() > 180, "outcomes stay, whatever is labeled");
            learned.add(new HashSet<>(training.stream().filter(example -> example.labels().teach()).map(Example::call).toList()));
            return saying(0);
        };
        LearningCurve curve = ForecastCurve.of(corpus, learner, 5, 0, Progress.silent()).getFirst();
        List<Integer> steps = curve.steps().stream().map(LearningCurve.Step::labeled).toList();
        assertEquals(List.of(0, 25, 50, 100), steps.subList(0, 4));
        assertEquals(5, steps.size());
        for (int step = 0; step < steps.size(); step++) {
            for (int fold = 0; fold < 5; fold++) {
                Set<Call> these = learned.get(5 * step + fold);
                assertEquals(steps.get(step), these.size(), "step " + step + ", fold " + fold);
                assertTrue(step == 0 || these.containsAll(learned.get(5 * (step - 1) + fold)), "more labels are those before and others");
            }
        }
    }

    @Test
    void saysWhetherLabelsHelpAForecast() {
        Corpus corpus = labeled();
        LearningCurve helped =
                ForecastCurve.of(corpus, (training, seed, progress) -> saying(labeledOf(training) / 1500.0), 5, 0, Progress.silent()).getFirst();
        assertEquals(Trend.RISING, helped.trend());
        assertTrue(helped.steps().getFirst().figure().value() < .6 && helped.steps().getLast().figure().value() > .6, helped.toString());
        LearningCurve soonEnough =
                ForecastCurve.of(corpus, (training, seed, progress) -> saying(labeledOf(training) > 30 ? .1 : 0), 5, 0, Progress.silent()).getFirst();
        assertEquals(Trend.LEVELLED, soonEnough.trend());
        LearningCurve ignored = ForecastCurve.of(corpus, (training, seed, progress) -> saying(.1), 5, 0, Progress.silent()).getFirst();
        assertEquals(Trend.FLAT, ignored.trend());
        assertEquals(new Figure(0, 0, 0), Objects.requireNonNull(ignored.gains()).overall());
        assertEquals(List.of(helped, ignored), EvaluationJson.readCurves(EvaluationJson.write(List.of(helped, ignored)).toString()), "as it was written");
        LearningCurve misled =
                ForecastCurve.of(corpus, (training, seed, progress) -> saying(.1 - labeledOf(training) / 1500.0), 5, 0, Progress.silent()).getFirst();
        assertEquals(Trend.FALLING, misled.trend());
    }

    @Test
    void thereIsNoCurveWithoutLabels() {
        Corpus corpus = new Corpus("made up", SyntheticCalls.telling(240, 1), 0);
        assertEquals(List.of(), ForecastCurve.of(corpus, (training, seed, progress) -> saying(0), 5, 0, Progress.silent()));
        try (SentenceEncoder encoder = new SentenceEncoder()) {
            assertEquals(List.of(), RecognitionCurve.of(corpus, new Embeddings(encoder, EmbeddingRepository.inMemory()), 5, 0, Progress.silent()));
        }
        assertNull(new LearningCurve("one", List.of(new LearningCurve.Step(10, new Figure(.6, .5, .7)))).trend(), "nothing to compare");
    }

    /** The same from end to end: calls, outcomes and annotations as a workspace keeps them. */
    @Test
    void measuresWhatPeopleLabeledInAWorkspace(@TempDir Path folder) {
        try (Workspace workspace = Workspace.open(folder)) {
            LabelScheme scheme = LabelScheme.standard();
            Outcomes outcomes = new Outcomes(workspace.rewards(), RewardPolicy.standard(), Clock.systemUTC());
            Labeling labeling = new Labeling(workspace.journal(), scheme, "Ann", Clock.systemUTC(), edit -> outcomes.follow(edit, workspace.journal()));
            List<Example> examples = SyntheticCalls.telling(120, 1);
            List<Outcomes.Reported> reports = new ArrayList<>();
            for (Example example : examples) {
                workspace.calls().add(example.call(), () -> {});
                OutcomeKind kind = example.converted() ? OutcomeKind.DEMO_BOOKED : OutcomeKind.NOT_INTERESTED;
                reports.add(new Outcomes.Reported(example.call().id(), kind, Origin.DATASET, "test"));
            }
            workspace.calls().add(SyntheticCalls.tellingCall("open", "somebody", true, new SplittableRandom(3)), () -> {});
            outcomes.record(reports);
            Learner learner = (training, seed, progress) -> saying(labeledOf(training) / 700.0);
            LabelCurves curves = new LabelCurves(
                    new WorkspaceExamples(workspace.calls(), outcomes, workspace.journal(), scheme), Encoding.shared(), learner);
            assertEquals(List.of(), curves.measure(0, Progress.silent()), "nothing is labeled yet");
            for (Example example : examples.subList(0, 80)) {
                example.call().turns().forEach(turn -> {
                    String label = turn.text().contains("not interested, it is") ? "O_PRICE" : turn.text().contains("let's do it") ? "P_COMMIT" : "";
                    scheme.label(label).ifPresent(found -> labeling.toggle(example.call(), new Target.OfTurn(example.call().id(), turn.ordinal()), found));
                });
            }
            List<LearningCurve> measured = curves.measure(0, Progress.silent());
            assertEquals(LearningCurve.Quality.AUC, measured.getFirst().quality());
            assertEquals(0, measured.getFirst().steps().getFirst().labeled());
            assertEquals(Trend.RISING, measured.getFirst().trend());
        }
    }

    @Test
    void recognisesWhatIsPlainToSee() {
        try (SentenceEncoder encoder = new SentenceEncoder()) {
            Embeddings embeddings = new Embeddings(encoder, EmbeddingRepository.inMemory());
            List<LearningCurve> curves = RecognitionCurve.of(labeled(), embeddings, 5, 0, Progress.silent());
            assertEquals(2, curves.size());
            Figure last = curves.getFirst().steps().getLast().figure();
            Figure guessed = curves.getLast().steps().getLast().figure();
            assertTrue(last.low() > .9 && last.low() > guessed.high(), last + " " + guessed);
            assertTrue(last.low() <= last.value() && last.value() <= last.high(), last.toString());
            assertEquals(curves, RecognitionCurve.of(labeled(), embeddings, 5, 0, Progress.silent()), "the same each time");
        }
    }
}
