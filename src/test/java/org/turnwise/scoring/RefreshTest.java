package org.turnwise.scoring;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnwise.annotation.LabelScheme;
import org.turnwise.call.Call;
import org.turnwise.call.CallId;
import org.turnwise.call.Side;
import org.turnwise.call.SideAssignment;
import org.turnwise.reward.OutcomeKind;
import org.turnwise.reward.Outcomes;
import org.turnwise.reward.RewardPolicy;
import org.turnwise.reward.RewardSignal.Origin;
import org.turnwise.scoring.ScorerVersion.Origin.Full;
import org.turnwise.scoring.ScorerVersion.Origin.Refresh;
import org.turnwise.scoring.evaluation.VersionEvaluation;
import org.turnwise.store.Workspace;
import org.turnwise.task.Progress;

/** Growing heads anew over the members of a full training, on a real workspace. */
class RefreshTest {

    private static final int CALLS = 80;
    private static final long SEED = 3;
    private static final List<Example> EXAMPLES = SyntheticCalls.telling(CALLS, 4);

    /** A workspace with one full training, of which each test has a copy. */
    @TempDir
    static Path trained;

    @TempDir
    Path folder;

    private Workspace workspace;
    private Outcomes outcomes;

    @BeforeAll
    static void trainOnce() {
        try (Workspace workspace = Workspace.open(trained)) {
            Outcomes outcomes = TrainingTest.fill(workspace, EXAMPLES);
            assertEquals(
                    CannotRefresh.Why.NO_FULL_TRAINING,
                    assertThrows(CannotRefresh.class, () -> training(workspace, outcomes, RefreshTest::said).refresh(SEED, Progress.silent())).why());
            training(workspace, outcomes, VersionEvaluation::assess).train(SEED, Progress.silent());
        }
    }

