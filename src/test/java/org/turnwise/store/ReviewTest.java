package org.turnwise.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
import org.turnwise.exchange.Exchange;
import org.turnwise.review.CallReview;
import org.turnwise.review.CallReview.Comment;
import org.turnwise.review.Reviewer;
import org.turnwise.review.Verdict;
import org.turnwise.reward.OutcomeKind;
import org.turnwise.reward.Outcomes;
import org.turnwise.reward.RewardSignal;
import org.turnwise.reward.RewardSignal.Origin;
import org.turnwise.task.Progress;

/** Comments and decisions about calls: kept, taken back, and shared by bundles in any order. */
class ReviewTest {

    private static final LabelScheme SCHEME = LabelScheme.standard();
    private static final CallId CALL = new CallId("call");

    @TempDir
    private Path folder;

    private final Clock clock = new Ticking();

    /** A second later each time it is asked, so that the order of time is the order of doing. */
    private static final class Ticking extends Clock {
        private Instant now = Instant.parse("2026-11-18T10:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            now = now.plus(Duration.ofSeconds(1));
            return now;
        }
    }

    private Workspace open(String name) {
        Workspace workspace = Workspace.open(folder.resolve(name));
        workspace.calls().add(call(), () -> {});
        return workspace;
    }

    private static Call call() {
        return new Call(
                CALL, "Brightwater, second talk", new Source("vtt", "a.vtt", null), TimingClass.NONE, null, "Brightwater",
                List.of(new Participant("p", "Priya", Side.REP), new Participant("t", "Tom", Side.CUSTOMER)),
                List.of(new Turn(0, "p", "Shall we go on?", null, null), new Turn(1, "t", "It is more than we planned.", null, null)));
    }

    private Outcomes outcomes(Workspace workspace) {
        return new Outcomes(workspace.rewards(), workspace.policies()::active, clock);
    }

    private Reviewer reviewer(Workspace workspace, String name) {
        return new Reviewer(workspace.journal(), SCHEME, name, clock, edit -> outcomes(workspace).follow(edit, workspace.journal()));
    }

    private Labeling labeling(Workspace workspace, String name) {
        return new Labeling(workspace.journal(), SCHEME, name, clock, edit -> outcomes(workspace).follow(edit, workspace.journal()));
    }

    private static CallReview review(Workspace workspace) {
        return CallReview.of(CALL, workspace.journal().current(CALL));
    }

    @Test
    void aDecisionEndsTheFlagAndUndoBringsItBackAfterARestart() {
        try (Workspace workspace = open("one")) {
            labeling(workspace, "Ann").status(CALL, Statuses.FLAGGED, true);
            assertEquals(List.of("Ann"), review(workspace).flaggedBy());
            Reviewer eli = reviewer(workspace, "Eli");
            eli.comment(new Target.OfTurn(CALL, 1), "  Who signs? ");
            eli.confirm(CALL);
            assertEquals(Verdict.CONFIRMED, review(workspace).decision().orElseThrow().verdict());
            assertEquals("Eli", review(workspace).decision().orElseThrow().by());
            assertEquals(Set.of(CALL), eli.all().keySet());
            assertTrue(!review(workspace).open());
        }
        try (Workspace workspace = open("one")) {
            Reviewer eli = reviewer(workspace, "Eli");
            eli.undo();
            assertTrue(review(workspace).open());
            assertTrue(review(workspace).decision().isEmpty());
            assertEquals(List.of("Who signs?"), review(workspace).comments().stream().map(Comment::text).toList());
            eli.undo();
            assertEquals(List.of(), review(workspace).comments());
            assertTrue(eli.undo().isEmpty());
        }
    }

    @Test
    void whatIsSentBackIsOpenToItsReaderUntilTheySubmitItAgain() {
        try (Workspace workspace = open("one")) {
            Labeling ann = labeling(workspace, "Ann");
            ann.status(CALL, Statuses.SUBMITTED, true);
            ann.status(CALL, Statuses.FLAGGED, true);
            reviewer(workspace, "Eli").sendBack(CALL, "Where are the stages?");
            assertEquals(Set.of(Statuses.SENT_BACK, Statuses.COMMENT), workspace.journal().statuses().get(CALL));
            assertEquals("Where are the stages?", review(workspace).decision().orElseThrow().about());
            ann.status(CALL, Statuses.SUBMITTED, true);
            assertEquals(Set.of(Statuses.SUBMITTED, Statuses.FLAGGED, Statuses.COMMENT), workspace.journal().statuses().get(CALL),
                    "goes to the reviewer again");
            ann.undo();
            assertEquals(Set.of(Statuses.SENT_BACK, Statuses.COMMENT), workspace.journal().statuses().get(CALL));
        }
    }

