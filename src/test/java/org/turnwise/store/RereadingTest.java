package org.turnwise.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnwise.annotation.Annotation;
import org.turnwise.annotation.Comebacks;
import org.turnwise.annotation.Edit;
import org.turnwise.annotation.HistoryFilter;
import org.turnwise.annotation.Label;
import org.turnwise.annotation.LabelKind;
import org.turnwise.annotation.LabelScheme;
import org.turnwise.annotation.Labeling;
import org.turnwise.annotation.Rereading;
import org.turnwise.annotation.Restoring;
import org.turnwise.annotation.Statuses;
import org.turnwise.annotation.Target;
import org.turnwise.annotation.agreement.Agreement;
import org.turnwise.annotation.agreement.LabelAgreement;
import org.turnwise.annotation.agreement.ReadCall;
import org.turnwise.annotation.agreement.Readings;
import org.turnwise.call.Call;
import org.turnwise.call.CallId;
import org.turnwise.dataset.DatasetExport;
import org.turnwise.exchange.Exchange;
import org.turnwise.queue.Queue;
import org.turnwise.queue.QueueItem;
import org.turnwise.queue.QueueReason;
import org.turnwise.queue.WorkStatus;
import org.turnwise.review.Reviewer;
import org.turnwise.reward.Outcomes;
import org.turnwise.reward.RewardPolicy;
import org.turnwise.scoring.Encoding;
import org.turnwise.scoring.Forecasts;
import org.turnwise.scoring.recogniser.WorkspaceLabels;
import org.turnwise.task.Progress;

/** Calls that come back to whoever read them: neither reading is lost or counts for the other, whatever is undone, merged or exported. */
class RereadingTest {

    private static final Instant FIRST = Instant.parse("2026-11-01T09:00:00Z");
    private static final Instant LATER = FIRST.plus(Duration.ofDays(15));
    private static final LabelScheme SCHEME = LabelScheme.standard();

    /** Turns 0, 2 and 4 are the rep's, 1, 3 and 5 the customer's. */
    private static final Call CALL = Samples.call("one", 6);

    @TempDir
    Path folder;

    private Workspace workspace;
    private Outcomes outcomes;

