package org.turnwise.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.turnwise.annotation.Annotation;
import org.turnwise.annotation.Edit;
import org.turnwise.annotation.HistoryFilter;
import org.turnwise.annotation.Journal;
import org.turnwise.annotation.LabelKind;
import org.turnwise.annotation.merge.Stamp;
import org.turnwise.call.CallId;

final class H2Journal implements Journal {

    private static final int CALLS_AT_A_TIME = 500;

    private final Database database;

    H2Journal(Database database) {
        this.database = database;
    }

    @Override
    public Edit append(Edit edit, Consumer<Edit> alongside) {
        return database.write(handle -> {
            long seq = handle.select("SELECT COALESCE(MAX(seq), 0) + 1 FROM edits").mapTo(Long.class).one();
            Edit stored = new Edit(seq, edit.cause(), edit.reverts(), edit.what(), edit.removed(), edit.added(), edit.annotator(), edit.at());
            insert(handle, stored, Stamps.next(handle), true);
            project(handle, stored);
            alongside.accept(stored);
            return stored;
        });
    }

    /** @param here whether it was made in this workspace */
    static void insert(Handle handle, Edit edit, Stamp stamp, boolean here) {
        Stamps.bind(
                        handle.createUpdate("""
                                INSERT INTO edits (seq, cause, reverts, what, annotator, made_at, id, origin, origin_place, clock, seen, made_here)
                                VALUES (:seq, :cause, :reverts, :what, :annotator, :at, :id, :origin, :originPlace, :clock, :seen, :here)"""),
                        stamp)
                .bind("here", here)
                .bind("seq", edit.seq())
                .bind("cause", edit.cause().name())
                .bind("reverts", edit.reverts())
                .bind("what", edit.what())
                .bind("annotator", edit.annotator())
                .bind("at", edit.at())
                .execute();
        try (PreparedBatch batch = handle.prepareBatch("INSERT INTO edit_annotations (added, seq, place, "
                + AnnotationRows.COLUMNS + ") VALUES (:wasAdded, :seq, :place, " + AnnotationRows.PARAMETERS + ")")) {
            for (int place = 0; place < edit.removed().size(); place++) {
                AnnotationRows.bind(batch.bind("wasAdded", false), edit.removed().get(place), edit.seq(), place).add();
            }
            for (int place = 0; place < edit.added().size(); place++) {
                AnnotationRows.bind(batch.bind("wasAdded", true), edit.added().get(place), edit.seq(), place).add();
            }
            if (batch.size() > 0) {
                batch.execute();
            }
        }
        Stamps.remember(handle, stamp);
    }

    /** Brings what stands now in line with the edit. */
    private static void project(Handle handle, Edit edit) {
        for (Annotation removed : edit.removed()) {
            if (handle.execute("DELETE FROM current_annotations WHERE id = ?", removed.id()) == 0) {
                throw new IllegalStateException("\"" + edit.what() + "\" takes " + removed.label() + " off " + removed.target()
                        + ", where it does not stand any more");
            }
        }
        for (int place = 0; place < edit.added().size(); place++) {
            Annotation added = edit.added().get(place);
            if (handle.select("SELECT 1 FROM current_annotations WHERE id = ?", added.id()).mapTo(Integer.class).findFirst().isPresent()) {
                throw new IllegalStateException("\"" + edit.what() + "\" adds annotation " + added.id() + ", which stands already");
            }
            stand(handle, edit.seq(), added, place);
        }
        changeInCounts(edit).forEach((call, change) -> count(handle, call, change));
    }

    /** @param place in what the edit adds */
    static void stand(Handle handle, long seq, Annotation annotation, int place) {
        AnnotationRows.bind(handle.createUpdate("INSERT INTO current_annotations (seq, place, " + AnnotationRows.COLUMNS
                        + ") VALUES (:seq, :place, " + AnnotationRows.PARAMETERS + ")"), annotation, seq, place)
                .execute();
    }

    private static Map<CallId, Integer> changeInCounts(Edit edit) {
        Map<CallId, Integer> changes = new LinkedHashMap<>();
        edit.removed().stream().filter(H2Journal::counts).forEach(a -> changes.merge(a.target().call(), -1, Integer::sum));
        edit.added().stream().filter(H2Journal::counts).forEach(a -> changes.merge(a.target().call(), 1, Integer::sum));
        return changes;
    }

