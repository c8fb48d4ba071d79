package org.turnwise.intake.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.turnwise.intake.text.Heads.Head;

/**
 * Tells heads from lines that only look like one ("Meet at  10:30"). Times never run back, so of all that look like heads the longest run of
 * growing times is taken. Where heads stand below a blank line, one that does not must bear a name that comes again.
 */
final class LikelyHeads {

    private LikelyHeads() {}

    /** For each line the head it is, or null. */
    static List<@Nullable Head> of(List<String> lines, Heads heads) {
        List<@Nullable Head> found = new ArrayList<>(lines.size());
        Head last = null;
        for (String line : lines) {
            Head head = heads.headOf(line);
            if (head != null) {
                head = heads.following(last, head);
                last = head;
            }
            found.add(head);
        }
        withoutStray(lines, found);
        keepGrowing(found);
        return found;
    }

    private static void withoutStray(List<String> lines, List<@Nullable Head> found) {
        Map<String, Integer> times = new HashMap<>();
        int all = 0;
        int belowBlank = 0;
        for (int i = 0; i < found.size(); i++) {
            Head head = found.get(i);
            if (head != null) {
                times.merge(head.speaker(), 1, Integer::sum);
                all++;
                belowBlank += isBelowBlank(lines, i) ? 1 : 0;
            }
        }
        for (int i = 0; i < found.size() && belowBlank * 5 >= all * 4; i++) {
            Head head = found.get(i);
            if (head != null && times.getOrDefault(head.speaker(), 0) == 1 && !isBelowBlank(lines, i)) {
                found.set(i, null);
            }
        }
    }

    private static boolean isBelowBlank(List<String> lines, int index) {
        return index == 0 || lines.get(index - 1).isBlank();
    }

    /** Keeps a longest subsequence whose times do not fall; the classic search by binary halving over the least last time for each length. */
    private static void keepGrowing(List<@Nullable Head> found) {
        int[] places = new int[found.size()];
        long[] times = new long[found.size()];
        int count = 0;
        for (int i = 0; i < found.size(); i++) {
            Head head = found.get(i);
            if (head != null) {
                places[count] = i;
                times[count++] = head.atMs();
            }
        }
        int[] endOf = new int[count + 1];
        int[] before = new int[count];
        int longest = 0;
        for (int i = 0; i < count; i++) {
            int low = 1;
            int high = longest + 1;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (times[endOf[middle]] <= times[i]) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            before[i] = low > 1 ? endOf[low - 1] : -1;
            endOf[low] = i;
            longest = Math.max(longest, low);
        }
        boolean[] kept = new boolean[count];
        for (int i = longest == 0 ? -1 : endOf[longest]; i >= 0; i = before[i]) {
            kept[i] = true;
        }
        for (int i = 0; i < count; i++) {
            if (!kept[i]) {
                found.set(places[i], null);
            }
        }
    }
}
