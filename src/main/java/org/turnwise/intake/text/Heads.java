package org.turnwise.intake.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a tool writes the line above what somebody says: who, and when. */
interface Heads {

    /**
     * @param speaker as written
     * @param atMs    from the start of the call, or on the wall
     */
    record Head(String speaker, long atMs) {}

    /** The longest line that can be a head. */
    int LONGEST = 160;

    /** Null if the line, which has no space around it, is none. */
    @Nullable Head head(String line);

    default @Nullable Head headOf(String line) {
        return line.length() > LONGEST * 2 ? null : within(line.strip());
    }

    private @Nullable Head within(String line) {
        return line.length() > LONGEST || line.isEmpty() ? null : head(line);
    }

    /** The head as it follows the last one. */
    default Head following(@Nullable Head last, Head head) {
        return head;
    }

    /**
     * Whether enough of the lines are heads that the file must be written so: two and one line in twenty, or one in a file of hardly more. Where more lines
     * begin with a bold name and a colon, those say who speaks, and these head sections.
     */
    default boolean in(List<String> lines) {
        long said = lines.stream().filter(line -> !line.isBlank()).count();
        long heads = lines.stream().filter(line -> headOf(line) != null).count();
        long named = heads < 1 ? 0 : lines.stream().filter(line -> Markdown.isTurn(line) && headOf(line) == null).count();
        return named <= heads && (heads >= 2 && heads * 20 >= said || heads == 1 && said <= 4);
    }
}
