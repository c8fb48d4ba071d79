package org.turnwise.ui.rewards;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.turnwise.intake.crm.ProfiledTables;
import org.turnwise.intake.crm.deal.Deal;
import org.turnwise.intake.crm.table.ColumnProfile;
import org.turnwise.intake.crm.table.DateOrder;
import org.turnwise.intake.crm.table.Meaning;
import org.turnwise.intake.crm.table.TableReading;
import org.turnwise.reward.OutcomeKind;
import org.turnwise.task.Tasks;
import org.turnwise.ui.common.Texts;

/** What the columns of a table of outcomes mean: as detected, corrected, and seen on the first rows. JavaFX thread; needs no toolkit. */
public final class ColumnsViewModel {

    /** Imports the table by what was said of its columns. */
    interface Import {
        void by(Path table, ColumnProfile profile);
    }

    /** A table with what is said of it. */
    public record Draft(Path table, ProfiledTables.Outlook outlook) {}

    private static final int SHOWN = 8;

    private final ProfiledTables tables;
    private final Tasks tasks;
    private final Import then;
    private final StringProperty name = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<@Nullable Draft> draft = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable String> failure = new ReadOnlyObjectWrapper<>();
    private int reads;

    ColumnsViewModel(ProfiledTables tables, Tasks tasks, Import then) {
        this.tables = tables;
        this.tasks = tasks;
        this.then = then;
    }

    public void open(Path table) {
        String file = String.valueOf(table.getFileName());
        name.set(file.contains(".") ? file.substring(0, file.lastIndexOf('.')) : file);
        read(table, null);
    }

    private void read(Path table, @Nullable ColumnProfile profile) {
        int read = ++reads;
        tasks.quietly(Texts.text("rewards.columns.reading"), progress -> tables.outlook(table, profile), found -> {
            if (read == reads) {
                failure.set(null);
                draft.set(new Draft(table, found));
                if (profile == null && !found.profile().name().isEmpty()) {
                    name.set(found.profile().name());
                }
            }
        }, error -> {
            if (read == reads) {
                draft.set(null);
                failure.set(Texts.text("rewards.columns.unread", String.valueOf(table.getFileName()), String.valueOf(error.getMessage())));
            }
        });
    }

    /** @param meaning {@link Meaning#NOTHING} if the column is not to be looked at */
    public void say(String header, Meaning meaning) {
        Draft now = draft.get();
        if (now != null) {
            ColumnProfile profile = now.outlook().profile();
            Map<String, Meaning> columns = new HashMap<>(profile.columns());
            columns.put(Meaning.normalised(header), meaning);
            read(now.table(), new ColumnProfile(profile.name(), columns, profile.dates(), profile.words()));
        }
    }

    /** @param kind null for what the word is taken for by itself */
    public void word(String said, @Nullable OutcomeKind kind) {
        Draft now = draft.get();
        if (now != null) {
            ColumnProfile profile = now.outlook().profile();
            Map<String, OutcomeKind> words = new HashMap<>(profile.words());
            String folded = said.strip().toLowerCase(Locale.ROOT);
            if (kind == null) {
                words.remove(folded);
            } else {
                words.put(folded, kind);
            }
            read(now.table(), new ColumnProfile(profile.name(), profile.columns(), profile.dates(), words));
        }
    }

    /** The columns as they are taken, so that the profile is found again for tables that have them. */
    private static Map<String, Meaning> taken(ProfiledTables.Outlook outlook) {
        Map<String, Meaning> taken = new HashMap<>(outlook.profile().columns());
        for (TableReading.Sampled sampled : outlook.columns()) {
            Meaning meaning = sampled.column().meaning();
            if (meaning != null) {
                taken.putIfAbsent(Meaning.normalised(sampled.column().header()), meaning);
            }
        }
        return taken;
    }

    /** @param order null to ask where dates fit both */
    public void dates(@Nullable DateOrder order) {
        Draft now = draft.get();
        if (now != null && now.outlook().profile().dates() != order) {
            ColumnProfile profile = now.outlook().profile();
            read(now.table(), new ColumnProfile(profile.name(), profile.columns(), order, profile.words()));
        }
    }

    /** The first rows as what they say; empty if the table can't be read so. */
    public static List<String> preview(ProfiledTables.Outlook outlook) {
        return outlook.reading().map(reading -> switch (reading.entries()) {
            case TableReading.Deals rows -> rows.deals().stream().limit(SHOWN).map(ColumnsViewModel::shown).toList();
            case TableReading.CallOutcomes rows -> rows.outcomes().stream().limit(SHOWN)
                    .map(row -> said(row.call(), row.outcome() == null ? null : row.outcome().title(), row.deal())).toList();
            case TableReading.Meetings rows -> rows.meetings().stream().limit(SHOWN)
                    .map(row -> said(row.title(), row.on().toString(), row.outcome() == null ? row.said() : row.outcome().title())).toList();
            case TableReading.StageChanges rows -> rows.changes().stream().limit(SHOWN)
                    .map(row -> said(row.dealId(), row.on().toString(), row.from() + " \u2192 " + row.to())).toList();
        }).orElse(List.of());
    }

    private static String shown(Deal deal) {
        return said(deal.id(), deal.name(), deal.accountName(), deal.outcome().title(), deal.closedOn() == null ? null : deal.closedOn().toString(),
                deal.amount() == null ? null : deal.amount().toPlainString());
    }

    private static String said(@Nullable String... parts) {
        List<String> words = new ArrayList<>();
        for (String part : parts) {
            if (part != null && !part.isBlank()) {
                words.add(part);
            }
        }
        return String.join(" \u00b7 ", words);
    }

    /** Keeps what was said under its name, if anything was, and imports the table so. */
    public void keep() {
        Draft now = draft.get();
        if (now == null || now.outlook().reading().isEmpty() || name.get().isBlank()) {
            return;
        }
        ColumnProfile profile = now.outlook().profile();
        Map<String, Meaning> columns = profile.words().isEmpty() ? profile.columns() : taken(now.outlook());
        ColumnProfile named = new ColumnProfile(name.get().strip(), columns, profile.dates(), profile.words());
        boolean said = !profile.columns().isEmpty() || profile.dates() != null || !profile.words().isEmpty();
        tasks.quietly(Texts.text("rewards.columns.keeping"), progress -> {
            if (said) {
                tables.keep(named);
            }
            return named;
        }, kept -> {
            close();
            then.by(now.table(), kept);
        }, error -> failure.set(String.valueOf(error.getMessage())));
    }

    public void close() {
        reads++;
        draft.set(null);
        failure.set(null);
    }

    public StringProperty nameProperty() {
        return name;
    }

    /** Null while no table is open. */
    public ReadOnlyObjectProperty<@Nullable Draft> draftProperty() {
        return draft.getReadOnlyProperty();
    }

    /** Why the table can't be shown; null while it can. */
    public ReadOnlyObjectProperty<@Nullable String> failureProperty() {
        return failure.getReadOnlyProperty();
    }
}
