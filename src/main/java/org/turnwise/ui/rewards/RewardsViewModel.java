package org.turnwise.ui.rewards;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.jspecify.annotations.Nullable;
import org.turnwise.call.CallId;
import org.turnwise.call.CallSummary;
import org.turnwise.intake.crm.OutcomeImport;
import org.turnwise.intake.crm.matching.Matching;
import org.turnwise.intake.crm.table.ColumnProfile;
import org.turnwise.reward.OutcomeKind;
import org.turnwise.reward.Outcomes;
import org.turnwise.reward.Usual;
import org.turnwise.task.Tasks;
import org.turnwise.ui.common.Texts;
import org.turnwise.ui.common.WorkQueue;

/** What came of the calls, who says so, and what it is worth. JavaFX thread; needs no toolkit. */
public final class RewardsViewModel {

    /** Which calls the table shows. */
    public enum Filter {
        /** No calls, but matches that a person must decide. */
        DECIDE,
        ALL,
        WITH,
        CENSORED,
        WITHOUT,
        CONFLICT
    }

    /** What came of the last import. */
    public record Notice(String tone, String title, String text, List<String> lines) {}

    private final RewardServices services;
    private final Trails trails;
    private final MatchesViewModel matches;
    private final PolicyViewModel policy;
    private final ColumnsViewModel columns;
    private final WorkQueue queue;
    private final Tasks tasks;
    private final Supplier<Optional<Path>> chooseTable;
    private final ObservableList<RewardRow> rows = FXCollections.observableArrayList();
    private final FilteredList<RewardRow> shown = new FilteredList<>(rows);
    private final ObjectProperty<Filter> filter = new SimpleObjectProperty<>(Filter.ALL);
    private final ReadOnlyObjectWrapper<@Nullable RewardRow> selected = new ReadOnlyObjectWrapper<>();
    private final ObservableList<TrailStep> trail = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable Notice> notice = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private int reads;

    /** @param chooseTable asks a person for a table of outcomes; empty if they changed their mind */
    public RewardsViewModel(RewardServices services, WorkQueue queue, Tasks tasks, Supplier<Optional<Path>> chooseTable) {
        this.services = services;
        this.trails = new Trails(services);
        this.matches = new MatchesViewModel(services, tasks, this::changed);
        this.policy = new PolicyViewModel(services, tasks, this::changed);
        this.columns = new ColumnsViewModel(services.importer().tables(), tasks, this::importOutcomes);
        this.queue = queue;
        this.tasks = tasks;
        this.chooseTable = chooseTable;
        filter.subscribe(wanted -> shown.setPredicate(row -> wanted == Filter.ALL || wanted == Filter.DECIDE || row.coverage().name().equals(wanted.name())));
    }

    private void changed() {
        reload();
        queue.rebuild(() -> {});
    }

    /** Reads again what is known; called whenever the screen comes into view. */
    public void reload() {
        matches.reload();
        int read = ++reads;
        tasks.quietly(Texts.text("rewards.reading"), progress -> read(), found -> {
            if (read == reads) {
                show(found);
            }
        }, error -> notice.set(new Notice("bad", Texts.text("rewards.unread"), String.valueOf(error.getMessage()), List.of())));
    }

    private List<RewardRow> read() {
        Map<CallId, Outcomes.Known> known = services.known();
        List<RewardRow> found = new ArrayList<>();
        Usual usual = services.usual(known);
        for (CallSummary call : services.calls().summaries()) {
            found.add(new RewardRow(call, known.get(call.id()), usual.surest(call.id()).orElse(null)));
        }
        return found;
    }

    private void show(List<RewardRow> found) {
        RewardRow before = selected.get();
        rows.setAll(found);
        loaded.set(true);
        policy.show(found);
        select(shown.stream().filter(row -> before != null && row.call().id().equals(before.call().id())).findFirst()
                .orElse(shown.isEmpty() ? null : shown.getFirst()));
    }

    public void select(@Nullable RewardRow row) {
        selected.set(row);
        if (row == null) {
            trail.clear();
            return;
        }
        tasks.quietly(Texts.text("rewards.reading"), progress -> trails.of(row.call()), steps -> {
            if (selected.get() == row) {
                trail.setAll(steps);
            }
        }, error -> notice.set(new Notice("bad", Texts.text("rewards.unread"), String.valueOf(error.getMessage()), List.of())));
    }

