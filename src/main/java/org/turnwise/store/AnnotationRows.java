package org.turnwise.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;
import org.turnwise.annotation.Annotation;
import org.turnwise.annotation.LabelKind;
import org.turnwise.annotation.Target;
import org.turnwise.call.CallId;

/** Annotations as rows of the journal and of what stands now. */
final class AnnotationRows {

    static final String CURRENT = "SELECT id, call_id, ordinal, kind, label, words, annotator, made_at, scheme FROM current_annotations";

    private AnnotationRows() {}

    static <S extends SqlStatement<S>> S bind(S statement, Annotation annotation, long seq, int place) {
        return statement
                .bind("seq", seq)
                .bind("place", place)
                .bind("id", annotation.id())
                .bind("call", annotation.target().call().value())
                .bind("ordinal", ordinal(annotation.target()))
                .bind("kind", annotation.kind().name())
                .bind("label", annotation.label())
                .bind("words", annotation.text())
                .bind("annotator", annotation.annotator())
                .bind("at", annotation.at())
                .bind("scheme", annotation.scheme());
    }

    private static @Nullable Integer ordinal(Target target) {
        return switch (target) {
            case Target.OfCall call -> null;
            case Target.OfTurn turn -> turn.ordinal();
        };
    }

    static Annotation read(ResultSet row) throws SQLException {
        return new Annotation(
                row.getObject("id", UUID.class),
                target(row),
                LabelKind.valueOf(row.getString("kind")),
                row.getString("label"),
                row.getString("words"),
                row.getString("annotator"),
                row.getObject("made_at", Instant.class),
                row.getString("scheme"));
    }

    private static Target target(ResultSet row) throws SQLException {
        CallId call = new CallId(row.getString("call_id"));
        int ordinal = row.getInt("ordinal");
        return row.wasNull() ? new Target.OfCall(call) : new Target.OfTurn(call, ordinal);
    }
}
