package org.turnwise.queue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.turnwise.annotation.Annotation;
import org.turnwise.annotation.Blind;
import org.turnwise.annotation.Journal;
import org.turnwise.annotation.LabelKind;
import org.turnwise.annotation.Statuses;
import org.turnwise.call.CallId;
import org.turnwise.call.CallRepository;
import org.turnwise.call.CallSummary;
import org.turnwise.reward.Outcomes;
import org.turnwise.scoring.CallForecast;
import org.turnwise.scoring.Forecast;
import org.turnwise.scoring.Forecasts;
import org.turnwise.scoring.novelty.FeatureNovelty;
import org.turnwise.scoring.UsualRanges;
import org.turnwise.task.Progress;

/** Orders calls by why they are worth labeling. Any thread. */
public final class Queue {

    /** Fewest calls among which one can be unlike the others. */
    static final int FEWEST_TO_COMPARE = 20;

    private static final int LONGEST_SPARK = 40;

    private final CallRepository calls;
    private final Journal journal;
    private final Outcomes outcomes;
    private final Forecasts forecasts;
    private final long seed;
    private final Supplier<String> reader;

    /**
     * @param seed   draws the random slice; the same seed, workspace and reader give the same queue
     * @param reader who is at work
     */
    public Queue(CallRepository calls, Journal journal, Outcomes outcomes, Forecasts forecasts, long seed, Supplier<String> reader) {
        this.calls = calls;
        this.journal = journal;
        this.outcomes = outcomes;
        this.forecasts = forecasts;
        this.seed = seed;
        this.reader = reader;
    }

    /**
     * Every call, each under its strongest reason, the reasons interleaved in the standard mix; submitted and skipped calls are in it with their status, after
     * all others. Scores what the active scorer has not scored yet, which is what may take long.
     */
    public List<QueueItem> build(Progress progress) {
        progress.report(0, "Reading the workspace");
        forecasts.refresh(progress.part(0, .6));
        Map<CallId, CallForecast> forecastOf = forecasts.all();
        Map<CallId, Outcomes.Known> outcomeOf = outcomes.known();
        RandomSlice lot = new RandomSlice(seed);
        List<Strategy> strategies = List.of(lot, new Contradicted(), anomalous(progress.part(.6, .9)), new Borderline());
        boolean active = forecasts.scorerActive();
        Map<CallId, Set<String>> statuses = new HashMap<>(journal.statuses());
        Map<CallId, Integer> labels = new HashMap<>(journal.labelCounts());

        List<Mix.Placed> waiting = new ArrayList<>();
        List<Mix.Placed> skipped = new ArrayList<>();
        List<Mix.Placed> submitted = new ArrayList<>();
        Map<CallId, String> wanted = wanted(statuses, labels);
        Set<CallId> leftOut = calls.leftOut();
        for (CallSummary call : calls.summaries()) {
            progress.checkCancelled();
            if (leftOut.contains(call.id())) {
                continue;
            }
            Outcomes.Known known = outcomeOf.get(call.id());
            Case one = new Case(call, forecastOf.get(call.id()), known == null ? null : known.kind());
            String again = wanted.get(call.id());
            Claim claim = again == null ? strongest(strategies, lot, one, active) : new Claim(QueueReason.RECHECK, 1, () -> again);
            Mix.Placed placed = new Mix.Placed(one, claim);
            switch (status(call.id(), statuses, labels)) {
                case TODO, IN_PROGRESS -> waiting.add(placed);
                case SKIPPED -> skipped.add(placed);
                case SUBMITTED -> submitted.add(placed);
            }
        }
        progress.report(.95, "Ordering calls");
        List<QueueItem> items = new ArrayList<>();
        for (List<Mix.Placed> part : List.of(waiting, skipped, submitted)) {
            Mix.interleave(part).forEach(placed -> items.add(item(placed, statuses, labels)));
        }
        progress.report(1, "Ordered");
        return List.copyOf(items);
    }

    /** Calls that people want this reader to read, with who and why; what others did with a call they read blind doesn't count. */
    private Map<CallId, String> wanted(Map<CallId, Set<String>> statuses, Map<CallId, Integer> labels) {
        Set<CallId> ids = statuses.entrySet().stream()
                .filter(s -> s.getValue().contains(Statuses.SENT_BACK) || s.getValue().contains(Statuses.ASSIGNED))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        String who = reader.get();
        Map<CallId, String> why = new HashMap<>();
        journal.current(ids).forEach((call, standing) -> {
            if (Blind.reads(standing, who)) {
                List<Annotation> seen = Blind.visible(standing, who);
                statuses.put(call, seen.stream().filter(a -> a.kind() == LabelKind.STATUS).map(Annotation::label).collect(Collectors.toSet()));
                labels.put(call, (int) seen.stream().filter(a -> a.kind() != LabelKind.STATUS).count());
                why.put(call, "Given to you by " + given(standing, who) + ", to read without seeing what others said");
            }
            standing.stream().filter(a -> a.label().equals(Statuses.SENT_BACK)).forEach(a -> why.put(
                    call, "Sent back by " + a.annotator() + (a.text() == null ? "" : ": " + a.text().replaceAll("\\s+", " "))));
        });
        return why;
    }

