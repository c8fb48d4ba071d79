package org.turnwise.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;
import org.turnwise.annotation.Annotation;
import org.turnwise.annotation.LabelKind;
import org.turnwise.annotation.Target;
import org.turnwise.call.CallId;

/** Annotations as rows of the journal and of what stands now. */
final class AnnotationRows {

    static final String COLUMNS = "id, call_id, ordinal, span_from, span_to, quote, turns, kind, label, words, annotator, made_at, scheme";
    static final String PARAMETERS = ":id, :call, :ordinal, :from, :to, :quote, :turns, :kind, :label, :words, :annotator, :at, :scheme";
    static final String CURRENT = "SELECT " + COLUMNS + " FROM current_annotations";

    /** A target as columns. */
    private record Place(@Nullable Integer ordinal, @Nullable Integer from, @Nullable Integer to, @Nullable String quote, Integer @Nullable [] turns) {

        static Place of(Target target) {
            return switch (target) {
                case Target.OfCall call -> new Place(null, null, null, null, null);
                case Target.OfTurn turn -> new Place(turn.ordinal(), null, null, null, null);
                case Target.OfSpan span -> new Place(span.ordinal(), span.from(), span.to(), span.quote(), null);
                case Target.OfTurns turns -> new Place(null, null, null, null, turns.ordinals().toArray(Integer[]::new));
            };
        }
    }

    private AnnotationRows() {}

    static <S extends SqlStatement<S>> S bind(S statement, Annotation annotation, long seq, int place) {
        Place on = Place.of(annotation.target());
        return statement
                .bind("seq", seq)
                .bind("place", place)
                .bind("id", annotation.id())
                .bind("call", annotation.target().call().value())
                .bind("ordinal", on.ordinal())
                .bind("from", on.from())
                .bind("to", on.to())
                .bind("quote", on.quote())
                .bindBySqlType("turns", on.turns(), Types.ARRAY)
                .bind("kind", annotation.kind().name())
                .bind("label", annotation.label())
                .bind("words", annotation.text())
                .bind("annotator", annotation.annotator())
                .bind("at", annotation.at())
                .bind("scheme", annotation.scheme());
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
        Array turns = row.getArray("turns");
        Integer ordinal = row.getObject("ordinal", Integer.class);
        String quote = row.getString("quote");
        if (turns != null) {
            return new Target.OfTurns(call, Stream.of((Object[]) turns.getArray()).map(Integer.class::cast).toList());
        }
        if (ordinal == null) {
            return new Target.OfCall(call);
        }
        return quote == null
                ? new Target.OfTurn(call, ordinal)
                : new Target.OfSpan(call, ordinal, row.getInt("span_from"), row.getInt("span_to"), quote);
    }
}
