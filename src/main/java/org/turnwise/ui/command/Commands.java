package org.turnwise.ui.command;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The registry of commands: every key, button, palette entry and line of the shortcut sheet comes from here. JavaFX thread. */
public final class Commands {

    private final Map<String, Command> byId = new LinkedHashMap<>();
    private final ReadOnlyObjectWrapper<Keymap> keymap = new ReadOnlyObjectWrapper<>(Keymap.NONE);

    /** From now on commands have the keys of this map. */
    public void remap(Keymap wanted) {
        keymap.set(wanted);
    }

    public Keymap keymap() {
        return keymap.get();
    }

    public ReadOnlyObjectProperty<Keymap> keymapProperty() {
        return keymap.getReadOnlyProperty();
    }

    /** @throws IllegalArgumentException if the id is taken, or the keys are those of a command that can be meant at the same time */
    public Command add(Command command) {
        for (Command other : byId.values()) {
            boolean meet = other.scope().isEmpty() || command.scope().isEmpty() || other.scope().equals(command.scope());
            if (meet && !command.strokes().isEmpty() && clash(command.strokes(), other.strokes())) {
                throw new IllegalArgumentException(
                        "\"" + command.text() + "\" and \"" + other.text() + "\" share the keys " + command.keys() + " / " + other.keys());
            }
        }
        if (byId.putIfAbsent(command.id(), command) != null) {
            throw new IllegalArgumentException("there are two commands " + command.id());
        }
        return command;
    }

    /** With the keys they come with. */
    public List<Command> all() {
        return List.copyOf(byId.values());
    }

    public Command get(String id) {
        Command command = byId.get(id);
        if (command == null) {
            throw new IllegalArgumentException("there is no command " + id);
        }
        return applied(command);
    }

    /** A command of the registry or of a screen, with its keys of the moment, which go on to follow the map. */
    public Command applied(Command command) {
        return command.following(keymap.map(map -> map.applied(command).strokes()));
    }

    /** Commands that can be meant on this screen, in order of registration. */
    public List<Command> on(String screen) {
        return byId.values().stream().filter(c -> c.scope().isEmpty() || c.scope().equals(screen)).map(keymap.get()::applied).toList();
    }

    /** Two sequences clash if one begins with the other: the longer could never be finished. */
    private static boolean clash(List<KeyStroke> a, List<KeyStroke> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return false;
        }
        int shorter = Math.min(a.size(), b.size());
        return Collections.indexOfSubList(new ArrayList<>(a.subList(0, shorter)), b.subList(0, shorter)) == 0;
    }
}
