package org.turnwise.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.turnwise.call.CallId;
import org.turnwise.intake.crm.matching.Match;
import org.turnwise.intake.crm.matching.MatchRepository;

final class H2Matches implements MatchRepository {

    private static final String MATCH =
            "SELECT m.seq, m.call_id, m.state, m.deal_id, m.confidence, m.reason, m.made_by, m.made_at, m.reverts FROM match_events m";
    private static final String CURRENT = MATCH + " JOIN current_matches c ON c.seq = m.seq";

    private final Database database;

    H2Matches(Database database) {
        this.database = database;
    }

    @Override
    public List<Match> append(List<Match> matches) {
        if (matches.isEmpty()) {
            return List.of();
        }
        return database.write(handle -> {
            long seq = handle.select("SELECT COALESCE(MAX(seq), 0) FROM match_events").mapTo(Long.class).one();
            List<Match> stored = new ArrayList<>(matches.size());
            PreparedBatch events = handle.prepareBatch("""
                    INSERT INTO match_events (seq, call_id, state, deal_id, confidence, reason, made_by, made_at, reverts)
                    VALUES (:seq, :call, :state, :deal, :confidence, :reason, :by, :at, :reverts)""");
            PreparedBatch current = handle.prepareBatch("MERGE INTO current_matches (call_id, seq) KEY (call_id) VALUES (?, ?)");
            try (events; current) {
                for (Match match : matches) {
                    seq++;
                    stored.add(new Match(
                            seq, match.call(), match.state(), match.deal(), match.confidence(), match.reason(), match.by(), match.at(), match.reverts()));
                    events.bind("seq", seq)
                            .bind("call", match.call().value())
                            .bind("state", match.state().name())
                            .bind("deal", match.deal())
                            .bind("confidence", match.confidence())
                            .bind("reason", match.reason())
                            .bind("by", match.by())
                            .bind("at", match.at())
                            .bind("reverts", match.reverts())
                            .add();
                    current.add(match.call().value(), seq);
                }
                events.execute();
                current.execute();
            }
            return stored;
        });
    }

    @Override
    public Map<CallId, Match> current() {
        Map<CallId, Match> current = new HashMap<>();
        database.read(handle -> handle.select(CURRENT).map((row, context) -> match(row)).list()).forEach(match -> current.put(match.call(), match));
        return current;
    }

    @Override
    public Optional<Match> current(CallId call) {
        return database.read(handle -> handle.select(CURRENT + " WHERE c.call_id = ?", call.value()).map((row, context) -> match(row)).findOne());
    }

    @Override
    public List<Match> trail(CallId call) {
        return database.read(handle ->
                handle.select(MATCH + " WHERE m.call_id = ? ORDER BY m.seq", call.value()).map((row, context) -> match(row)).list());
    }

    @Override
    public List<Match> decisions() {
        return database.read(handle -> handle.select(
                        MATCH + " WHERE m.reverts IS NULL AND m.state IN ('ACCEPTED', 'NONE')"
                                + " AND NOT EXISTS (SELECT 1 FROM match_events r WHERE r.reverts = m.seq) ORDER BY m.seq")
                .map((row, context) -> match(row))
                .list());
    }

    private static Match match(ResultSet row) throws SQLException {
        return new Match(
                row.getLong("seq"),
                new CallId(row.getString("call_id")),
                Match.State.valueOf(row.getString("state")),
                row.getString("deal_id"),
                row.getDouble("confidence"),
                row.getString("reason"),
                row.getString("made_by"),
                row.getObject("made_at", Instant.class),
                row.getObject("reverts", Long.class));
    }
}
