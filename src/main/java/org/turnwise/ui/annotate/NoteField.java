package org.turnwise.ui.annotate;

import java.util.Objects;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.turnwise.annotation.Target;
import org.turnwise.ui.common.Texts;

/**
 * Where the note of a turn is typed. What is typed belongs to the turn it was begun on, and is kept for that one whatever comes into view: when the field
 * loses the focus, when another turn or call comes, when the window closes.
 */
final class NoteField {

    private final AnnotateViewModel model;
    private final TextArea area = new TextArea();
    private Runnable done = () -> {};
    /** Whose note is in the field, and as it was when it came there. */
    private Target.@Nullable OfTurn turn;

    private String shown = "";

    NoteField(AnnotateViewModel model) {
        this.model = model;
        area.setId("note");
        area.setWrapText(true);
        area.setPrefRowCount(2);
        area.setPromptText(Texts.text("annotate.note.prompt"));
        area.setAccessibleText(Texts.text("annotate.note"));
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

    /** Shows the note of the turn in hand, unless that very note is being typed. */
    void show() {
        Target.OfTurn now = model.turnInHand().orElse(null);
        if (!Objects.equals(now, turn)) {
            keep();
        } else if (area.isFocused()) {
            return;
        }
        turn = now;
        shown = model.note();
        area.setText(shown);
    }

    private void keep() {
        if (turn != null && !area.getText().strip().equals(shown.strip())) {
            shown = area.getText();
            model.setNote(turn, shown);
        }
    }
}
