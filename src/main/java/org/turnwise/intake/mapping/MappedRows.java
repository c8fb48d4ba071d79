package org.turnwise.intake.mapping;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.turnwise.call.Side;
import org.turnwise.call.TimingClass;
import org.turnwise.intake.reading.CallDraft;
import org.turnwise.intake.reading.Format;
import org.turnwise.intake.reading.ImportedCall;
import org.turnwise.intake.reading.MappingProfile;
import org.turnwise.intake.reading.Segment;
import org.turnwise.intake.reading.SideWords;
import org.turnwise.intake.reading.SpeakerNames;
import org.turnwise.intake.reading.Timestamps;
import org.turnwise.intake.reading.TimeScale;
import org.turnwise.intake.reading.TranscriptReader;
import org.turnwise.intake.reading.Unreadable;

/** Reads rows as a mapping says. */
public final class MappedRows {

    /** A clock in the afternoon is no time into a call. */
    private static final long CLOCK_FROM_MS = 5 * 3_600_000L;

    private final MappingProfile profile;
    private final String fileName;
    private final Format format;
    private final List<String> remarks;
    private final Map<String, Side> known;

    /**
     * @param format  how the source of the calls names it; how much it knows of times follows from the rows
     * @param remarks for the report, with each call
     */
    public MappedRows(MappingProfile profile, String fileName, String format, List<String> remarks) {
        this(profile, fileName, format, remarks, Map.of());
    }

    /** @param known sides of speakers, where the file says them elsewhere than in its rows */
    public MappedRows(MappingProfile profile, String fileName, String format, List<String> remarks, Map<String, Side> known) {
        this.profile = profile;
        this.fileName = fileName;
        this.format = new Format(format, TimingClass.SEGMENT_MS);
        this.remarks = List.copyOf(remarks);
        this.known = Map.copyOf(known);
    }

    /**
     * Hands over a call for each value of the field that tells calls apart, in the order in which they begin.
     *
     * @throws Unreadable if there are no rows, or none can be read; of several calls, one that can't is a failure of its own
     */
    public void read(List<Row> rows, TranscriptReader.Arrivals arrivals) throws Unreadable {
        if (rows.isEmpty()) {
            throw new Unreadable(1, "has no rows");
        }
        Map<String, List<Row>> calls = new LinkedHashMap<>();
        for (Row row : rows) {
            String call = row.get(profile.call());
            calls.computeIfAbsent(call == null ? "" : call, key -> new ArrayList<>()).add(row);
        }
        if (calls.size() == 1) {
            arrivals.call(call(null, rows));
            return;
        }
        for (Map.Entry<String, List<Row>> call : calls.entrySet()) {
            try {
                arrivals.call(call(call.getKey(), call.getValue()));
            } catch (Unreadable e) {
                arrivals.failed(e.line() == 0 ? call.getValue().getFirst().line() : e.line(), e.reason());
            }
        }
    }

    private ImportedCall call(@Nullable String id, List<Row> unordered) throws Unreadable {
        List<Row> rows = inOrder(unordered);
        Instant zero = beginning(rows);
        CallDraft draft = new CallDraft(fileName, format).warn(remarks).titled(id).startedAt(zero);
        boolean ofTheCall = zero != null && isOnceAround(rows, profile.start());
        long clock = clock(rows);
        Map<String, Side> sides = new LinkedHashMap<>();
        // Recorders tell who sits at the computer from whom the system plays; in chats "system" is a prompt.
        boolean bySound = rows.stream().anyMatch(row -> "microphone".equalsIgnoreCase(row.get(profile.speaker())));
        int silent = 0;
        int unnamed = 0;
        int unspoken = 0;
        for (Row row : rows) {
            String text = row.get(profile.text());
            String speaker = row.get(profile.speaker());
            if (text == null) {
                silent++;
                continue;
            }
            if (speaker != null && !bySound && SideWords.isNobody(speaker)) {
                unspoken++;
                continue;
            }
            unnamed += speaker == null ? 1 : 0;
            sideOf(row).ifPresent(side -> sides.putIfAbsent(speaker == null ? SpeakerNames.UNKNOWN : speaker, side));
            Long start = ofTheCall ? null : time(row, profile.start(), zero, clock);
            draft.said(new Segment(row.line(), speaker == null ? SpeakerNames.UNKNOWN : speaker, text, start, end(row, start, zero, clock)));
        }
        if (silent > 0) {
            draft.warn(silent + (silent == 1 ? " row has no words and was" : " rows have no words and were") + " left out.");
        }
        if (unnamed > 0 && unnamed == rows.size() - silent - unspoken) {
            draft.warn(SpeakerNames.NOBODY_NAMED);
        } else if (unnamed > 0) {
            draft.warn(unnamed + (unnamed == 1 ? " row names no speaker and stands" : " rows name no speaker and stand")
                    + " under \"" + SpeakerNames.UNKNOWN + "\".");
        }
        if (unspoken > 0) {
            draft.warn(unspoken + (unspoken == 1
                    ? " row is a prompt or of a tool, said by nobody, and was"
                    : " rows are prompts or of a tool, said by nobody, and were")
                    + " left out.");
        }
        known.forEach(sides::putIfAbsent);
        sides.forEach((key, side) -> draft.knows(key, SpeakerNames.clean(key), side));
        return draft.finish(unordered.getFirst().line());
    }

