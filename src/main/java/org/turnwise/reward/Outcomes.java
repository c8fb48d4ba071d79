package org.turnwise.reward;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.turnwise.annotation.Annotation;
import org.turnwise.annotation.Blind;
import org.turnwise.annotation.Edit;
import org.turnwise.annotation.Journal;
import org.turnwise.annotation.LabelKind;
import org.turnwise.annotation.Statuses;
import org.turnwise.call.CallId;

/** What is known to have come of calls: records it in the ledger under the policy, and says what holds when sources differ. Any thread. */
public final class Outcomes {

    /**
     * What holds for a call.
     *
     * @param kind     as a reviewer corrected it; else as the most reliable signal in force says, those that only know the deal is open last; of equals the
     *                 later
     * @param reward   under the policy, null when it says nothing; where the deal has ended and the call has an outcome of its own, both by the
     *                 policy's share
     * @param made     what the reward adds up from; empty when there is none
     * @param weight   how much it counts in training, in (0, 1]: its reliability, less that of the strongest signal that contradicts it on
     *                 conversion, shared among the calls of a deal where the deal's end is what counts; never less than .05
     * @param conflict whether signals in force contradict each other on conversion
     * @param signals  those in force
     */
    public record Known(
            CallId call, OutcomeKind kind, @Nullable Double reward, List<Part> made, double weight, boolean conflict, List<RewardSignal> signals) {}

    /**
     * What one outcome brings into a reward.
     *
     * @param reward what the policy says it is worth
     * @param share  how much of that counts, in (0, 1]
     */
    public record Part(OutcomeKind kind, double reward, double share) {}

    /**
     * One outcome somebody reports.
     *
     * @param reliability in (0, 1]
     * @param row         where a table says so, or null
     */
    public record Reported(CallId call, OutcomeKind kind, RewardSignal.Origin origin, double reliability, String evidence, @Nullable SourceRow row) {

        /** As reliable as its origin, from no table. */
        public Reported(CallId call, OutcomeKind kind, RewardSignal.Origin origin, String evidence) {
            this(call, kind, origin, Outcomes.reliability(origin), evidence, null);
        }

        private boolean repeats(RewardSignal before, int policyVersion) {
            return before.kind() == kind && before.policyVersion() == policyVersion && before.reliability() == reliability
                    && Objects.equals(crmId(before.row()), crmId(row));
        }

        private static @Nullable String crmId(@Nullable SourceRow row) {
            return row == null ? null : row.crmId();
        }
    }

    /** A signal that no longer holds. */
    public record Withdrawn(CallId call, RewardSignal.Origin origin, String evidence) {}

    private record Source(CallId call, RewardSignal.Origin origin) {}

    /** Reports of more calls than this look at the whole ledger once, rather than once a call. */
    private static final int FEW = 50;

    private final RewardLedger ledger;
    private final Supplier<RewardPolicy> policy;
    private final Clock clock;

    /** Under one policy for good. */
    public Outcomes(RewardLedger ledger, RewardPolicy policy, Clock clock) {
        this(ledger, () -> policy, clock);
    }

    /** @param policy the one that is active whenever it is asked */
    public Outcomes(RewardLedger ledger, Supplier<RewardPolicy> policy, Clock clock) {
        this.ledger = ledger;
        this.policy = policy;
        this.clock = clock;
    }

    public RewardPolicy policy() {
        return policy.get();
    }

    /** How far signals of an origin are believed, in (0, 1]. */
    public static double reliability(RewardSignal.Origin origin) {
        return switch (origin) {
            case CRM, DEAL, DATASET, REVIEWER -> 1.0;
            case ANALYST -> 0.8;
        };
    }