    @BeforeEach
    void open() throws IOException {
        Files.copy(trained.resolve("turnwise.mv.db"), folder.resolve("turnwise.mv.db"));
        workspace = Workspace.open(folder);
        outcomes = new Outcomes(workspace.rewards(), RewardPolicy.standard(), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private Training training(Assessor assessor) {
        return training(workspace, outcomes, assessor);
    }

    private static Training training(Workspace workspace, Outcomes outcomes, Assessor assessor) {
        return new Training(
                workspace.calls(), outcomes, workspace.journal(), LabelScheme.standard(), Encoding.shared(), workspace.scorerVersions(), workspace.memberCaches(),
                assessor, Clock.systemUTC());
    }

    private ScorerVersion full() {
        return workspace.scorerVersions().all().getLast();
    }

    private ScorerVersion refresh() {
        return training(RefreshTest::said).refresh(SEED, Progress.silent());
    }

    /** All that was said of held-out calls, as it was said; intervals around it take a hundred times as long. */
    private static String said(List<HeldOutCall> calls, int leftOut, int folds, long seed, Progress progress) {
        StringBuilder said = new StringBuilder();
        for (HeldOutCall call : calls) {
            said.append(call.call()).append(' ').append(call.converted()).append(' ').append(call.forecasts().finished());
            call.forecasts().running().entrySet().stream()
                    .sorted(Comparator.comparing(entry -> entry.getKey().toString()))
                    .forEach(entry -> said.append(' ').append(entry.getKey()).append(Arrays.toString(entry.getValue())));
            said.append('\n');
        }
        return said.toString();
    }

    private void report(Call call, OutcomeKind kind) {
        outcomes.record(List.of(new Outcomes.Reported(call.id(), kind, Origin.DATASET, "test")));
    }

    private void add(Call call, OutcomeKind kind) {
        workspace.calls().add(call, () -> {});
        report(call, kind);
    }

    private byte[] model(ScorerVersion version) {
        return workspace.scorerVersions().model(version.number());
    }

    private String evaluation(ScorerVersion version) {
        return workspace.scorerVersions().evaluation(version.number()).orElseThrow();
    }

    private static Call newCall(String id, String group, long seed) {
        return SyntheticCalls.tellingCall(id, group, true, new SplittableRandom(seed));
    }

    @Test
    void rightAfterAFullTrainingItGivesTheSameScorerBitForBit() {
        ScorerVersion full = full();
        ScorerVersion refreshed = training(VersionEvaluation::assess).refresh(SEED, Progress.silent());
        assertArrayEquals(model(full), model(refreshed));
        assertEquals(evaluation(full), evaluation(refreshed));
        assertEquals(full.snapshot(), refreshed.snapshot());
        assertEquals(
                List.of(full.metrics(), full.finished(), full.prior(), full.priorFinished()),
                List.of(refreshed.metrics(), refreshed.finished(), refreshed.prior(), refreshed.priorFinished()));
        for (int n = 0; n < 20; n++) {
            Call call = SyntheticCalls.anyCall("same-" + n, new SplittableRandom(n));
            assertEquals(
                    Scorer.read(model(full)).forecast(call, 1, Encoding.shared()), Scorer.read(model(refreshed)).forecast(call, 1, Encoding.shared()));
        }
        assertEquals(List.of(new Refresh(1), new Full(true)), workspace.scorerVersions().all().stream().map(ScorerVersion::origin).toList());
    }

    @Test
    void followsOutcomesCallsThatCameInAndCallsThatDropOutTheSameEachTime() {
        List<Runnable> changes = List.of(
                () -> report(EXAMPLES.get(3).call(), OutcomeKind.DEMO_BOOKED),
                () -> add(newCall("new-known", EXAMPLES.getFirst().call().group(), 71), OutcomeKind.DEMO_BOOKED),
                () -> add(newCall("new-customer", "somebody else", 72), OutcomeKind.NOT_INTERESTED),
                () -> report(EXAMPLES.get(7).call(), OutcomeKind.OPEN),
                () -> workspace.calls().assignSides(List.of(
                        new SideAssignment(EXAMPLES.get(9).call().id(), "r", Side.CUSTOMER, "test", Instant.now()),
                        new SideAssignment(EXAMPLES.get(9).call().id(), "c", Side.REP, "test", Instant.now()))));
        List<Integer> sizes = List.of(CALLS, CALLS + 1, CALLS + 2, CALLS + 1, CALLS + 1);
        ScorerVersion before = full();
        for (int i = 0; i < sizes.size(); i++) {
            changes.get(i).run();
            ScorerVersion now = refresh();
            assertEquals(sizes.get(i), now.calls(), "change " + i);
            assertEquals((long) sizes.get(i), evaluation(now).lines().count());
            assertNotEquals(before.snapshot(), now.snapshot());
            assertNotEquals(before.metrics(), now.metrics(), "change " + i);
            before = now;
        }
        ScorerVersion again = refresh();
        assertArrayEquals(model(before), model(again));
        assertEquals(evaluation(before), evaluation(again));
        assertEquals(new Refresh(1), before.origin());
        assertEquals(OptionalInt.of(1), workspace.memberCaches().version());
    }

    /** By members that read it, a call that came in is spoken of as one that was there: its fold's members never learned of it, nor of its customer. */
    @Test
    void aCallThatCameInIsSpokenOfAsIfMembersHadHeldItOut() {
        CachedMembers members = members();
        MemberCache.SpokenOf known = members.calls().calls()[10];
        Example same = EXAMPLES.stream().filter(example -> example.call().id().value().equals(known.id())).findFirst().orElseThrow();
        Call twin = new Call(
                new CallId("twin"), same.call().title(), same.call().source(), same.call().timing(), null, same.call().group(),
                same.call().participants(), same.call().turns());
        Refresher refresher = new Refresher(members, Encoding.shared());
        List<Example> examples = new ArrayList<>(EXAMPLES);
        examples.add(new Example(twin, !known.converted(), 1, null));
        Refresher.Ready ready = refresher.ready(examples, Progress.silent());
        int place = ready.samples().stream().map(Sample::id).toList().indexOf("twin");
        assertEquals(known.fold(), ready.scores().split()[place]);
        assertArrayEquals(known.followed().members(), refresher.follow(twin, known.fold()).members(), "whatever its own outcome is");
        for (int other = 0; other < members.calls().folds(); other++) {
            assertArrayEquals(known.said()[other].finished(), ready.scores().of(place, other).finished());
        }
    }

    /** What members say of a call may move with everybody's outcomes but those of its customer: refreshing leaves it as it was, whatever came of the call since. */
    @Test
    void aChangedOutcomeReachesHeadsAndNeverWhatMembersSayOfTheCall() {
        Example turned = EXAMPLES.get(20);
        MemberCache before = members().calls();
        List<Example> examples = new ArrayList<>(EXAMPLES);
        examples.set(20, new Example(turned.call(), !turned.converted(), turned.weight(), turned.reward()));
        Refresher.Ready ready = new Refresher(members(), Encoding.shared()).ready(examples, Progress.silent());
        for (int i = 0; i < before.calls().length; i++) {
            for (int other = 0; other < before.folds(); other++) {
                assertArrayEquals(before.calls()[i].said()[other].running(), ready.scores().of(i, other).running());
            }
            assertEquals(i == 20 ? !turned.converted() : before.calls()[i].converted(), ready.samples().get(i).converted());
        }
    }

    private CachedMembers members() {
        return CachedMembers.read(workspace.memberCaches(), Scorer.read(workspace.scorerVersions().model(workspace.memberCaches().version().orElseThrow())).base());
    }

    @Test
    void refusesWhereMembersKnowTooLittle() {
        for (int i = 0; i <= CALLS / 2; i++) {
            if (i == CALLS / 2) {
                assertEquals(CALLS + CALLS / 2, refresh().calls());
            }
            add(newCall("more-" + i, "more-" + i / 2, 9000 + i), OutcomeKind.DEMO_BOOKED);
        }
        CannotRefresh refused = assertThrows(CannotRefresh.class, this::refresh);
        assertEquals(CannotRefresh.Why.TOO_MUCH_NEW, refused.why());
        assertTrue(String.valueOf(refused.getMessage()).endsWith("train fully"), refused.getMessage());
    }

    @Test
    void refusesWhereCustomersOfTwoFoldsBecameOne() {
        CachedMembers members = members();
        MemberCache.SpokenOf first = members.calls().calls()[0];
        MemberCache.SpokenOf other = Arrays.stream(members.calls().calls()).filter(call -> call.fold() != first.fold()).findFirst().orElseThrow();
        List<Example> joined = EXAMPLES.stream()
                .map(example -> {
                    boolean moves = example.call().id().value().equals(first.id());
                    Call call = example.call();
                    Call moved = new Call(
                            call.id(), call.title(), call.source(), call.timing(), null, moves ? other.group() : call.group(), call.participants(), call.turns());
                    return new Example(moved, example.converted(), example.weight(), example.reward());
                })
                .toList();
        CannotRefresh refused = assertThrows(CannotRefresh.class, () -> new Refresher(members, Encoding.shared()).ready(joined, Progress.silent()));
        assertEquals(CannotRefresh.Why.CUSTOMERS_MOVED, refused.why());
    }

    @Test
    void aDamagedCacheIsSaidSo() {
        byte[] calls = workspace.memberCaches().part(0);
        for (int at : new int[] {0, 200, calls.length / 2, calls.length - 5}) {
            byte[] damaged = calls.clone();
            damaged[at] ^= 0x55;
            workspace.memberCaches().keep(1, List.of(damaged));
            CannotRefresh refused = assertThrows(CannotRefresh.class, this::refresh, "byte " + at);
            assertEquals(CannotRefresh.Why.DAMAGED, refused.why());
        }
        workspace.memberCaches().keep(1, List.of(calls));
        assertEquals(CALLS, refresh().calls(), "members are needed for new calls only");
        add(newCall("new", "new", 9), OutcomeKind.DEMO_BOOKED);
        assertEquals(CannotRefresh.Why.DAMAGED, assertThrows(CannotRefresh.class, this::refresh).why());
    }

    @Test
    void cancelledItLeavesNothingBehindAndAFullTrainingReplacesWhatWasKept() {
        byte[] before = workspace.memberCaches().part(0);
        report(EXAMPLES.get(3).call(), OutcomeKind.OPEN);
        for (String last : List.of("Reading what members said", "Measuring on held-out calls, part 2 of 5", "Storing the new version")) {
            assertThrows(CancellationException.class, () -> training(RefreshTest::said).refresh(SEED, stoppingAt(last)), last);
            assertThrows(CancellationException.class, () -> training(RefreshTest::said).train(SEED, stoppingAt(
                    last.equals("Reading what members said") ? "Reading what was said" : last)), last);
        }
        assertEquals(1, workspace.scorerVersions().all().size());
        assertArrayEquals(before, workspace.memberCaches().part(0));
        assertEquals(new Full(true), training(RefreshTest::said).train(SEED, Progress.silent()).origin());
        assertEquals(OptionalInt.of(2), workspace.memberCaches().version());
        assertEquals(List.of(new Full(true), new Full(false)), workspace.scorerVersions().all().stream().map(ScorerVersion::origin).toList());
    }

    private static Progress stoppingAt(String last) {
        List<String> seen = Collections.synchronizedList(new ArrayList<>());
        return new Progress() {
            @Override
            public void report(double done, String what) {
                seen.add(what);
            }

            @Override
            public boolean cancelled() {
                return seen.contains(last);
            }
        };
    }
}
