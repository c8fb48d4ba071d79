package org.turnwise.intake.reading;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.turnwise.call.Call;
import org.turnwise.call.CallId;
import org.turnwise.call.ContentHash;
import org.turnwise.call.Participant;
import org.turnwise.call.Side;
import org.turnwise.call.Source;
import org.turnwise.call.TimingClass;
import org.turnwise.call.Turn;
import org.turnwise.reward.OutcomeKind;

/**
 * A call in the making: readers put in what the file says, piece by piece, and {@link #finish} makes a call of it that keeps every rule. Not for several
 * threads.
 */
public final class CallDraft {

    /** Fewer pieces may all begin and end at whole seconds by chance. */
    private static final int WHOLE_BY_CHANCE = 8;

    private final String fileName;
    private final Format format;
    private final List<Segment> segments = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final Map<String, Participant> known = new LinkedHashMap<>();
    private @Nullable String title;
    private @Nullable Instant startedAt;
    private @Nullable String group;
    private @Nullable String extras;
    private @Nullable OutcomeKind outcome;

    public CallDraft(String fileName, Format format) {
        this.fileName = fileName;
        this.format = format;
    }

    public CallDraft said(Segment segment) {
        segments.add(segment);
        return this;
    }

    public CallDraft said(Collection<Segment> more) {
        segments.addAll(more);
        return this;
    }

    /** Something guessed, set right or left out; a whole sentence for the report. */
    public CallDraft warn(String warning) {
        warnings.add(warning);
        return this;
    }

    public CallDraft warn(Collection<String> more) {
        warnings.addAll(more);
        return this;
    }

    /** Where the source knows it better than the file's name; blank is not better. */
    public CallDraft titled(@Nullable String better) {
        title = better == null || better.isBlank() ? title : better.strip();
        return this;
    }

    public CallDraft startedAt(@Nullable Instant start) {
        startedAt = start;
        return this;
    }

    /** The account or customer, where the source names it. */
    public CallDraft group(@Nullable String account) {
        group = account == null || account.isBlank() ? null : account.strip();
        return this;
    }

    /** @param json an object with what the source says beyond the turns */
    public CallDraft extras(@Nullable String json) {
        extras = json;
        return this;
    }

    public CallDraft outcome(@Nullable OutcomeKind kind) {
        outcome = kind;
        return this;
    }

    /** What the source says of somebody. They take part only if they speak. @param key as segments name them */
    public CallDraft knows(String key, String name, Side side) {
        known.put(key, new Participant(key, name, side));
        return this;
    }

    /** Whether nothing was said yet. */
    public boolean isEmpty() {
        return segments.isEmpty();
    }

    /**
     * The call. Segments are ordered by when they start if all have a start, and stay as they came where they start together; what one speaker said until
     * another
     * spoke becomes one turn; the id follows from the content.
     *
     * @param line where in the file the call starts, from 1
     * @throws Unreadable if nothing was said, or more than a call may hold
     */
    public ImportedCall finish(int line) throws Unreadable {
        List<Segment> said = inOrder(forwards());
        if (said.isEmpty()) {
            throw new Unreadable(line, "holds no words that anybody says");
        }
        List<Turn> turns = turns(said);
        if (turns.size() > Calls.MOST_TURNS) {
            throw new Unreadable(0, "has " + turns.size() + " turns, and no one call has more than " + Calls.MOST_TURNS + "; split it into one file a call");
        }
        for (Turn turn : turns) {
            Calls.refuseEndless(turn, 0);
        }
        List<Participant> participants = participants(turns);
        warnings.addAll(Oddities.of(said, participants));
        CallId id = new CallId("c-" + ContentHash.of(turns).substring(0, 16));
        startedAt = startedAt == null ? FileNames.startIn(fileName) : startedAt;
        Call call = new Call(id, title == null ? Calls.titleOf(fileName) : title, new Source(format.name(), fileName, extras), timing(said), startedAt,
                group == null ? id.value() : group, participants, turns);
        return new ImportedCall(call, outcome, List.of(), warnings, line);
    }

