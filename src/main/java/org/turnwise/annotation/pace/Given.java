package org.turnwise.annotation.pace;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.turnwise.annotation.Annotation;
import org.turnwise.annotation.Edit;
import org.turnwise.annotation.Journal;
import org.turnwise.annotation.Statuses;
import org.turnwise.call.CallId;

/** The calls that others gave to one reader, and which of them wait to be submitted; carried along edit by edit. One thread at a time. */
public final class Given {

    private final String reader;
    private final Set<CallId> all;
    private final Set<CallId> waiting;

    private Given(String reader, Set<CallId> all, Set<CallId> waiting) {
        this.reader = reader;
        this.all = all;
        this.waiting = waiting;
    }

    public static Given to(String reader, Journal journal) {
        Set<CallId> all = journal.carrying(Statuses.ASSIGNED, Integer.MAX_VALUE).stream()
                .filter(a -> reader.equals(a.text()))
                .map(a -> a.target().call())
                .collect(Collectors.toCollection(HashSet::new));
        Set<CallId> waiting = new HashSet<>(all);
        journal.current(all).forEach((call, standing) -> {
            if (standing.stream().anyMatch(a -> submits(a, reader))) {
                waiting.remove(call);
            }
        });
        return new Given(reader, all, waiting);
    }

    private static boolean submits(Annotation annotation, String reader) {
        return annotation.label().equals(Statuses.SUBMITTED) && annotation.annotator().equals(reader);
    }

    public void follow(Edit edit) {
        submitted(edit.removed()).stream().filter(all::contains).forEach(waiting::add);
        submitted(edit.added()).forEach(waiting::remove);
    }

    private List<CallId> submitted(List<Annotation> annotations) {
        return annotations.stream().filter(a -> submits(a, reader)).map(a -> a.target().call()).toList();
    }

    public int all() {
        return all.size();
    }

    public int waiting() {
        return waiting.size();
    }
}