    /** A moment that stands beside the rows and not in them says when the call began, and not when each was said. */
    private static boolean isOnceAround(List<Row> rows, @Nullable String field) {
        return field != null && field.startsWith("../") && rows.size() > 1
                && rows.stream().allMatch(row -> Objects.equals(row.get(field), rows.getFirst().get(field)));
    }

    private Optional<Side> sideOf(Row row) {
        String word = row.get(profile.side());
        return word == null ? Optional.empty() : SideWords.sideOf(word);
    }

    /** As their numbers say, if each has one. */
    private List<Row> inOrder(List<Row> rows) {
        if (profile.order() == null || !rows.stream().allMatch(row -> isNumber(row.get(profile.order())))) {
            return rows;
        }
        return rows.stream().sorted(Comparator.comparing(row -> new BigDecimal(Objects.requireNonNull(row.get(profile.order()))))).toList();
    }

    private static boolean isNumber(@Nullable String value) {
        return value != null && value.matches("\\d{1,12}(?:\\.\\d{1,6})?");
    }

    private @Nullable Long end(Row row, @Nullable Long start, @Nullable Instant zero, long clock) throws Unreadable {
        if (start == null) {
            return null;
        }
        Long end = time(row, profile.end(), zero, clock);
        Long lasting = lasting(row);
        return end == null && lasting != null ? Long.valueOf(start + lasting) : end;
    }

    /** Where starts are moments, their scale says nothing of how long somebody spoke; the field's own name may. */
    private @Nullable Long lasting(Row row) throws Unreadable {
        String field = profile.duration();
        String value = row.get(field);
        String name = field == null ? "" : field.substring(field.lastIndexOf('.') + 1).replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
        TimeScale called = TimeScale.called(name);
        OptionalLong millis = called == null || value == null ? OptionalLong.empty() : called.millis(value);
        return millis.isPresent() ? Long.valueOf(millis.getAsLong()) : time(row, field, null, 0);
    }

    /** The earliest moment, where times are moments and not times within the call. */
    private @Nullable Instant beginning(List<Row> rows) {
        Instant first = null;
        for (Row row : rows) {
            String start = row.get(profile.start());
            Instant at = start == null || profile.scale().millis(start).isPresent() ? null : Timestamps.instant(start);
            first = first == null || at != null && at.isBefore(first) ? at : first;
        }
        return first;
    }

    /** What to take away where times are those of a wall clock; else 0. */
    private long clock(List<Row> rows) {
        long first = Long.MAX_VALUE;
        for (Row row : rows) {
            String start = row.get(profile.start());
            OptionalLong at = start == null ? OptionalLong.empty() : profile.scale().millis(start);
            if (at.isPresent()) {
                first = Math.min(first, at.getAsLong());
            }
        }
        return first != Long.MAX_VALUE && first >= CLOCK_FROM_MS ? first : 0;
    }

    private @Nullable Long time(Row row, @Nullable String field, @Nullable Instant zero, long clock) throws Unreadable {
        String value = row.get(field);
        if (value == null || value.equalsIgnoreCase("nan") || value.equalsIgnoreCase("null")) {
            return null;
        }
        OptionalLong within = profile.scale().millis(value);
        if (within.isPresent()) {
            return within.getAsLong() - clock;
        }
        Instant at = zero == null ? null : Timestamps.instant(value);
        if (at == null || zero == null) {
            throw new Unreadable(row.line(), "\"" + field + "\" is \"" + Unreadable.shown(value) + "\", but must be a time");
        }
        return Duration.between(zero, at).toMillis();
    }
}
