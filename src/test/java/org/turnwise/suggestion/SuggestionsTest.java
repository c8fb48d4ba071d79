package org.turnwise.suggestion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnwise.annotation.Annotation;
import org.turnwise.annotation.Edit;
import org.turnwise.annotation.Labeling;
import org.turnwise.call.Call;
import org.turnwise.scoring.Encoding;
import org.turnwise.store.Workspace;
import org.turnwise.task.Progress;

class SuggestionsTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-12T09:00:00Z"), ZoneOffset.UTC);
    private static final Call FRESH = LabelledCalls.fresh("fresh");

    @TempDir
    Path folder;

    private Workspace workspace;
    private Suggestions ann;
    private Labeling annLabels;

    @BeforeEach
    void open() {
        workspace = Workspace.open(folder);
        ann = suggestions("Ann");
        annLabels = labeling("Ann", ann);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private void restart() {
        close();
        open();
    }

    private Suggestions suggestions(String annotator) {
        return new Suggestions(
                workspace.journal(), workspace.calls(), LabelledCalls.SCHEME, Encoding.shared(), workspace.suggestionDecisions(), annotator);
    }

    private Labeling labeling(String annotator, Suggestions suggestions) {
        return new Labeling(workspace.journal(), LabelledCalls.SCHEME, annotator, CLOCK, suggestions::follow);
    }

    private void labelAll() {
        LabelledCalls.label(workspace.calls(), labeling("Nora", suggestions("Nora")));
        workspace.calls().add(FRESH, () -> {});
    }

    private List<Suggestion> openOn(Suggestions whose, Call call) {
        List<Annotation> mine = workspace.journal().current(call.id()).stream().filter(a -> a.annotator().equals(whose.annotator())).toList();
        List<Suggestion> open = whose.of(call, Progress.silent()).open(mine, LabelledCalls.SCHEME);
        whose.show(call.id(), open);
        return open;
    }

    private static List<String> named(List<Suggestion> some) {
        return some.stream().map(one -> one.ordinal() + " " + one.label().id()).toList();
    }

    private Suggestion one(String named) {
        return openOn(ann, FRESH).stream().filter(s -> (s.ordinal() + " " + s.label().id()).equals(named)).findFirst().orElseThrow();
    }

    @Test
    void withTooFewLabelsItSaysSoAndSuggestsNothing() {
        workspace.calls().add(FRESH, () -> {});
        assertEquals(new Learned.TooFew("", 0), ann.learn(Progress.silent()));
        annLabels.toggle(FRESH, LabelledCalls.turn(FRESH, 3), LabelledCalls.label("O_PRICE"));
        assertEquals(new Learned.TooFew("O_PRICE", 1), ann.learn(Progress.silent()));
        assertEquals(List.of(), openOn(ann, FRESH));
    }

    @Test
    void whatPeopleLabeledIsSuggestedWhereItIsSaidAgain() {
        labelAll();
        assertInstanceOf(Suggester.class, ann.learn(Progress.silent()));
        List<String> open = named(openOn(ann, FRESH));
        assertTrue(open.containsAll(List.of("3 O_PRICE", "5 O_EFFORT", "7 O_COMPETITOR", "0 R_OPEN", "4 R_ASK")), open.toString());
        assertTrue(open.stream().noneMatch(s -> s.startsWith("1 ")), "readers leave such a turn blank: " + open);
        for (Suggestion suggestion : openOn(ann, FRESH)) {
            assertTrue(suggestion.confidence() >= Suggestion.LEAST && suggestion.confidence() <= 1, suggestion.toString());
            assertTrue(suggestion.label().sides().contains(FRESH.sideOf(FRESH.turns().get(suggestion.ordinal()))), suggestion.toString());
        }
        Suggestions again = suggestions("Ann");
        again.learn(Progress.silent());
        assertEquals(openOn(ann, FRESH), openOn(again, FRESH), "the same labels teach the same, bit for bit");
    }

    @Test
    void theLabelsOfACallTeachNothingAboutTheCall() {
        labelAll();
        ann.learn(Progress.silent());
        Call read = LabelledCalls.numbered(0);
        Call elsewhere = java.util.stream.IntStream.range(1, LabelledCalls.CALLS).mapToObj(LabelledCalls::numbered)
                .filter(call -> Lesson.fold(call.group()) != Lesson.fold(read.group())).findFirst().orElseThrow();
        List<Suggestion> before = ann.of(read, Progress.silent()).likely();
        List<Suggestion> beforeElsewhere = ann.of(elsewhere, Progress.silent()).likely();
        assertFalse(before.isEmpty());
        Labeling cleo = labeling("Cleo", suggestions("Cleo"));
        for (int turn = 1; turn < read.turns().size(); turn += 2) {
            cleo.toggle(read, LabelledCalls.turn(read, turn), LabelledCalls.label("O_TRUST"));
        }
        ann.learn(Progress.silent());
        assertEquals(before, ann.of(read, Progress.silent()).likely(), "a second reader is told nothing of what the first one said");
        assertNotEquals(beforeElsewhere, ann.of(elsewhere, Progress.silent()).likely(), "but other customers' calls are");
    }

    @Test
    void whatAnotherReaderSaidNeitherHidesNorDecidesASuggestion() {
        labelAll();
        ann.learn(Progress.silent());
        List<Suggestion> before = openOn(ann, FRESH);
        Suggestions cleo = suggestions("Cleo");
        cleo.learn(Progress.silent());
        Labeling cleoLabels = labeling("Cleo", cleo);
        List<Suggestion> cleos = openOn(cleo, FRESH);
        cleo.accept(cleoLabels, FRESH, cleos.subList(0, 2));
        cleo.reject(cleoLabels, FRESH, cleos.subList(2, 3));
        assertEquals(before, openOn(ann, FRESH));
        assertEquals(cleos.subList(3, cleos.size()), openOn(cleo, FRESH));
    }

    @Test
    void acceptingIsAnEditOfThePersonAndUndoingItMakesItASuggestionAgain() {
        labelAll();
        ann.learn(Progress.silent());
        List<Suggestion> open = openOn(ann, FRESH);
        Edit edit = ann.accept(annLabels, FRESH, open);
        assertEquals(open.size(), edit.added().size(), "all in one edit");
        assertTrue(edit.added().stream().allMatch(a -> a.annotator().equals("Ann")));
        assertEquals(List.of(), openOn(ann, FRESH));
        assertEquals(new Precision(1, 1), ann.precisions().get("O_PRICE"));
        restart();
        ann.learn(Progress.silent());
        annLabels.undo();
        assertEquals(open, openOn(ann, FRESH));
        assertEquals(Map.of(), ann.precisions(), "what was taken back was not decided");
        assertEquals(List.of(), workspace.journal().current(FRESH.id()));
        annLabels.redo();
        assertEquals(List.of(), openOn(ann, FRESH));
        assertEquals(new Precision(1, 1), ann.precisions().get("O_PRICE"));
        assertEquals(2, workspace.suggestionDecisions().of(FRESH.id()).stream()
                .filter(d -> d.label().equals("O_PRICE") && d.verdict() == Decision.Verdict.ACCEPTED && d.stands()).count(), "nothing is deleted");
    }

    @Test
    void aRejectionIsKeptAndUndoneInItsTurn() {
        labelAll();
        ann.learn(Progress.silent());
        Suggestion price = one("3 O_PRICE");
        annLabels.toggle(FRESH, LabelledCalls.turn(FRESH, 1), LabelledCalls.label("P_STALL"));
        Edit rejection = ann.reject(annLabels, FRESH, List.of(price));
        assertEquals(3, ann.decidedBy(rejection).orElseThrow().ordinal());
        assertFalse(openOn(ann, FRESH).contains(price));
        assertEquals(new Precision(0, 1), ann.precisions().get("O_PRICE"));
        assertEquals(1, workspace.journal().current(FRESH.id()).size(), "a rejection is no annotation");
        assertEquals(1, workspace.journal().labelCounts().get(FRESH.id()), "and no progress");
        restart();
        ann.learn(Progress.silent());
        assertFalse(openOn(ann, FRESH).contains(price), "it is still rejected");
        annLabels.undo();
        assertTrue(openOn(ann, FRESH).contains(price));
        assertEquals(1, workspace.journal().current(FRESH.id()).size(), "only the rejection was taken back");
        annLabels.undo();
        assertEquals(List.of(), workspace.journal().current(FRESH.id()));
    }

    @Test
    void aSuggestedLabelPutOnByItsOwnKeyIsAccepted() {
        labelAll();
        ann.learn(Progress.silent());
        openOn(ann, FRESH);
        annLabels.toggle(FRESH, LabelledCalls.turn(FRESH, 3), LabelledCalls.label("O_PRICE"));
        annLabels.toggle(FRESH, LabelledCalls.turn(FRESH, 3), LabelledCalls.label("O_TRUST"));
        assertEquals(Map.of("O_PRICE", new Precision(1, 1)), ann.precisions(), "what wasn't suggested is no decision");
        annLabels.toggle(FRESH, LabelledCalls.turn(FRESH, 3), LabelledCalls.label("O_PRICE"));
        assertTrue(named(openOn(ann, FRESH)).stream().noneMatch("3 O_PRICE"::equals), "what a person then takes off is not suggested anew");
    }

    @Test
    void suggestionsAndRejectionsTeachNothing() {
        labelAll();
        ann.learn(Progress.silent());
        List<Suggestion> before = ann.of(LabelledCalls.numbered(4), Progress.silent()).likely();
        long size = workspace.journal().labelCounts().size();
        ann.reject(annLabels, FRESH, openOn(ann, FRESH));
        ann.learn(Progress.silent());
        assertEquals(before, ann.of(LabelledCalls.numbered(4), Progress.silent()).likely());
        assertEquals(size, workspace.journal().labelCounts().size(), "a call with decisions alone is not a labeled one");
    }

    @Test
    void learningCanBeCancelledAndLeavesAllAsItWas() {
        labelAll();
        ann.learn(Progress.silent());
        Learned before = ann.learned();
        assertThrows(CancellationException.class, () -> ann.learn(new Progress() {
            @Override
            public void report(double done, String what) {}

            @Override
            public boolean cancelled() {
                return true;
            }
        }));
        assertEquals(before, ann.learned());
    }

    @Test
    void confidenceIsHowOftenReadersAgree() {
        Labeling nora = labeling("Nora", suggestions("Nora"));
        int calls = 120;
        for (int n = 0; n < calls; n++) {
            // of ten readers seven hear a price objection in it and three hear work
            Call call = LabelledCalls.call("odd " + n, "odd customer " + n,
                    List.of("Shall we?", "Hm, that is a lot for us.", "Depot " + n, "We have a contract with a rival."));
            workspace.calls().add(call, () -> {});
            nora.toggle(call, LabelledCalls.turn(call, 1), LabelledCalls.label(n % 10 < 7 ? "O_PRICE" : "O_EFFORT"));
            nora.toggle(call, LabelledCalls.turn(call, 3), LabelledCalls.label("O_COMPETITOR"));
        }
        ann.learn(Progress.silent());
        Call asked = LabelledCalls.call("asked", "someone", List.of("Shall we?", "Hm, that is a lot for us."));
        List<Suggestion> likely = ann.of(asked, Progress.silent()).likely();
        assertEquals(List.of("1 O_PRICE"), named(likely));
        assertEquals(.7, likely.getFirst().confidence(), .08);
        assertEquals(Set.of(), ann.of(asked, Progress.silent()).decided());
    }
}
