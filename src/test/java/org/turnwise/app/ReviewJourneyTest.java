package org.turnwise.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.TextArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.turnwise.annotation.Statuses;
import org.turnwise.call.CallId;
import org.turnwise.queue.QueueItem;
import org.turnwise.queue.QueueReason;
import org.turnwise.review.CallReview;
import org.turnwise.review.Drafts;
import org.turnwise.review.Verdict;
import org.turnwise.ui.shell.Screen;
import org.turnwise.ui.shell.Theme;

/** A flagged call reviewed through the real window with keys alone. Pictures in target/pictures. */
@Execution(ExecutionMode.SAME_THREAD)
class ReviewJourneyTest {

    private static final Path PICTURES = Path.of("target/pictures");

    @TempDir
    private Path folder;

    private static CallReview review(HeadlessDesktop desktop, CallId call) {
        return CallReview.of(call, desktop.composition.workspace().journal().current(call));
    }

    @Test
    void aFlaggedCallIsReviewedByKey() throws IOException {
        StringBuilder calls = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            StringBuilder turns = new StringBuilder();
            for (int t = 0; t < 14; t++) {
                String said = t % 2 == 0
                        ? "What would it take for all of your sites to start in week " + (t + i) + " of next year?"
                        : "Anything above ten thousand goes to the board in January. I can recommend it, and I can not sign it myself.";
                turns.append(t == 0 ? "" : ",").append("{\"speaker\":\"%s\",\"text\":\"%s\"}".formatted(t % 2 == 0 ? "rep" : "customer", said));
            }
            calls.append("{\"id\":\"Halden Foods 0%d, pricing\",\"turns\":[%s],\"outcome\":%d}\n".formatted(i, turns, i % 2));
        }
        Path file = Files.writeString(folder.resolve("calls.jsonl"), calls);
        try (HeadlessDesktop desktop = new HeadlessDesktop(folder.resolve("workspace"), file, folder, 1280, 800)) {
            Hands hands = desktop.hands;
            hands.press("Ctrl+8");
            assertEquals(Screen.REVIEW, Hands.onFx(() -> desktop.workbench.shell().screenProperty().get()));
            hands.picture(PICTURES.resolve("review-empty.png"));
            hands.press("Ctrl+O Ctrl+2 Home Enter Ctrl+J Home Down 1 Down Down 2 Ctrl+2 Home F Down F");
            List<CallId> flagged = desktop.composition.workspace().journal().statuses().entrySet().stream()
                    .filter(s -> s.getValue().contains(Statuses.FLAGGED)).map(java.util.Map.Entry::getKey).sorted().toList();
            assertEquals(2, flagged.size());
            CallId first = flagged.getFirst();

            hands.press("Ctrl+8 N");
            hands.type("Who can sign this");
            hands.press("Ctrl+Enter");
            assertEquals(List.of("Who can sign this"), review(desktop, first).comments().stream().map(CallReview.Comment::text).toList());
            assertTrue(review(desktop, first).comments().getFirst().turn() != null, "it is about the turn in hand");
            hands.picture(PICTURES.resolve("review-open.png"));

            hands.press("C");
            assertEquals(Verdict.CONFIRMED, review(desktop, first).decision().orElseThrow().verdict());
            hands.press("U");
            assertTrue(review(desktop, first).open(), "undone, it waits again");

            hands.press("N");
            hands.type("Where are the stages");
            hands.press("Escape B");
            assertEquals(Verdict.SENT_BACK, review(desktop, first).decision().orElseThrow().verdict());
            QueueItem row = Hands.onFx(() -> desktop.workbench.queue().item(first).orElseThrow());
            assertEquals(QueueReason.RECHECK, row.reason());
            assertTrue(row.why().endsWith(": Where are the stages"), row.why());

            hands.press("K S");
            assertEquals("STALL", review(desktop, flagged.getLast()).decision().orElseThrow().about());
            Hands.onFx(() -> {
                desktop.workbench.use(Theme.DARK);
                return true;
            });
            hands.picture(PICTURES.resolve("review-dark.png"));
            hands.press("U");
            assertTrue(review(desktop, flagged.getLast()).open());
        }
    }

    private static String typed(HeadlessDesktop desktop) {
        return Hands.onFx(() -> ((TextArea) desktop.scene.lookup("#draft")).getText());
    }

    private static void comes(HeadlessDesktop desktop, String name) {
        desktop.hands.press("Ctrl+U");
        desktop.hands.type(name);
        desktop.hands.press("Enter");
        assertEquals(name, desktop.composition.annotator());
    }

    /** A machine may go off while somebody thinks: what was typed by then is there again. */
    @Test
    void aCommentIsKeptWhileItIsBeingWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("calls.jsonl"), """
                {"id":"Ardent Legal","turns":[{"speaker":"rep","text":"Shall we begin?"},{"speaker":"customer","text":"Not before May."}]}
                """);
        try (HeadlessDesktop desktop = new HeadlessDesktop(folder.resolve("drafts"), file, folder, 1280, 800)) {
            Hands hands = desktop.hands;
            hands.press("Ctrl+O Ctrl+2 Home F Ctrl+8 N");
            hands.type("who signs");
            Drafts drafts = new Drafts(desktop.composition.workspace().settings(), desktop.composition.annotator());
            CallId call = new CallId("Ardent Legal");
            hands.waitFor(() -> drafts.of(call).map(Drafts.Draft::words).equals(Optional.of("who signs")), "the draft to be kept");
            assertTrue(Hands.onFx(() -> desktop.scene.lookup("#draft").isFocused()), "and whoever writes goes on writing");
        }
    }

    /** Another call, another person, a closed window: each finds what was begun where it was begun, and only there. */
    @Test
    void aCommentThatWasBegunIsKeptWithItsCallAndItsWriter() throws IOException {
        StringBuilder calls = new StringBuilder();
        for (String name : List.of("Ardent Legal", "Fenwick Labs")) {
            calls.append("""
                    {"id":"%s","turns":[{"speaker":"rep","text":"Shall we begin?"},{"speaker":"customer","text":"Not before May, at %s."}]}
                    """.formatted(name, name));
        }
        Path file = Files.writeString(folder.resolve("calls.jsonl"), calls);
        Path workspace = folder.resolve("drafts");
        try (HeadlessDesktop desktop = new HeadlessDesktop(workspace, file, folder, 1280, 800)) {
            Hands hands = desktop.hands;
            hands.press("Ctrl+O");
            comes(desktop, "Ada");
            hands.press("Ctrl+2 Home F Down F Ctrl+8");
            hands.press("Down N");
            hands.type("who signs");
            comes(desktop, "Bo");
            hands.press("Ctrl+8");
            assertEquals("", typed(desktop), "hers is not his to read");
            hands.press("N");
            hands.type("mine");
            comes(desktop, "Ada");
            hands.press("Ctrl+8");
            assertEquals("who signs", typed(desktop));
            hands.press("J");
            assertEquals("", typed(desktop), "another call");
            hands.press("N");
            hands.type("later");
            hands.press("Escape J");
            assertEquals("who signs", typed(desktop));
            hands.press("J C");
            hands.press("N");
            hands.type(" and when");
            Hands.onFx(() -> {
                desktop.desktop.leave();
                return true;
            });
        }
        try (HeadlessDesktop desktop = new HeadlessDesktop(workspace, file, folder, 1280, 800)) {
            Hands hands = desktop.hands;
            hands.press("Ctrl+8");
            assertEquals("who signs and when", typed(desktop));
            CallId first = new CallId("Ardent Legal");
            hands.press("N Ctrl+Enter");
            assertEquals("", typed(desktop));
            assertEquals(List.of("who signs and when"), review(desktop, first).comments().stream().map(CallReview.Comment::text).toList());
            assertEquals(1, review(desktop, first).comments().getFirst().turn(), "about the turn it was begun on");
            comes(desktop, "Bo");
            hands.press("Ctrl+8");
            assertEquals("mine", typed(desktop));
        }
    }
}
