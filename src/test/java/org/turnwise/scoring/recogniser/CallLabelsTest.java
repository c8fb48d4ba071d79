package org.turnwise.scoring.recogniser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnwise.annotation.LabelScheme;
import org.turnwise.annotation.Labeling;
import org.turnwise.annotation.Target;
import org.turnwise.call.Call;
import org.turnwise.call.Side;
import org.turnwise.intake.ConversationJsonl;
import org.turnwise.intake.reading.Unreadable;
import org.turnwise.scoring.recogniser.CallLabels.OnTurn;
import org.turnwise.store.Workspace;

class CallLabelsTest {

    private static final LabelScheme SCHEME = LabelScheme.standard();
    private static final String THREE_TURNS = "\"turns\":[{\"speaker\":\"rep\",\"text\":\"Hello.\"},{\"speaker\":\"customer\",\"text\":\"Too dear.\"},"
            + "{\"speaker\":\"rep\",\"text\":\"I see.\"}]";

    @TempDir
    Path folder;

    private static Call call(String rest) throws Unreadable {
        String line = "{\"id\":\"one\"," + rest + (rest.isEmpty() ? "" : ",") + "\"meta\":{\"group\":\"acme\"}," + THREE_TURNS + "}";
        return ConversationJsonl.read(line, "calls.jsonl", 1).call();
    }

    private static CallLabels ofSource(String labels) throws Unreadable {
        return CallLabels.of(call("\"turn_labels\":" + labels), List.of(), SCHEME);
    }

    @Test
    void readsTheShapesThatCorporaUse() throws Unreadable {
        List<OnTurn> expected = List.of(new OnTurn(0, Family.SOURCE, Set.of("greeting", "ask")), new OnTurn(2, Family.SOURCE, Set.of("thank")));
        assertEquals(expected, ofSource("[[\"greeting\",\"ask\"],[],[\"thank\"]]").turns(), "lists of labels");
        assertEquals(expected, ofSource("[[{\"sentence\":\"Hello.\",\"labels\":[\"greeting\"]},{\"sentence\":\"Well?\",\"labels\":[\"ask\"],\"neg\":0.5}],"
                + "[],[{\"sentence\":\"I see.\",\"labels\":[\"thank\"]}]]").turns(), "lists of sentences");
        assertEquals(expected, ofSource("[{\"labels\":[\"ask\",\" greeting \",\"\"]},null,{\"label\":\"thank\"}]").turns(), "objects, and nothing");
        assertEquals(List.of(new OnTurn(0, Family.SOURCE, Set.of("a"))), ofSource("[\"a\",\" \",7]").turns(), "bare labels, and what is none");
    }

    @Test
    void leavesAloneWhatDoesNotFitTheTurns() throws Unreadable {
        assertEquals(CallLabels.NONE, ofSource("[[\"greeting\"],[\"ask\"]]"));
        assertEquals(CallLabels.NONE, ofSource("{\"0\":[\"greeting\"]}"));
        assertEquals(CallLabels.NONE, ofSource("null"));
        assertEquals(CallLabels.NONE, CallLabels.of(call(""), List.of(), SCHEME));
        assertFalse(CallLabels.NONE.teach());
    }

    @Test
    void takesFromOurExportsWhatTheSourceItselfSaid() throws Unreadable {
        Call overlaid = call("\"turn_labels\":[[\"R_OPEN\"],[\"O_PRICE\"],[]],\"turn_labels_source\":[[\"greeting\"],[],[]]");
        assertEquals(List.of(new OnTurn(0, Family.SOURCE, Set.of("greeting"))), CallLabels.of(overlaid, List.of(), SCHEME).turns());
        Call withoutAny = call("\"turn_labels\":[[\"R_OPEN\"],[\"O_PRICE\"],[]],\"turn_labels_source\":null");
        assertEquals(CallLabels.NONE, CallLabels.of(withoutAny, List.of(), SCHEME));
    }

