package org.turnwise.annotation;

import java.util.List;

/**
 * A call that comes back to whoever submitted it, to be read again without the first reading in view. The two readings are two readers' to the journal: what
 * is said the second time is said under a name of its own, so that neither is lost, neither replaces the other, and merging and undoing need not know.
 */
public final class Rereading {

    private static final String AGAIN = " (read again)";

    private Rereading() {}

    /** The name under which the reader reads a call again. */
    public static String by(String reader) {
        return reader + AGAIN;
    }

    /** Whether it is said by somebody who reads a call again. */
    public static boolean isAgain(String annotator) {
        return annotator.endsWith(AGAIN);
    }

    /** Whether the person said it, the first time or again. */
    public static boolean isBy(Annotation annotation, String person) {
        return annotation.annotator().equals(person) || annotation.annotator().equals(by(person));
    }

    /** Whether the call came back to the reader, and they have submitted it once and not again. */
    public static boolean isOpen(List<Annotation> standing, String reader) {
        return carries(standing, Statuses.AGAIN, by(reader))
                && carries(standing, Statuses.SUBMITTED, reader)
                && !carries(standing, Statuses.SUBMITTED, by(reader));
    }

    /** Whether the reader has submitted the call twice. */
    public static boolean isDone(List<Annotation> standing, String reader) {
        return carries(standing, Statuses.SUBMITTED, reader) && carries(standing, Statuses.SUBMITTED, by(reader));
    }

    private static boolean carries(List<Annotation> standing, String status, String annotator) {
        return standing.stream().anyMatch(a -> a.label().equals(status) && a.annotator().equals(annotator));
    }
}
