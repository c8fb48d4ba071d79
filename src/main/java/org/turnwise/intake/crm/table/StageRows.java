package org.turnwise.intake.crm.table;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.turnwise.intake.crm.deal.StageChange;
import org.turnwise.intake.reading.Unreadable;
import org.turnwise.reward.SourceRow;

/** Reads the history of deals' stages, a change a row. */
final class StageRows {

    /** By these a row has an id of its own beside its deal's. */
    private static final Set<String> OWN_ID = Set.of("historyid", "stagehistoryid", "opportunityhistoryid", "dealhistoryid", "eventid", "changeid", "logid");

    private static final NavigableMap<LocalDate, List<String>> NO_DAYS = Collections.emptyNavigableMap();

    private final TableReader.Rows rows;
    private final DealIds ids;
    private final Columns columns;
    private final Meaning to;
    private final Meaning when;
    private int ofOtherFields;

    StageRows(TableReader.Rows rows) {
        this.rows = rows;
        this.columns = rows.columns();
        this.ids = new DealIds(rows);
        this.to = columns.has(Meaning.TO_STAGE) ? Meaning.TO_STAGE : Meaning.STAGE;
        this.when = columns.has(Meaning.CHANGED_AT) ? Meaning.CHANGED_AT : Meaning.CREATED_AT;
    }

    /** Whether a table's rows are changes, and not deals that also say at which stage they were before. */
    static boolean are(TableReader.Rows rows) {
        Columns columns = rows.columns();
        boolean ownId = columns.has(Meaning.DEAL_ID)
                && (columns.has(Meaning.ID) || rows.table().header().stream().map(Meaning::normalised).anyMatch(OWN_ID::contains));
        boolean dated = columns.has(Meaning.CHANGED_AT) || ownId && columns.has(Meaning.CREATED_AT);
        if (columns.has(Meaning.TO_STAGE)) {
            return columns.hasAny(Meaning.DEAL_ID, Meaning.ID) && (columns.has(Meaning.CHANGED_AT)
                    || columns.hasAny(Meaning.FROM_STAGE, Meaning.CHANGED_FIELD) && columns.has(Meaning.CREATED_AT));
        }
        boolean changes = columns.has(Meaning.FROM_STAGE) ? ownId || repeat(rows) : ownId && columns.has(Meaning.CHANGED_AT);
        return columns.has(Meaning.DEAL_ID) && columns.has(Meaning.STAGE) && dated && changes;
    }

    private static boolean repeat(TableReader.Rows rows) {
        Set<String> seen = new HashSet<>();
        return rows.table().rows().stream().flatMap(row -> rows.columns().values(row, Meaning.DEAL_ID).limit(1)).anyMatch(id -> !seen.add(id));
    }

    TableReading.StageChanges read() throws Unreadable {
        DateColumns dates = rows.dates(when);
        List<StageChange> changes = new ArrayList<>();
        for (RawTable.Row row : rows.table().rows()) {
            if (isOfOtherField(row)) {
                ofOtherFields++;
                continue;
            }
            ids.of(row).flatMap(id -> change(row, id, dates)).ifPresent(changes::add);
        }
        if (ofOtherFields > 0) {
            rows.notes().add(ofOtherFields + (ofOtherFields == 1 ? " row is" : " rows are") + " about other fields than the stage, and left out.");
        }
        rows.notes().add("The rows say when deals changed their stage. How the deals ended is taken from a table of deals only.");
        return new TableReading.StageChanges(columns.has(Meaning.FROM_STAGE) ? changes : following(changes));
    }

    private boolean isOfOtherField(RawTable.Row row) {
        return columns.value(row, Meaning.CHANGED_FIELD).filter(field -> Meaning.of(field).filter(meaning -> meaning == Meaning.STAGE).isEmpty()).isPresent();
    }

    private Optional<StageChange> change(RawTable.Row row, String id, DateColumns dates) {
        Optional<String> stage = columns.value(row, to);
        String said = columns.value(row, when).orElse("");
        Optional<LocalDate> on = dates.day(row, when);
        if (stage.isEmpty()) {
            rows.fail(row, "names no stage in \"" + columns.headerOf(to) + "\"");
            return Optional.empty();
        }
        if (on.isEmpty()) {
            rows.fail(row, "\"" + said + "\" in \"" + columns.headerOf(when) + "\" is no date");
            return Optional.empty();
        }
        String from = columns.value(row, Meaning.FROM_STAGE).orElse("");
        return Optional.of(new StageChange(id, on.get(), from, stage.get(), new SourceRow(rows.file(), row.line(), id)));
    }

    /** Where rows don't say from which stage a deal came, it came from that of the day before; empty where two changes of one day leave it unclear. */
    private static List<StageChange> following(List<StageChange> changes) {
        Map<String, NavigableMap<LocalDate, List<String>>> days = new HashMap<>();
        changes.forEach(change -> days.computeIfAbsent(change.dealId(), id -> new TreeMap<>())
                .computeIfAbsent(change.on(), on -> new ArrayList<>()).add(change.to()));
        return changes.stream().map(change -> new StageChange(change.dealId(), change.on(), from(change.on(), days.getOrDefault(change.dealId(), NO_DAYS)),
                change.to(), change.row())).toList();
    }

    private static String from(LocalDate on, NavigableMap<LocalDate, List<String>> days) {
        Map.Entry<LocalDate, List<String>> before = days.lowerEntry(on);
        boolean clear = before != null && before.getValue().stream().distinct().count() == 1 && days.getOrDefault(on, List.of()).size() == 1;
        return clear ? before.getValue().getFirst() : "";
    }
}