    @Test
    void readsWhatPeopleSaidInAWorkspace() throws Unreadable {
        Call call = call("\"turn_labels\":[[],[],[\"thank\"]]");
        try (Workspace workspace = Workspace.open(folder)) {
            workspace.calls().add(call, () -> {});
            assertFalse(WorkspaceLabels.read(workspace.journal(), SCHEME).of(call("")).teach(), "nobody has read it");
            Labeling ann = labeling(workspace, "Ann");
            Labeling ben = labeling(workspace, "Ben");
            put(ann, call, 0, "STAGE_OPENING");
            put(ann, call, 1, "O_PRICE");
            put(ben, call, 1, "P_PAIN_MILD");
            put(ann, call, 1, "DELTA_-2");
            put(ben, call, 1, "DELTA_+1");
            put(ann, call, 2, "DELTA_+2");
            put(ann, call, 2, "FLAG_RISK");
            put(ann, call, 2, "R_ASK");
            ann.toggle(call, new Target.OfCall(call.id()), SCHEME.label("WON").orElseThrow());
            WorkspaceLabels before = WorkspaceLabels.read(workspace.journal(), SCHEME);
            put(ann, call, 2, "R_ASK");
            CallLabels labels = WorkspaceLabels.read(workspace.journal(), SCHEME).of(call);
            assertEquals(
                    List.of(
                            new OnTurn(0, Family.STAGE, Set.of("STAGE_OPENING")),
                            new OnTurn(1, Family.ACT, Set.of("O_PRICE", "P_PAIN", "P_PAIN_MILD")),
                            new OnTurn(2, Family.SOURCE, Set.of("thank"))),
                    labels.turns(), "a subtype says its act, what was taken off says nothing, flags and outcomes teach elsewhere");
            assertEquals(Map.of(1, -.5, 2, 2.0), labels.deltas());
            assertTrue(before.of(call).turns().contains(new OnTurn(2, Family.ACT, Set.of("R_ASK"))), "read before it was taken off");
            assertEquals(
                    labels.turns().get(1),
                    CallLabels.of(call, workspace.journal().current(call.id()).reversed(), SCHEME).turns().get(1), "in whatever order it was said");
            assertEquals(labels.toString(), CallLabels.of(call, workspace.journal().current(call.id()).reversed(), SCHEME).toString());
        }
    }

    private static Labeling labeling(Workspace workspace, String annotator) {
        return new Labeling(workspace.journal(), SCHEME, annotator, Clock.systemUTC(), edit -> {});
    }

    private static void put(Labeling labeling, Call call, int turn, String label) {
        labeling.toggle(call, new Target.OfTurn(call.id(), turn), SCHEME.label(label).orElseThrow());
    }

    @Test
    void actsOfTheOtherSideSayNothing() throws Unreadable {
        Call call = call("");
        try (Workspace workspace = Workspace.open(folder)) {
            workspace.calls().add(call, () -> {});
            put(labeling(workspace, "Ann"), call, 1, "O_PRICE");
            WorkspaceLabels labels = WorkspaceLabels.read(workspace.journal(), SCHEME);
            assertTrue(labels.of(call).teach());
            assertFalse(labels.of(call.withSides(Map.of("customer", Side.REP, "rep", Side.CUSTOMER))).teach(), "the sides were settled anew");
        }
    }

    @Test
    void becomesTurnsToLearnFrom() throws Unreadable {
        Call call = call("\"turn_labels\":[[],[\"no\"],[]]");
        float[] meaning = {1, 2};
        List<LabelledTurn> turns = CallLabels.of(call, List.of(), SCHEME).labelled(call, turn -> {
            assertEquals("Too dear.", turn.text());
            return meaning;
        });
        assertEquals(1, turns.size(), "a turn without labels is unknown");
        assertEquals("acme", turns.getFirst().group());
        assertEquals(Side.CUSTOMER, turns.getFirst().side());
        assertSame(meaning, turns.getFirst().meaning());
    }
}
