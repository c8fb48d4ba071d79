package org.turnwise.ui.command;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The registry of commands: every key, button, palette entry and line of the shortcut sheet comes from here. JavaFX thread. */
public final class Commands {

    private final Map<String, Command> byId = new LinkedHashMap<>();
    private Keymap keymap = Keymap.NONE;

    /** From now on commands have the keys of this map. */
    public void remap(Keymap wanted) {
        keymap = wanted;
    }

    public Keymap keymap() {
        return keymap;
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
        return keymap.applied(command);
    }

    /** Commands that can be meant on this screen, in order of registration. */
    public List<Command> on(String screen) {
        return byId.values().stream().filter(c -> c.scope().isEmpty() || c.scope().equals(screen)).map(keymap::applied).toList();
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
