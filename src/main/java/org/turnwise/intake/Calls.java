package org.turnwise.intake;

import java.util.ArrayList;
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

/** Makes a call of what a file says, piece by piece. */
final class Calls {

    static final int MOST_TURNS = 100_000;

    static final int LONGEST_TURN = 1_000_000;

    private Calls() {}

    /** In order of time where every piece has one; pieces that begin together stay as they were. */
    static List<Segment> inOrder(List<Segment> segments) {
        return segments.stream().sorted(Comparator.comparingLong(Calls::startOf)).toList();
    }

    private static long startOf(Segment segment) {
        Long start = segment.startMs();
        return start == null ? 0 : start;
    }

    /** Joins what one speaker said until another spoke to turns, and those to a call whose id follows from its content. */
    static Call of(String fileName, String format, TimingClass timing, List<Segment> segments) throws Unreadable {
        List<Turn> turns = turns(segments);
        if (turns.size() > MOST_TURNS) {
            throw new Unreadable(0, "has " + turns.size() + " turns, and no one call has more than " + MOST_TURNS + "; split it into one file a call");
        }
        Map<String, Participant> participants = new LinkedHashMap<>();
        for (Turn turn : turns) {
            refuseEndless(turn, 0);
            participants.computeIfAbsent(turn.speaker(), key -> new Participant(key, SpeakerNames.clean(key), Side.OTHER));
        }
        CallId id = new CallId("c-" + ContentHash.of(turns).substring(0, 16));
        return new Call(id, titleOf(fileName), new Source(format, fileName, null), timing, null, id.value(), List.copyOf(participants.values()), turns);
    }

    static void refuseEndless(Turn turn, int line) throws Unreadable {
        if (turn.text().length() > LONGEST_TURN) {
            throw new Unreadable(line, "turn " + turn.ordinal() + " has " + turn.text().length() + " characters, and a turn may have " + LONGEST_TURN
                    + "; see whether the transcript's turns were told apart");
        }
    }

    private static List<Turn> turns(List<Segment> segments) {
        List<Turn> turns = new ArrayList<>();
        int from = 0;
        while (from < segments.size()) {
            int to = from + 1;
            while (to < segments.size() && segments.get(to).speaker().equals(segments.get(from).speaker())) {
                to++;
            }
            turns.add(turn(turns.size(), segments.subList(from, to)));
            from = to;
        }
        return turns;
    }

    private static Turn turn(int ordinal, List<Segment> said) {
        StringBuilder text = new StringBuilder();
        for (Segment segment : said) {
            text.append(text.isEmpty() ? "" : " ").append(segment.text());
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

    /** The file's name as people would say it: without ending, underscores and what meeting tools append. */
    static String titleOf(String fileName) {
        String base = fileName.replaceFirst("(?i)\\.gz$", "").replaceFirst("\\.[^.]{1,10}$", "").replaceFirst("(?i)\\.transcript$", "");
        String cleaned = base.replaceFirst("(?i)[\\s-]+\\d{8}_\\d{6}(utc)?-(meeting recording|meeting transcript)$", "")
                .replace('_', ' ').replaceAll("\\s+", " ").strip();
        return cleaned.isEmpty() ? fileName : cleaned;
    }
}
