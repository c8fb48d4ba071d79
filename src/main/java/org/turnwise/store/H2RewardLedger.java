package org.turnwise.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.turnwise.call.CallId;
import org.turnwise.reward.OutcomeKind;
import org.turnwise.reward.RewardLedger;
import org.turnwise.reward.RewardSignal;
import org.turnwise.reward.SourceRow;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

final class H2RewardLedger implements RewardLedger {

    private static final String SIGNAL =
            "SELECT s.seq, s.call_id, s.kind, s.reward, s.policy_version, s.origin, s.reliability, s.evidence, s.made_at, s.supersedes, "
                    + "s.source_file, s.source_line, s.crm_id FROM reward_signals s";
    private static final String TRAIL = SIGNAL.replace(" FROM ", ", s.source_cells FROM ");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<LinkedHashMap<String, String>> CELLS = new TypeReference<>() {};
    private static final String IN_FORCE = SIGNAL + " JOIN rewards_in_force f ON f.seq = s.seq";

    private final Database database;

    H2RewardLedger(Database database) {
        this.database = database;
    }

    @Override
    public List<RewardSignal> append(List<RewardSignal> signals) {
        if (signals.isEmpty()) {
            return List.of();
        }
        return database.write(handle -> {
            long seq = handle.select("SELECT COALESCE(MAX(seq), 0) FROM reward_signals").mapTo(Long.class).one();
            List<RewardSignal> stored = new ArrayList<>(signals.size());
            for (RewardSignal signal : signals) {
                seq++;
                RewardSignal numbered = numbered(signal, seq, inForce(handle, signal.call(), signal.origin()).orElse(null));
                insert(handle, numbered);
                putInForce(handle, numbered);
                stored.add(numbered);
            }
            return stored;
        });
    }

    private static RewardSignal numbered(RewardSignal signal, long seq, @Nullable Long supersedes) {
        return new RewardSignal(
                seq,
                signal.call(),
                signal.kind(),
                signal.reward(),
                signal.policyVersion(),
                signal.origin(),
                signal.reliability(),
                signal.evidence(),
                signal.at(),
                supersedes,
                signal.row());
    }

    private static Optional<Long> inForce(Handle handle, CallId call, RewardSignal.Origin origin) {
        return handle.select("SELECT seq FROM rewards_in_force WHERE call_id = ? AND origin = ?", call.value(), origin.name())
                .mapTo(Long.class)
                .findOne();
    }

    private static void insert(Handle handle, RewardSignal signal) {
        OutcomeKind kind = signal.kind();
        SourceRow row = signal.row();
        handle.createUpdate("""
                        INSERT INTO reward_signals (seq, call_id, kind, reward, policy_version, origin, reliability, evidence, made_at, supersedes,
                                                    source_file, source_line, crm_id, source_cells)
                        VALUES (:seq, :call, :kind, :reward, :policy, :origin, :reliability, :evidence, :at, :supersedes, :file, :line, :crmId,
                                COALESCE(:cells, (SELECT p.source_cells FROM reward_signals p
                                                  WHERE p.seq = :supersedes AND p.source_file = :file AND p.source_line = :line)))""")
                .bind("seq", signal.seq())
                .bind("call", signal.call().value())
                .bind("kind", kind == null ? null : kind.name())
                .bind("reward", signal.reward())
                .bind("policy", signal.policyVersion())
                .bind("origin", signal.origin().name())
                .bind("reliability", signal.reliability())
                .bind("evidence", signal.evidence())
                .bind("at", signal.at())
                .bind("supersedes", signal.supersedes())
                .bind("file", row == null ? null : row.file())
                .bind("line", row == null ? null : row.line())
                .bind("crmId", row == null ? null : row.crmId())
                .bind("cells", row == null || row.cells().isEmpty() ? null : JSON.writeValueAsString(row.cells()))
                .execute();
    }

    private static void putInForce(Handle handle, RewardSignal signal) {
        String call = signal.call().value();
        String origin = signal.origin().name();
        if (signal.kind() == null) {
            handle.execute("DELETE FROM rewards_in_force WHERE call_id = ? AND origin = ?", call, origin);
        } else {
            handle.execute("MERGE INTO rewards_in_force (call_id, origin, seq) KEY (call_id, origin) VALUES (?, ?, ?)", call, origin, signal.seq());
        }
    }

    @Override
    public List<RewardSignal> trail(CallId call) {
        return database.read(handle ->
                handle.select(TRAIL + " WHERE s.call_id = ? ORDER BY s.seq", call.value()).map((row, context) -> signal(row, cells(row))).list());
    }

    @Override
    public Map<CallId, List<RewardSignal>> inForce() {
        Map<CallId, List<RewardSignal>> inForce = new HashMap<>();
        database.read(handle -> handle.select(IN_FORCE + " ORDER BY s.seq").map((row, context) -> signal(row)).list())
                .forEach(signal -> inForce.computeIfAbsent(signal.call(), call -> new ArrayList<>()).add(signal));
        return inForce;
    }

    @Override
    public List<RewardSignal> inForce(CallId call) {
        return database.read(handle ->
                handle.select(IN_FORCE + " WHERE f.call_id = ? ORDER BY s.seq", call.value()).map((row, context) -> signal(row)).list());
    }

    @Override
    public int callsOfDeal(String crmId) {
        return database.read(handle -> handle.select(
                        "SELECT COUNT(*) FROM rewards_in_force f JOIN reward_signals s ON s.seq = f.seq WHERE s.crm_id = ? AND s.origin = ?",
                        crmId,
                        RewardSignal.Origin.DEAL.name())
                .mapTo(Integer.class)
                .one());
    }

    @Override
    public long size() {
        return database.read(handle -> handle.select("SELECT COUNT(*) FROM reward_signals").mapTo(Long.class).one());
    }

    @Override
    public Set<CallId> callsAfter(long seq) {
        return Set.copyOf(database.read(handle -> handle.select("SELECT DISTINCT call_id FROM reward_signals WHERE seq > ?", seq)
                .map((row, context) -> new CallId(row.getString(1)))
                .list()));
    }

    @Override
    public long last() {
        return database.read(handle -> handle.select("SELECT COALESCE(MAX(seq), 0) FROM reward_signals").mapTo(Long.class).one());
    }

    private static Map<String, String> cells(ResultSet row) throws SQLException {
        String json = row.getString("source_cells");
        return json == null ? Map.of() : JSON.readValue(json, CELLS);
    }

    private static RewardSignal signal(ResultSet row) throws SQLException {
        return signal(row, Map.of());
    }

    private static RewardSignal signal(ResultSet row, Map<String, String> cells) throws SQLException {
        String kind = row.getString("kind");
        String file = row.getString("source_file");
        return new RewardSignal(
                row.getLong("seq"),
                new CallId(row.getString("call_id")),
                kind == null ? null : OutcomeKind.valueOf(kind),
                row.getObject("reward", Double.class),
                row.getInt("policy_version"),
                RewardSignal.Origin.valueOf(row.getString("origin")),
                row.getDouble("reliability"),
                row.getString("evidence"),
                row.getObject("made_at", Instant.class),
                row.getObject("supersedes", Long.class),
                file == null ? null : new SourceRow(file, row.getInt("source_line"), row.getString("crm_id"), cells));
    }
}