    @Test
    void aCorrectedOutcomeIsInForceAndUndoneTheOldOneIs() {
        try (Workspace workspace = open("one")) {
            labeling(workspace, "Ann").toggle(call(), new Target.OfCall(CALL), SCHEME.label("LOST").orElseThrow());
            Reviewer eli = reviewer(workspace, "Eli");
            eli.correct(CALL, SCHEME.label("STALL").orElseThrow());
            assertEquals(OutcomeKind.STALL, outcomes(workspace).known(CALL).orElseThrow().kind());
            assertEquals("STALL", review(workspace).decision().orElseThrow().about());
            assertThrows(IllegalArgumentException.class, () -> eli.correct(CALL, SCHEME.label("O_PRICE").orElseThrow()));
        }
    }

    @Test
    void aCorrectionOverridesWhatIsRecordedForTrainingAndUndoneItHoldsAgain() {
        try (Workspace workspace = open("one")) {
            Outcomes outcomes = outcomes(workspace);
            outcomes.record(List.of(new Outcomes.Reported(CALL, OutcomeKind.DEMO_BOOKED, Origin.CRM, "deals.csv:2")));
            labeling(workspace, "Ann").toggle(call(), new Target.OfCall(CALL), SCHEME.label("MEETING_BOOKED").orElseThrow());
            Outcomes.Known before = outcomes.known(CALL).orElseThrow();
            assertEquals(OutcomeKind.DEMO_BOOKED, before.kind());
            Reviewer eli = reviewer(workspace, "Eli");
            eli.correct(CALL, SCHEME.label("STALL").orElseThrow());
            Outcomes.Known corrected = outcomes.known(CALL).orElseThrow();
            assertEquals(OutcomeKind.STALL, corrected.kind());
            assertEquals(1.0, corrected.weight(), "nothing that it overrides weighs against it");
            assertTrue(!corrected.conflict());
            assertEquals(3, corrected.signals().size(), "what others said stays in the ledger");
            outcomes.record(List.of(new Outcomes.Reported(CALL, OutcomeKind.MEETING_BOOKED, Origin.CRM, "deals.csv:2")));
            assertEquals(OutcomeKind.STALL, outcomes.known(CALL).orElseThrow().kind(), "a later table doesn't take its place");
            eli.correct(CALL, SCHEME.label("NOT_INTERESTED").orElseThrow());
            assertEquals(OutcomeKind.NOT_INTERESTED, outcomes.known(CALL).orElseThrow().kind());
            eli.undo();
            assertEquals(OutcomeKind.STALL, outcomes.known(CALL).orElseThrow().kind());
            eli.undo();
            assertEquals(OutcomeKind.MEETING_BOOKED, outcomes.known(CALL).orElseThrow().kind());
            assertEquals(Set.of(Origin.CRM, Origin.ANALYST), outcomes.known(CALL).orElseThrow().signals().stream().map(RewardSignal::origin)
                    .collect(Collectors.toSet()));
            eli.correct(CALL, SCHEME.label("STALL").orElseThrow());
            eli.confirm(CALL);
            assertEquals(OutcomeKind.STALL, outcomes.known(CALL).orElseThrow().kind(), "who confirms afterwards confirms the corrected outcome");
            assertEquals(1, review(workspace).decisions().size());
        }
    }

    @Test
    void aCorrectionOfTheCallLeavesTheDealAndOneThatEndsTheDealDoesNot() {
        try (Workspace workspace = open("one")) {
            Outcomes outcomes = outcomes(workspace);
            outcomes.record(List.of(new Outcomes.Reported(CALL, OutcomeKind.LOST, Origin.DEAL, "deal 7")));
            Reviewer eli = reviewer(workspace, "Eli");
            eli.correct(CALL, SCHEME.label("DEMO_BOOKED").orElseThrow());
            Outcomes.Known call = outcomes.known(CALL).orElseThrow();
            assertEquals(OutcomeKind.DEMO_BOOKED, call.kind());
            double demo = outcomes.policy().reward(OutcomeKind.DEMO_BOOKED).orElseThrow();
            double lost = outcomes.policy().reward(OutcomeKind.LOST).orElseThrow();
            double share = outcomes.policy().dealShare();
            assertEquals(share * lost + (1 - share) * demo, call.reward(), 1e-12);
            assertEquals(
                    List.of(new Outcomes.Part(OutcomeKind.LOST, lost, share), new Outcomes.Part(OutcomeKind.DEMO_BOOKED, demo, 1 - share)), call.made());
            eli.correct(CALL, SCHEME.label("WON_ON_CALL").orElseThrow());
            Outcomes.Known deal = outcomes.known(CALL).orElseThrow();
            assertEquals(OutcomeKind.WON_ON_CALL, deal.kind());
            assertEquals(outcomes.policy().reward(OutcomeKind.WON_ON_CALL).orElseThrow(), deal.reward());
            assertEquals(1.0, deal.weight());
            assertEquals(List.of(new Outcomes.Part(OutcomeKind.WON_ON_CALL, deal.reward(), 1)), deal.made());
        }
    }