    /** Appends what is new; a report that repeats the signal in force of its origin appends nothing. Returns how many signals were appended. */
    public int record(List<Reported> reports) {
        Map<Source, RewardSignal> inForce = inForce(reports.stream().map(Reported::call).collect(Collectors.toSet()));
        RewardPolicy now = policy();
        List<RewardSignal> news = new ArrayList<>();
        for (Reported report : reports) {
            Source source = new Source(report.call(), report.origin());
            RewardSignal before = inForce.get(source);
            if (before == null || !report.repeats(before, now.version())) {
                RewardSignal signal = signal(now, report.call(), report.kind(), report.origin(), report.reliability(), report.evidence(), report.row());
                inForce.put(source, signal);
                news.add(signal);
            }
        }
        return ledger.append(news).size();
    }

    /** Takes back what is in force of these; of the rest nothing was said. Returns how many signals were appended. */
    public int withdraw(List<Withdrawn> withdrawals) {
        Map<Source, RewardSignal> inForce = inForce(withdrawals.stream().map(Withdrawn::call).collect(Collectors.toSet()));
        RewardPolicy now = policy();
        List<RewardSignal> news = new ArrayList<>();
        for (Withdrawn withdrawn : withdrawals) {
            RewardSignal before = inForce.remove(new Source(withdrawn.call(), withdrawn.origin()));
            if (before != null) {
                news.add(signal(now, withdrawn.call(), null, withdrawn.origin(), before.reliability(), withdrawn.evidence(), before.row()));
            }
        }
        return ledger.append(news).size();
    }

    /**
     * Says under the active policy again what is in force and worth something else than it was: call after another policy was made active. What was
     * said under the old one stays in the ledger, superseded. Returns how many signals were appended.
     */
    public int followPolicy() {
        RewardPolicy now = policy();
        List<RewardSignal> news = ledger.inForce().values().stream()
                .flatMap(List::stream)
                .filter(signal -> !Objects.equals(signal.reward(), reward(now, signal.kind())))
                .sorted(Comparator.comparing(RewardSignal::seq))
                .map(signal -> signal(now, signal.call(), signal.kind(), signal.origin(), signal.reliability(), signal.evidence(), signal.row()))
                .toList();
        return ledger.append(news).size();
    }

    private Map<Source, RewardSignal> inForce(Set<CallId> calls) {
        Stream<RewardSignal> signals = calls.size() > FEW
                ? ledger.inForce().values().stream().flatMap(List::stream)
                : calls.stream().flatMap(call -> ledger.inForce(call).stream());
        Map<Source, RewardSignal> bySource = new HashMap<>();
        signals.forEach(signal -> bySource.put(new Source(signal.call(), signal.origin()), signal));
        return bySource;
    }

    private RewardSignal signal(
            RewardPolicy policy,
            CallId call,
            @Nullable OutcomeKind kind,
            RewardSignal.Origin origin,
            double reliability,
            String evidence,
            @Nullable SourceRow row) {
        return new RewardSignal(0, call, kind, reward(policy, kind), policy.version(), origin, reliability, evidence, clock.instant(), null, row);
    }

    static @Nullable Double reward(RewardPolicy policy, @Nullable OutcomeKind kind) {
        if (kind == null || policy.reward(kind).isEmpty()) {
            return null;
        }
        return policy.reward(kind).getAsDouble();
    }

    /**
     * Follows an edit: what people say of the outcome of the calls it is about becomes a signal, and is withdrawn where nobody says anything any more. Called
     * within the journal's write.
     *
     * @param journal with the edit in it
     */
    public void follow(Edit edit, Journal journal) {
        Set<CallId> calls = Stream.concat(edit.removed().stream(), edit.added().stream())
                .filter(a -> a.kind() == LabelKind.OUTCOME || a.label().equals(Statuses.CORRECTION))
                .map(a -> a.target().call())
                .collect(Collectors.toCollection(TreeSet::new));
        if (!calls.isEmpty()) {
            Map<CallId, List<Annotation>> standing = new TreeMap<>(journal.current(calls));
            calls.forEach(call -> standing.putIfAbsent(call, List.of()));
            follow(standing);
        }
    }

