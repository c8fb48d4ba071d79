package org.turnwise.intake.cues;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Undoes captions that roll: each cue repeats the lines that are still on the screen and adds one below. Where cues roll is seen from their inline
 * times, or from most cues repeating the one before; somebody who says "Yes." twice repeats nothing.
 */
final class RollingCaptions {

    /** @param repeated lines that were taken once */
    record Unrolled(List<Cue> cues, int repeated) {}

    private static final Pattern INLINE_TIME = Pattern.compile("<\\d\\d:\\d\\d:\\d\\d\\.\\d{3}><c");
    private static final long ADJACENT_MS = 100;
    private static final int FEWEST = 4;

    private RollingCaptions() {}

    static Unrolled unroll(List<Cue> cues) {
        List<List<String>> spoken = cues.stream().map(RollingCaptions::lines).toList();
        if (cues.size() < 2 || !roll(cues, spoken)) {
            return new Unrolled(cues, 0);
        }
        List<Cue> unrolled = new ArrayList<>();
        int repeated = 0;
        for (int i = 0; i < cues.size(); i++) {
            int again = i == 0 ? 0 : repeatedLines(cues, spoken, i);
            List<String> fresh = spoken.get(i).subList(again, spoken.get(i).size());
            if (again == 0 && i > 0 && isAdjacent(cues, i) && grows(spoken.get(i - 1), spoken.get(i))) {
                String before = String.join(" ", spoken.get(i - 1));
                fresh = List.of(String.join(" ", spoken.get(i)).substring(before.length()).strip());
                again = 1;
            }
            repeated += again;
            if (!fresh.isEmpty()) {
                unrolled.add(cues.get(i).with(fresh));
            }
        }
        return new Unrolled(unrolled, repeated);
    }

    private static boolean roll(List<Cue> cues, List<List<String>> spoken) {
        if (cues.stream().anyMatch(cue -> cue.payload().stream().anyMatch(line -> line.indexOf('<') >= 0 && INLINE_TIME.matcher(line).find()))) {
            return true;
        }
        int rolling = 0;
        for (int i = 1; i < cues.size(); i++) {
            boolean grown = isAdjacent(cues, i) && grows(spoken.get(i - 1), spoken.get(i));
            rolling += grown || spoken.get(i).size() > 1 && repeatedLines(cues, spoken, i) > 0 ? 1 : 0;
        }
        return cues.size() >= FEWEST && rolling * 2 >= cues.size();
    }

    /** How many of the cue's first lines are the last ones of the cue before, which is still on the screen. */
    private static int repeatedLines(List<Cue> cues, List<List<String>> spoken, int index) {
        List<String> before = spoken.get(index - 1);
        List<String> now = spoken.get(index);
        if (!isAdjacent(cues, index)) {
            return 0;
        }
        for (int n = Math.min(before.size(), now.size()); n > 0; n--) {
            if (before.subList(before.size() - n, before.size()).equals(now.subList(0, n))) {
                return n;
            }
        }
        return 0;
    }

    private static boolean isAdjacent(List<Cue> cues, int index) {
        return Math.abs(cues.get(index).startMs() - cues.get(index - 1).endMs()) <= ADJACENT_MS;
    }

    private static boolean grows(List<String> before, List<String> now) {
        String said = String.join(" ", before);
        return !said.isEmpty() && String.join(" ", now).startsWith(said + " ");
    }

    private static List<String> lines(Cue cue) {
        return cue.payload().stream().map(Payload::spoken).filter(line -> !line.isEmpty()).limit(8).toList();
    }
}
