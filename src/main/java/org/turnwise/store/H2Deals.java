package org.turnwise.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.turnwise.intake.crm.deal.Deal;
import org.turnwise.intake.crm.deal.DealRepository;
import org.turnwise.intake.crm.deal.StageChange;
import org.turnwise.reward.SourceRow;
import tools.jackson.databind.json.JsonMapper;

final class H2Deals implements DealRepository {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String LATEST = "SELECT r.seq, r.body FROM deal_rows r JOIN latest_deals l ON l.seq = r.seq";

    private final Database database;

    H2Deals(Database database) {
        this.database = database;
    }

    @Override
    public Added add(Collection<Deal> deals, Instant at) {
        return database.write(handle -> {
            Map<String, Deal> known = latest(handle);
            long seq = handle.select("SELECT COALESCE(MAX(seq), 0) FROM deal_rows").mapTo(Long.class).one();
            int fresh = 0;
            int changed = 0;
            for (Deal deal : deals) {
                Deal before = known.put(deal.id(), deal);
                if (before == null || !before.saysTheSameAs(deal)) {
                    append(handle, ++seq, deal, at);
                    fresh += before == null ? 1 : 0;
                    changed += before == null ? 0 : 1;
                }
            }
            return new Added(fresh, changed, deals.size() - fresh - changed);
        });
    }

    private static void append(Handle handle, long seq, Deal deal, Instant at) {
        handle.execute("INSERT INTO deal_rows (seq, deal_id, read_at, body) VALUES (?, ?, ?, ?)", seq, deal.id(), at, JSON.writeValueAsString(deal));
        handle.execute("MERGE INTO latest_deals (deal_id, seq) KEY (deal_id) VALUES (?, ?)", deal.id(), seq);
    }

    @Override
    public int addStageChanges(Collection<StageChange> changes) {
        return database.write(handle -> {
            int added = 0;
            for (StageChange change : changes) {
                added += handle.execute("""
                                INSERT INTO stage_changes (deal_id, changed_on, from_stage, to_stage, file, line)
                                SELECT ?, ?, ?, ?, ?, ? WHERE NOT EXISTS (
                                    SELECT 1 FROM stage_changes WHERE deal_id = ? AND changed_on = ? AND from_stage = ? AND to_stage = ?)""",
                        change.dealId(), change.on(), change.from(), change.to(), change.row().file(), change.row().line(),
                        change.dealId(), change.on(), change.from(), change.to());
            }
            return added;
        });
    }

    @Override
    public Map<String, Deal> latest() {
        return database.read(H2Deals::latest);
    }

    private static Map<String, Deal> latest(Handle handle) {
        Map<String, Deal> latest = new LinkedHashMap<>();
        handle.select(LATEST + " ORDER BY r.seq").map((row, context) -> deal(row)).forEach(deal -> latest.put(deal.id(), deal));
        return latest;
    }

    @Override
    public Optional<Deal> find(String id) {
        return database.read(handle -> handle.select(LATEST + " WHERE l.deal_id = ?", id).map((row, context) -> deal(row)).findOne());
    }

    @Override
    public List<Version> history(String id) {
        return database.read(handle -> handle.select("SELECT body, read_at FROM deal_rows WHERE deal_id = ? ORDER BY seq", id)
                .map((row, context) -> new Version(deal(row), row.getObject("read_at", Instant.class)))
                .list());
    }

    @Override
    public List<StageChange> stageChanges(String dealId) {
        return database.read(handle -> handle.select(
                        "SELECT changed_on, from_stage, to_stage, file, line FROM stage_changes WHERE deal_id = ? ORDER BY changed_on, line", dealId)
                .map((row, context) -> new StageChange(
                        dealId,
                        row.getObject("changed_on", LocalDate.class),
                        row.getString("from_stage"),
                        row.getString("to_stage"),
                        new SourceRow(row.getString("file"), row.getInt("line"), dealId)))
                .list());
    }

    private static Deal deal(ResultSet row) throws SQLException {
        return JSON.readValue(row.getString("body"), Deal.class);
    }
}
