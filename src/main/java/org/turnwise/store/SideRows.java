package org.turnwise.store;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.turnwise.call.Call;
import org.turnwise.call.CallId;
import org.turnwise.call.Participant;
import org.turnwise.call.Side;
import org.turnwise.call.SideAssignment;

/** Who was put on which side, and what follows for the calls they take part in. */
final class SideRows {

    private SideRows() {}

    static void store(Handle handle, Collection<SideAssignment> assignments) {
        PreparedBatch batch = handle.prepareBatch("INSERT INTO side_assignments (call_id, speaker, side, made_by, made_at) VALUES (?, ?, ?, ?, ?)");
        for (SideAssignment assignment : assignments) {
            batch.add(assignment.call().value(), assignment.participant(), assignment.side().name(), assignment.by(), assignment.at());
        }
        CallRows.execute(batch);
    }

    /**
     * Stores the decisions and puts those they are about on their sides.
     *
     * @return the calls in which somebody was
     * @throws IllegalArgumentException if nobody of that name takes part in a call
     */
    static Set<CallId> assign(Handle handle, Collection<SideAssignment> assignments) {
        store(handle, assignments);
        Set<CallId> touched = new LinkedHashSet<>();
        for (SideAssignment assignment : assignments) {
            settle(handle, assignment);
            touched.add(assignment.call());
        }
        touched.forEach(id -> CallRows.find(handle, id).ifPresent(call -> derive(handle, call)));
        return touched;
    }

    private static void settle(Handle handle, SideAssignment assignment) {
        int settled = handle.execute(
                "UPDATE participants SET side = ? WHERE label = ? AND call_no = (SELECT no FROM calls WHERE id = ?)",
                assignment.side().name(),
                assignment.participant(),
                assignment.call().value());
        if (settled == 0) {
            throw new IllegalArgumentException(
                    "\"" + assignment.participant() + "\" can't be put on a side: nobody of that name takes part in call " + assignment.call());
        }
    }

    private static void derive(Handle handle, Call call) {
        handle.createUpdate("UPDATE calls SET rep = :rep, sides_settled = :settled WHERE id = :id")
                .bind("rep", call.rep().map(Participant::name).orElse(null))
                .bind("settled", call.sidesSettled())
                .bind("id", call.id().value())
                .execute();
    }

    /** The latest decision about each participant, but for those that {@code leftOut} made. */
    static List<SideAssignment> decided(Handle handle, String leftOut) {
        return handle.select(
                        """
                        SELECT call_id, speaker, side, made_by, made_at FROM side_assignments
                        WHERE made_by <> ? AND seq IN (SELECT max(seq) FROM side_assignments GROUP BY call_id, speaker) ORDER BY seq""", leftOut)
                .map((row, context) -> new SideAssignment(
                        new CallId(row.getString("call_id")), row.getString("speaker"), Side.valueOf(row.getString("side")), row.getString("made_by"),
                        row.getObject("made_at", Instant.class)))
                .list();
    }
}