    @BeforeEach
    void open() {
        workspace = Workspace.open(folder.resolve("anns"));
        outcomes = new Outcomes(workspace.rewards(), RewardPolicy.standard(), Clock.systemUTC());
        workspace.calls().add(CALL, () -> {});
        Labeling first = at(FIRST);
        put(first, 1, "O_PRICE");
        put(first, 3, "O_TIMING");
        first.toggle(CALL, new Target.OfCall(CALL.id()), label("STALL"));
        first.status(CALL.id(), Statuses.SUBMITTED, true);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private static Clock clock(Instant at) {
        return Clock.fixed(at, ZoneOffset.UTC);
    }

    private Labeling at(Instant when) {
        return labeling(workspace, "Ann", when);
    }

    private Labeling labeling(Workspace in, String who, Instant when) {
        return new Labeling(in.journal(), SCHEME, who, clock(when), in == workspace ? edit -> outcomes.follow(edit, workspace.journal()) : edit -> {});
    }

    private static Label label(String id) {
        return SCHEME.label(id).orElseThrow();
    }

    private static Edit put(Labeling labeling, int turn, String label) {
        return labeling.toggle(CALL, new Target.OfTurn(CALL.id(), turn), label(label));
    }

    private List<CallId> draw(Instant when, double share) {
        return draw(workspace, when, share);
    }

    private static List<CallId> draw(Workspace in, Instant when, double share) {
        Comebacks comebacks = new Comebacks(in.journal(), in.settings(), clock(when));
        comebacks.choose(share);
        return comebacks.draw("Ann", call -> in.calls().find(call).isPresent());
    }

    private static List<String> labels(List<Annotation> annotations) {
        return annotations.stream().filter(a -> a.kind() != LabelKind.STATUS).map(Annotation::label).sorted().toList();
    }

    private List<String> by(String name) {
        return labels(workspace.journal().current(CALL.id()).stream().filter(a -> a.annotator().equals(name)).toList());
    }

    /** A second reading that agrees on the price, sees no timing, and sets another outcome. */
    private Labeling readAgain() {
        draw(LATER, 1);
        Labeling second = at(LATER);
        put(second, 1, "O_PRICE");
        second.toggle(CALL, new Target.OfCall(CALL.id()), label("DEMO_BOOKED"));
        second.status(CALL.id(), Statuses.SUBMITTED, true);
        return second;
    }

    @Test
    void aCallComesBackOnceAndOnlyAfterAWhile() {
        assertEquals(List.of(), draw(FIRST.plus(Duration.ofDays(14)).minusSeconds(1), 1), "too soon");
        assertEquals(List.of(), draw(LATER, 0), "none is to come back");
        assertEquals(List.of(CALL.id()), draw(FIRST.plus(Duration.ofDays(14)), 1));
        assertEquals(List.of(), draw(LATER, 1), "it is back already");
        Labeling second = at(LATER);
        second.status(CALL.id(), Statuses.SUBMITTED, true);
        assertEquals(List.of(), draw(LATER.plus(Duration.ofDays(100)), 1), "twice is enough");
        Edit drawn = workspace.journal().history(new HistoryFilter(null, Rereading.by("Ann")), 0, 9).getFirst();
        assertEquals("A call came back by lot, to be read again", drawn.what());
    }

    @Test
    void theLotIsFairAndNoMoreThanAFewWaitAtATime() {
        int drawn = 0;
        List<CallId> chosen = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            Call call = Samples.call("call " + i, 1);
            workspace.calls().add(call, () -> {});
            at(FIRST).status(call.id(), Statuses.SUBMITTED, true);
        }
        List<CallId> now = draw(LATER, .05);
        assertEquals(5, now.size(), "the rest waits until these are done");
        while (!now.isEmpty()) {
            drawn += now.size();
            chosen.addAll(now);
            now.forEach(call -> at(LATER).status(call, Statuses.SUBMITTED, true));
            now = draw(LATER, .05);
        }
        // 20 of 400 expected, standard deviation 4.4; the lot is the same in every run
        assertTrue(drawn > 7 && drawn < 33, drawn + " of 401 came back");
        assertEquals(drawn, new TreeSet<>(chosen).size());
    }

    @Test
    void theFirstReadingIsOutOfSightUntilTheSecondIsSubmitted() {
        draw(LATER, 1);
        Labeling second = at(LATER);
        assertEquals(List.of(), labels(second.current(CALL.id())));
        put(second, 1, "O_PRICE");
        assertEquals(List.of("O_PRICE"), labels(second.current(CALL.id())));
        List<Edit> history = workspace.journal().history(new HistoryFilter(CALL.id(), null), 0, 100);
        assertEquals(List.of("Price on turn 1", "A call came back by lot, to be read again"), second.seen(history).stream().map(Edit::what).toList());
        assertEquals(List.of("O_PRICE", "O_TIMING", "STALL"), by("Ann"), "all is kept");
        assertEquals(List.of("O_PRICE", "O_TIMING", "STALL"), labels(labeling(workspace, "Ben", LATER).current(CALL.id())), "others see the first");

        second.status(CALL.id(), Statuses.SUBMITTED, true);
        assertEquals(List.of("O_PRICE", "O_TIMING", "STALL"), labels(second.current(CALL.id())));
        assertEquals(history.size() + 1, second.seen(workspace.journal().history(new HistoryFilter(CALL.id(), null), 0, 100)).size());
        put(second, 1, "O_EFFORT");
        assertEquals(List.of("O_EFFORT", "O_PRICE", "O_TIMING", "STALL"), by("Ann"), "from here on it is the first that is edited");
        assertEquals(List.of("O_PRICE"), by(Rereading.by("Ann")));
    }

