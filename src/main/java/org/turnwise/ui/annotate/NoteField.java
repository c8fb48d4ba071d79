package org.turnwise.ui.annotate;

import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.turnwise.annotation.Target;
import org.turnwise.ui.common.Texts;

/**
 * Where the note of a turn or a call is typed. What is typed belongs to what it was begun on, and is kept for that whatever comes into view: when the
 * field loses the focus, when another turn or call comes, when the window closes.
 */
final class NoteField {

    private final Supplier<Optional<Target>> inHand;
    private final Supplier<String> noteInHand;
    private final BiConsumer<Target, String> keeper;
    private final TextArea area = new TextArea();
    private Runnable done = () -> {};
    /** Whose note is in the field, and as it was when it came there. */
    private @Nullable Target of;

    private String shown = "";

    /**
     * @param id         of the field, and of its texts
     * @param inHand     what a note would be about now
     * @param noteInHand the note it has; empty if there is none
     * @param keeper     stores what was typed
     */
    NoteField(String id, int rows, Supplier<Optional<Target>> inHand, Supplier<String> noteInHand, BiConsumer<Target, String> keeper) {
        this.inHand = inHand;
        this.noteInHand = noteInHand;
        this.keeper = keeper;
        area.setId(id);
        area.setWrapText(true);
        area.setPrefRowCount(rows);
        area.setPromptText(Texts.text("annotate." + id + ".prompt"));
        area.setAccessibleText(Texts.text("annotate." + id));
        area.focusedProperty().subscribe(focused -> {
            if (!focused) {
                keep();
            }
        });
        area.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            boolean ends = event.getCode() == KeyCode.ESCAPE || (event.getCode() == KeyCode.ENTER && !event.isShiftDown() && !event.isShortcutDown());
            if (ends) {
                event.consume();
                done.run();
            }
        });
    }

    TextArea area() {
        return area;
    }

    /** What follows Enter and Escape; the focus should go elsewhere, which keeps the note. */
    void whenDone(Runnable then) {
        done = then;
    }

    void focus() {
        area.requestFocus();
        area.end();
    }

    /** Shows the note of what is in hand, unless that very note is being typed. */
    void show() {
        Target now = inHand.get().orElse(null);
        if (!Objects.equals(now, of)) {
            keep();
        } else if (area.isFocused()) {
            return;
        }
        of = now;
        shown = noteInHand.get();
        if (!shown.equals(area.getText())) {
            area.setText(shown);
        }
    }

    private void keep() {
        if (of != null && !area.getText().strip().equals(shown.strip())) {
            shown = area.getText();
            keeper.accept(of, shown);
        }
    }
}
