package org.turnwise.ui.shell;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.turnwise.ui.command.Command;

/** What somebody types to find a command: words in any order and any case. */
record Typed(String text) {

    Typed {
        text = text.toLowerCase(Locale.ROOT).strip();
    }

    /** Whether every word is somewhere in it. */
    boolean in(String searched) {
        String lower = searched.toLowerCase(Locale.ROOT);
        return List.of(text.split("\\s+")).stream().allMatch(lower::contains);
    }

    /** Commands that begin with what was typed before those that only have it somewhere. */
    Comparator<Command> bestFirst() {
        return Comparator.comparing(command -> !command.text().toLowerCase(Locale.ROOT).startsWith(text));
    }
}
