package org.turnwise.scoring;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnwise.annotation.LabelScheme;
import org.turnwise.call.Call;
import org.turnwise.call.Side;
import org.turnwise.call.SideAssignment;
import org.turnwise.reward.OutcomeKind;
import org.turnwise.reward.Outcomes;
import org.turnwise.reward.RewardSignal.Origin;
import org.turnwise.scoring.ScorerVersion.Origin.Full;
import org.turnwise.scoring.ScorerVersion.Origin.Refresh;
import org.turnwise.scoring.evaluation.VersionEvaluation;
import org.turnwise.store.Workspace;
import org.turnwise.task.Progress;

/** Growing heads anew over the members of a full training, on a real workspace. */
class RefreshTest {

    private static final int CALLS = 100;
    private static final List<Example> EXAMPLES = SyntheticCalls.telling(CALLS, 4);

    @TempDir
    Path folder;

    private Workspace workspace;
    private Outcomes outcomes;

    @BeforeEach
    void fill() {
        workspace = Workspace.open(folder);
        outcomes = TrainingTest.fill(workspace, EXAMPLES);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private Training training(Assessor assessor) {
        return new Training(
                workspace.calls(), outcomes, workspace.journal(), LabelScheme.standard(), Encoding.shared(), workspace.scorerVersions(), workspace.memberCaches(),
                assessor, Clock.systemUTC());
    }

    private ScorerVersion train() {
        return training(VersionEvaluation::assess).train(3, Progress.silent());
    }

    private ScorerVersion refresh() {
        return training(VersionEvaluation::assess).refresh(3, Progress.silent());
    }

    private void report(Call call, OutcomeKind kind) {
        outcomes.record(List.of(new Outcomes.Reported(call.id(), kind, Origin.ANALYST, "test")));
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
        ScorerVersion full = train();
        ScorerVersion refreshed = refresh();
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
        ScorerVersion full = train();
        List<Runnable> changes = List.of(
                () -> report(EXAMPLES.get(3).call(), OutcomeKind.DEMO_BOOKED),
                () -> add(newCall("new-known", EXAMPLES.getFirst().call().group(), 71), OutcomeKind.DEMO_BOOKED),
                () -> add(newCall("new-customer", "somebody else", 72), OutcomeKind.NOT_INTERESTED),
                () -> report(EXAMPLES.get(7).call(), OutcomeKind.OPEN),
                () -> workspace.calls().assignSides(List.of(
                        new SideAssignment(EXAMPLES.get(9).call().id(), "r", Side.CUSTOMER, "test", java.time.Instant.now()),
                        new SideAssignment(EXAMPLES.get(9).call().id(), "c", Side.REP, "test", java.time.Instant.now()))));
        List<Integer> sizes = List.of(CALLS, CALLS + 1, CALLS + 2, CALLS + 1, CALLS + 1);
        ScorerVersion before = full;
        for (int i = 0; i < sizes.size(); i++) {
            changes.get(i).run();
            ScorerVersion now = refresh();
            assertEquals(sizes.get(i), now.calls(), "change " + i);
            assertEquals(sizes.get(i), VersionEvaluation.read(evaluation(now)).calls().size());
            assertNotEquals(before.snapshot(), now.snapshot());
            assertNotEquals(before.metrics(), now.metrics(), "change " + i);
            ScorerVersion again = refresh();
            assertArrayEquals(model(now), model(again), "change " + i);
            assertEquals(evaluation(now), evaluation(again));
            before = now;
        }
        assertEquals(new Refresh(1), before.origin());
        assertEquals(OptionalInt.of(1), workspace.memberCaches().version());
    }

    /** By members that read it, a call that came in is spoken of as one that was there: its fold's members never learned of it, nor of its customer. */
    @Test
    void aCallThatCameInIsSpokenOfAsIfMembersHadHeldItOut() {
        train();
        CachedMembers members = members();
        MemberCache.SpokenOf known = members.calls().calls()[10];
        Example same = EXAMPLES.stream().filter(example -> example.call().id().value().equals(known.id())).findFirst().orElseThrow();
        Call twin = new Call(
                new org.turnwise.call.CallId("twin"), same.call().title(), same.call().source(), same.call().timing(), null, same.call().group(),
                same.call().participants(), same.call().turns());
        Refresher refresher = new Refresher(members, Encoding.shared());
        List<Example> examples = new ArrayList<>(workspaceExamples());
        examples.add(new Example(twin, !known.converted(), 1, null));
        Refresher.Ready ready = refresher.ready(examples, Progress.silent());
        int place = ready.samples().stream().map(Sample::id).toList().indexOf("twin");
        assertEquals(known.fold(), ready.scores().split()[place]);
        assertArrayEquals(known.followed().members(), refresher.follow(twin, known.fold()).members(), "whatever its own outcome is");
        for (int other = 0; other < members.calls().folds(); other++) {
            assertArrayEquals(known.said()[other].finished(), ready.scores().of(place, other).finished());
        }
    }

    /** Outcomes are all that members learn besides words; if one reached what they say of its own call, turning it round would show. */
    @Test
    void aCallsOwnOutcomeNeverReachesWhatMembersSayOfIt() {
        train();
        Example turned = EXAMPLES.get(20);
        MemberCache before = members().calls();
        report(turned.call(), turned.converted() ? OutcomeKind.NOT_INTERESTED : OutcomeKind.DEMO_BOOKED);
        train();
        MemberCache after = members().calls();
        int place = place(before, turned);
        if (before.calls()[place].fold() == after.calls()[place(after, turned)].fold() && sameFolds(before, after)) {
            assertArrayEquals(before.calls()[place].followed().members(), after.calls()[place].followed().members());
        }
        refresh();
        for (int i = 0; i < after.calls().length; i++) {
            assertArrayEquals(after.calls()[i].followed().members(), members().calls().calls()[i].followed().members(), "refreshing leaves them alone");
        }
    }

    private static int place(MemberCache cache, Example example) {
        return java.util.Arrays.stream(cache.calls()).map(MemberCache.SpokenOf::id).toList().indexOf(example.call().id().value());
    }

    private static boolean sameFolds(MemberCache a, MemberCache b) {
        return java.util.Arrays.stream(a.calls()).map(MemberCache.SpokenOf::fold).toList().equals(
                java.util.Arrays.stream(b.calls()).map(MemberCache.SpokenOf::fold).toList());
    }

    private CachedMembers members() {
        return CachedMembers.read(workspace.memberCaches(), Scorer.read(workspace.scorerVersions().model(workspace.memberCaches().version().orElseThrow())).base());
    }

    private static Collection<Example> workspaceExamples() {
        return EXAMPLES;
    }

    @Test
    void withoutAFullTrainingItSaysSo() {
        assertEquals(CannotRefresh.Why.NO_FULL_TRAINING, assertThrows(CannotRefresh.class, this::refresh).why());
    }

    @Test
    void refusesWhereMembersKnowTooLittle() {
        train();
        for (int i = 0; i <= CALLS / 2; i++) {
            if (i == CALLS / 2) {
                assertEquals(CALLS + CALLS / 2, refresh().calls());
            }
            add(newCall("more-" + i, "more-" + i / 2, 100 + i), OutcomeKind.DEMO_BOOKED);
        }
        CannotRefresh refused = assertThrows(CannotRefresh.class, this::refresh);
        assertEquals(CannotRefresh.Why.TOO_MUCH_NEW, refused.why());
        assertTrue(String.valueOf(refused.getMessage()).endsWith("train fully"), refused.getMessage());
    }

    @Test
    void refusesWhereCustomersOfTwoFoldsBecameOne() {
        train();
        CachedMembers members = members();
        MemberCache.SpokenOf first = members.calls().calls()[0];
        MemberCache.SpokenOf other = java.util.Arrays.stream(members.calls().calls()).filter(call -> call.fold() != first.fold()).findFirst().orElseThrow();
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
        train();
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
        train();
        byte[] before = workspace.memberCaches().part(0);
        report(EXAMPLES.get(3).call(), OutcomeKind.OPEN);
        for (String last : List.of("Reading what members said", "Measuring on held-out calls, part 2 of 5", "Storing the new version")) {
            assertThrows(CancellationException.class, () -> training(VersionEvaluation::assess).refresh(3, stoppingAt(last)), last);
            assertThrows(CancellationException.class, () -> training(VersionEvaluation::assess).train(3, stoppingAt(
                    last.equals("Reading what members said") ? "Reading what was said" : last)), last);
        }
        assertEquals(1, workspace.scorerVersions().all().size());
        assertArrayEquals(before, workspace.memberCaches().part(0));
        assertEquals(new Full(true), train().origin());
        assertEquals(OptionalInt.of(2), workspace.memberCaches().version());
        assertEquals(List.of(new Full(true), new Full(false)), workspace.scorerVersions().all().stream().map(ScorerVersion::origin).toList());
    }

    private static Progress stoppingAt(String last) {
        List<String> seen = java.util.Collections.synchronizedList(new ArrayList<>());
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