    @Test
    void anOutcomeTakenBackBringsBackWhatAnotherAnalystSaid() {
        try (Workspace workspace = open("one")) {
            labeling(workspace, "Ann").toggle(call(), new Target.OfCall(CALL), SCHEME.label("LOST").orElseThrow());
            Labeling ben = labeling(workspace, "Ben");
            ben.toggle(call(), new Target.OfCall(CALL), SCHEME.label("STALL").orElseThrow());
            assertEquals(OutcomeKind.STALL, outcomes(workspace).known(CALL).orElseThrow().kind());
            ben.undo();
            assertEquals(OutcomeKind.LOST, outcomes(workspace).known(CALL).orElseThrow().kind());
        }
    }

    @Test
    void whatOnePersonDoesOnTwoScreensIsUndoneInTheOrderItWasDone() {
        try (Workspace workspace = open("one")) {
            Labeling eli = labeling(workspace, "Eli");
            eli.toggle(call(), new Target.OfTurn(CALL, 1), SCHEME.label("O_PRICE").orElseThrow());
            reviewer(workspace, "Eli").comment(new Target.OfCall(CALL), "one");
            reviewer(workspace, "Eli").comment(new Target.OfCall(CALL), "two");
            eli.toggle(call(), new Target.OfTurn(CALL, 1), SCHEME.label("O_FIT").orElseThrow());
            List<String> undone = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                undone.add(eli.undo().orElseThrow().what());
            }
            assertEquals(List.of("Undid: Fit on turn 1", "Undid: Comment on the call", "Undid: Comment on the call", "Undid: Price on turn 1"), undone);
            assertEquals(4, Stream.generate(labeling(workspace, "Eli")::redo).takeWhile(Optional::isPresent).count());
        }
    }

    @Test
    void undoLeavesAloneWhatIsNotOfReview() {
        try (Workspace workspace = open("one")) {
            labeling(workspace, "Eli").toggle(call(), new Target.OfTurn(CALL, 1), SCHEME.label("O_PRICE").orElseThrow());
            assertThrows(Labeling.NotAllowed.class, reviewer(workspace, "Eli")::undo);
            assertThrows(Labeling.NotAllowed.class, () -> reviewer(workspace, "Eli").comment(new Target.OfCall(CALL), " \n "));
            assertEquals(1, workspace.journal().size());
        }
    }

    @Test
    void bundlesInAnyOrderEndInTheSameReview() throws Exception {
        Map<String, Path> bundles = new HashMap<>();
        for (String name : List.of("Ann", "Ben", "Eli")) {
            try (Workspace workspace = open(name)) {
                Reviewer reviewer = reviewer(workspace, name);
                labeling(workspace, name).status(CALL, Statuses.FLAGGED, true);
                reviewer.comment(new Target.OfTurn(CALL, 1), name + " on the turn");
                reviewer.comment(new Target.OfCall(CALL), name + " on the call");
                switch (name) {
                    case "Ben" -> reviewer.confirm(CALL);
                    case "Eli" -> reviewer.sendBack(CALL, "Again, please");
                    default -> reviewer.undo();
                }
                Path out = folder.resolve(name + ".bundle");
                exchange(workspace).write(out, true, name, Progress.silent());
                bundles.put(name, out);
            }
        }
        List<CallReview> ends = new ArrayList<>();
        int run = 0;
        for (List<String> order : List.of(List.of("Ann", "Ben", "Eli"), List.of("Eli", "Ann", "Ben"), List.of("Ben", "Eli", "Ann", "Ben"))) {
            try (Workspace manager = Workspace.open(folder.resolve("manager" + run++))) {
                order.forEach(name -> exchange(manager).merge(bundles.get(name), false, Progress.silent()));
                assertEquals(call().turns(), manager.calls().find(CALL).orElseThrow().turns(), "the bundle is all a manager needs");
                ends.add(review(manager));
                reviewer(manager, "Mia").confirm(CALL);
                assertEquals(1, review(manager).decisions().size(), "deciding again settles what two decided");
                assertTrue(!review(manager).open());
            }
        }
        assertEquals(Set.of(ends.getFirst()), Set.copyOf(ends));
        assertEquals(
                Set.of("Ann on the turn", "Ben on the turn", "Ben on the call", "Eli on the turn", "Eli on the call", "Again, please"),
                Set.copyOf(ends.getFirst().comments().stream().map(Comment::text).toList()));
        assertEquals(2, ends.getFirst().decisions().size());
        assertEquals(List.of("Ann"), ends.getFirst().flaggedBy(), "each decided about their own flag only");
    }

    private Exchange exchange(Workspace workspace) {
        return new Exchange(workspace.calls(), workspace.journal(), workspace.sharedJournal(), SCHEME, outcomes(workspace), "turnwise test", clock);
    }
}
