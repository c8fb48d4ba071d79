package org.turnwise.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterable;
import org.jspecify.annotations.Nullable;
import org.turnwise.annotation.Annotation;
import org.turnwise.annotation.Edit;
import org.turnwise.annotation.merge.Entry;
import org.turnwise.annotation.merge.Stamp;
import org.turnwise.call.CallId;

/** Edits of the journal as other workspaces know them. */
final class EntryRows {

    private static final String HEADS = """
            SELECT e.seq, e.id, e.origin, e.origin_place, e.clock, e.seen, e.cause, r.id AS reverts_id, e.what, e.annotator, e.made_at
            FROM edits e LEFT JOIN edits r ON r.seq = e.reverts""";
    private static final String IN_ORDER = " ORDER BY e.clock, e.origin, e.origin_place, e.id";
    private static final String OF_CALL = " WHERE e.seq IN (SELECT seq FROM edit_annotations WHERE call_id = ?)";

    private record Head(long seq, Stamp stamp, Edit.Cause cause, @Nullable UUID reverts, String what, String annotator, Instant at) {}

    private record Parts(List<Annotation> removed, List<Annotation> added) {}

    private EntryRows() {}

    static List<Entry> all(Handle handle) {
        List<Head> heads = handle.select(HEADS + IN_ORDER).map((row, context) -> head(row)).list();
        return assembled(heads, handle.select(EditRows.ANNOTATIONS + " ORDER BY a.seq, a.added, a.place").map((row, context) -> EditRows.part(row)));
    }

    /** Those that touch the call, without what they say of others. */
    static List<Entry> of(Handle handle, CallId call) {
        List<Head> heads = handle.select(HEADS + OF_CALL + IN_ORDER, call.value()).map((row, context) -> head(row)).list();
        return assembled(
                heads,
                handle.select(EditRows.ANNOTATIONS + " WHERE a.call_id = ? ORDER BY a.seq, a.added, a.place", call.value())
                        .map((row, context) -> EditRows.part(row)));
    }

    /** Where edits that touch the call stand in this workspace's journal. */
    static Map<UUID, Long> seqs(Handle handle, CallId call) {
        Map<UUID, Long> seqs = new HashMap<>();
        handle.select("SELECT e.id, e.seq FROM edits e" + OF_CALL, call.value())
                .map((row, context) -> Map.entry(row.getObject("id", UUID.class), row.getLong("seq")))
                .forEach(entry -> seqs.put(entry.getKey(), entry.getValue()));
        return seqs;
    }

    private static List<Entry> assembled(List<Head> heads, ResultIterable<EditRows.Part> rows) {
        Map<Long, Parts> parts = new HashMap<>();
        rows.forEach(part -> {
            Parts ofEdit = parts.computeIfAbsent(part.seq(), seq -> new Parts(new ArrayList<>(), new ArrayList<>()));
            (part.added() ? ofEdit.added() : ofEdit.removed()).add(part.annotation());
        });
        Parts none = new Parts(List.of(), List.of());
        return heads.stream().map(head -> entry(head, parts.getOrDefault(head.seq(), none))).toList();
    }

    private static Entry entry(Head head, Parts parts) {
        return new Entry(head.stamp(), head.cause(), head.reverts(), head.what(), parts.removed(), parts.added(), head.annotator(), head.at());
    }

    private static Head head(ResultSet row) throws SQLException {
        return new Head(
                row.getLong("seq"),
                Stamps.read(row),
                Edit.Cause.valueOf(row.getString("cause")),
                row.getObject("reverts_id", UUID.class),
                row.getString("what"),
                row.getString("annotator"),
                row.getObject("made_at", Instant.class));
    }
}
