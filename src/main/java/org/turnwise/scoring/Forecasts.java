package org.turnwise.scoring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.turnwise.call.Call;
import org.turnwise.call.CallId;
import org.turnwise.call.CallRepository;
import org.turnwise.language.embedding.Embeddings;
import org.turnwise.task.Progress;

/**
 * The active scorer's forecasts, computed once and kept. Any thread.
 *
 * <p>The scorer is read from the workspace once per version. Two threads that miss the same forecast may both compute it; they get the same one.
 */
public final class Forecasts {

    private static final int BATCH = 200;

    /** A scorer as last read. */
    private record Loaded(int version, Scorer scorer) {}

    private final CallRepository calls;
    private final ScorerVersions versions;
    private final ForecastRepository kept;
    private final Embeddings embeddings;
    private final AtomicReference<@Nullable Loaded> loaded = new AtomicReference<>();
    private final Map<CallId, double[]> wholes = new ConcurrentHashMap<>();
    /** Counts corrections of sides, so that what was read before one isn't kept after it. */
    private final Map<CallId, Integer> corrections = new ConcurrentHashMap<>();

    public Forecasts(CallRepository calls, ScorerVersions versions, ForecastRepository kept, Embeddings embeddings) {
        this.calls = calls;
        this.versions = versions;
        this.kept = kept;
        this.embeddings = embeddings;
    }

    /** The forecast of a call, stored or not; empty without an active scorer or while its sides are not settled. */
    public Optional<CallForecast> of(Call call) {
        if (!call.sidesSettled()) {
            return Optional.empty();
        }
        return active().map(active -> kept.find(call.id(), active.version()).orElseGet(() -> {
            int correction = correction(call.id());
            CallForecast forecast = active.scorer().forecast(call, active.version(), embeddings);
            if (correction == correction(call.id())) {
                kept.save(List.of(forecast));
            }
            return forecast;
        }));
    }

    /**
     * Why the active scorer says what it says after a turn of a call; empty without one or while the call's sides are not settled.
     *
     * @param turn its ordinal
     */
    public Optional<Explanation> explain(Call call, int turn) {
        return active().filter(active -> call.sidesSettled()).map(active -> active.scorer().explain(call, turn, embeddings));
    }

    /** Why it says what it says of the finished call; likewise. */
    public Optional<Explanation> explainFinished(Call call) {
        return active().filter(active -> call.sidesSettled()).map(active -> active.scorer().explainFinished(call, embeddings));
    }

    /** Scores whatever the active version has not scored yet. Returns how many calls that was. Cancelled, it keeps what it has scored so far. */
    public int refresh(Progress progress) {
        Loaded active = active().orElse(null);
        if (active == null) {
            return 0;
        }
        Set<CallId> scored = kept.scored(active.version());
        int total = Math.max(1, calls.count());
        if (scored.size() >= total) {
            return 0;
        }
        List<CallForecast> batch = new ArrayList<>();
        int[] count = {0, 0};
        calls.forEach(call -> {
            progress.report(Math.min(1, count[0]++ / (double) total), "Scoring calls");
            if (progress.cancelled()) {
                kept.save(batch);
                progress.checkCancelled();
            }
            if (call.sidesSettled() && !scored.contains(call.id())) {
                batch.add(active.scorer().forecast(call, active.version(), embeddings));
                count[1]++;
            }
            if (batch.size() >= BATCH) {
                kept.save(List.copyOf(batch));
                batch.clear();
            }
        });
        if (!batch.isEmpty()) {
            kept.save(batch);
        }
        return count[1];
    }

    /** What {@link #refresh} has kept for the active version. */
    public Map<CallId, CallForecast> all() {
        return active().map(active -> kept.all(active.version())).orElseGet(Map::of);
    }

    /** What is usual of the calls the active scorer was trained on. */
    public Optional<UsualRanges> usual() {
        return active().map(active -> active.scorer().usual());
    }

    /** Whether a scorer is active. */
    public boolean scorerActive() {
        return versions.active().isPresent();
    }

    /** The features of a finished call, in the order of the {@link FeatureCatalogue}; empty while its sides are not settled. Read once, then kept in memory. */
    public Optional<double[]> whole(CallId id) {
        double[] known = wholes.get(id);
        if (known != null) {
            return Optional.of(known.clone());
        }
        int correction = correction(id);
        return calls.find(id).filter(Call::sidesSettled).map(call -> keep(call, correction).clone());
    }

    /** {@link #whole} of every call whose sides are settled. */
    public Map<CallId, double[]> wholes(Progress progress) {
        int total = Math.max(1, calls.count());
        if (wholes.size() < total) {
            Map<CallId, Integer> before = new HashMap<>(corrections);
            int[] read = {0};
            calls.forEach(call -> {
                progress.checkCancelled();
                progress.report(Math.min(1, read[0]++ / (double) total), "Reading calls");
                if (call.sidesSettled() && !wholes.containsKey(call.id())) {
                    keep(call, before.getOrDefault(call.id(), 0));
                }
            });
        }
        return Map.copyOf(wholes);
    }

    /** Called when a call's sides were settled anew. */
    public void sidesChanged(CallId call) {
        corrections.merge(call, 1, Integer::sum);
        wholes.remove(call);
        kept.forget(List.of(call));
    }

    private double[] keep(Call call, int correction) {
        double[] vector = Sample.wholeOf(call);
        if (correction == correction(call.id())) {
            wholes.put(call.id(), vector);
        }
        return vector;
    }

    /** How often the call's sides were settled anew since the workspace was opened; what was read off them before the last time no longer holds. */
    public int correction(CallId call) {
        return corrections.getOrDefault(call, 0);
    }

    private Optional<Loaded> active() {
        return versions.active().map(version -> {
            Loaded last = loaded.get();
            if (last != null && last.version() == version.number()) {
                return last;
            }
            Loaded read = new Loaded(version.number(), Scorer.read(versions.model(version.number())));
            loaded.set(read);
            return read;
        });
    }
}
