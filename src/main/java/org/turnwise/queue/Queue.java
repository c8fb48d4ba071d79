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
import org.jspecify.annotations.Nullable;
import org.turnwise.annotation.Annotation;
import org.turnwise.annotation.Blind;
import org.turnwise.annotation.Journal;
import org.turnwise.annotation.LabelKind;
import org.turnwise.annotation.Rereading;
import org.turnwise.annotation.Statuses;
import org.turnwise.call.CallId;
import org.turnwise.call.CallRepository;
import org.turnwise.call.CallSummary;
import org.turnwise.reward.Outcomes;
import org.turnwise.scoring.Forecast;
import org.turnwise.scoring.Forecasts;
import org.turnwise.scoring.novelty.FeatureNovelty;
import org.turnwise.scoring.UsualRanges;
import org.turnwise.task.Progress;

/** Orders calls by why they are worth labeling. Any thread. */
public final class Queue {

    /** Fewest calls among which one can be unlike the others. */
    static final int FEWEST_TO_COMPARE = 20;

    private static final Set<String> WANTED = Set.of(Statuses.SENT_BACK, Statuses.ASSIGNED, Statuses.AGAIN);

    /** How unlike the others calls are, without a scorer, as of one state of their features. */
    private record Compared(long state, Map<CallId, Double> novelty, @Nullable UsualRanges usual) {}

