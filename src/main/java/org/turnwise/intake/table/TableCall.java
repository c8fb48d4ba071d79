package org.turnwise.intake.table;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.turnwise.call.Side;
import org.turnwise.call.TimingClass;
import org.turnwise.intake.reading.CallDraft;
import org.turnwise.intake.reading.DecodedText;
import org.turnwise.intake.reading.Entities;
import org.turnwise.intake.reading.Format;
import org.turnwise.intake.reading.ImportedCall;
import org.turnwise.intake.reading.Segment;
import org.turnwise.intake.reading.SideWords;
import org.turnwise.intake.reading.SpeakerNames;
import org.turnwise.intake.reading.Unreadable;
import org.turnwise.intake.table.TableLayout.TimeUnit;

/** The rows of one call. */
final class TableCall {

    private static final Format FORMAT = new Format("csv", TimingClass.SEGMENT_MS);
    /** A clock in the afternoon is no time into a call. */
    private static final long CLOCK_FROM_MS = 5 * 3_600_000L;

    /** @param order as the table numbers it, or null */
    private record Row(@Nullable Double order, Segment segment) {}

    private final String id;
    private final String fileName;
    private final TableLayout layout;
    private final List<Row> rows = new ArrayList<>();
    private final Map<String, Side> sides = new HashMap<>();
    private @Nullable Instant startedAt;
    private int line;
    private int silent;
    private int unnamed;
    private int untimed;

    TableCall(String id, String fileName, TableLayout layout) {
        this.id = id;
        this.fileName = fileName;
        this.layout = layout;
    }

    String id() {
        return id;
    }

    int line() {
        return line;
    }

    void add(CSVRecord row, int at) {
        line = line == 0 ? at : line;
        String text = plain(layout.cell(row, Column.TEXT));
        String speaker = plain(layout.cell(row, Column.SPEAKER));
        if (text.isEmpty()) {
            silent++;
            return;
        }
        unnamed += speaker.isEmpty() ? 1 : 0;
        String key = speaker.isEmpty() ? SpeakerNames.UNKNOWN : speaker;
        SideWords.sideOf(layout.cell(row, Column.SIDE)).ifPresent(side -> sides.putIfAbsent(key, side));
        Long start = Times.millis(Times.from(layout.cell(row, Column.START)), layout.unit());
        untimed += start == null && layout.has(Column.START) ? 1 : 0;
        startedAt = startedAt == null && layout.unit() == TimeUnit.INSTANT ? Times.moment(layout.cell(row, Column.START)) : startedAt;
        rows.add(new Row(order(layout.cell(row, Column.ORDER)), new Segment(at, key, text, start, start == null ? null : end(row, start))));
    }

    private @Nullable Long end(CSVRecord row, long start) {
        String to = layout.has(Column.END) ? layout.cell(row, Column.END) : Times.to(layout.cell(row, Column.START));
        Long end = Times.millis(to, layout.unit());
        Long lasts = end != null || layout.unit() == TimeUnit.INSTANT ? null : Times.millis(layout.cell(row, Column.DURATION), layout.unit());
        return lasts == null ? end : Long.valueOf(start + lasts);
    }

    private static @Nullable Double order(String cell) {
        return cell.matches("\\d{1,12}(?:\\.\\d{1,6})?") ? Double.valueOf(cell) : null;
    }

    private static String plain(String cell) {
        return Entities.decode(cell).replaceAll("[\\s\\u00A0]+", " ").strip();
    }

    ImportedCall finish(boolean amongOthers, List<String> warnings, boolean endsWithin) throws Unreadable {
        CallDraft draft = new CallDraft(fileName, FORMAT).warn(warnings).startedAt(startedAt);
        if (amongOthers) {
            draft.titled(id);
        }
        sides.forEach((key, side) -> draft.knows(key, SpeakerNames.clean(key), side));
        draft.said(fromTheStart(inOrder()));
        warn(draft, endsWithin);
        return draft.finish(Math.max(1, line));
    }

    private List<Segment> inOrder() {
        boolean numbered = rows.stream().allMatch(row -> row.order() != null);
        List<Row> ordered = numbered ? rows.stream().sorted(Comparator.comparingDouble(TableCall::place)).toList() : rows;
        return ordered.stream().map(Row::segment).toList();
    }

    private static double place(Row row) {
        Double order = row.order();
        return order == null ? 0 : order;
    }

    /** Dates, and clocks on the wall, count from the first one. */
    private List<Segment> fromTheStart(List<Segment> said) {
        OptionalLong first = said.stream().map(Segment::startMs).filter(start -> start != null).mapToLong(Long::longValue).min();
        boolean onTheWall = first.isPresent() && (layout.unit() == TimeUnit.INSTANT || layout.unit() == TimeUnit.CLOCK && first.getAsLong() >= CLOCK_FROM_MS);
        if (!onTheWall) {
            return said;
        }
        return said.stream().map(one -> new Segment(one.line(), one.speaker(), one.text(), since(one.startMs(), first.getAsLong()),
                since(one.endMs(), first.getAsLong()))).toList();
    }

    private static @Nullable Long since(@Nullable Long at, long first) {
        return at == null ? null : Long.valueOf(at - first);
    }

    private void warn(CallDraft draft, boolean endsWithin) {
        if (layout.has(Column.START)) {
            draft.warn("Column \"" + heading(Column.TEXT) + "\" read as words, \"" + heading(Column.SPEAKER) + "\" as speaker, \"" + heading(Column.START)
                    + "\" as start in "
                    + (layout.unit() == TimeUnit.CLOCK || layout.unit() == TimeUnit.INSTANT ? "clock time" : layout.unit().name().toLowerCase(Locale.ROOT))
                            + ".");
        } else {
            draft.warn("Column \"" + heading(Column.TEXT) + "\" read as words, \"" + heading(Column.SPEAKER) + "\" as speaker.");
        }
        if (silent > 0) {
            draft.warn(silent + (silent == 1 ? " row has no words and was" : " rows have no words and were") + " left out.");
        }
        if (unnamed > 0) {
            draft.warn(unnamed + (unnamed == 1 ? " row names no speaker and stands" : " rows name no speaker and stand")
                    + " under \"" + SpeakerNames.UNKNOWN + "\".");
        }
        if (untimed > 0) {
            draft.warn(untimed + (untimed == 1 ? " row has" : " rows have") + " no time that can be read.");
        }
        if (endsWithin) {
            draft.warn(DecodedText.ENDS_WITHIN_A_LINE);
        }
    }

    private String heading(Column column) {
        return layout.header().get(layout.columns().getOrDefault(column, 0));
    }
}
