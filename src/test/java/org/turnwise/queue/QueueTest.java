package org.turnwise.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnwise.annotation.LabelScheme;
import org.turnwise.annotation.Labeling;
import org.turnwise.annotation.Statuses;
import org.turnwise.call.Call;
import org.turnwise.call.CallId;
import org.turnwise.call.CallSummary;
import org.turnwise.call.Participant;
import org.turnwise.call.Side;
import org.turnwise.call.Turn;
import org.turnwise.reward.OutcomeKind;
import org.turnwise.reward.Outcomes;
import org.turnwise.reward.RewardPolicy;
import org.turnwise.reward.RewardSignal.Origin;
import org.turnwise.scoring.CallForecast;
import org.turnwise.scoring.Encoding;
import org.turnwise.scoring.Example;
import org.turnwise.scoring.FinishedForecast;
import org.turnwise.scoring.Forecast;
import org.turnwise.scoring.Forecasts;
import org.turnwise.scoring.SyntheticCalls;
import org.turnwise.scoring.Training;
import org.turnwise.scoring.evaluation.VersionEvaluation;
import org.turnwise.store.Workspace;
import org.turnwise.task.Progress;

class QueueTest {

    @TempDir
    Path folder;

    @Test
    void ordersAWorkspaceWithAndWithoutAScorer() {
        try (Workspace workspace = Workspace.open(folder)) {
            List<Example> examples = SyntheticCalls.telling(80, 9);
            Outcomes outcomes = new Outcomes(workspace.rewards(), RewardPolicy.standard(), Clock.systemUTC());
            for (int i = 0; i < examples.size(); i++) {
                Example example = examples.get(i);
                workspace.calls().add(i == 7 ? inquisitive(example.call()) : example.call(), () -> {});
                // a few outcomes stand against what was said
                boolean converted = example.converted() != (i % 16 == 3);
                OutcomeKind kind = converted ? OutcomeKind.DEMO_BOOKED : OutcomeKind.STALL;
                outcomes.record(List.of(new Outcomes.Reported(example.call().id(), kind, Origin.DATASET, "test")));
            }
            Forecasts forecasts = new Forecasts(workspace.calls(), workspace.scorerVersions(), workspace.forecasts(), Encoding.shared());
            Queue queue = new Queue(workspace.calls(), workspace.journal(), outcomes, forecasts, 2, () -> "Nora");

            List<QueueItem> without = queue.build(Progress.silent());
            assertEquals(80, without.size());
            assertEquals(Set.of(QueueReason.ANOMALOUS, QueueReason.RANDOM), reasons(without));
            QueueItem unusual = without.stream().filter(i -> i.call().id().value().equals("call-0007")).findFirst().orElseThrow();
            assertTrue(unusual.reason() == QueueReason.RANDOM || unusual.why().contains("customer questions, usual"), unusual.why());
            assertTrue(without.stream().allMatch(i -> i.probability() == null && i.spark().isEmpty()));

            new Training(workspace.calls(), outcomes, workspace.journal(), LabelScheme.standard(), Encoding.shared(), workspace.scorerVersions(),
                    workspace.memberCaches(), VersionEvaluation::assess, Clock.systemUTC()).train(0, Progress.silent());
            workspace.scorerVersions().promote(1);
            Labeling labeling = new Labeling(workspace.journal(), LabelScheme.standard(), "Ann", Clock.systemUTC(), edit -> {});
            labeling.status(new CallId("call-0001"), Statuses.SUBMITTED, true);
            labeling.status(new CallId("call-0002"), Statuses.SKIPPED, true);
            labeling.status(new CallId("call-0003"), Statuses.FLAGGED, true);

            List<QueueItem> with = queue.build(Progress.silent());
            assertEquals(with, queue.build(Progress.silent()));
            assertEquals(80, with.size());
            assertEquals("call-0001", with.getLast().call().id().value());
            assertEquals(WorkStatus.SUBMITTED, with.getLast().status());
            assertTrue(reasons(with).containsAll(Set.of(QueueReason.BORDERLINE, QueueReason.RANDOM)), reasons(with).toString());
            assertTrue(reasons(with).contains(QueueReason.FAILURE) || reasons(with).contains(QueueReason.WIN), reasons(with).toString());
            assertTrue(with.stream().allMatch(i -> i.probability() != null && !i.why().isBlank() && i.score() >= 0 && i.score() <= 1
                    && i.spark().size() <= 40));
            assertEquals(
                    drawn(without.stream().filter(i -> i.why().startsWith("Drawn")).toList()),
                    drawn(with.stream().filter(i -> i.why().startsWith("Drawn")).toList()),
                    "the lot doesn't change with a scorer");

            assertEquals(78, Queue.filter(with, QueueFilter.waiting()).size());
            assertEquals(1, Queue.filter(with, new QueueFilter(Set.of(), Set.of(), Set.of(), true, "")).size());
            assertEquals(80, Queue.filter(with, new QueueFilter(Set.of(), Set.of("Rosa Rep"), Set.of(), false, " ROSA ")).size());
            assertEquals(1, Queue.filter(with, new QueueFilter(Set.of(), Set.of(), Set.of(), false, "call-0042")).size());
            assertEquals(0, Queue.filter(with, new QueueFilter(Set.of(QueueReason.RECHECK), Set.of(), Set.of(), false, "")).size());
        }
    }