    /** Selects the call of a match that a person looks at, so that its trail is seen beside it. */
    void select(CallId call) {
        rows.stream().filter(row -> row.call().id().equals(call)).findFirst().ifPresent(this::select);
    }

    /** Asks for a table of outcomes and records what it says. */
    public void importOutcomes() {
        chooseTable.get().ifPresent(this::importOutcomes);
    }

    /** Asks for a table and shows how its columns are taken, so that they can be corrected first. */
    public void checkColumns() {
        chooseTable.get().ifPresent(columns::open);
    }

    private void importOutcomes(Path table) {
        importOutcomes(table, null);
    }

    private void importOutcomes(Path table, @Nullable ColumnProfile profile) {
        String name = String.valueOf(table.getFileName());
        tasks.start(new Tasks.Job<>(Texts.text("rewards.importing", name), false, progress -> services.importer().run(table, profile, progress), report -> {
            notice.set(describe(name, report));
            changed();
            if (report.kind().isEmpty()) {
                columns.open(table);
            }
        }, error -> notice.set(new Notice("bad", Texts.text("rewards.notimported", name), String.valueOf(error.getMessage()), List.of())), () ->
                notice.set(new Notice("info", Texts.text("rewards.cancelled", name), Texts.text("rewards.cancelled.why"), List.of()))));
    }

    private static Notice describe(String name, OutcomeImport.Report report) {
        Stream<String> failures = report.failed().stream()
                .map(failed -> failed.line() > 0 ? Texts.text("rewards.line", name, failed.line(), failed.reason()) : name + ": " + failed.reason());
        List<String> lines = Stream.concat(report.notes().stream(), failures).toList();
        String text = Texts.text("rewards.imported.text", report.rows(), report.recorded(), report.unchanged(), report.failed().size())
                + report.standings().map(RewardsViewModel::standings).orElse("");
        return new Notice(report.failed().isEmpty() ? "good" : report.recorded() + report.unchanged() > 0 ? "unsure" : "bad",
                Texts.text("rewards.imported", name), text, lines);
    }

    private static String standings(Matching.Standings standings) {
        int leftOut = standings.leftOut().values().stream().mapToInt(Integer::intValue).sum();
        return " " + Texts.text("rewards.standings", standings.matched(), standings.censored(), standings.pending(), standings.without(), leftOut);
    }

    public void dismiss() {
        notice.set(null);
    }

    // ---- what is seen

    public ObservableList<RewardRow> shown() {
        return shown;
    }

    public int size() {
        return rows.size();
    }

    public ObjectProperty<Filter> filterProperty() {
        return filter;
    }

    public Map<RewardRow.Coverage, Integer> coverage() {
        Map<RewardRow.Coverage, Integer> counts = new EnumMap<>(RewardRow.Coverage.class);
        Set.of(RewardRow.Coverage.values()).forEach(coverage -> counts.put(coverage, 0));
        rows.forEach(row -> counts.merge(row.coverage(), 1, Integer::sum));
        return counts;
    }

    /** How many calls teach the scorer whether they converted, by outcomes that are believed at all. */
    public long telling() {
        return rows.stream().map(RewardRow::known).filter(Objects::nonNull).filter(known -> known.weight() > 0).filter(known -> {
            OutcomeKind.Conversion conversion = known.kind().conversion();
            return conversion == OutcomeKind.Conversion.YES || conversion == OutcomeKind.Conversion.NO;
        }).count();
    }

    public ReadOnlyObjectProperty<@Nullable RewardRow> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    public ObservableList<TrailStep> trail() {
        return trail;
    }

    public MatchesViewModel matches() {
        return matches;
    }

    public ColumnsViewModel columns() {
        return columns;
    }

    public PolicyViewModel policy() {
        return policy;
    }

    public ReadOnlyObjectProperty<@Nullable Notice> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty loadedProperty() {
        return loaded.getReadOnlyProperty();
    }

    public ObservableValue<String> subtitle() {
        return loaded.map(is -> Texts.text("rewards.subtitle", policy.version()));
    }
}
