package org.turnwise.annotation;

import java.util.List;
import java.util.Set;

/**
 * Reading a call without seeing what others said of it. Whoever is given a call to read sees none of their labels, notes and comments until they submit it:
 * a second reading made with the first in view would agree with it more than it should.
 */
public final class Blind {

    /** What anybody may know of a call, since none of it says how to label it. */
    private static final Set<String> FOR_ALL = Set.of(Statuses.ASSIGNED, Statuses.FLAGGED, Statuses.SENT_BACK);

    private Blind() {}

    /** Whether the call was given to the reader and they have not submitted it. */
    public static boolean reads(List<Annotation> standing, String reader) {
        return standing.stream().anyMatch(a -> a.label().equals(Statuses.ASSIGNED) && reader.equals(a.text()))
                && standing.stream().noneMatch(a -> a.label().equals(Statuses.SUBMITTED) && a.annotator().equals(reader));
    }

    /** Of what stands on a call, what the reader may see now. */
    public static List<Annotation> visible(List<Annotation> standing, String reader) {
        return reads(standing, reader) ? standing.stream().filter(a -> a.annotator().equals(reader) || FOR_ALL.contains(a.label())).toList() : standing;
    }
}
