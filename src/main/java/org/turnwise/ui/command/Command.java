package org.turnwise.ui.command;

import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/**
 * One thing a person can do, as data.
 *
 * @param id      stable, for example {@code queue.next}
 * @param group   under which the shortcut sheet lists it
 * @param text    on buttons and in the palette: verb and object
 * @param hint    what it does, in a sentence
 * @param strokes the keys, pressed one after another; empty if it has none
 * @param scope   the screen it belongs to, or empty for everywhere
 * @param enabled whether it can be used now
 * @param current the keys as they change while the command is shown somewhere
 */
public record Command(
        String id, String group, String text, String hint, List<KeyStroke> strokes, String scope, ObservableValue<Boolean> enabled, Runnable action,
        ObservableValue<List<KeyStroke>> current) {

    public Command {
        strokes = List.copyOf(strokes);
    }

    /** With keys that don't change. */
    public Command(
            String id, String group, String text, String hint, List<KeyStroke> strokes, String scope, ObservableValue<Boolean> enabled, Runnable action) {
        this(id, group, text, hint, strokes, scope, enabled, action, new SimpleObjectProperty<>(List.copyOf(strokes)));
    }

    public static Command of(String id, String group, String text, String keys, String scope, Runnable action) {
        return new Command(id, group, text, text, KeyStroke.sequence(keys), scope, Bindings.createObjectBinding(() -> true), action);
    }

    public Command withHint(String newHint) {
        return new Command(id, group, text, newHint, strokes, scope, enabled, action, current);
    }

    public Command withStrokes(List<KeyStroke> keys) {
        return new Command(id, group, text, hint, keys, scope, enabled, action);
    }

    /** With the keys it has now, and later those that this gives. */
    Command following(ObservableValue<List<KeyStroke>> keys) {
        return new Command(id, group, text, hint, keys.getValue(), scope, enabled, action, keys);
    }

    public Command when(ObservableValue<Boolean> condition) {
        return new Command(id, group, text, hint, strokes, scope, condition, action, current);
    }

    /** For people: {@code Ctrl ↵}, {@code S O}; empty if it has none. */
    public String keys() {
        return shown(strokes);
    }

    /** What {@link #keys} says, as it changes. */
    public ObservableValue<String> shownKeys() {
        return current.map(Command::shown);
    }

    private static String shown(List<KeyStroke> keys) {
        return keys.stream().map(KeyStroke::shown).collect(Collectors.joining(" "));
    }

    /** Does it, if it can be done now. */
    public boolean run() {
        if (!Boolean.TRUE.equals(enabled.getValue())) {
            return false;
        }
        action.run();
        return true;
    }
}
