package org.turnwise.ui.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnwise.call.CallId;
import org.turnwise.ui.data.DataViewModel;
import org.turnwise.ui.data.DuplicatesViewModel;
import org.turnwise.ui.data.FieldsViewModel;
import org.turnwise.ui.data.ReportLine;

/** What a person does on the import screen, by command, over a real workspace. */
class ImportScreenTest {

    @TempDir
    Path folder;

    private Desk desk;
    private DataViewModel data;

    @BeforeEach
    void open() {
        desk = new Desk(folder);
        data = desk.dataScreen;
        desk.queue.rebuild(() -> {});
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private boolean press(String command) {
        return desk.commands.get(command).run();
    }

    @Test
    void whatWasCutOffIsTakenUpOrLetBe() throws Exception {
        assertFalse(press("data.resume"));
        desk.cutOff();
        assertEquals(2, data.imports().unfinishedProperty().get().left());
        assertTrue(press("data.resume"));
        assertEquals(2, desk.workspace.calls().count());
        assertNull(data.imports().unfinishedProperty().get());
        desk.cutOff();
        assertTrue(press("data.leave"));
        assertNull(data.imports().unfinishedProperty().get());
        assertEquals(2, desk.workspace.calls().count());
    }

    @Test
    void oneOfTwoSourcesLeavesTheQueueUntilTheDecisionIsTakenBack() throws Exception {
        data.imports().run(List.of(desk.twice()));
        assertFalse(press("data.keepbetter"), "only where pairs are in view");
        press("data.part.twice");
        DuplicatesViewModel.Compared pair = data.twice().comparedProperty().get();
        assertNotNull(pair);
        assertEquals("vtt", pair.better().source().format(), "the source with times is the better one");
        assertTrue(pair.comparison().common() > 0.8, pair.comparison().toString());
        assertTrue(pair.comparison().stretches().stream()
                .anyMatch(stretch -> stretch.other().stream().anyMatch(piece -> piece.differs() && piece.text().contains("deep"))));
        assertEquals(2, desk.queueScreen.shown().size());
        assertTrue(press("data.keepbetter"));
        assertEquals(List.of(pair.better().id()), desk.queueScreen.shown().stream().map(item -> item.call().id()).toList());
        assertEquals(2, desk.workspace.calls().count(), "nothing is deleted");
        assertTrue(press("data.takeback"));
        assertEquals(2, desk.queueScreen.shown().size());
        assertTrue(press("data.keepboth"));
        assertEquals(Set.of(), desk.workspace.calls().leftOut());
        assertEquals(0, data.twice().countProperty().get());
    }

    @Test
    void aRefusedFileComesInOnceAPersonSaysWhatItsFieldsMean() throws Exception {
        Path odd = desk.unknown().resolve("odd.csv");
        data.imports().run(List.of(odd));
        assertEquals(0, desk.workspace.calls().count());
        ReportLine line = data.imports().lines().stream().filter(each -> odd.equals(each.file())).findFirst().orElseThrow();
        data.lineProperty().set(line);
        assertTrue(press("data.change"));
        assertEquals(DataViewModel.Part.FIELDS, data.partProperty().get());
        data.fields().say(FieldsViewModel.Role.TEXT, "zin");
        data.fields().say(FieldsViewModel.Role.SPEAKER, "kol");
        data.fields().say(FieldsViewModel.Role.START, "t");
        assertEquals(3, data.fields().draftProperty().get().outlook().calls().getFirst().turns().size());
        data.fields().say(FieldsViewModel.Role.START, "zin");
        assertTrue(data.fields().draftProperty().get().outlook().problem().contains("must be a time"), "words are no times");
        data.fields().say(FieldsViewModel.Role.START, "t");
        data.fields().nameProperty().set("dutch yard");
        assertTrue(press("data.keepfields"));
        assertEquals(1, desk.workspace.calls().count());
        Path next = Files.writeString(odd.resolveSibling("next.csv"), "kol,zin,t\nInes Kord,And today it is dry?,0\nTom Egan,As dry as it gets.,4\n");
        data.imports().run(List.of(next));
        assertEquals(2, desk.workspace.calls().count(), "the next of its kind comes in by itself");
    }

    @Test
    void aGuessIsCorrectedAndTheCallItMadeStaysOutOfTheQueue() throws Exception {
        Path guessed = desk.unknown().resolve("guessed.json");
        data.imports().run(List.of(guessed));
        assertEquals(1, desk.workspace.calls().count());
        CallId first = desk.workspace.calls().summaries().getFirst().id();
        data.lineProperty().set(data.imports().lines().stream().filter(each -> guessed.equals(each.file())).findFirst().orElseThrow());
        assertTrue(press("data.change"));
        data.fields().say(FieldsViewModel.Role.SPEAKER, "text");
        data.fields().say(FieldsViewModel.Role.TEXT, "speaker");
        assertTrue(press("data.keepfields"));
        assertEquals(2, desk.workspace.calls().count());
        assertEquals(Set.of(first), desk.workspace.calls().leftOut());
    }

    @Test
    void whatComesIntoTheWatchedFolderIsImportedOnceItIsWhole() throws Exception {
        desk.files = List.of(desk.transcripts());
        assertTrue(press("data.watch"));
        assertEquals("Watching transcripts, 4 still being written", data.watch().statusProperty().get());
        data.watch().look();
        assertEquals(3, desk.workspace.calls().count());
        data.watch().look();
        assertEquals("Watching transcripts, nothing waits", data.watch().statusProperty().get());
        press("data.watch");
        assertEquals("", data.watch().statusProperty().get());
    }
}
