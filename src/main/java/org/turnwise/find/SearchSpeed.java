package org.turnwise.find;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.turnwise.call.Call;
import org.turnwise.call.Side;
import org.turnwise.call.Turn;
import org.turnwise.queue.QueueItem;
import org.turnwise.queue.QueueReason;
import org.turnwise.task.Progress;

/**
 * How long searches take, as a person waits for them: words read, turns found and counted, a page of them fetched with what surrounds it.
 *
 * @param millis       by kind of search, in order of time
 * @param workedMillis how long a processor worked for a search, on average: what is left of the time if nothing else runs on the machine
 */
public record SearchSpeed(Map<Kind, double[]> millis, double workedMillis) {

    /** What makes a search quick or slow. */
    public enum Kind {
        RARE_WORD,
        COMMON_WORD,
        SEVERAL_WORDS,
        PHRASE,
        BEGINNING,
        ON_ONE_SIDE,
        OF_SOME_CALLS,
        FILTER_ALONE
    }

    private static final int A_KIND = 25;
    private static final int WARM_UP = 3;
    private static final int PAGE = 50;

    /**
     * Runs {@value #A_KIND} searches of each kind, mixed, after a few to warm up.
     *
     * @param sample of the calls that are searched; their words are looked for
     * @param rows   of the queue
     */
    public static SearchSpeed of(Find find, List<Call> sample, List<QueueItem> rows, Progress progress) {
        Map<Kind, List<Search>> searches = searches(sample, rows, new Random(0));
        searches.values().forEach(ofKind -> ofKind.subList(0, WARM_UP).forEach(search -> find.search(search, () -> rows, 0, PAGE, progress)));
        Map<Kind, double[]> millis = new EnumMap<>(Kind.class);
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long worked = threads.getCurrentThreadCpuTime();
        for (int i = 0; i < A_KIND; i++) {
            progress.checkCancelled();
            progress.report(i / (double) A_KIND, "Searching");
            for (Map.Entry<Kind, List<Search>> ofKind : searches.entrySet()) {
                long start = System.nanoTime();
                find.search(ofKind.getValue().get(i), () -> rows, 0, PAGE, progress.quiet());
                millis.computeIfAbsent(ofKind.getKey(), kind -> new double[A_KIND])[i] = (System.nanoTime() - start) / 1e6;
            }
        }
        millis.values().forEach(Arrays::sort);
        return new SearchSpeed(millis, (threads.getCurrentThreadCpuTime() - worked) / 1e6 / (A_KIND * millis.size()));
    }

    /** Of all kinds together. */
    public double[] all() {
        return millis.values().stream().flatMapToDouble(Arrays::stream).sorted().toArray();
    }

    /** The time that this share of the searches stays within. */
    public static double within(double share, double[] sorted) {
        return sorted[Math.clamp((int) Math.ceil(share * sorted.length) - 1, 0, sorted.length - 1)];
    }

    private static Map<Kind, List<Search>> searches(List<Call> sample, List<QueueItem> rows, Random random) {
        Map<String, Integer> counts = new TreeMap<>();
        List<List<String>> said = new ArrayList<>();
        for (Call call : sample) {
            for (Turn turn : call.turns()) {
                List<String> words = SpokenWords.of(turn.text());
                words.forEach(word -> counts.merge(word, 1, Integer::sum));
                if (words.size() > 3) {
                    said.add(words);
                }
            }
        }
        List<String> byCount = counts.entrySet().stream().sorted(Comparator.comparing(entry -> -entry.getValue())).map(Map.Entry::getKey).toList();
        List<String> reps = rows.stream().map(row -> row.call().rep()).filter(java.util.Objects::nonNull).distinct().limit(A_KIND).toList();
        Map<Kind, List<Search>> searches = new LinkedHashMap<>();
        for (Kind kind : Kind.values()) {
            List<Search> ofKind = new ArrayList<>();
            for (int i = 0; i < A_KIND; i++) {
                String common = byCount.get(i % byCount.size());
                List<String> words = said.get(random.nextInt(said.size()));
                int at = random.nextInt(words.size() - 2);
                ofKind.add(switch (kind) {
                    case RARE_WORD -> words(byCount.get(byCount.size() - 1 - i % byCount.size()));
                    case COMMON_WORD -> words(common);
                    case SEVERAL_WORDS -> words(words.get(at) + " " + words.get(at + 1) + " " + words.get(at + 2));
                    case PHRASE -> words("\"" + words.get(at) + " " + words.get(at + 1) + "\"");
                    case BEGINNING -> words(words.get(at).substring(0, Math.min(2, words.get(at).length())) + "*");
                    case ON_ONE_SIDE -> new Search(common, filter(Set.of(Side.CUSTOMER), Set.of(), Set.of()));
                    case OF_SOME_CALLS -> new Search(common, filter(Set.of(), Set.of(reps.get(i % reps.size())), Set.of()));
                    case FILTER_ALONE -> new Search("", filter(Set.of(), Set.of(reps.get(i % reps.size())), Set.of(QueueReason.RANDOM)));
                });
            }
            searches.put(kind, ofKind);
        }
        return searches;
    }

    private static Search words(String words) {
        return new Search(words, SearchFilter.NONE);
    }

    private static SearchFilter filter(Set<Side> sides, Set<String> reps, Set<QueueReason> reasons) {
        return new SearchFilter(Set.of(), Set.of(), sides, reps, Set.of(), null, null, null, null, reasons, Set.of(), false, Set.of());
    }
}
