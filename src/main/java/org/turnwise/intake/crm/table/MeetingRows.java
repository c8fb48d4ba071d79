package org.turnwise.intake.crm.table;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.turnwise.intake.reading.Unreadable;
import org.turnwise.reward.OutcomeKind;

/** Reads what came of meetings by a CRM's calendar. That one was held, moved or called off is no outcome; that nobody came is. */
final class MeetingRows {

    private static final Set<String> NOTHING = Set.of("scheduled", "completed", "rescheduled", "canceled", "cancelled", "held", "");
    private static final Pattern MILLIS = Pattern.compile("\\d{12,13}");

    private final TableReader.Rows rows;
    private final Columns columns;

    MeetingRows(TableReader.Rows rows) {
        this.rows = rows;
        this.columns = rows.columns();
    }

    TableReading.Meetings read() throws Unreadable {
        DateColumns dates = rows.dates(Meaning.MEETING_START);
        List<TableReading.Meeting> meetings = new ArrayList<>();
        for (RawTable.Row row : rows.table().rows()) {
            String start = columns.value(row, Meaning.MEETING_START).orElse("");
            String said = columns.value(row, Meaning.MEETING_OUTCOME).orElse("");
            Optional<LocalDate> on = dates.day(row, Meaning.MEETING_START);
            Optional<OutcomeKind> kind = rows.profile().word(said).or(() -> OutcomeWords.kindOf(said));
            boolean nothing = NOTHING.contains(said.toLowerCase(Locale.ROOT));
            if (on.isEmpty()) {
                rows.fail(row, "\"" + start + "\" in \"" + columns.headerOf(Meaning.MEETING_START) + "\" is no date");
            } else if (kind.isEmpty() && !nothing) {
                rows.fail(row, "\"" + said + "\" is no outcome of a meeting that is known; accepted are completed, no-show, rescheduled, canceled, and "
                        + OutcomeWords.ACCEPTED);
            } else {
                String title = columns.value(row, Meaning.MEETING_TITLE).or(() -> columns.value(row, Meaning.NAME)).orElse("");
                meetings.add(new TableReading.Meeting(title, on.get(), instant(start), nothing ? null : kind.orElse(null), said, rows.source(row, null)));
            }
        }
        return new TableReading.Meetings(meetings);
    }

    /** Null where the time of day or its zone isn't said. */
    private static @Nullable Instant instant(String said) {
        try {
            return MILLIS.matcher(said).matches() ? Instant.ofEpochMilli(Long.parseLong(said)) : OffsetDateTime.parse(said).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