    private final CallRepository calls;
    private final Journal journal;
    private final Outcomes outcomes;
    private final Forecasts forecasts;
    private final long seed;
    private final Supplier<String> reader;
    private final RandomSlice lot;
    private final KnownCalls known;
    private @Nullable Compared compared;

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
        this.lot = new RandomSlice(seed);
        this.known = new KnownCalls(calls, outcomes, forecasts);
    }

    /**
     * Every call, each under its strongest reason, the reasons interleaved in the standard mix. What people ask of the reader comes first; submitted and
     * skipped calls are in it with their status, after all others. Scores what the active scorer has not scored yet, which is what may
     * take long; whatever was read for an earlier build and still holds is not read again. Builds wait for each other.
     */
    public synchronized List<QueueItem> build(Progress progress) {
        progress.report(0, "Reading the workspace");
        known.follow(progress.part(0, .6));
        List<Strategy> strategies = List.of(lot, new Contradicted(), anomalous(progress.part(.6, .9)), new Borderline());
        boolean active = forecasts.scorerActive();
        Map<CallId, Set<String>> statuses = new HashMap<>(journal.statuses());
        Map<CallId, Integer> labels = new HashMap<>(journal.labelCounts());

        List<Mix.Placed> asked = new ArrayList<>();
        List<Mix.Placed> waiting = new ArrayList<>();
        List<Mix.Placed> skipped = new ArrayList<>();
        List<Mix.Placed> submitted = new ArrayList<>();
        Standing standing = new Standing(statuses, labels, new HashMap<>());
        Map<CallId, String> wanted = wanted(standing);
        Set<CallId> leftOut = calls.leftOut();
        for (KnownCalls.Known one : known.all()) {
            progress.checkCancelled();
            CallId id = one.asCase().call().id();
            if (leftOut.contains(id)) {
                continue;
            }
            String again = wanted.get(id);
            Claim claim = again == null ? strongest(strategies, lot, one.asCase(), active) : new Claim(QueueReason.RECHECK, 1, () -> again);
            Mix.Placed placed = new Mix.Placed(one, claim);
            switch (standing.status(id)) {
                case TODO, IN_PROGRESS -> (again == null ? waiting : asked).add(placed);
                case SKIPPED -> skipped.add(placed);
                case SUBMITTED -> submitted.add(placed);
            }
        }
        progress.report(.95, "Ordering calls");
        List<QueueItem> items = new ArrayList<>(asked.size() + waiting.size() + skipped.size() + submitted.size());
        for (List<Mix.Placed> part : List.of(asked, waiting, skipped, submitted)) {
            Mix.interleave(part).forEach(placed -> items.add(item(placed, standing, active)));
        }
        progress.report(1, "Ordered");
        return List.copyOf(items);
    }

    /** Calls that people or the lot want this reader to read, with who and why; what they may not see of them doesn't count. */
    private Map<CallId, String> wanted(Standing of) {
        Set<CallId> ids = of.statuses().entrySet().stream()
                .filter(s -> s.getValue().stream().anyMatch(WANTED::contains))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        String who = reader.get();
        Map<CallId, String> why = new HashMap<>();
        journal.current(ids).forEach((call, standing) -> {
            List<Annotation> seen = Blind.visible(standing, who);
            of.statuses().put(call, seen.stream().filter(a -> a.kind() == LabelKind.STATUS).map(Annotation::label).collect(Collectors.toSet()));
            of.labelCounts().put(call, (int) seen.stream().filter(a -> a.kind() != LabelKind.STATUS).count());
            if (Blind.reads(standing, who)) {
                of.blind().put(call, outcomes.known(call, standing, who).map(Outcomes.Known::kind));
            }
            if (Rereading.isOpen(standing, who)) {
                why.put(call, "You read it a while ago; once more, without seeing what you said");
            } else if (Blind.reads(standing, who)) {
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
            compared = null;
            return new Anomalous(Map.of(), usual.get(), forecasts::whole, new AtomicInteger());
        }
        // in order of id, so that the same calls give the same forest
        List<CallId> settled = known.all().stream().map(KnownCalls.Known::asCase).map(Case::call).filter(CallSummary::sidesSettled).map(CallSummary::id).sorted().toList();
        Map<CallId, double[]> wholes = forecasts.wholes(settled, progress);
        Compared last = compared;
        long state = forecasts.wholesState();
        if (last == null || last.state() != state) {
            last = compare(settled, wholes, state);
            compared = last;
        }
        return new Anomalous(last.novelty(), last.usual(), forecasts::whole, new AtomicInteger());
    }

    private Compared compare(List<CallId> settled, Map<CallId, double[]> wholes, long state) {
        List<CallId> read = settled.stream().filter(wholes::containsKey).toList();
        if (read.size() < FEWEST_TO_COMPARE) {
            return new Compared(state, Map.of(), null);
        }
        double[][] vectors = read.stream().map(wholes::get).toArray(double[][]::new);
        FeatureNovelty novelty = FeatureNovelty.fit(vectors, seed);
        Map<CallId, Double> noveltyOf = HashMap.newHashMap(vectors.length);
        for (int i = 0; i < vectors.length; i++) {
            noveltyOf.put(read.get(i), novelty.of(vectors[i]));
        }
        return new Compared(state, noveltyOf, UsualRanges.of(vectors));
    }

    /** The row of the last build, if it still says the same. */
    private static QueueItem item(Mix.Placed placed, Standing standing, boolean active) {
        Claim claim = placed.claim();
        QueueItem last = placed.one().unchanged(active);
        // how an unusual call is put into words depends on how many stand before it, and a call that people ask for on what they ask
        boolean ownWords = claim.reason() == QueueReason.ANOMALOUS || claim.reason() == QueueReason.RECHECK;
        if (last != null && !ownWords && last.reason() == claim.reason() && last.score() == claim.score() && standing.isAsIn(last)) {
            return last;
        }
        Case one = placed.one().asCase();
        CallId id = one.call().id();
        Outlook outlook = one.forecast();
        Forecast end = outlook == null ? null : outlook.last();
        QueueItem item = new QueueItem(
                one.call(),
                claim.reason(),
                claim.score(),
                claim.why().get(),
                end == null ? null : end.probability(),
                end == null ? null : end.low(),
                end == null ? null : end.high(),
                outlook == null ? List.of() : outlook.spark(),
                standing.outcome(one),
                standing.status(id),
                standing.flagged(id),
                standing.labels(id));
        placed.one().show(item, active);
        return item;
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
