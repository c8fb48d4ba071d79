package org.turnwise.ui.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * Turns keys into commands, sequences included. While somebody types into a field, only keys with Ctrl that don't edit text are taken.
 * Label keys are offered by the screen in view ({@code more}), since they depend on the turn in hand. JavaFX thread.
 */
public final class KeyDispatcher {

    /** With Ctrl, these edit text while somebody types: copy and paste, undo of typing, moving and deleting by words. */
    private static final Set<String> EDITING =
            Set.of("A", "C", "V", "X", "Z", "Y", "Left", "Right", "Up", "Down", "Home", "End", "Backspace", "Delete");

    private final Supplier<List<Command>> candidates;
    private final EventHandler<KeyEvent> handler = this::onKey;
    private final List<KeyStroke> pressed = new ArrayList<>();
    /** Whether what is pressed so far was a command already, which further keys may refine: a family of acts, then one of its kinds. */
    private boolean finished;
    /** Whether the key just pressed was taken, so that what it types is not wanted any more. */
    private boolean taken;
    private final ObservableList<Command> continuations = FXCollections.observableArrayList();

    /** @param candidates commands that can be meant now; where two have the same keys, the first that is enabled */
    public KeyDispatcher(Supplier<List<Command>> candidates) {
        this.candidates = candidates;
    }

    public void listenTo(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, handler);
        scene.addEventFilter(KeyEvent.KEY_TYPED, handler);
    }

    public void leave(Scene scene) {
        scene.removeEventFilter(KeyEvent.KEY_PRESSED, handler);
        scene.removeEventFilter(KeyEvent.KEY_TYPED, handler);
    }

    /** While a sequence is not finished, the commands that its next key can mean; empty otherwise. */
    public ObservableList<Command> continuations() {
        return continuations;
    }

    /** How many keys of a sequence were pressed. */
    public int pressed() {
        return pressed.size();
    }

    private void onKey(KeyEvent event) {
        if (event.getEventType() == KeyEvent.KEY_TYPED && taken) {
            // the letter of a key that was a command must not be typed into the field that the command put the focus in
            taken = false;
            event.consume();
            return;
        }
        taken = false;
        Optional<KeyStroke> stroke = KeyStroke.of(event);
        if (stroke.isEmpty() || belongsToField(event, stroke.get())) {
            return;
        }
        if (!pressed.isEmpty() && stroke.get().key().equals("Escape")) {
            forget();
            event.consume();
            return;
        }
        List<Command> offered = candidates.get();
        if (startingWith(with(stroke.get()), offered).isEmpty()) {
            boolean unfinished = !pressed.isEmpty() && !finished;
            forget();
            if (unfinished) {
                event.consume();
                return;
            }
        }
        pressed.add(stroke.get());
        List<Command> possible = startingWith(pressed, offered);
        Optional<Command> meant = possible.stream().filter(c -> c.strokes().size() == pressed.size()).filter(KeyDispatcher::enabled).findFirst();
        List<Command> more = possible.stream().filter(c -> c.strokes().size() > pressed.size() && enabled(c)).toList();
        if (meant.isPresent() || !more.isEmpty()) {
            event.consume();
            taken = event.getEventType() == KeyEvent.KEY_PRESSED;
        }
        finished = meant.isPresent();
        if (more.isEmpty()) {
            forget();
        } else {
            continuations.setAll(more);
        }
        meant.ifPresent(Command::run);
    }

    private List<KeyStroke> with(KeyStroke next) {
        List<KeyStroke> strokes = new ArrayList<>(pressed);
        strokes.add(next);
        return strokes;
    }

    private static List<Command> startingWith(List<KeyStroke> strokes, List<Command> offered) {
        return offered.stream()
                .filter(c -> c.strokes().size() >= strokes.size() && c.strokes().subList(0, strokes.size()).equals(strokes))
                .toList();
    }

    private void forget() {
        pressed.clear();
        finished = false;
        continuations.clear();
    }

    private static boolean enabled(Command command) {
        return Boolean.TRUE.equals(command.enabled().getValue());
    }

    private static boolean belongsToField(KeyEvent event, KeyStroke stroke) {
        if (!(event.getTarget() instanceof Node node)) {
            return false;
        }
        if (stroke.command()) {
            return node instanceof TextInputControl && EDITING.contains(stroke.key());
        }
        boolean typing = node instanceof TextInputControl || (node instanceof ComboBoxBase<?> box && box.isShowing());
        boolean activates = (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE || event.getCode() == KeyCode.TAB)
                && node instanceof javafx.scene.control.ButtonBase;
        return typing || activates;
    }
}
