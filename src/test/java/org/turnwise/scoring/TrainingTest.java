package org.turnwise.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnwise.annotation.LabelScheme;
import org.turnwise.annotation.Labeling;
import org.turnwise.annotation.Target;
import org.turnwise.call.Call;
import org.turnwise.call.Side;
import org.turnwise.call.SideAssignment;
import org.turnwise.reward.OutcomeKind;
import org.turnwise.reward.Outcomes;
import org.turnwise.reward.RewardPolicy;
import org.turnwise.reward.RewardSignal.Origin;
import org.turnwise.scoring.evaluation.Figure;
import org.turnwise.scoring.evaluation.Measure;
import org.turnwise.scoring.evaluation.Prefix;
import org.turnwise.scoring.evaluation.VersionEvaluation;
import org.turnwise.store.Workspace;
import org.turnwise.task.Progress;

/** Training and forecasting on a real workspace. */
class TrainingTest {

    @TempDir
    Path folder;

    @Test
    void trainsOnWhatIsKnownStoresACandidateAndForecastsOncePromoted() {
        try (Workspace workspace = Workspace.open(folder)) {
            List<Example> examples = SyntheticCalls.telling(60, 4);
            Outcomes outcomes = fill(workspace, examples);
            outcomes.record(List.of(
                    new Outcomes.Reported(examples.get(0).call().id(), OutcomeKind.OPEN, Origin.ANALYST, "test"),
                    new Outcomes.Reported(examples.get(1).call().id(), OutcomeKind.NO_SHOW, Origin.ANALYST, "test")));
            int usable = (int) outcomes.known().values().stream()
                    .filter(k -> k.kind().conversion() == OutcomeKind.Conversion.YES || k.kind().conversion() == OutcomeKind.Conversion.NO)
                    .count();
            Training training = new Training(workspace.calls(), outcomes, workspace.journal(), LabelScheme.standard(), Encoding.shared(), workspace.scorerVersions(), workspace.memberCaches(), VersionEvaluation::assess, Clock.systemUTC());
            Forecasts forecasts = new Forecasts(workspace.calls(), workspace.scorerVersions(), workspace.forecasts(), Encoding.shared());
            assertEquals(0, forecasts.refresh(Progress.silent()));

            ScorerVersion version = training.train(0, Progress.silent());
            assertEquals(ScorerVersion.Status.CANDIDATE, version.status());
            assertEquals(usable, version.calls());
            assertEquals(64, version.snapshot().length());
            assertTrue(forecasts.of(examples.getFirst().call()).isEmpty(), "nothing forecasts before a person promotes it");

            VersionEvaluation evaluation = VersionEvaluation.read(workspace.scorerVersions().evaluation(version.number()).orElseThrow());
            assertEquals(usable, evaluation.calls().size());
            assertEquals(60 - usable, evaluation.report().leftOut());
            Figure finished = evaluation.report().result(Head.Standard.FINISHED, Prefix.WHOLE).orElseThrow().figure(Measure.BRIER);
            assertEquals(version.finished().brier(), finished.value(), 1e-9, "turn by turn they are forecast by what measured them");
            assertTrue(evaluation.report().heads().containsAll(List.of(Head.Standard.PRIOR, Head.Standard.TFIDF)), "no figure without them");

            workspace.scorerVersions().promote(version.number());
            assertEquals(60, forecasts.refresh(Progress.silent()));
            assertEquals(0, forecasts.refresh(Progress.silent()));
            Call call = examples.get(5).call();
            CallForecast kept = forecasts.of(call).orElseThrow();
            assertEquals(Scorer.read(workspace.scorerVersions().model(version.number())).forecast(call, version.number(), Encoding.shared()), kept);
            assertEquals(60, forecasts.all().size());

            workspace.calls().assignSides(List.of(
                    new SideAssignment(call.id(), "r", Side.CUSTOMER, "test", java.time.Instant.now()),
                    new SideAssignment(call.id(), "c", Side.REP, "test", java.time.Instant.now())));
            forecasts.sidesChanged(call.id());
            assertEquals(1, forecasts.refresh(Progress.silent()));
            Call turned = call.withSides(Map.of("r", Side.CUSTOMER, "c", Side.REP));
            assertEquals(Scorer.read(workspace.scorerVersions().model(1)).forecast(turned, 1, Encoding.shared()), forecasts.of(turned).orElseThrow());
        }
    }

    @Test
    void cancelledItLeavesNothingBehind() {
        try (Workspace workspace = Workspace.open(folder)) {
            Training training = new Training(
                    workspace.calls(), fill(workspace, SyntheticCalls.telling(60, 4)), workspace.journal(), LabelScheme.standard(), Encoding.shared(),
                    workspace.scorerVersions(), workspace.memberCaches(), VersionEvaluation::assess, Clock.systemUTC());
            for (String last : List.of("Measuring on held-out calls, part 2 of 5", "Calibrating", "Storing the new version")) {
                List<String> seen = new ArrayList<>();
                Progress stopping = new Progress() {
                    @Override
                    public void report(double done, String what) {
                        seen.add(what);
                    }

                    @Override
                    public boolean cancelled() {
                        return seen.contains(last);
                    }
                };
                assertThrows(CancellationException.class, () -> training.train(0, stopping), last);
                assertTrue(workspace.scorerVersions().all().isEmpty());
            }
        }
    }

    @Test
    void learnsFromOutcomesThatAnalystsSet() {
        try (Workspace workspace = Workspace.open(folder)) {
            List<Example> examples = SyntheticCalls.telling(60, 4);
            Outcomes outcomes = fill(workspace, examples.subList(0, 59));
            Call call = examples.getLast().call();
            workspace.calls().add(call, () -> {});
            LabelScheme scheme = LabelScheme.standard();
            Training training = new Training(
                    workspace.calls(), outcomes, workspace.journal(), scheme, Encoding.shared(), workspace.scorerVersions(), workspace.memberCaches(), VersionEvaluation::assess, Clock.systemUTC());
            ScorerVersion before = training.train(0, Progress.silent());
            new Labeling(workspace.journal(), scheme, "Ann", Clock.systemUTC(), edit -> outcomes.follow(edit, workspace.journal()))
                    .toggle(call, new Target.OfCall(call.id()), scheme.label("DEMO_BOOKED").orElseThrow());
            ScorerVersion after = training.train(0, Progress.silent());
            assertEquals(List.of(59, 60), List.of(before.calls(), after.calls()));
            assertEquals(before.converted() + 1, after.converted());
            assertNotEquals(before.snapshot(), after.snapshot());
        }
    }

    static Outcomes fill(Workspace workspace, List<Example> examples) {
        Outcomes outcomes = new Outcomes(workspace.rewards(), RewardPolicy.standard(), Clock.systemUTC());
        List<Outcomes.Reported> reports = new ArrayList<>();
        for (Example example : examples) {
            workspace.calls().add(example.call(), () -> {});
            OutcomeKind kind = example.converted() ? OutcomeKind.DEMO_BOOKED : OutcomeKind.NOT_INTERESTED;
            reports.add(new Outcomes.Reported(example.call().id(), kind, Origin.DATASET, "test"));
        }
        outcomes.record(reports);
        return outcomes;
    }
}
