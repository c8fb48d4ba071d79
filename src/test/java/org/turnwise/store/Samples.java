package org.turnwise.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.turnwise.annotation.Annotation;
import org.turnwise.annotation.Edit;
import org.turnwise.annotation.LabelKind;
import org.turnwise.annotation.Target;
import org.turnwise.call.Call;
import org.turnwise.call.CallId;
import org.turnwise.call.Participant;
import org.turnwise.call.Side;
import org.turnwise.call.Source;
import org.turnwise.call.TimingClass;
import org.turnwise.call.Turn;

/** Calls, annotations and edits to test with. */
final class Samples {

    static final Instant AT = Instant.parse("2026-10-25T00:30:00.123456789Z");

    private Samples() {}

    static Call call(String id, int turns) {
        List<Turn> said = new ArrayList<>();
        for (int i = 0; i < turns; i++) {
            said.add(new Turn(i, i % 2 == 0 ? "Priya" : "Tom", "turn " + i + " of " + id + ", and some words more", i * 1000L, i * 1000L + 900));
        }
        return new Call(
                new CallId(id),
                "Call " + id,
                new Source("vtt", id + ".vtt", "{\"a\":1}"),
                TimingClass.SEGMENT_MS,
                AT,
                "account " + id,
                List.of(new Participant("Priya", "Priya Raman", Side.REP), new Participant("Tom", "Tom Okafor", Side.CUSTOMER)),
                said);
    }

    static Annotation annotation(String call, int turn, LabelKind kind, String label) {
        return new Annotation(UUID.randomUUID(), new Target.OfTurn(new CallId(call), turn), kind, label, null, "Ann", AT, "sales-core 1.0");
    }

    static Annotation onCall(String call, LabelKind kind, String label) {
        return new Annotation(UUID.randomUUID(), new Target.OfCall(new CallId(call)), kind, label, null, "Ann", AT, "sales-core 1.0");
    }

    static Edit adds(Annotation... added) {
        return edit(List.of(), List.of(added));
    }

    static Edit removes(Annotation... removed) {
        return edit(List.of(removed), List.of());
    }

    static Edit edit(List<Annotation> removed, List<Annotation> added) {
        return new Edit(0, Edit.Cause.DONE, null, "an edit", removed, added, "Ann", AT);
    }
}