    @Test
    void undoingGoesBackThroughBothReadings() {
        Labeling second = readAgain();
        assertEquals(List.of("DEMO_BOOKED", "O_PRICE"), by(Rereading.by("Ann")));
        second.undo();
        assertTrue(Rereading.isOpen(workspace.journal().current(CALL.id()), "Ann"), "no longer submitted, it is being read again");
        assertEquals(List.of("DEMO_BOOKED", "O_PRICE"), labels(second.current(CALL.id())));
        second.undo();
        second.undo();
        assertEquals(List.of(), by(Rereading.by("Ann")));
        second.undo();
        assertFalse(Rereading.isOpen(workspace.journal().current(CALL.id()), "Ann"), "with the first submission undone there is no second reading");
        assertEquals(List.of("O_PRICE", "O_TIMING", "STALL"), labels(second.current(CALL.id())));
        for (int i = 0; i < 4; i++) {
            second.redo();
        }
        assertEquals(List.of("DEMO_BOOKED", "O_PRICE"), by(Rereading.by("Ann")));
        assertTrue(Rereading.isDone(workspace.journal().current(CALL.id()), "Ann"));
    }

    @Test
    void skippingTheSecondReadingLeavesTheFirstSubmitted() {
        draw(LATER, 1);
        at(LATER).status(CALL.id(), Statuses.SKIPPED, true);
        assertTrue(workspace.journal().statuses().get(CALL.id()).contains(Statuses.SUBMITTED));
        assertEquals(WorkStatus.SKIPPED, item("Ann").status());
        assertEquals(WorkStatus.SUBMITTED, item("Ben").status());
    }

    @Test
    void restoringActsOnTheReadingTheEditBelongsTo() {
        draw(LATER, 1);
        Labeling second = at(LATER);
        Edit price = put(second, 1, "O_PRICE");
        put(second, 3, "O_EFFORT");
        Restoring restoring = new Restoring(workspace.journal(), SCHEME, "Ann", clock(LATER), edit -> {});
        restoring.takeBack(price);
        assertEquals(List.of("O_EFFORT"), by(Rereading.by("Ann")));
        restoring.putBack(price);
        assertEquals(List.of("O_PRICE"), by(Rereading.by("Ann")));
        assertTrue(Rereading.isOpen(workspace.journal().current(CALL.id()), "Ann"));
        assertEquals(List.of("O_PRICE", "O_TIMING", "STALL"), by("Ann"));
    }

    @Test
    void theQueueServesItAmongTheOthersWithoutWhatWasSaid() {
        assertEquals(WorkStatus.SUBMITTED, item("Ann").status());
        draw(LATER, 1);
        QueueItem back = item("Ann");
        assertEquals(QueueReason.RECHECK, back.reason());
        assertEquals(WorkStatus.TODO, back.status());
        assertEquals(0, back.labels());
        assertEquals(WorkStatus.SUBMITTED, item("Ben").status(), "for anybody else nothing has changed");
        assertEquals(3, item("Ben").labels());
        put(at(LATER), 1, "O_PRICE");
        assertEquals(WorkStatus.IN_PROGRESS, item("Ann").status());
        assertEquals(3, item("Ben").labels());
        at(LATER).status(CALL.id(), Statuses.SUBMITTED, true);
        assertEquals(WorkStatus.SUBMITTED, item("Ann").status());
        assertEquals(3, item("Ann").labels());
    }

    private QueueItem item(String reader) {
        Forecasts forecasts = new Forecasts(workspace.calls(), workspace.scorerVersions(), workspace.forecasts(), Encoding.shared());
        return new Queue(workspace.calls(), workspace.journal(), outcomes, forecasts, 0, () -> reader).build(Progress.silent()).getFirst();
    }

    /** Of 3 customer turns price is on one both times: kappa 1. Timing once and never again: kappa 0. */
    @Test
    void bothReadingsAreComparedAsTwoReadersAre() {
        Readings readings = new Readings(workspace.journal(), workspace.calls(), Set::of);
        assertEquals(List.of(), readings.again());
        readAgain();
        ReadCall read = readings.again("Ann").getFirst();
        assertEquals(List.of("O_PRICE", "O_TIMING", "STALL"), labels(read.byReader().get("Ann")));
        assertEquals(List.of("DEMO_BOOKED", "O_PRICE"), labels(read.byReader().get("Ann (read again)")));
        Agreement self = Agreement.of(readings.again(), SCHEME, 0);
        assertEquals(1, self.calls());
        assertEquals(1.0, kappa(self, "O_PRICE"));
        assertEquals(0.0, kappa(self, "O_TIMING"));
        assertNull(figures(self, "O_PRICE").kappa().orElseThrow().interval(), "one call gives no interval");
        assertEquals(List.of(), readings.twice(), "two readings by one person are no agreement between people");
        assertEquals(List.of(), readings.disagreements());
        assertEquals(List.of(), readings.again("Ben"));
    }

