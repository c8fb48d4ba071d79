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

    /** Whether the call was given to the reader and they have not submitted it, or came back to them and they have not submitted it again. */
    public static boolean reads(List<Annotation> standing, String reader) {
        boolean given = standing.stream().anyMatch(a -> a.label().equals(Statuses.ASSIGNED) && reader.equals(a.text()));
        return Rereading.isOpen(standing, reader)
                || given && standing.stream().noneMatch(a -> a.label().equals(Statuses.SUBMITTED) && a.annotator().equals(reader));
    }

    /** The name under which the reader says something of the call now: their own, or while it is back with them that of reading again. */
    public static String name(List<Annotation> standing, String reader) {
        return Rereading.isOpen(standing, reader) ? Rereading.by(reader) : reader;
    }

    /** The calls that the reader reads blind now. */
    public static Set<CallId> calls(Journal journal, String reader) {
        return names(journal, reader).keySet();
    }

    /** The calls that the reader reads blind now, each with the name under which they say something of it. */
    public static Map<CallId, String> names(Journal journal, String reader) {
        Stream<Annotation> given = journal.carrying(Statuses.ASSIGNED, Integer.MAX_VALUE).stream().filter(a -> reader.equals(a.text()));
        Stream<Annotation> back = journal.carrying(Statuses.AGAIN, Integer.MAX_VALUE).stream().filter(a -> a.annotator().equals(Rereading.by(reader)));
        Set<CallId> calls = Stream.concat(given, back).map(a -> a.target().call()).collect(Collectors.toSet());
        return journal.current(calls).entrySet().stream()
                .filter(call -> reads(call.getValue(), reader))
                .collect(Collectors.toMap(Map.Entry::getKey, call -> name(call.getValue(), reader)));
    }

    /** Of what stands on a call, what the reader may see now. What was said on reading it again is for comparing, and seen by nobody else or later. */
    public static List<Annotation> visible(List<Annotation> standing, String reader) {
        String name = name(standing, reader);
        return reads(standing, reader)
                ? standing.stream().filter(a -> sees(a, name)).toList()
                : standing.stream().filter(a -> !Rereading.isAgain(a.annotator())).toList();
    }

    /**
     * Whether the edit says something of a call that the reader must not see now.
     *
     * @param standing what stands on the calls it touches
     */
    public static boolean hides(Edit edit, Map<CallId, List<Annotation>> standing, String reader) {
        return Stream.concat(edit.removed().stream(), edit.added().stream()).anyMatch(a -> {
            List<Annotation> there = standing.getOrDefault(a.target().call(), List.of());
            return reads(there, reader) && !sees(a, name(there, reader));
        });
    }

    private static boolean sees(Annotation annotation, String name) {
        return annotation.annotator().equals(name) || FOR_ALL.contains(annotation.label());
    }
}
