package org.turnwise.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.turnwise.call.CallId;
import org.turnwise.intake.duplicates.Decision;
import org.turnwise.intake.duplicates.DecisionRepository;

final class H2DuplicateDecisions implements DecisionRepository {

    private static final String OPEN = "OPEN";
    private static final String TWO_CALLS = "TWO_CALLS";
    private static final String ONE_CALL = "ONE_CALL";

    private final Database database;

    H2DuplicateDecisions(Database database) {
        this.database = database;
    }

    @Override
    public void append(Decision decision) {
        String verdict = switch (decision.verdict()) {
            case Decision.Open open -> OPEN;
            case Decision.TwoCalls two -> TWO_CALLS;
            case Decision.OneCall one -> ONE_CALL;
        };
        String leftOut = decision.verdict() instanceof Decision.OneCall(CallId left) ? left.value() : null;
        database.write(handle -> handle.createUpdate("""
                        INSERT INTO duplicate_decisions (seq, one, other, verdict, left_out, made_by, made_at)
                        VALUES ((SELECT COALESCE(MAX(seq), 0) + 1 FROM duplicate_decisions), :one, :other, :verdict, :left, :by, :at)""")
                .bind("one", decision.pair().one().value())
                .bind("other", decision.pair().other().value())
                .bind("verdict", verdict)
                .bind("left", leftOut)
                .bind("by", decision.by())
                .bind("at", decision.at())
                .execute());
    }

    @Override
    public List<Decision> history() {
        return database.read(handle -> handle.select("SELECT one, other, verdict, left_out, made_by, made_at FROM duplicate_decisions ORDER BY seq")
                .map((row, context) -> new Decision(
                        new Decision.Pair(new CallId(row.getString("one")), new CallId(row.getString("other"))),
                        verdict(row), row.getString("made_by"), row.getObject("made_at", Instant.class)))
                .list());
    }

    private static Decision.Verdict verdict(ResultSet row) throws SQLException {
        return switch (row.getString("verdict")) {
            case TWO_CALLS -> new Decision.TwoCalls();
            case ONE_CALL -> new Decision.OneCall(new CallId(row.getString("left_out")));
            default -> new Decision.Open();
        };
    }
}
