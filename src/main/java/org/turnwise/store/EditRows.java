package org.turnwise.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.turnwise.annotation.Annotation;
import org.turnwise.annotation.Edit;
import org.turnwise.annotation.HistoryFilter;
import org.turnwise.call.CallId;

/** Puts edits together from their rows. */
final class EditRows {

    static final String ANNOTATIONS = "SELECT a.seq, a.added, " + AnnotationRows.COLUMNS.replaceAll("(\\w+)", "a.$1") + " FROM edit_annotations a";

    private static final int EDITS_AT_A_TIME = 500;

    private record Head(long seq, Edit.Cause cause, @Nullable Long reverts, String what, String annotator, Instant at) {}

    record Part(long seq, boolean added, Annotation annotation) {}

    private record Parts(List<Annotation> removed, List<Annotation> added) {}

    private EditRows() {}

    static List<Edit> all(Handle handle) {
        List<Head> heads = handle.select("SELECT seq, cause, reverts, what, annotator, made_at FROM edits ORDER BY clock, origin, origin_place, id")
                .map((row, context) -> head(row))
                .list();
        return assembled(heads, handle.select(ANNOTATIONS + " ORDER BY a.seq, a.added, a.place").map((row, context) -> part(row)));
    }

    static List<Edit> last(Handle handle, String annotator, int most) {
        List<Head> heads = handle.select(
                        "SELECT seq, cause, reverts, what, annotator, made_at FROM edits "
                                + "WHERE annotator = ? AND made_here ORDER BY annotator DESC, seq DESC LIMIT ?",
                        annotator,
                        most)
                .map((row, context) -> head(row))
                .list()
                .reversed();
        if (heads.isEmpty()) {
            return List.of();
        }
        return assembled(
                heads,
                handle.select(
                                ANNOTATIONS + " JOIN edits e ON e.seq = a.seq WHERE e.annotator = ? AND e.seq >= ? AND e.seq <= ?"
                                        + " ORDER BY a.seq, a.added, a.place",
                                annotator,
                                heads.getFirst().seq(),
                                heads.getLast().seq())
                        .map((row, context) -> part(row)));
    }

    /** Last first. */
    static List<Edit> page(Handle handle, HistoryFilter filter, int skip, int most) {
        CallId call = filter.call();
        List<String> conditions = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        if (call != null) {
            conditions.add("seq IN (SELECT seq FROM edit_annotations WHERE call_id = ?)");
            values.add(call.value());
        }
        if (filter.annotator() != null) {
            conditions.add("annotator = ?");
            values.add(filter.annotator());
        }
        values.add(skip);
        values.add(most);
        List<Head> heads = handle.select(
                        "SELECT seq, cause, reverts, what, annotator, made_at FROM edits"
                                + (conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions))
                                + " ORDER BY clock DESC, origin DESC, origin_place DESC OFFSET ? ROWS FETCH NEXT ? ROWS ONLY",
                        values.toArray())
                .map((row, context) -> head(row))
                .list();
        List<Part> parts = new ArrayList<>();
        for (int from = 0; from < heads.size(); from += EDITS_AT_A_TIME) {
            List<Long> some = heads.subList(from, Math.min(from + EDITS_AT_A_TIME, heads.size())).stream().map(Head::seq).toList();
            parts.addAll(handle.createQuery(ANNOTATIONS + " WHERE a.seq IN (<seqs>) ORDER BY a.seq, a.added, a.place")
                    .bindList("seqs", some)
                    .map((row, context) -> part(row))
                    .list());
        }
        return assembled(heads, parts);
    }

    private static List<Edit> assembled(List<Head> heads, Iterable<Part> rows) {
        Map<Long, Parts> parts = new HashMap<>();
        rows.forEach(part -> {
            Parts ofEdit = parts.computeIfAbsent(part.seq(), seq -> new Parts(new ArrayList<>(), new ArrayList<>()));
            (part.added() ? ofEdit.added() : ofEdit.removed()).add(part.annotation());
        });
        Parts none = new Parts(List.of(), List.of());
        return heads.stream().map(head -> edit(head, parts.getOrDefault(head.seq(), none))).toList();
    }

    private static Edit edit(Head head, Parts parts) {
        return new Edit(head.seq(), head.cause(), head.reverts(), head.what(), parts.removed(), parts.added(), head.annotator(), head.at());
    }

    private static Head head(ResultSet row) throws SQLException {
        return new Head(
                row.getLong("seq"),
                Edit.Cause.valueOf(row.getString("cause")),
                row.getObject("reverts", Long.class),
                row.getString("what"),
                row.getString("annotator"),
                row.getObject("made_at", Instant.class));
    }

    static Part part(ResultSet row) throws SQLException {
        return new Part(row.getLong("seq"), row.getBoolean("added"), AnnotationRows.read(row));
    }
}
