package org.turnwise.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.turnwise.call.CallId;
import org.turnwise.suggestion.Decision;
import org.turnwise.suggestion.Decisions;
import org.turnwise.suggestion.Precision;

final class H2SuggestionDecisions implements Decisions {

    private static final String SELECT =
            "SELECT edit, call_id, ordinal, label, verdict, stands, confidence, made_by, made_at FROM suggestion_decisions";

    private final Database database;

    H2SuggestionDecisions(Database database) {
        this.database = database;
    }

    @Override
    public void append(List<Decision> decisions) {
        if (decisions.isEmpty()) {
            return;
        }
        database.write(handle -> {
            try (PreparedBatch batch = handle.prepareBatch("""
                    INSERT INTO suggestion_decisions (edit, call_id, ordinal, label, verdict, stands, confidence, made_by, made_at)
                    VALUES (:edit, :call, :ordinal, :label, :verdict, :stands, :confidence, :by, :at)""")) {
                for (Decision decision : decisions) {
                    batch.bind("edit", decision.edit())
                            .bind("call", decision.call().value())
                            .bind("ordinal", decision.ordinal())
                            .bind("label", decision.label())
                            .bind("verdict", decision.verdict().name())
                            .bind("stands", decision.stands())
                            .bind("confidence", decision.confidence())
                            .bind("by", decision.by())
                            .bind("at", decision.at())
                            .add();
                }
                return batch.execute().length;
            }
        });
    }

    @Override
    public List<Decision> of(CallId call) {
        return database.read(handle -> handle.select(SELECT + " WHERE call_id = ? ORDER BY no", call.value()).map((row, context) -> read(row)).list());
    }

    @Override
    public List<Decision> with(long edit) {
        return database.read(handle -> handle.select(SELECT + " WHERE edit = ? ORDER BY no", edit).map((row, context) -> read(row)).list());
    }

    @Override
    public Precision since(long edit, String by) {
        Map<List<Object>, Decision> last = new HashMap<>();
        database.read(handle -> handle.select(SELECT + " WHERE edit >= ? AND made_by = ? ORDER BY no", edit, by).map((row, context) -> read(row)).list())
                .forEach(decision -> last.put(List.of(decision.call(), decision.ordinal(), decision.label()), decision));
        List<Decision> standing = last.values().stream().filter(Decision::stands).toList();
        return new Precision((int) standing.stream().filter(decision -> decision.verdict() == Decision.Verdict.ACCEPTED).count(), standing.size());
    }

    @Override
    public Map<String, Precision> precisions() {
        Map<String, Precision> precisions = new TreeMap<>();
        // each row that takes a verdict back follows one that gave it
        database.read(handle -> handle.select("""
                                SELECT label, SUM(CASE WHEN verdict = 'ACCEPTED' THEN turned ELSE 0 END) AS accepted, SUM(turned) AS decided
                                FROM (SELECT label, verdict, CASE WHEN stands THEN 1 ELSE -1 END AS turned FROM suggestion_decisions)
                                GROUP BY label HAVING SUM(turned) > 0""")
                        .map((row, context) -> Map.entry(row.getString("label"), new Precision(row.getInt("accepted"), row.getInt("decided"))))
                        .list())
                .forEach(entry -> precisions.put(entry.getKey(), entry.getValue()));
        return precisions;
    }

    private static Decision read(ResultSet row) throws SQLException {
        return new Decision(
                row.getLong("edit"),
                new CallId(row.getString("call_id")),
                row.getInt("ordinal"),
                row.getString("label"),
                Decision.Verdict.valueOf(row.getString("verdict")),
                row.getBoolean("stands"),
                row.getDouble("confidence"),
                row.getString("made_by"),
                row.getObject("made_at", Instant.class));
    }
}
