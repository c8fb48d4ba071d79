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
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.turnwise.annotation.Annotation;
import org.turnwise.annotation.Edit;
import org.turnwise.annotation.LabelKind;
import org.turnwise.annotation.Rereading;
import org.turnwise.call.CallId;
import org.turnwise.reward.OutcomeKind.Conversion;

/** What is known to have come of calls: records it in the ledger under the policy, and says what holds when sources differ. Any thread. */
public final class Outcomes {

    /**
     * What holds for a call.
     *
     * @param kind     as the most reliable signal in force says, those that only know the deal is open last; of equals the later
     * @param reward   under the policy, null when it says nothing; where the deal has ended and the call has an outcome of its own, both by the
     *                 policy's share
     * @param weight   how much it counts in training, in (0, 1]: its reliability, less that of the strongest signal that contradicts it on
     *                 conversion, shared among the calls of a deal where the deal's end is what counts; never less than .05
     * @param conflict whether signals in force contradict each other on conversion
     * @param signals  those in force
     */
    public record Known(CallId call, OutcomeKind kind, @Nullable Double reward, double weight, boolean conflict, List<RewardSignal> signals) {}

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

    /** A signal in force, which always names an outcome. */
    private record Standing(RewardSignal signal, OutcomeKind kind) {

        boolean ofDeal() {
            return signal.origin() == RewardSignal.Origin.DEAL;
        }

        boolean contradicts(Standing other) {
            Set<Conversion> both = Set.of(Conversion.YES, Conversion.NO);
            if (signal.origin() != other.signal.origin() && (ofDeal() || other.ofDeal()) && !(kind.endsDeal() && other.kind.endsDeal())) {
                return false; // how a deal ended and what one call achieved are two facts
            }
            return kind.conversion() != other.kind.conversion() && both.contains(kind.conversion()) && both.contains(other.kind.conversion());
        }
    }

    private static final double LEAST_WEIGHT = 0.05;

    /** An open deal is not known yet, so whoever says more goes first. */
    private static final Comparator<Standing> STRONGEST_LAST = Comparator.<Standing, Boolean>comparing(s -> s.kind().conversion() != Conversion.CENSORED)
            .thenComparing(s -> s.signal().reliability())
            .thenComparing(s -> s.signal().seq());

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
            case CRM, DEAL, DATASET -> 1.0;
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

    private RewardSignal said(CallId call, @Nullable OutcomeKind kind, String evidence) {
        return signal(policy(), call, kind, RewardSignal.Origin.ANALYST, reliability(RewardSignal.Origin.ANALYST), evidence, null);
    }

    private static @Nullable Double reward(RewardPolicy policy, @Nullable OutcomeKind kind) {
        if (kind == null || policy.reward(kind).isEmpty()) {
            return null;
        }
        return policy.reward(kind).getAsDouble();
    }

    /**
     * Follows an edit: an outcome that an analyst labeled becomes a signal, one that was taken off is withdrawn. Called within the journal's write.
     *
     * <p>Of several analysts the last to speak is in force; taking off an outcome that another has spoken over changes nothing.
     */
    public void follow(Edit edit) {
        Map<CallId, RewardSignal> said = new HashMap<>();
        for (Annotation removed : outcomes(edit.removed())) {
            if (inForce(removed)) {
                said.put(removed.target().call(), said(removed.target().call(), null, evidence(removed)));
            }
        }
        for (Annotation added : outcomes(edit.added())) {
            OutcomeKind.ofName(added.label())
                    .map(kind -> said(added.target().call(), kind, evidence(added)))
                    .ifPresent(signal -> said.put(signal.call(), signal));
        }
        if (!said.isEmpty()) {
            ledger.append(said.values().stream().sorted(Comparator.comparing(RewardSignal::call)).toList());
        }
    }

    /**
     * Follows what stands on calls after journals were merged: of the analysts' outcomes the last is in force, and where none stands any more what they
     * said is withdrawn. Called within the merge's write.
     *
     * @param standing by call, also those on which nothing stands
     */
    public void follow(Map<CallId, List<Annotation>> standing) {
        List<Reported> said = new ArrayList<>();
        List<Withdrawn> withdrawn = new ArrayList<>();
        standing.forEach((call, annotations) -> {
            Optional<Annotation> last = outcomes(annotations).stream().max(Comparator.comparing(Annotation::at).thenComparing(Annotation::id));
            last.flatMap(a -> OutcomeKind.ofName(a.label()))
                    .ifPresentOrElse(
                            kind -> said.add(new Reported(call, kind, RewardSignal.Origin.ANALYST, evidence(last.orElseThrow()))),
                            () -> withdrawn.add(new Withdrawn(call, RewardSignal.Origin.ANALYST, "no analyst's outcome stands after merging")));
        });
        record(said);
        withdraw(withdrawn);
    }