    @Test
    void saysWhyInWordsAndNumbers() {
        assertEquals("52 ± 14 %, too close to call", why(new Borderline(), one(null, .6, .52), QueueReason.BORDERLINE));
        assertEquals("Lost, though turn 1 said 81 %", why(new Contradicted(), one(OutcomeKind.LOST, .5, .81, .3), QueueReason.FAILURE));
        assertEquals("Won, though turn 2 said 22 %", why(new Contradicted(), one(OutcomeKind.WON, .5, .81, .22), QueueReason.WIN));
        assertTrue(new Contradicted().claim(one(OutcomeKind.OPEN, .9, .1)).isEmpty(), "an open deal contradicts nothing");
    }

    @Test
    void drawsOneInFiveByLot() {
        RandomSlice slice = new RandomSlice(1);
        long drawn = java.util.stream.IntStream.range(0, 5000).filter(i -> slice.lot(new CallId("call " + i)) < RandomSlice.PROBABILITY).count();
        assertEquals(1000, drawn, 100);
        assertFalse(slice.lot(new CallId("a")) == new RandomSlice(2).lot(new CallId("a")));
    }

    @Test
    void everyStretchHasTheMixOfTheWhole() {
        Map<QueueReason, List<Mix.Placed>> all = new EnumMap<>(QueueReason.class);
        List<QueueReason> reasons = List.of(QueueReason.BORDERLINE, QueueReason.ANOMALOUS, QueueReason.FAILURE, QueueReason.WIN, QueueReason.RANDOM);
        for (int i = 0; i < 10_000; i++) {
            QueueReason reason = reasons.get(i % 5);
            Claim claim = new Claim(reason, 1 - i / 10_000.0, before -> "");
            all.computeIfAbsent(reason, r -> new ArrayList<>()).add(new Mix.Placed(new KnownCalls.Known(summary("c" + i)), claim));
        }
        List<Mix.Placed> mixed = Mix.interleave(all);
        for (QueueReason reason : reasons) {
            assertEquals(all.get(reason), mixed.stream().filter(p -> p.claim().reason() == reason).toList(), "the strongest first");
        }
        assertEquals(10_000, Set.copyOf(mixed).size());
        for (int from = 0; from < 3000; from += 100) {
            List<Mix.Placed> stretch = mixed.subList(from, from + 100);
            assertEquals(36, stretch.stream().filter(p -> p.claim().reason() == QueueReason.BORDERLINE).count(), 1);
            assertEquals(10, stretch.stream().filter(p -> p.claim().reason() == QueueReason.WIN).count(), 1);
        }
    }

    private static String why(Strategy strategy, Case one, QueueReason reason) {
        Claim claim = strategy.claim(one).orElseThrow();
        assertEquals(reason, claim.reason());
        return claim.why().apply(0);
    }

    private static Case one(OutcomeKind outcome, double... said) {
        List<Forecast> turns = new ArrayList<>();
        for (double p : said) {
            turns.add(new Forecast(turns.size(), p, p - .14, p + .14, Math.abs(2 * p - 1), .5, 0, 0));
        }
        return new Case(summary("x"), Outlook.of(new CallForecast(new CallId("x"), 1, .5, turns, new FinishedForecast(.5, .4, .6))), outcome);
    }

    private static CallSummary summary(String id) {
        return new CallSummary(new CallId(id), id, null, null, Instant.EPOCH, 3, true, "test", "test");
    }

    private static Set<QueueReason> reasons(List<QueueItem> items) {
        return items.stream().map(QueueItem::reason).collect(Collectors.toSet());
    }

    private static Set<CallId> drawn(List<QueueItem> items) {
        return items.stream().map(i -> i.call().id()).collect(Collectors.toSet());
    }

    private static Call inquisitive(Call call) {
        List<Turn> turns = call.turns().stream()
                .map(t -> new Turn(t.ordinal(), t.speaker(), "c".equals(t.speaker())
                        ? t.text() + " But when is it? Can we? Is it? Would you? Do they?" : t.text(), null, null))
                .toList();
        List<Participant> both = List.of(new Participant("r", "Rosa Rep", Side.REP), new Participant("c", "Carl", Side.CUSTOMER));
        return new Call(call.id(), call.title(), call.source(), call.timing(), null, call.group(), both, turns);
    }
}