    /** Without words there is no segment, and none ends before it starts or starts before the call. */
    private List<Segment> forwards() {
        List<Segment> forwards = new ArrayList<>(segments.size());
        int backwards = 0;
        for (Segment segment : segments) {
            Long start = segment.startMs();
            Long end = segment.endMs();
            boolean wrong = start != null && start < 0 || end != null && (start == null || end < start);
            backwards += wrong ? 1 : 0;
            if (!segment.text().isBlank()) {
                Long from = start != null && start < 0 ? Long.valueOf(0) : start;
                Long to = from == null || end == null ? null : Long.valueOf(Math.max(from, end));
                forwards.add(wrong ? new Segment(segment.line(), segment.speaker(), segment.text(), from, to) : segment);
            }
        }
        if (backwards > 0) {
            warnings.add(backwards + (backwards == 1 ? " piece ends" : " pieces end") + " before it starts; the end was taken to be the start.");
        }
        return forwards;
    }

    private static List<Segment> inOrder(List<Segment> said) {
        boolean timed = said.stream().allMatch(segment -> segment.startMs() != null);
        return timed ? said.stream().sorted(Comparator.comparingLong(CallDraft::startOf)).toList() : said;
    }

    private static long startOf(Segment segment) {
        Long start = segment.startMs();
        return start == null ? 0 : start;
    }

    private static List<Turn> turns(List<Segment> said) {
        List<Turn> turns = new ArrayList<>();
        int from = 0;
        while (from < said.size()) {
            int to = from + 1;
            while (to < said.size() && said.get(to).speaker().equals(said.get(from).speaker())) {
                to++;
            }
            turns.add(turn(turns.size(), said.subList(from, to)));
            from = to;
        }
        return turns;
    }

    private static Turn turn(int ordinal, List<Segment> said) {
        StringBuilder text = new StringBuilder();
        for (Segment segment : said) {
            text.append(text.isEmpty() ? "" : " ").append(segment.text().strip());
        }
        Segment first = said.getFirst();
        return new Turn(ordinal, first.speaker(), text.toString(), first.startMs(), first.startMs() == null ? null : latestEnd(said));
    }

    private static @Nullable Long latestEnd(List<Segment> said) {
        Long latest = null;
        for (Segment segment : said) {
            Long end = segment.endMs();
            if (end != null && (latest == null || end > latest)) {
                latest = end;
            }
        }
        return latest;
    }

    private List<Participant> participants(List<Turn> turns) {
        Map<String, Participant> participants = new LinkedHashMap<>();
        for (Turn turn : turns) {
            participants.computeIfAbsent(turn.speaker(), key -> known.getOrDefault(key, new Participant(key, SpeakerNames.clean(key), Side.OTHER)));
        }
        return List.copyOf(participants.values());
    }

    /** What is declared, unless the file knows less: no start at all, no ends, or whole seconds. */
    private TimingClass timing(List<Segment> said) {
        if (said.stream().allMatch(segment -> segment.startMs() == null)) {
            return TimingClass.NONE;
        }
        boolean ends = said.stream().anyMatch(segment -> segment.endMs() != null);
        return format.timing().measuresSegments() && (!ends || isToTheSecond(said)) ? TimingClass.TURN_START_S : format.timing();
    }

    /** Pauses and interruptions can't be told from whole seconds. A few times may be whole by chance; so many are not. */
    private static boolean isToTheSecond(List<Segment> said) {
        return said.size() >= WHOLE_BY_CHANCE && said.stream().allMatch(segment -> isWhole(segment.startMs()) && isWhole(segment.endMs()));
    }

    private static boolean isWhole(@Nullable Long time) {
        return time == null || time % 1000 == 0;
    }
}
