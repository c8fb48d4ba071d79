package org.turnwise.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.turnwise.call.CallId;

/**
 * Calls dealt out to readers.
 *
 * @param given by call, who is to be given it that hasn't got it; calls that nobody is to be given are left out
 * @param tooFew calls that fewer read than wanted, since too few people were named
 */
public record Shares(Map<CallId, List<String>> given, int tooFew) {

    public Shares {
        given = new LinkedHashMap<>(given);
    }

    /**
     * Call by call in order, to whoever of the readers has least left; of equals to the one who is named first.
     *
     * @param left how many calls each reader has to read already; none where a reader is not in it
     * @param have who has a call or has read it
     */
    static Shares of(List<CallId> calls, List<String> readers, int each, Map<String, Integer> left, Map<CallId, Set<String>> have) {
        Map<String, Integer> load = new HashMap<>();
        readers.forEach(reader -> load.put(reader, left.getOrDefault(reader, 0)));
        Map<CallId, List<String>> given = new LinkedHashMap<>();
        int tooFew = 0;
        for (CallId call : calls) {
            Set<String> there = have.getOrDefault(call, Set.of());
            List<String> free = new ArrayList<>(readers.stream().distinct().filter(reader -> !there.contains(reader)).toList());
            int wanted = Math.max(0, each - (int) readers.stream().distinct().filter(there::contains).count());
            free.sort(Comparator.comparing(reader -> load.getOrDefault(reader, 0)));
            List<String> chosen = List.copyOf(free.subList(0, Math.min(wanted, free.size())));
            chosen.forEach(reader -> load.merge(reader, 1, Integer::sum));
            tooFew += chosen.size() < wanted ? 1 : 0;
            if (!chosen.isEmpty()) {
                given.put(call, chosen);
            }
        }
        return new Shares(given, tooFew);
    }

    /** How many calls the reader is to be given. */
    public int of(String reader) {
        return (int) given.values().stream().filter(readers -> readers.contains(reader)).count();
    }

    public boolean isEmpty() {
        return given.isEmpty();
    }
}
