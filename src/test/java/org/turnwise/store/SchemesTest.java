package org.turnwise.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnwise.annotation.Annotation;
import org.turnwise.annotation.Edit;
import org.turnwise.annotation.Label;
import org.turnwise.annotation.LabelKind;
import org.turnwise.annotation.LabelScheme;
import org.turnwise.annotation.LabelSchemeReader;
import org.turnwise.annotation.Labeling;
import org.turnwise.annotation.Labeling.NotAllowed;
import org.turnwise.annotation.Target;
import org.turnwise.annotation.scheme.Differences;
import org.turnwise.annotation.scheme.SchemeEdit;
import org.turnwise.annotation.scheme.SchemeFile;
import org.turnwise.annotation.scheme.Schemes;
import org.turnwise.call.Call;
import org.turnwise.call.Side;

/** A team changes its label scheme: what was labeled follows, and all of it can be taken back, after a restart too. */
class SchemesTest {

    @TempDir
    Path folder;

    private final Call call = Samples.call("one", 8);
    private Workspace workspace;
    private Schemes schemes;

    @BeforeEach
    void open() {
        workspace = Workspace.open(folder.resolve("workspace"));
        schemes = new Schemes(LabelScheme.standard(), workspace.schemeVersions(), workspace.journal(), Clock.systemUTC(), edit -> {});
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private void restart() {
        close();
        open();
    }

    private Labeling labeling(String who) {
        return new Labeling(workspace.journal(), schemes, who, Clock.systemUTC(), schemes::follow);
    }

    private Label label(String id) {
        return schemes.now().label(id).orElseThrow();
    }

    private void put(String who, int turn, String label) {
        labeling(who).toggle(call, new Target.OfTurn(call.id(), turn), label(label));
    }

    private List<String> standing() {
        return workspace.journal().current(call.id()).stream().map(a -> a.target().ordinals() + " " + a.label() + " " + a.annotator()).sorted().toList();
    }

    private static Label renamed(Label label, String name) {
        return new Label(label.id(), label.kind(), name, label.sides(), label.key(), label.tone(), label.guidance(), label.family());
    }

    private static Label withKey(Label label, String key) {
        return new Label(label.id(), label.kind(), label.name(), label.sides(), key, label.tone(), label.guidance(), label.family());
    }

    private static Label fresh(String id, LabelKind kind, String key) {
        return new Label(id, kind, "Parking", Set.of(Side.REP), key, Label.Tone.REP, "Talks about where to park.", null);
    }

    @Test
    void aRenamedLabelStaysOnWhatCarriesIt() {
        put("Ann", 1, "O_PRICE");
        schemes.change(new SchemeEdit.Change(renamed(label("O_PRICE"), "Cost")), "Ann");
        assertEquals(List.of("[1] O_PRICE Ann"), standing());
        assertEquals("sales-core 1.1", schemes.now().id());
        assertEquals(List.of("Renamed “Price” to “Cost”."), Differences.between(LabelScheme.standard(), schemes.now()));
        restart();
        assertEquals("Cost", label("O_PRICE").name());
        assertEquals("Label scheme: renamed “Price” to “Cost”", labeling("Ann").undo().map(e -> e.what().replace("Undid: ", "")).orElseThrow());
        assertEquals(LabelScheme.standard().labels(), schemes.now().labels());
        assertEquals("sales-core 1.2", schemes.now().id());
    }

    @Test
    void mergingPutsOneLabelInPlaceOfTheOtherWhoeverPutItThere() {
        put("Ann", 1, "O_PRICE");
        put("Ben", 1, "O_TIMING");
        put("Ann", 3, "O_TIMING");
        put("Ann", 5, "O_PRICE");
        put("Ann", 5, "O_TIMING");
        Annotation bens = workspace.journal().carrying("O_TIMING", 9).stream().filter(a -> a.annotator().equals("Ben")).findFirst().orElseThrow();
        Schemes.Outlook outlook = schemes.outlook(new SchemeEdit.Merge("O_TIMING", "O_PRICE"));
        assertEquals(3, outlook.annotations());
        assertEquals(1, outlook.calls());
        schemes.change(new SchemeEdit.Merge("O_TIMING", "O_PRICE"), "Ann");
        assertEquals(List.of("[1] O_PRICE Ann", "[1] O_PRICE Ben", "[3] O_PRICE Ann", "[5] O_PRICE Ann"), standing());
        Annotation moved = workspace.journal().carrying("O_PRICE", 9).stream().filter(a -> a.annotator().equals("Ben")).findFirst().orElseThrow();
        assertEquals(bens.at(), moved.at());
        assertEquals("sales-core 1.1", moved.scheme());
        assertTrue(schemes.now().isRetired("O_TIMING"));
    }

    @Test
    void aMergeIsUndoneAndRedoneAfterARestartWithItsScheme() {
        put("Ann", 1, "O_PRICE");
        put("Ben", 3, "O_TIMING");
        List<String> before = standing();
        schemes.change(new SchemeEdit.Change(renamed(label("O_PRICE"), "Cost")), "Ann");
        schemes.change(new SchemeEdit.Merge("O_TIMING", "O_PRICE"), "Ann");
        List<String> merged = standing();
        List<Label> mergedLabels = schemes.now().labels();
        restart();
        Labeling ann = labeling("Ann");
        ann.undo();
        ann.undo();
        assertEquals(before, standing());
        assertEquals(LabelScheme.standard().labels(), schemes.now().labels());
        restart();
        ann = labeling("Ann");
        ann.redo();
        ann.redo();
        assertEquals(merged, standing());
        assertEquals(mergedLabels, schemes.now().labels());
        ann.undo();
        ann.undo();
        assertEquals(before, standing());
        assertEquals(9, schemes.history().size(), "every undo and redo is a version of its own");
        Replay.assertProjectionIs(workspace.journal().edits(), workspace.journal());
    }

    @Test
    void aRetiredLabelIsShownAndTakenOffButNotPutOn() {
        put("Ann", 1, "O_TRUST");
        schemes.change(new SchemeEdit.Retire("O_TRUST"), "Ann");
        assertEquals(List.of("[1] O_TRUST Ann"), standing());
        assertEquals("Trust", label("O_TRUST").name());
        NotAllowed refused = assertThrows(NotAllowed.class, () -> put("Ann", 3, "O_TRUST"));
        assertTrue(String.valueOf(refused.getMessage()).contains("retired"), refused.getMessage());
        put("Ann", 1, "O_TRUST");
        assertEquals(List.of(), standing());
        schemes.change(new SchemeEdit.Revive("O_TRUST"), "Ann");
        put("Ann", 3, "O_TRUST");
        assertEquals(List.of("[3] O_TRUST Ann"), standing());
    }

    @Test
    void whatWasAddedAndTakenBackIsStillKnownWhereItStands() {
        Edit added = schemes.change(new SchemeEdit.Add(fresh("R_PARKING", LabelKind.ACT, "Shift+Z")), "Ann");
        put("Ben", 0, "R_PARKING");
        labeling("Ann").undo();
        assertTrue(schemes.now().isRetired("R_PARKING"));
        assertEquals("Parking", label("R_PARKING").name());
        assertEquals(added.seq(), schemes.history().get(1).change() == null ? 0 : schemes.history().get(1).change().edit());
    }

    @Test
    void somebodyElsesLaterChangeIsNotUndoneWithOnes() {
        schemes.change(new SchemeEdit.Change(renamed(label("O_PRICE"), "Cost")), "Ann");
        schemes.change(new SchemeEdit.Retire("O_TRUST"), "Ben");
        LabelScheme now = schemes.now();
        NotAllowed refused = assertThrows(NotAllowed.class, () -> labeling("Ann").undo());
        assertTrue(String.valueOf(refused.getMessage()).contains("somebody else"), refused.getMessage());
        assertEquals(now, schemes.now());
        restart();
        assertEquals(now, schemes.now());
    }

    @Test
    void refusesWhatWouldNotWorkInASentence() {
        refused("have the same key", new SchemeEdit.Change(withKey(label("O_PRICE"), label("O_TIMING").key())));
        refused("which is none", new SchemeEdit.Change(withKey(label("O_PRICE"), "Ctrl+Nonsense")));
        refused("needs a name", new SchemeEdit.Change(renamed(label("O_PRICE"), "\n")));
        refused("Nothing was changed", new SchemeEdit.Change(label("O_PRICE")));
        refused("of one kind", new SchemeEdit.Merge("O_PRICE", "P_PAIN"));
        refused("into itself", new SchemeEdit.Merge("O_PRICE", "O_PRICE"));
        refused("itself", new SchemeEdit.Retire("DELTA_+1"));
        refused("kinds of its own", new SchemeEdit.Retire("R_ASK"));
        refused("kinds of its own", new SchemeEdit.Merge("R_ASK", "Q_BUDGET"));
        refused("goes on turns that", new SchemeEdit.Merge("P_PAIN", "R_OPEN"));
        refused("already", new SchemeEdit.Add(fresh("O_PRICE", LabelKind.ACT, "Shift+Z")));
        refused("no new outcome", new SchemeEdit.Add(fresh("SOLD", LabelKind.OUTCOME, "Shift+Z")));
        refused("is not a label", new SchemeEdit.Retire("NOBODY"));
        refused("first of its kind", new SchemeEdit.Move("O_PRICE", -1));
        assertEquals(1, schemes.history().size());
        assertEquals(0, workspace.journal().size());
    }

    private void refused(String why, SchemeEdit edit) {
        NotAllowed refused = assertThrows(NotAllowed.class, () -> schemes.change(edit, "Ann"));
        assertTrue(String.valueOf(refused.getMessage()).contains(why), refused.getMessage());
    }

    @Test
    void aFamilyMergedIntoAnotherTakesItsKindsAlong() {
        schemes.change(new SchemeEdit.Merge("R_ASK", "R_VALUE"), "Ann");
        assertEquals("R_VALUE", label("Q_BUDGET").family());
    }

    @Test
    void movesALabelAmongItsKind() {
        List<String> before = schemes.now().ofKind(LabelKind.OBJECTION).stream().map(Label::id).toList();
        schemes.change(new SchemeEdit.Move(before.get(1), -1), "Ann");
        List<String> after = schemes.now().ofKind(LabelKind.OBJECTION).stream().map(Label::id).toList();
        assertEquals(List.of(before.get(1), before.get(0)), after.subList(0, 2));
        assertEquals(before.subList(2, 9), after.subList(2, 9));
        assertEquals(List.of("The order changed among labels of kind objection."), Differences.between(LabelScheme.standard(), schemes.now()));
    }

    @Test
    void aSchemeGoesFromLaptopToLaptopAsAFile() throws IOException {
        schemes.change(new SchemeEdit.Change(renamed(label("O_PRICE"), "Cost 💰")), "Ann");
        schemes.change(new SchemeEdit.Retire("O_TRUST"), "Ann");
        Path file = folder.resolve("scheme.json");
        SchemeFile.write(file, schemes.now());
        assertEquals(schemes.now(), SchemeFile.read(file));
        try (Workspace other = Workspace.open(folder.resolve("other"))) {
            Schemes theirs = new Schemes(LabelScheme.standard(), other.schemeVersions(), other.journal(), Clock.systemUTC(), edit -> {});
            theirs.change(new SchemeEdit.Adopt(SchemeFile.read(file)), "Ben");
            assertEquals(schemes.now().id(), theirs.now().id());
            assertEquals(schemes.now().labels(), theirs.now().labels());
            assertTrue(theirs.now().isRetired("O_TRUST"));
            NotAllowed again = assertThrows(NotAllowed.class, () -> theirs.change(new SchemeEdit.Adopt(SchemeFile.read(file)), "Ben"));
            assertTrue(String.valueOf(again.getMessage()).contains("in use already"), again.getMessage());
        }
    }

    @Test
    void refusesFilesThatAreNoSchemeWithThePlace() throws IOException {
        badFile("line 3", "{\n\"name\": \"x\",\n nonsense");
        badFile("it is empty", "null");
        badFile("label number 1 has no id", "{\"name\":\"x\",\"version\":\"1\",\"labels\":[{}]}");
        badFile("label number 1 is empty", "{\"name\":\"x\",\"version\":\"1\",\"labels\":[null]}");
        String start = "{\"name\":\"x\",\"version\":\"1\",\"labels\":["
                + "{\"id\":\"A\",\"kind\":\"ACT\",\"name\":\"A\",\"sides\":[\"REP\"],\"tone\":\"REP\",\"guidance\":\"g\"";
        badFile("label A can't be a kind of A", start + ",\"family\":\"A\"}]}");
        badFile("which is none", start + ",\"key\":\"Ctrl+Alt+Delete\"}]}");
        badFile("two labels have the id A", start + "}," + start.substring(start.indexOf("[") + 1) + "}]}");
        badFile("ids go from DELTA_-2", start.replace("\"A\",\"kind\":\"ACT\"", "\"D\",\"kind\":\"DELTA\"") + "}]}");
        badFile("no id that can be kept", start.replace("\"id\":\"A\"", "\"id\":\"<script>\"") + "}]}");
        badFile("there is no such file", null);
        Path big = folder.resolve("big.json");
        Files.write(big, new byte[(4 << 20) + 1]);
        assertThrows(LabelSchemeReader.Refused.class, () -> SchemeFile.read(big));
        assertFalse(schemes.history().size() > 1);
    }

    private void badFile(String why, String text) throws IOException {
        Path file = folder.resolve("bad.json");
        Files.deleteIfExists(file);
        if (text != null) {
            Files.writeString(file, text);
        }
        LabelSchemeReader.Refused refused = assertThrows(LabelSchemeReader.Refused.class, () -> SchemeFile.read(file));
        String message = String.valueOf(refused.getMessage());
        assertTrue(message.contains(why) && message.contains("bad.json"), message);
    }
}