    private static List<Annotation> outcomes(List<Annotation> annotations) {
        return annotations.stream().filter(a -> a.kind() == LabelKind.OUTCOME && !Rereading.isAgain(a.annotator())).toList();
    }

    private boolean inForce(Annotation outcome) {
        return ledger.inForce(outcome.target().call()).stream()
                .anyMatch(signal -> signal.origin() == RewardSignal.Origin.ANALYST
                        && signal.evidence().equals(evidence(outcome))
                        && Objects.equals(signal.kind(), OutcomeKind.ofName(outcome.label()).orElse(null)));
    }

    private static String evidence(Annotation outcome) {
        return "labeled by " + outcome.annotator();
    }

    /** Every call of which something is known. */
    public Map<CallId, Known> known() {
        return known(policy());
    }

    /** What would be known under another policy; nothing is stored. */
    public Map<CallId, Known> known(RewardPolicy policy) {
        Map<CallId, List<RewardSignal>> inForce = ledger.inForce();
        Map<String, Integer> callsOfDeal = new HashMap<>();
        inForce.values().forEach(signals -> signals.stream().flatMap(Outcomes::dealOf).forEach(deal -> callsOfDeal.merge(deal, 1, Integer::sum)));
        Map<CallId, Known> known = new HashMap<>();
        inForce.forEach((call, signals) ->
                weigh(call, signals, policy, deal -> callsOfDeal.getOrDefault(deal, 1)).ifPresent(weighed -> known.put(call, weighed)));
        return known;
    }

    public Optional<Known> known(CallId call) {
        return weigh(call, ledger.inForce(call), policy(), deal -> Math.max(1, ledger.callsOfDeal(deal)));
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

    private static Optional<Known> weigh(CallId call, List<RewardSignal> signals, RewardPolicy policy, ToIntFunction<String> callsOfDeal) {
        List<Standing> standing = standing(signals);
        return standing.stream().max(STRONGEST_LAST).map(strongest -> {
            double against = standing.stream().filter(strongest::contradicts).mapToDouble(s -> s.signal().reliability()).max().orElse(0);
            int sharing = dealOf(strongest.signal()).mapToInt(callsOfDeal).findFirst().orElse(1);
            double weight = Math.max(LEAST_WEIGHT, (strongest.signal().reliability() - against) / sharing);
            return new Known(call, strongest.kind(), combined(strongest, standing, policy), weight, against > 0, List.copyOf(signals));
        });
    }

    /** Signals that name an outcome; what became of the deal is none of a call in which nobody was there. */
    private static List<Standing> standing(List<RewardSignal> signals) {
        List<Standing> standing = new ArrayList<>();
        for (RewardSignal signal : signals) {
            if (signal.kind() != null) {
                standing.add(new Standing(signal, signal.kind()));
            }
        }
        boolean nobody = standing.stream().anyMatch(s -> !s.ofDeal() && s.kind().noConversation());
        return nobody ? standing.stream().filter(s -> !s.ofDeal()).toList() : standing;
    }

    private static Stream<String> dealOf(RewardSignal signal) {
        SourceRow row = signal.row();
        return signal.origin() == RewardSignal.Origin.DEAL && row != null && row.crmId() != null ? Stream.of(row.crmId()) : Stream.empty();
    }

    /** share × deal + (1 − share) × call where the deal has ended and the call has an outcome of its own; else what the strongest signal is worth. */
    private static @Nullable Double combined(Standing strongest, List<Standing> standing, RewardPolicy policy) {
        Optional<Double> deal = worth(standing.stream().filter(Standing::ofDeal), policy);
        Optional<Double> call = worth(standing.stream().filter(s -> !s.ofDeal()), policy);
        if (deal.isPresent() && call.isPresent()) {
            return policy.dealShare() * deal.get() + (1 - policy.dealShare()) * call.get();
        }
        return reward(policy, strongest.kind());
    }

    private static Optional<Double> worth(Stream<Standing> standing, RewardPolicy policy) {
        return standing.max(STRONGEST_LAST).flatMap(s -> Optional.ofNullable(reward(policy, s.kind())));
    }
}