    private static String given(List<Annotation> standing, String who) {
        return standing.stream().filter(a -> a.label().equals(Statuses.ASSIGNED) && who.equals(a.text())).map(Annotation::annotator).findFirst().orElse("");
    }

    /** The first strategy that claims the call; they stand in order of rank. */
    private static Claim strongest(List<Strategy> strategies, RandomSlice lot, Case one, boolean active) {
        for (Strategy strategy : strategies) {
            Optional<Claim> claim = strategy.claim(one);
            if (claim.isPresent()) {
                return claim.get();
            }
        }
        return lot.rest(one, restBecause(one, active));
    }

    private static String restBecause(Case one, boolean active) {
        if (!one.call().sidesSettled()) {
            return "In order of lot: who is the rep is not settled, so it can't be forecast";
        }
        return active ? "In order of lot: not scored yet" : "In order of lot: without an active scorer nothing is known of it";
    }

    /** With an active scorer, its forecasts know what is unusual; without one, the workspace's calls are compared with each other. */
    private Anomalous anomalous(Progress progress) {
        Optional<UsualRanges> usual = forecasts.usual();
        if (usual.isPresent()) {
            return new Anomalous(Map.of(), usual.get(), forecasts::whole, new AtomicInteger());
        }
        Map<CallId, double[]> wholes = forecasts.wholes(progress);
        if (wholes.size() < FEWEST_TO_COMPARE) {
            return new Anomalous(Map.of(), null, forecasts::whole, new AtomicInteger());
        }
        // in order of id, so that the same calls give the same forest
        double[][] vectors = wholes.entrySet().stream().sorted(Map.Entry.comparingByKey()).map(Map.Entry::getValue).toArray(double[][]::new);
        FeatureNovelty novelty = FeatureNovelty.fit(vectors, seed);
        Map<CallId, Double> noveltyOf = new HashMap<>();
        wholes.forEach((call, vector) -> noveltyOf.put(call, novelty.of(vector)));
        return new Anomalous(noveltyOf, UsualRanges.of(vectors), forecasts::whole, new AtomicInteger());
    }

    private static QueueItem item(Mix.Placed placed, Map<CallId, Set<String>> statuses, Map<CallId, Integer> labels) {
        Case one = placed.one();
        CallId id = one.call().id();
        CallForecast forecast = one.forecast();
        Forecast last = forecast == null ? null : forecast.last();
        Claim claim = placed.claim();
        return new QueueItem(
                one.call(),
                claim.reason(),
                claim.score(),
                claim.why().get(),
                last == null ? null : last.probability(),
                last == null ? null : last.low(),
                last == null ? null : last.high(),
                forecast == null ? List.of() : spark(forecast),
                one.outcome(),
                status(id, statuses, labels),
                statuses.getOrDefault(id, Set.of()).contains(Statuses.FLAGGED),
                labels.getOrDefault(id, 0));
    }

    private static WorkStatus status(CallId call, Map<CallId, Set<String>> statuses, Map<CallId, Integer> labels) {
        Set<String> set = statuses.getOrDefault(call, Set.of());
        if (set.contains(Statuses.SUBMITTED)) {
            return WorkStatus.SUBMITTED;
        }
        if (set.contains(Statuses.SKIPPED)) {
            return WorkStatus.SKIPPED;
        }
        return labels.getOrDefault(call, 0) > 0 ? WorkStatus.IN_PROGRESS : WorkStatus.TODO;
    }

    /** Evenly spaced turns, the first and the last among them. */
    private static List<Double> spark(CallForecast forecast) {
        List<Forecast> turns = forecast.turns();
        int points = Math.min(LONGEST_SPARK, turns.size());
        List<Double> spark = new ArrayList<>(points);
        for (int i = 0; i < points; i++) {
            int at = points == 1 ? 0 : (int) Math.round(i * (turns.size() - 1.0) / (points - 1));
            spark.add(turns.get(at).probability());
        }
        return spark;
    }

    /** The rows the filter lets through, in order. */
    public static List<QueueItem> filter(List<QueueItem> items, QueueFilter filter) {
        String text = filter.text().strip().toLowerCase(Locale.ROOT);
        return items.stream().filter(item -> passes(item, filter, text)).toList();
    }

    private static boolean passes(QueueItem item, QueueFilter filter, String text) {
        String rep = item.call().rep();
        return (filter.reasons().isEmpty() || filter.reasons().contains(item.reason()))
                && (filter.reps().isEmpty() || rep != null && filter.reps().contains(rep))
                && (filter.statuses().isEmpty() || filter.statuses().contains(item.status()))
                && (!filter.flaggedOnly() || item.flagged())
                && (filter.among() == null || filter.among().calls().contains(item.call().id()))
                && (text.isEmpty() || contains(item.call().title(), text) || contains(item.call().id().value(), text) || rep != null && contains(rep, text));
    }

    private static boolean contains(String where, String text) {
        return where.toLowerCase(Locale.ROOT).contains(text);
    }
}
