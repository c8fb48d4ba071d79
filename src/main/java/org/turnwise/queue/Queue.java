package org.turnwise.queue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    /** How unlike the others calls are, without a scorer, as of one state of the calls and of their sides. */
    private record Compared(long calls, long corrections, Anomalous found) {}

    /** Stretches of the queue, in order. */
    private enum Part {
        ASKED,
        WAITING,
        SKIPPED,
        SUBMITTED
    }

    private final CallRepository calls;
    private final Journal journal;
    private final Outcomes outcomes;
    private final Forecasts forecasts;
    private final long seed;
    private final Supplier<String> reader;
    private final RandomSlice lot;
    private final KnownCalls known;
    private @Nullable Compared compared;
    private @Nullable Claims claims;

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
        Claims found = claims(progress.part(.6, .9));
        Standing standing = new Standing(new HashMap<>(journal.statuses()), new HashMap<>(journal.labelCounts()), new HashMap<>());
        Map<Part, Map<QueueReason, List<Mix.Placed>>> parts = parts(found, standing, progress);
        progress.report(.95, "Ordering calls");
        List<QueueItem> items = new ArrayList<>(known.all().size());
        int[] before = new int[QueueReason.values().length];
        for (Map<QueueReason, List<Mix.Placed>> part : parts.values()) {
            for (Mix.Placed placed : Mix.interleave(part)) {
                items.add(item(placed, before[placed.claim().reason().ordinal()]++, standing));
            }
        }
        forecasts.releaseWholes();
        progress.report(1, "Ordered");
        return List.copyOf(items);
    }

    private Map<Part, Map<QueueReason, List<Mix.Placed>>> parts(Claims found, Standing standing, Progress progress) {
        Map<Part, Map<QueueReason, List<Mix.Placed>>> parts = new EnumMap<>(Part.class);
        Map<CallId, String> wanted = wanted(standing);
        Set<CallId> leftOut = calls.leftOut();
        for (KnownCalls.Known one : known.strongestFirst(found)) {
            progress.checkCancelled();
            CallId id = one.asCase().call().id();
            if (leftOut.contains(id)) {
                continue;
            }
            String again = wanted.get(id);
            Claim claim = again == null ? one.claim(found) : new Claim(QueueReason.RECHECK, 1, before -> again);
            Part part = switch (standing.status(id)) {
                case TODO, IN_PROGRESS -> again == null ? Part.WAITING : Part.ASKED;
                case SKIPPED -> Part.SKIPPED;
                case SUBMITTED -> Part.SUBMITTED;
            };
            parts.computeIfAbsent(part, p -> new EnumMap<>(QueueReason.class))
                    .computeIfAbsent(claim.reason(), r -> new ArrayList<>())
                    .add(new Mix.Placed(one, claim));
        }
        // those stand where what is known of the call alone would put them
        parts.values().forEach(part -> part.getOrDefault(QueueReason.RECHECK, new ArrayList<>()).sort(Comparator.comparing(p -> p.one().asCase().call().id())));
        return parts;
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

    private Claims claims(Progress progress) {
        Anomalous anomalous = anomalous(progress);
        boolean active = forecasts.scorerActive();
        Claims last = claims;
        if (last == null || last.anomalous() != anomalous || last.active() != active) {
            last = new Claims(lot, anomalous, active);
            claims = last;
        }
        return last;
    }

    /**
     * With an active scorer, its forecasts know what is unusual; without one, the workspace's calls are compared with each other. The same object while all is
     * as it was.
     */
    private Anomalous anomalous(Progress progress) {
        Optional<UsualRanges> usual = forecasts.usual();
        if (usual.isPresent()) {
            compared = null;
            Claims last = claims;
            boolean same = last != null && last.anomalous().usual() == usual.get() && last.anomalous().novelty().isEmpty();
            return last != null && same ? last.anomalous() : new Anomalous(Map.of(), usual.get(), forecasts::whole);
        }
        Compared last = compared;
        if (last == null || last.calls() != known.state() || last.corrections() != forecasts.corrections()) {
            long corrections = forecasts.corrections();
            // in order of id, so that the same calls give the same forest
            List<CallId> settled = known.all().stream().map(one -> one.asCase().call()).filter(CallSummary::sidesSettled).map(CallSummary::id).sorted()
                    .toList();
            Map<CallId, double[]> wholes = forecasts.wholes(settled, progress);
            last = new Compared(known.state(), corrections, compare(settled.stream().filter(wholes::containsKey).toList(), wholes));
            compared = last;
        }
        return last.found();
    }

    private Anomalous compare(List<CallId> read, Map<CallId, double[]> wholes) {
        if (read.size() < FEWEST_TO_COMPARE) {
            return new Anomalous(Map.of(), null, forecasts::whole);
        }
        double[][] vectors = read.stream().map(wholes::get).toArray(double[][]::new);
        FeatureNovelty novelty = FeatureNovelty.fit(vectors, seed);
        Map<CallId, Double> noveltyOf = HashMap.newHashMap(vectors.length);
        for (int i = 0; i < vectors.length; i++) {
            noveltyOf.put(read.get(i), novelty.of(vectors[i]));
        }
        return new Anomalous(noveltyOf, UsualRanges.of(vectors), forecasts::whole);
    }

    /** The row of the last build, if it still says the same. */
    private static QueueItem item(Mix.Placed placed, int before, Standing standing) {
        Claim claim = placed.claim();
        QueueItem last = placed.one().unchanged(claim, before);
        if (last != null && standing.isAsIn(last)) {
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
                claim.why().apply(before),
                end == null ? null : end.probability(),
                end == null ? null : end.low(),
                end == null ? null : end.high(),
                outlook == null ? List.of() : outlook.spark(),
                standing.outcome(one),
                standing.status(id),
                standing.flagged(id),
                standing.labels(id));
        placed.one().show(item, claim, before);
        return item;
    }

    /** The rows the filter lets through, in order. */
    public static List<QueueItem> filter(List<QueueItem> items, QueueFilter filter) {
        return items.stream().filter(filter.predicate()).toList();
    }
}
