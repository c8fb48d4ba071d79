package org.turnwise.intake.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a table or a JSON file of no known tool is to be read: which of its fields says what. A person may correct and keep it under a name.
 *
 * <p>Fields are named as the file names them: a column's header, or a name within a row of JSON, with dots into objects ({@code speaker.name}) and {@code
 * ../} for the row around it.
 *
 * @param name     what people call it
 * @param rows     where JSON holds its rows: names with dots between them and {@code []} behind each array, for example {@code data.turns[]}; empty for a table
 * @param text     what was said
 * @param speaker  who said it; null if nobody is named
 * @param start    when they began; null if unknown
 * @param end      when they ended; null if unknown or given by {@code duration}
 * @param duration how long they spoke; null if unknown
 * @param scale    what bare numbers in these count
 * @param call     tells calls apart where a file holds several; null if it holds one
 * @param side     says in a word which side the speaker is on; null if nothing does
 * @param order    numbers the rows of a call; null if they stand in order
 */
public record MappingProfile(
        String name,
        String rows,
        String text,
        @Nullable String speaker,
        @Nullable String start,
        @Nullable String end,
        @Nullable String duration,
        TimeScale scale,
        @Nullable String call,
        @Nullable String side,
        @Nullable String order) {

    public MappingProfile {
        if (name.isBlank() || text.isBlank()) {
            throw new IllegalArgumentException("a mapping needs a name and the field of what was said");
        }
    }

    /** Of rows in order, in which nothing tells the speaker's side. */
    public MappingProfile(
            String name, String rows, String text, @Nullable String speaker, @Nullable String start, @Nullable String end, @Nullable String duration,
            TimeScale scale, @Nullable String call) {
        this(name, rows, text, speaker, start, end, duration, scale, call, null, null);
    }

    /** Whether rows with these fields can be read so. */
    public boolean fits(Set<String> fields) {
        return fields.containsAll(named());
    }

    /** Every field it names. */
    public List<String> named() {
        List<String> named = new ArrayList<>();
        for (String field : new @Nullable String[] {text, speaker, start, end, duration, call, side, order}) {
            if (field != null) {
                named.add(field);
            }
        }
        return named;
    }

    public boolean forTable() {
        return rows.isEmpty();
    }

    /** The same under another name. */
    public MappingProfile named(String other) {
        return new MappingProfile(other, rows, text, speaker, start, end, duration, scale, call, side, order);
    }
}
