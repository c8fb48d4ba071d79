package org.turnwise.intake.json;

import java.util.List;
import org.turnwise.intake.reading.Format;
import org.turnwise.intake.reading.Unreadable;

/** The JSON of one tool. Keeps no state; any thread. */
interface JsonFormat {

    Format format();

    /** Whether the document is of this format, by keys that no other tool writes so. */
    boolean fits(Value document);

    /** The calls that the document holds; itself unless it holds several. */
    default List<Value> calls(Value document) {
        return List.of(document);
    }

    /** @throws Unreadable with the path of what is not as it must be */
    void read(Value call, Talk talk) throws Unreadable;
}