    /**
     * Follows what stands on calls: of the analysts' outcomes the last is in force, and of the reviewers' corrections; where none stands any more what was said
     * is withdrawn. Called within the write that changed it.
     *
     * @param standing by call, also those on which nothing stands
     */
    public void follow(Map<CallId, List<Annotation>> standing) {
        List<Reported> said = new ArrayList<>();
        List<Withdrawn> withdrawn = new ArrayList<>();
        standing.forEach((call, all) -> SaidOutcome.ORIGINS.forEach(origin -> SaidOutcome.by(origin, SaidOutcome.firstReadings(all))
                .ifPresentOrElse(
                        it -> said.add(it.of(call)),
                        () -> withdrawn.add(new Withdrawn(call, origin, "nobody says so any more")))));
        record(said);
        withdraw(withdrawn);
    }

    /** Every call of which something is known. */
    public Map<CallId, Known> known() {
        return known(policy());
    }

    /** What somebody may know of every call; see {@link #known(CallId, List, String)}. */
    public Map<CallId, Known> knownTo(String reader, Journal journal) {
        Map<CallId, Known> known = new HashMap<>(known());
        for (CallId call : Blind.calls(journal, reader)) {
            known(call, journal.current(call), reader).ifPresentOrElse(seen -> known.put(call, seen), () -> known.remove(call));
        }
        return known;
    }

    /** What would be known under another policy; nothing is stored. */
    public Map<CallId, Known> known(RewardPolicy policy) {
        Map<CallId, List<RewardSignal>> inForce = ledger.inForce();
        Map<String, Integer> callsOfDeal = new HashMap<>();
        inForce.values().forEach(signals -> signals.stream().flatMap(Weighing::dealOf).forEach(deal -> callsOfDeal.merge(deal, 1, Integer::sum)));
        Map<CallId, Known> known = new HashMap<>();
        inForce.forEach((call, signals) ->
                Weighing.of(call, signals, policy, deal -> callsOfDeal.getOrDefault(deal, 1)).ifPresent(weighed -> known.put(call, weighed)));
        return known;
    }

    public Optional<Known> known(CallId call) {
        return known(call, ledger.inForce(call));
    }

    private Optional<Known> known(CallId call, List<RewardSignal> signals) {
        return Weighing.of(call, signals, policy(), deal -> Math.max(1, ledger.callsOfDeal(deal)));
    }

    /**
     * What somebody may know of the call. While they read it blind, that is what they say of it themselves and what nobody said who read it.
     *
     * @param standing all that stands on the call
     */
    public Optional<Known> known(CallId call, List<Annotation> standing, String reader) {
        if (!Blind.reads(standing, reader)) {
            return known(call);
        }
        List<RewardSignal> signals = new ArrayList<>(ledger.inForce(call).stream().filter(signal -> !signal.origin().readTheCall()).toList());
        String name = Blind.name(standing, reader);
        SaidOutcome.by(RewardSignal.Origin.ANALYST, standing.stream().filter(a -> a.annotator().equals(name)).toList())
                .map(said -> said.of(call))
                .ifPresent(own -> signals.add(signal(policy(), call, own.kind(), own.origin(), own.reliability(), own.evidence(), null)));
        return known(call, signals);
    }

    /**
     * What is known of the calls of which something was said after a signal.
     *
     * @param last  the number of the last signal there is
     * @param calls of which something was said since; empty where nothing is known any more
     */
    public record Since(long last, Map<CallId, Optional<Known>> calls) {}

    /** @param signal the number of a signal; 0 for all that is known */
    public Since since(long signal) {
        long last = ledger.last();
        Map<CallId, Optional<Known>> changed = new HashMap<>();
        if (last > signal) {
            Set<CallId> calls = ledger.callsAfter(signal);
            if (calls.size() > FEW) {
                Map<CallId, Known> known = known();
                calls.forEach(call -> changed.put(call, Optional.ofNullable(known.get(call))));
            } else {
                calls.forEach(call -> changed.put(call, known(call)));
            }
        }
        return new Since(last, changed);
    }
}
