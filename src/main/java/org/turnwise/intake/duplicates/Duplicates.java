package org.turnwise.intake.duplicates;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.turnwise.call.CallHeader;
import org.turnwise.call.CallId;
import org.turnwise.call.CallRepository;
import org.turnwise.task.Progress;

/** Finds calls that two tools recorded, and remembers what a person said of them. Any thread; {@link #find} one at a time. */
public final class Duplicates {

    /** Under this many words calls are alike by chance: a voicemail, a wrong number. */
    private static final int AT_ONCE = 200;
    private static final int FEWEST_WORDS = 40;
    /** Of two lengths, the shorter has at least this share of the other's words. */
    private static final double NEAR_IN_LENGTH = 0.6;
    private static final Duration NEAR_IN_TIME = Duration.ofMinutes(10);
    /** Beyond this a time zone that one tool leaves out can't be why. */
    private static final Duration FAR_IN_TIME = Duration.ofHours(26);
    /** How much must be alike where starts are near, where nothing is known of them, and where they are far apart. */
    private static final double ALIKE_NEAR = 0.2;
    private static final double ALIKE = 0.35;
    private static final double ALIKE_FAR = 0.6;
    /** What so many calls say tells none of them apart. */
    private static final int COMMON = 30;
    /** Of a sketch's hashes. */
    private static final int FEWEST_SHARED = 8;

    private final CallRepository calls;
    private final SketchRepository sketches;
    private final DecisionRepository decisions;
    private final Clock clock;

    public Duplicates(CallRepository calls, SketchRepository sketches, DecisionRepository decisions, Clock clock) {
        this.calls = calls;
        this.sketches = sketches;
        this.decisions = decisions;
        this.clock = clock;
    }

    /** Every pair that is probably one call, those that say most alike first, decided ones among them. Reads each call once in its life. */
    public List<ProbableDuplicate> find(Progress progress) {
        Map<CallId, Sketch> known = sketched(progress);
        Map<CallId, CallHeader> headers = new HashMap<>();
        calls.headers().forEach(header -> headers.put(header.id(), header));
        Map<Decision.Pair, Decision.Verdict> said = verdicts();
        Set<Decision.Pair> candidates = candidates(known);
        candidates.addAll(said.keySet());
        List<ProbableDuplicate> found = new ArrayList<>();
        for (Decision.Pair pair : candidates) {
            progress.checkCancelled();
            Sketch one = known.get(pair.one());
            Sketch other = known.get(pair.other());
            CallHeader oneHead = headers.get(pair.one());
            CallHeader otherHead = headers.get(pair.other());
            if (one == null || other == null || oneHead == null || otherHead == null) {
                continue;
            }
            Long apart = apart(oneHead, otherHead);
            double likeness = one.likeness(other);
            Decision.Verdict verdict = said.getOrDefault(pair, new Decision.Open());
            if (!(verdict instanceof Decision.Open) || isAlike(one, other, likeness, apart)) {
                boolean firstBetter = better(oneHead, otherHead);
                found.add(new ProbableDuplicate(
                        firstBetter ? pair.one() : pair.other(), firstBetter ? pair.other() : pair.one(), likeness, apart, verdict));
            }
        }
        found.sort(Comparator.comparingDouble(ProbableDuplicate::likeness).reversed()
                .thenComparing(pair -> pair.pair().one())
                .thenComparing(pair -> pair.pair().other()));
        return List.copyOf(found);
    }

    private static boolean isAlike(Sketch one, Sketch other, double likeness, @Nullable Long apartMs) {
        int shorter = Math.min(one.words(), other.words());
        int longer = Math.max(one.words(), other.words());
        if (shorter < FEWEST_WORDS || shorter < NEAR_IN_LENGTH * longer) {
            return false;
        }
        double least = apartMs == null ? ALIKE : apartMs <= NEAR_IN_TIME.toMillis() ? ALIKE_NEAR : apartMs <= FAR_IN_TIME.toMillis() ? ALIKE : ALIKE_FAR;
        return likeness >= least;
    }

