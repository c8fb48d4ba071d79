package org.turnwise.scoring;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.turnwise.call.Call;
import org.turnwise.call.CallId;
import org.turnwise.call.CallRepository;
import org.turnwise.call.CallSummary;
import org.turnwise.language.embedding.Embeddings;
import org.turnwise.task.Progress;

/**
 * The active scorer's forecasts, computed once and kept. Any thread.
 *
 * <p>The scorer is read from the workspace once per version. Two threads that miss the same forecast may both compute it; they get the same one.
 */
public final class Forecasts {

    private static final int BATCH = 200;

    /** Above so many, all that is kept is read once rather than one by one. */
    private static final int FEW = 50;

    /** A scorer as last read. */
    private record Loaded(int version, Scorer scorer) {}

    private final CallRepository calls;
    private final ScorerVersions versions;
    private final ForecastRepository kept;
    private final Embeddings embeddings;
    private final FinishedFeatures features;
    private final AtomicReference<@Nullable Loaded> loaded = new AtomicReference<>();
    private final Map<CallId, double[]> wholes = new ConcurrentHashMap<>();
    private boolean wholesLoaded;
    /** Counts corrections of sides, so that what was read before one isn't kept after it. */
    private final Map<CallId, Integer> corrections = new ConcurrentHashMap<>();
    private final AtomicLong correctionsState = new AtomicLong();

    /** Features of finished calls are read anew after each start. */
    public Forecasts(CallRepository calls, ScorerVersions versions, ForecastRepository kept, Embeddings embeddings) {
        this(calls, versions, kept, embeddings, FinishedFeatures.forgetting());
    }

    public Forecasts(CallRepository calls, ScorerVersions versions, ForecastRepository kept, Embeddings embeddings, FinishedFeatures features) {
        this.calls = calls;
        this.versions = versions;
        this.kept = kept;
        this.embeddings = embeddings;
        this.features = features;
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
        if (scored.size() >= calls.count()) {
            return 0;
        }
        Set<CallId> missing = calls.summaries().stream()
                .filter(CallSummary::sidesSettled)
                .map(CallSummary::id)
                .filter(call -> !scored.contains(call))
                .collect(Collectors.toSet());
        return score(active, missing, progress, forecast -> {});
    }

    private int score(Loaded active, Collection<CallId> missing, Progress progress, Consumer<CallForecast> visitor) {
        List<CallForecast> batch = new ArrayList<>();
        int[] count = {0, 0};
        calls.forEach(missing, call -> {
            progress.report(Math.min(1, count[0]++ / (double) missing.size()), "Scoring calls");
            if (progress.cancelled()) {
                kept.save(batch);
                progress.checkCancelled();
            }
            if (call.sidesSettled()) {
                CallForecast forecast = active.scorer().forecast(call, active.version(), embeddings);
                batch.add(forecast);
                visitor.accept(forecast);
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

    /**
     * Hands on the active scorer's forecasts of these calls, in no order, and scores those that it has not scored yet. Cancelled, it keeps what it has scored
     * so far.
     */
    public void visit(Set<CallId> wanted, Progress progress, Consumer<CallForecast> visitor) {
        Loaded active = active().orElse(null);
        if (active == null || wanted.isEmpty()) {
            return;
        }
        Set<CallId> missing = new HashSet<>(wanted);
        Consumer<CallForecast> stored = forecast -> {
            if (missing.remove(forecast.call())) {
                visitor.accept(forecast);
            }
        };
        if (wanted.size() > FEW) {
            kept.forEach(active.version(), stored);
        } else {
            wanted.forEach(call -> kept.find(call, active.version()).ifPresent(stored));
        }
        score(active, missing, progress, visitor);
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

    /** The active scorer's version. */
    public OptionalInt activeVersion() {
        return versions.active().map(version -> OptionalInt.of(version.number())).orElse(OptionalInt.empty());
    }

    /** The features of a finished call, in the order of the {@link FeatureCatalogue}; empty while its sides are not settled. Read once, then kept in memory. */
    public Optional<double[]> whole(CallId id) {
        double[] known = wholes.get(id);
        if (known != null) {
            return Optional.of(known.clone());
        }
        int correction = correction(id);
        return calls.find(id).filter(Call::sidesSettled).map(call -> {
            double[] vector = Sample.wholeOf(call);
            keep(id, vector, correction);
            return vector.clone();
        });
    }

    /**
     * {@link #whole} of these calls at least, whose sides must be settled, as a view of what is in memory. What was not read before is, and is kept with the
     * workspace, so that the next start need not read it again.
     */
    public Map<CallId, double[]> wholes(Collection<CallId> settled, Progress progress) {
        loadWholes();
        List<CallId> missing = settled.stream().filter(call -> !wholes.containsKey(call)).toList();
        if (!missing.isEmpty()) {
            readWholes(missing, progress);
        }
        return Collections.unmodifiableMap(wholes);
    }

    /** Lets go of what {@link #wholes} holds: of many calls it is much, and it is kept with the workspace. */
    public synchronized void releaseWholes() {
        wholes.clear();
        wholesLoaded = false;
    }

    private synchronized void loadWholes() {
        if (!wholesLoaded) {
            Map<CallId, Integer> before = new HashMap<>(corrections);
            features.all(FeatureCatalogue.VERSION).forEach((call, vector) -> keep(call, vector, before.getOrDefault(call, 0)));
            wholesLoaded = true;
        }
    }

    private void readWholes(List<CallId> missing, Progress progress) {
        Map<CallId, Integer> before = new HashMap<>(corrections);
        Map<CallId, double[]> batch = new HashMap<>();
        int[] read = {0};
        calls.forEach(missing, call -> {
            progress.checkCancelled();
            progress.report(read[0]++ / (double) missing.size(), "Reading calls");
            double[] vector = Sample.wholeOf(call);
            if (call.sidesSettled() && keep(call.id(), vector, before.getOrDefault(call.id(), 0))) {
                batch.put(call.id(), vector);
            }
            if (batch.size() >= BATCH) {
                features.save(FeatureCatalogue.VERSION, batch);
                batch.clear();
            }
        });
        features.save(FeatureCatalogue.VERSION, batch);
    }

    /** Called when a call's sides were settled anew. */
    public void sidesChanged(CallId call) {
        corrections.merge(call, 1, Integer::sum);
        correctionsState.incrementAndGet();
        wholes.remove(call);
        kept.forget(List.of(call));
        features.forget(List.of(call));
    }

    /** Unless the call's sides were settled anew since. */
    private boolean keep(CallId call, double[] vector, int correction) {
        if (correction != correction(call)) {
            return false;
        }
        wholes.put(call, vector);
        return true;
    }

    /** Grows whenever sides were settled anew. */
    public long corrections() {
        return correctionsState.get();
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