    private static boolean counts(Annotation annotation) {
        return annotation.kind() != LabelKind.STATUS;
    }

    private static void count(Handle handle, CallId call, int change) {
        if (change != 0 && handle.execute("UPDATE label_counts SET labels = labels + ? WHERE call_id = ?", change, call.value()) == 0) {
            handle.execute("INSERT INTO label_counts (call_id, labels) VALUES (?, ?)", call.value(), change);
        }
    }

    @Override
    public List<Edit> edits() {
        return database.read(handle -> EditRows.all(handle));
    }

    @Override
    public List<Edit> lastEdits(String annotator, int most) {
        return database.read(handle -> EditRows.last(handle, annotator, most));
    }

    @Override
    public List<Edit> history(HistoryFilter filter, int skip, int most) {
        return database.read(handle -> EditRows.page(handle, filter, skip, most));
    }

    @Override
    public List<String> annotators() {
        return database.read(handle -> handle.select("SELECT DISTINCT annotator FROM edits ORDER BY annotator").mapTo(String.class).list());
    }

    @Override
    public long size() {
        return database.read(handle -> handle.select("SELECT COUNT(*) FROM edits").mapTo(Long.class).one());
    }

    @Override
    public List<Annotation> current(CallId call) {
        return database.read(handle -> handle.select(AnnotationRows.CURRENT + " WHERE call_id = ? ORDER BY made_at, seq, place", call.value())
                .map((row, context) -> AnnotationRows.read(row))
                .list());
    }

    @Override
    public Map<CallId, List<Annotation>> current(Collection<CallId> calls) {
        List<String> ids = calls.stream().distinct().map(CallId::value).toList();
        Map<CallId, List<Annotation>> standing = new HashMap<>();
        for (int from = 0; from < ids.size(); from += CALLS_AT_A_TIME) {
            List<String> some = ids.subList(from, Math.min(from + CALLS_AT_A_TIME, ids.size()));
            database.read(handle -> handle.createQuery(AnnotationRows.CURRENT + " WHERE call_id IN (<calls>) ORDER BY made_at, seq, place")
                            .bindList("calls", some)
                            .map((row, context) -> AnnotationRows.read(row))
                            .list())
                    .forEach(annotation -> standing.computeIfAbsent(annotation.target().call(), call -> new ArrayList<>()).add(annotation));
        }
        return standing;
    }

    @Override
    public List<Annotation> carrying(String label, int most) {
        return database.read(handle -> handle
                .select(AnnotationRows.CURRENT + " WHERE label = ? ORDER BY made_at DESC, seq DESC, place DESC LIMIT ?", label, most)
                .map((row, context) -> AnnotationRows.read(row))
                .list());
    }

    @Override
    public Map<String, Integer> uses() {
        Map<String, Integer> uses = new HashMap<>();
        database.read(handle -> handle.select("SELECT label, COUNT(*) AS uses FROM current_annotations GROUP BY label")
                        .map((row, context) -> Map.entry(row.getString("label"), row.getInt("uses")))
                        .list())
                .forEach(use -> uses.put(use.getKey(), use.getValue()));
        return uses;
    }

    @Override
    public Map<CallId, Set<String>> statuses() {
        Map<CallId, Set<String>> statuses = new HashMap<>();
        database.read(handle -> handle.select("SELECT call_id, label FROM current_annotations WHERE kind = 'STATUS'")
                        .map((row, context) -> Map.entry(new CallId(row.getString("call_id")), row.getString("label")))
                        .list())
                .forEach(status -> statuses.computeIfAbsent(status.getKey(), call -> new HashSet<>()).add(status.getValue()));
        return statuses;
    }

    @Override
    public Map<CallId, Integer> labelCounts() {
        Map<CallId, Integer> counts = new HashMap<>();
        database.read(handle -> handle.select("SELECT call_id, labels FROM label_counts WHERE labels > 0")
                        .map((row, context) -> Map.entry(new CallId(row.getString("call_id")), row.getInt("labels")))
                        .list())
                .forEach(count -> counts.put(count.getKey(), count.getValue()));
        return counts;
    }
}