    private static @Nullable Long apart(CallHeader one, CallHeader other) {
        Instant a = one.startedAt();
        Instant b = other.startedAt();
        return a == null || b == null ? null : Long.valueOf(Duration.between(a, b).abs().toMillis());
    }

    private Map<CallId, Sketch> sketched(Progress progress) {
        Map<CallId, Sketch> known = new HashMap<>();
        sketches.all().forEach(sketch -> known.put(sketch.call(), sketch));
        List<CallHeader> all = calls.headers();
        List<CallId> fresh = all.stream().map(CallHeader::id).filter(id -> !known.containsKey(id)).toList();
        List<Sketch> made = new ArrayList<>();
        int[] read = {0};
        calls.forEach(fresh, call -> {
            progress.checkCancelled();
            progress.report((double) read[0]++ / fresh.size(), "Comparing calls");
            made.add(Sketch.of(call));
            if (made.size() == AT_ONCE) {
                keep(made, known);
            }
        });
        keep(made, known);
        return known;
    }

    private void keep(List<Sketch> made, Map<CallId, Sketch> known) {
        sketches.keep(made);
        made.forEach(sketch -> known.put(sketch.call(), sketch));
        made.clear();
    }

    /** Pairs with several hashes in common, of those that few calls have. */
    private static Set<Decision.Pair> candidates(Map<CallId, Sketch> sketches) {
        Map<Long, List<CallId>> having = new HashMap<>();
        sketches.values().stream().filter(sketch -> sketch.words() >= FEWEST_WORDS).forEach(sketch -> {
            for (long hash : sketch.least()) {
                having.computeIfAbsent(hash, key -> new ArrayList<>(1)).add(sketch.call());
            }
        });
        Map<Decision.Pair, Integer> shared = new HashMap<>();
        for (List<CallId> some : having.values()) {
            for (int i = 0; some.size() <= COMMON && i < some.size(); i++) {
                for (int j = i + 1; j < some.size(); j++) {
                    shared.merge(Decision.Pair.of(some.get(i), some.get(j)), 1, Integer::sum);
                }
            }
        }
        Set<Decision.Pair> candidates = new HashSet<>();
        shared.forEach((pair, count) -> {
            if (count >= FEWEST_SHARED) {
                candidates.add(pair);
            }
        });
        return candidates;
    }

    /** Whose times are finer; else who names more speakers; else who tells more turns apart; else the first. */
    private static boolean better(CallHeader one, CallHeader other) {
        int timing = other.timing().compareTo(one.timing());
        int named = Long.compare(named(one), named(other));
        return timing != 0 ? timing > 0 : named != 0 ? named > 0 : one.turns() >= other.turns();
    }

    private static long named(CallHeader header) {
        return header.participants().stream().filter(person -> !person.name().matches("(?i)(?:speaker|spk|unknown)[\\s_]*\\d*")).count();
    }

    // ---- what people said

    public void decide(Decision.Pair pair, Decision.Verdict verdict, String by) {
        decisions.append(new Decision(pair, verdict, by, clock.instant()));
    }

    /** What holds of each pair that anybody decided on. */
    private Map<Decision.Pair, Decision.Verdict> verdicts() {
        Map<Decision.Pair, Decision.Verdict> verdicts = new HashMap<>();
        decisions.history().forEach(decision -> verdicts.put(decision.pair(), decision.verdict()));
        return verdicts;
    }

    /** Takes back the latest decision that still holds; empty if there is none. */
    public Optional<Decision> takeBack(String by) {
        Map<Decision.Pair, Decision> latest = new HashMap<>();
        List<Decision> history = decisions.history();
        history.forEach(decision -> latest.put(decision.pair(), decision));
        Optional<Decision> last = history.reversed().stream()
                .filter(decision -> latest.get(decision.pair()) == decision && !(decision.verdict() instanceof Decision.Open))
                .findFirst();
        last.ifPresent(decision -> decide(decision.pair(), new Decision.Open(), by));
        return last;
    }

    public boolean canTakeBack() {
        return verdicts().values().stream().anyMatch(verdict -> !(verdict instanceof Decision.Open));
    }
}
