package org.turnwise.annotation.pace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnwise.annotation.Annotation;
import org.turnwise.annotation.Edit;
import org.turnwise.annotation.Label;
import org.turnwise.annotation.LabelKind;
import org.turnwise.annotation.LabelScheme;
import org.turnwise.annotation.Labeling;
import org.turnwise.annotation.Statuses;
import org.turnwise.annotation.Target;
import org.turnwise.call.Call;
import org.turnwise.call.CallId;
import org.turnwise.call.Participant;
import org.turnwise.call.Side;
import org.turnwise.call.Source;
import org.turnwise.call.TimingClass;
import org.turnwise.call.Turn;
import org.turnwise.store.Workspace;

/** How fast somebody works, read off a real journal; the figures were counted by hand. */
class PaceTest {

    private static final LabelScheme SCHEME = LabelScheme.standard();
    private static final ZoneId ZONE = ZoneOffset.UTC;

    @TempDir
    Path folder;

    private Workspace workspace;
    private Instant now = Instant.parse("2026-11-12T09:00:00Z");
    private Labeling ann;
    private Pace followed;

    @BeforeEach
    void open() {
        workspace = Workspace.open(folder);
        ann = labeling("Ann");
        followed = new Pace("Ann", ZONE);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private Labeling labeling(String annotator) {
        Clock clock = new Clock() {
            @Override
            public ZoneId getZone() {
                return ZONE;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
        return new Labeling(workspace.journal(), SCHEME, annotator, clock, edit -> {});
    }

    private static Call call(int number) {
        List<Turn> turns = List.of(
                new Turn(0, "r", "what would it take", null, null), new Turn(1, "c", "a lower price", null, null),
                new Turn(2, "r", "let us see", null, null));
        return new Call(
                new CallId("call " + number), "Call", new Source("text", "call.txt", null), TimingClass.NONE, null, "group",
                List.of(new Participant("r", "Rita", Side.REP), new Participant("c", "Carl", Side.CUSTOMER)), turns);
    }

    private static Label label(String id) {
        return SCHEME.label(id).orElseThrow();
    }

    private void after(int seconds) {
        now = now.plusSeconds(seconds);
    }

    private void follow(Optional<Edit> edit) {
        followed.follow(edit.orElseThrow());
    }

    private void put(int call, String label) {
        follow(Optional.of(ann.toggle(call(call), new Target.OfTurn(call(call).id(), 1), label(label))));
    }

    private void submit(int call) {
        follow(ann.status(call(call).id(), Statuses.SUBMITTED, true));
    }

    private Work session() {
        return followed.session().orElseThrow();
    }

    /** What was carried along is what a restart reads. */
    private void assertRestartLosesNothing() {
        workspace.close();
        workspace = Workspace.open(folder);
        ann = labeling("Ann");
        Pace read = Pace.read(workspace.journal(), "Ann", ZONE, now);
        assertEquals(followed.session(), read.session());
        assertEquals(followed.today(now), read.today(now));
        assertEquals(followed.course(24), read.course(24));
    }

    @Test
    void nothingDoneIsNoWork() {
        assertEquals(Optional.empty(), followed.session());
        assertEquals(Optional.empty(), followed.today(now));
        assertTrue(followed.isOver(now));
        assertEquals(List.of(), followed.course(24));
        assertEquals(Optional.empty(), Pace.read(workspace.journal(), "Ann", ZONE, now).session());
    }

    @Test
    void pausesDontCount() {
        put(1, "O_PRICE");
        after(60);
        put(1, "STAGE_PRICING");
        after(301);
        put(1, "DELTA_-1");
        after(300);
        submit(1);
        Work work = session();
        assertEquals(Duration.ofSeconds(360), work.active(), "five minutes are work, a second more is a pause");
        assertEquals(1, work.timed(), "neither the first label nor the one after the pause has a time");
        assertEquals(1 / 6.0, work.labelsAMinute().orElseThrow(), 1e-12);
        assertEquals(Map.of(LabelKind.OBJECTION, 1, LabelKind.STAGE, 1, LabelKind.DELTA, 1), work.labels());
        assertEquals(1, work.calls());
        assertEquals(new Work.PerCall(1, 360_000, 360_000.0 * 360_000), work.perCall());
        assertRestartLosesNothing();
    }

    @Test
    void twoMinutesSayNothing() {
        put(1, "O_PRICE");
        after(119);
        put(1, "STAGE_PRICING");
        assertEquals(OptionalDouble.empty(), session().labelsAMinute());
        after(1);
        put(1, "DELTA_-1");
        assertEquals(1.0, session().labelsAMinute().orElseThrow());
    }

    @Test
    void aLongBreakBeginsASessionAndMidnightADay() {
        put(1, "O_PRICE");
        after(31 * 60);
        put(2, "O_PRICE");
        assertEquals(1, session().labelCount());
        assertEquals(2, followed.today(now).orElseThrow().labelCount());
        assertFalse(followed.isOver(now.plusSeconds(1800)));
        assertTrue(followed.isOver(now.plusSeconds(1801)));
        assertRestartLosesNothing();

        now = Instant.parse("2026-11-12T23:59:00Z");
        put(3, "O_PRICE");
        after(120);
        put(3, "STAGE_PRICING");
        assertEquals(2, session().labelCount(), "a session goes on over midnight");
        assertEquals(1, followed.today(now).orElseThrow().labelCount());
        assertEquals(Optional.empty(), followed.today(now.plus(Duration.ofDays(1))));
        assertRestartLosesNothing();
    }

    @Test
    void whatIsTakenBackWasNotDone() {
        put(1, "O_PRICE");
        after(60);
        put(1, "O_TIMING");
        after(60);
        submit(1);
        assertEquals(1, session().calls());
        after(60);
        follow(ann.undo());
        assertEquals(0, session().calls());
        assertEquals(new Work.PerCall(0, 0, 0), session().perCall());
        follow(ann.undo());
        assertEquals(1, session().labelCount());
        follow(ann.redo());
        follow(ann.redo());
        Work work = session();
        assertEquals(2, work.labelCount());
        assertEquals(1, work.calls());
        assertEquals(new Work.PerCall(1, 180_000, 180_000.0 * 180_000), work.perCall(), "with the time that undoing took");
        assertEquals(List.of(0, 2, 2), List.of(work.changed(), work.undone(), work.redone()));
        put(1, "O_TIMING");
        assertEquals(1, session().changed());
        assertEquals(1, session().labelCount());
        assertRestartLosesNothing();
    }

    @Test
    void labelsFromBeforeAreNeitherPutOnNorTakenAway() {
        put(1, "O_PRICE");
        after(3600);
        put(1, "O_PRICE");
        assertEquals(0, session().labelCount());
        assertEquals(1, session().changed());
        follow(ann.undo());
        assertEquals(0, session().labelCount(), "it came back, but was not put on now");
        after(20);
        follow(ann.status(call(1).id(), Statuses.SKIPPED, true));
        assertEquals(1, session().skipped());
        assertRestartLosesNothing();
    }

    @Test
    void aSchemeThatChangesIsNoLabeling() {
        put(1, "O_PRICE");
        Annotation old = workspace.journal().current(call(1).id()).getFirst();
        after(3600);
        Annotation renamed = new Annotation(UUID.randomUUID(), old.target(), old.kind(), "O_OTHER", null, "Ann", old.at(), "sales-core 2");
        Edit migration = workspace.journal().append(
                new Edit(0, Edit.Cause.DONE, null, "Merged", List.of(old), List.of(renamed), "Ann", now), edit -> {});
        followed.follow(migration);
        assertEquals(0, session().labelCount());
        assertEquals(1, followed.today(now).orElseThrow().labelCount(), "the day put one on, whatever it is called now");
    }

    @Test
    void othersWorkIsTheirs() {
        labeling("Ben").toggle(call(1), new Target.OfTurn(call(1).id(), 1), label("O_PRICE"));
        assertEquals(Optional.empty(), Pace.read(workspace.journal(), "Ann", ZONE, now).session());
    }

    /** Six calls of 60, 120, 60, 120, 60 and 120 seconds: mean 90, standard deviation 32.8634, two standard errors 26.8328. */
    @Test
    void whatIsLeftIsARangeOnceThereIsEnoughToGoBy() {
        put(0, "O_PRICE");
        for (int call = 1; call <= 6; call++) {
            assertEquals(call > Work.PerCall.FEWEST, session().perCall().workOf(100).isPresent(), "after " + (call - 1) + " calls");
            after(call % 2 == 1 ? 60 : 120);
            submit(call);
        }
        Work.PerCall.Range range = session().perCall().workOf(100).orElseThrow();
        assertEquals(6316.72, range.low().toMillis() / 1000.0, .01);
        assertEquals(11683.28, range.high().toMillis() / 1000.0, .01);
        assertEquals(Optional.empty(), new Work.PerCall(5, 1000, 1000.0 * 1000).workOf(10), "one long call among four of no length leaves all open");
    }

    @Test
    void theCourseHasBarsOfARoundWidth() {
        put(1, "O_PRICE");
        after(250);
        put(1, "STAGE_PRICING");
        put(1, "DELTA_-1");
        after(250);
        put(2, "O_PRICE");
        assertEquals(List.of(1, 0, 0, 0, 2, 0, 0, 0, 1), followed.course(9).stream().map(Pace.Bar::labels).toList(), "minutes 0, 4 and 8");
        List<Pace.Bar> wider = followed.course(5);
        assertEquals(List.of(1, 0, 2, 0, 1), wider.stream().map(Pace.Bar::labels).toList());
        assertEquals(Duration.ofMinutes(2), wider.getFirst().width());
        assertEquals(List.of(3, 1), followed.course(3).stream().map(Pace.Bar::labels).toList(), "by five minutes, for three by two would be five");
    }

    @Test
    void thousandsOfEditsOfADayAreAllRead() {
        for (int i = 0; i < 1300; i++) {
            after(10);
            put(i, "O_PRICE");
        }
        assertEquals(1300, session().labelCount());
        assertRestartLosesNothing();
    }

    @Test
    void callsThatOthersGaveAreCounted() {
        Labeling ben = labeling("Ben");
        for (int call = 1; call <= 3; call++) {
            Annotation given = new Annotation(
                    UUID.randomUUID(), new Target.OfCall(call(call).id()), LabelKind.STATUS, Statuses.ASSIGNED, call < 3 ? "Ann" : "Cid", "Ben", now, "");
            workspace.journal().append(new Edit(0, Edit.Cause.DONE, null, "Given", List.of(), List.of(given), "Ben", now), edit -> {});
            ben.status(call(call).id(), Statuses.SUBMITTED, true);
        }
        Given given = Given.to("Ann", workspace.journal());
        assertEquals(List.of(2, 2), List.of(given.all(), given.waiting()), "what Ben submitted still waits for Ann");
        given.follow(ann.status(call(1).id(), Statuses.SUBMITTED, true).orElseThrow());
        assertEquals(1, given.waiting());
        given.follow(ann.status(call(3).id(), Statuses.SUBMITTED, true).orElseThrow());
        assertEquals(1, given.waiting());
        assertEquals(1, Given.to("Ann", workspace.journal()).waiting());
        given.follow(ann.undo().orElseThrow());
        given.follow(ann.undo().orElseThrow());
        assertEquals(2, given.waiting());
    }
}
