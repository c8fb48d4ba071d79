package org.turnwise.intake.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.turnwise.intake.reading.SpeakerNames;
import org.turnwise.intake.text.PlainHeads.Head;

/** Tells what stands above a talk, such as its title and date, from its first turns. */
final class AboveTheTalk {

    private static final Pattern SENTENCE_END = Pattern.compile("[.?!\u2026][\"\u201D')]?$");

    /** A talk's first lines, and no more, can tell of it. */
    private static final int MOST_LINES = 40;

    private AboveTheTalk() {}

    static PlainHeads leftOut(PlainHeads heads, List<String> lines) {
        return withoutDetails(withoutUntimed(heads), lines);
    }

    /** Where nearly all turns have times, lines above the first time that only look like turns are what a tool says of the call ("Duration: 1:10"). */
    private static PlainHeads withoutUntimed(PlainHeads heads) {
        long all = heads.of().stream().filter(head -> head != null).count();
        long timed = heads.of().stream().filter(head -> head != null && head.atMs() != null).count();
        if (timed < 3 || timed * 10 < all * 6) {
            return heads;
        }
        List<@Nullable Head> kept = new ArrayList<>(heads.of());
        for (int i = 0; i < kept.size(); i++) {
            Head head = kept.get(i);
            if (head != null && head.atMs() != null) {
                break;
            }
            kept.set(i, null);
        }
        return new PlainHeads(kept, heads.dated());
    }

    /**
     * The lines above the first blank one tell of the call where one of them says when, where or among whom it was; without a blank line, those down to the last
     * that does. What stands there once and ends no sentence is no turn ("Client: Ann Lee, Lee & Sons").
     */
    private static PlainHeads withoutDetails(PlainHeads heads, List<String> lines) {
        int end = 0;
        int belowLastDetail = 0;
        int last = Math.min(lines.size(), MOST_LINES);
        while (end < last && !lines.get(end).isBlank()) {
            end++;
            if (SpeakerNames.isDetail(PlainHeads.unmarked(lines.get(end - 1)).split("[:\uFF1A]", 2)[0].replaceAll("[*_]", "").strip())) {
                belowLastDetail = end;
            }
        }
        Map<String, Integer> times = heads.times();
        List<@Nullable Head> kept = new ArrayList<>(heads.of());
        for (int i = 0; i < (belowLastDetail == 0 || end == last ? belowLastDetail : end); i++) {
            Head head = kept.get(i);
            boolean once = head != null && head.atMs() == null && times.getOrDefault(head.speaker(), 0) == 1;
            if (head != null && once && !SENTENCE_END.matcher(head.text()).find()) {
                kept.set(i, null);
            }
        }
        return new PlainHeads(kept, heads.dated());
    }
}
