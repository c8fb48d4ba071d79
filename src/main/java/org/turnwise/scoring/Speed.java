package org.turnwise.scoring;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.turnwise.call.Call;
import org.turnwise.call.Turn;
import org.turnwise.language.embedding.EmbeddingRepository;
import org.turnwise.language.embedding.Embeddings;
import org.turnwise.language.embedding.SentenceEncoder;
import org.turnwise.task.Progress;

/**
 * How fast a scorer forecasts on this machine, on one thread. What is forecast is the same every time; how long it takes is not.
 *
 * @param turns          whose text had not been met before
 * @param medianMs       from such a turn's words to its forecast, text encoded on the way, milliseconds
 * @param p99Ms          that 99 of 100 such turns stay below
 * @param newPerSecond   turns a second, of whole calls as they come, texts encoded where they are new
 * @param knownPerSecond turns a second, of calls whose texts are all known
 */
public record Speed(int turns, double medianMs, double p99Ms, double newPerSecond, double knownPerSecond) {

    /** So many calls are followed first and not counted, as Java gets faster at what it does often. */
    public static final int WARM_UP = 60;

    /**
     * @param calls more than {@value #WARM_UP}, with texts that the process has not encoded before
     * @throws java.util.concurrent.CancellationException if the progress says so
     */
    public static Speed of(Scorer scorer, List<Call> calls, SentenceEncoder encoder, Progress progress) {
        if (calls.size() <= WARM_UP) {
            throw new IllegalArgumentException("more than " + WARM_UP + " calls are needed, not " + calls.size());
        }
        List<Call> counted = calls.subList(WARM_UP, calls.size());
        Embeddings embeddings = new Embeddings(encoder, EmbeddingRepository.inMemory());
        Set<String> met = new HashSet<>();
        progress.report(0, "Warming up");
        follow(scorer, calls.subList(0, WARM_UP), embeddings, met, progress);
        progress.report(.2, "Forecasting turns nobody has said before");
        Clocked first = follow(scorer, counted, embeddings, met, progress);
        progress.report(.8, "Forecasting them again");
        Clocked again = follow(scorer, counted, embeddings, met, progress);
        progress.report(1, "Measured");
        double[] fresh = first.fresh;
        Arrays.sort(fresh);
        return new Speed(fresh.length, quantile(fresh, .5), quantile(fresh, .99), first.turns / first.seconds, again.turns / again.seconds);
    }

    /** @param fresh milliseconds of each turn whose text was new */
    private record Clocked(int turns, double seconds, double[] fresh) {}

    private static Clocked follow(Scorer scorer, List<Call> calls, Embeddings embeddings, Set<String> met, Progress progress) {
        int turns = calls.stream().mapToInt(call -> call.turns().size()).sum();
        double[] fresh = new double[turns];
        int found = 0;
        long nanos = 0;
        for (Call call : calls) {
            progress.checkCancelled();
            Sample.Sides sides = new Sample.Sides(call);
            Scorer.Following following = scorer.follow(call.timing(), embeddings);
            for (Turn turn : call.turns()) {
                boolean isNew = met.add(turn.text());
                long began = System.nanoTime();
                following.add(turn, sides.of(turn));
                long took = System.nanoTime() - began;
                nanos += took;
                if (isNew) {
                    fresh[found++] = took / 1e6;
                }
            }
        }
        return new Clocked(turns, nanos / 1e9, Arrays.copyOf(fresh, found));
    }

    private static double quantile(double[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : sorted[Math.min(sorted.length - 1, (int) (share * sorted.length))];
    }
}
