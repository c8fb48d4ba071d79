package org.turnwise.annotation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.turnwise.call.CallId;

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

    /** The calls that the reader reads blind now. */
    public static Set<CallId> calls(Journal journal, String reader) {
        Set<CallId> given = journal.carrying(Statuses.ASSIGNED, Integer.MAX_VALUE).stream()
                .filter(a -> reader.equals(a.text()))
                .map(a -> a.target().call())
                .collect(Collectors.toSet());
        return journal.current(given).entrySet().stream().filter(call -> reads(call.getValue(), reader)).map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    /** Whether the edit would tell the reader what somebody else said of one of the calls they read blind. */
    public static boolean hides(Edit edit, Set<CallId> blind, String reader) {
        return !edit.annotator().equals(reader)
                && Stream.concat(edit.added().stream(), edit.removed().stream())
                        .anyMatch(a -> blind.contains(a.target().call()) && !FOR_ALL.contains(a.label()));
    }

    /** Of what stands on a call, what the reader may see now. */
    public static List<Annotation> visible(List<Annotation> standing, String reader) {
        return reads(standing, reader) ? standing.stream().filter(a -> a.annotator().equals(reader) || FOR_ALL.contains(a.label())).toList() : standing;
    }
}