    private static LabelAgreement figures(Agreement agreement, String label) {
        return agreement.labels().stream().filter(l -> l.label().id().equals(label)).findFirst().orElseThrow();
    }

    private static double kappa(Agreement agreement, String label) {
        return figures(agreement, label).kappa().orElseThrow().value();
    }

    @Test
    void nothingIsLearnedFromTheSecondReadingAndTheOutcomeStays() {
        WorkspaceLabels before = WorkspaceLabels.read(workspace.journal(), SCHEME);
        readAgain();
        assertEquals(before.of(CALL), WorkspaceLabels.read(workspace.journal(), SCHEME).of(CALL));
        assertEquals("STALL", outcomes.known(CALL.id()).orElseThrow().kind().name());
    }

    @Test
    void aReviewerWhoSendsTheCallBackWantsTheFirstReading() {
        draw(LATER, 1);
        put(at(LATER), 1, "O_PRICE");
        new Reviewer(workspace.journal(), SCHEME, "Mia", clock(LATER), edit -> {}).sendBack(CALL.id(), "Where is the stage?");
        assertEquals(List.of("O_PRICE", "O_TIMING", "STALL"), labels(at(LATER).current(CALL.id())));
        at(LATER).status(CALL.id(), Statuses.SUBMITTED, true);
        assertEquals(List.of(), draw(LATER.plus(Duration.ofDays(30)), 1), "begun once, it doesn't come back again");
    }

    @Test
    void bothReadingsTravelInABundleAndTwoLaptopsThatDrawTheSameCallAgree() throws IOException {
        Exchange anns = exchange(workspace);
        Path bundle = folder.resolve("one.bundle");
        anns.write(bundle, true, "Ann", Progress.silent());
        try (Workspace other = Workspace.open(folder.resolve("other"))) {
            exchange(other).merge(bundle, false, Progress.silent());
            assertEquals(List.of(CALL.id()), draw(other, LATER, 1));
            readAgain();
            Path second = folder.resolve("two.bundle");
            anns.write(second, true, "Ann", Progress.silent());
            Path back = folder.resolve("three.bundle");
            exchange(other).write(back, true, "Ann", Progress.silent());
            assertEquals(List.of(), exchange(other).merge(second, false, Progress.silent()).conflicts());
            assertEquals(List.of(), anns.merge(back, false, Progress.silent()).conflicts());
            assertEquals(new HashSet<>(workspace.journal().current(CALL.id())), new HashSet<>(other.journal().current(CALL.id())));
            assertEquals(1, workspace.journal().current(CALL.id()).stream().filter(a -> a.label().equals(Statuses.AGAIN)).count());
            assertEquals(1, new Readings(other.journal(), other.calls(), Set::of).again("Ann").size());
            assertTrue(Files.exists(back));
        }
    }

    private static Exchange exchange(Workspace in) {
        Outcomes outcomes = new Outcomes(in.rewards(), in.policies()::active, Clock.systemUTC());
        return new Exchange(in.calls(), in.journal(), in.sharedJournal(), SCHEME, outcomes, "turnwise test", clock(LATER));
    }

    @Test
    void anExportNamesTheReadingOfEveryLabel() throws IOException {
        readAgain();
        Path out = folder.resolve("out.jsonl");
        new DatasetExport(workspace.calls(), workspace.journal(), outcomes, SCHEME, workspace.scorerVersions(), "turnwise test", clock(LATER), null)
                .run(new DatasetExport.Request(DatasetExport.Format.JSONL, out, Optional.empty(), false), Progress.silent());
        String text = Files.readString(out);
        assertEquals(2, text.split("\"annotator\":\"Ann \\(read again\\)\"", -1).length - 1);
        assertEquals(3, text.split("\"annotator\":\"Ann\"", -1).length - 1);
    }
}
