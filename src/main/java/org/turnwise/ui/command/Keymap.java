package org.turnwise.ui.command;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which keys a person gave to which commands, in place of those they come with. Immutable.
 *
 * @param strokes by the command's id; an empty list takes a command's keys away
 */
public record Keymap(Map<String, List<KeyStroke>> strokes) {

    public static final Keymap NONE = new Keymap(Map.of());

    public Keymap {
        strokes = Map.copyOf(strokes);
    }

    /** Reads what {@link #written} gives; lines that name no keys are left out, as those of a later version may. */
    public static Keymap read(String text) {
        Map<String, List<KeyStroke>> strokes = new TreeMap<>();
        text.lines().filter(line -> line.contains("=")).forEach(line -> {
            int at = line.indexOf('=');
            try {
                strokes.put(line.substring(0, at), KeyStroke.sequence(line.substring(at + 1)));
            } catch (IllegalArgumentException unknownKey) {
                // the command keeps the keys it comes with
            }
        });
        return new Keymap(strokes);
    }

    public String written() {
        return new TreeMap<>(strokes).entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue().stream().map(KeyStroke::written).collect(Collectors.joining(" ")))
                .collect(Collectors.joining("\n"));
    }

    public Keymap with(String id, List<KeyStroke> keys) {
        Map<String, List<KeyStroke>> changed = new TreeMap<>(strokes);
        changed.put(id, keys);
        return new Keymap(changed);
    }

    /** The command has its own keys again. */
    public Keymap without(String id) {
        Map<String, List<KeyStroke>> changed = new TreeMap<>(strokes);
        changed.remove(id);
        return new Keymap(changed);
    }

    public Command applied(Command command) {
        List<KeyStroke> keys = strokes.get(command.id());
        return keys == null ? command : command.withStrokes(keys);
    }

    /** Those of the commands that a changed key makes ambiguous: same keys where both can be meant, though they come with different ones. */
    public List<Command> conflicts(Command command, List<Command> all) {
        List<KeyStroke> keys = applied(command).strokes();
        return keys.isEmpty() ? List.of() : all.stream()
                .filter(other -> !other.id().equals(command.id()))
                .filter(other -> other.scope().isEmpty() || command.scope().isEmpty() || other.scope().equals(command.scope()))
                .filter(other -> applied(other).strokes().equals(keys) && !other.strokes().equals(command.strokes()))
                .toList();
    }
}
