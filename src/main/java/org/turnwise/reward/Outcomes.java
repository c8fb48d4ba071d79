package org.turnwise.reward;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.turnwise.annotation.Annotation;
import org.turnwise.annotation.Edit;
import org.turnwise.annotation.LabelKind;
import org.turnwise.call.CallId;
import org.turnwise.reward.OutcomeKind.Conversion;

/** What is known to have come of calls: records it in the ledger under the policy, and says what holds when sources differ. Any thread. */
public final class Outcomes {

    /**
     * What holds for a call.
     *
     * @param kind     as the most reliable signal in force says, those that only know the deal is open last; of equals the later
     * @param reward   under the policy, null when it says nothing
     * @param weight   how much it counts in training, in (0, 1]: its reliability, less that of the strongest signal that contradicts it on
     *                 conversion, and never less than .05
     * @param conflict whether signals in force contradict each other on conversion
     * @param signals  those in force
     */
    public record Known(CallId call, OutcomeKind kind, @Nullable Double reward, double weight, boolean conflict, List<RewardSignal> signals) {}

    /** One outcome somebody reports. */
    public record Reported(CallId call, OutcomeKind kind, RewardSignal.Origin origin, String evidence) {}

    private record Source(CallId call, RewardSignal.Origin origin) {}

    /** A signal in force, which always names an outcome. */
    private record Standing(RewardSignal signal, OutcomeKind kind) {

        boolean contradicts(Standing other) {
            Set<Conversion> both = Set.of(Conversion.YES, Conversion.NO);
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
    private final RewardPolicy policy;
    private final Clock clock;

    public Outcomes(RewardLedger ledger, RewardPolicy policy, Clock clock) {
        this.ledger = ledger;
        this.policy = policy;
        this.clock = clock;
    }

    public RewardPolicy policy() {
        return policy;
    }

    /** How far signals of an origin are believed, in (0, 1]. */
    public static double reliability(RewardSignal.Origin origin) {
        return switch (origin) {
            case CRM, DATASET -> 1.0;
            case ANALYST -> 0.8;
        };
    }

    /** Appends what is new; a report that repeats the signal in force of its origin appends nothing. Returns how many signals were appended. */
    public int record(List<Reported> reports) {
        Map<Source, RewardSignal> inForce = inForce(reports);
        List<RewardSignal> news = new ArrayList<>();
        for (Reported report : reports) {
            Source source = new Source(report.call(), report.origin());
            RewardSignal before = inForce.get(source);
            if (before == null || before.kind() != report.kind() || before.policyVersion() != policy.version()) {
                RewardSignal signal = signal(report.call(), report.kind(), report.origin(), report.evidence());
                inForce.put(source, signal);
                news.add(signal);
            }
        }
        return ledger.append(news).size();
    }

    private Map<Source, RewardSignal> inForce(List<Reported> reports) {
        Set<CallId> calls = new LinkedHashSet<>();
        reports.forEach(report -> calls.add(report.call()));
        Stream<RewardSignal> signals = calls.size() > FEW
                ? ledger.inForce().values().stream().flatMap(List::stream)
                : calls.stream().flatMap(call -> ledger.inForce(call).stream());
        Map<Source, RewardSignal> bySource = new HashMap<>();
        signals.forEach(signal -> bySource.put(new Source(signal.call(), signal.origin()), signal));
        return bySource;
    }

    private RewardSignal signal(CallId call, @Nullable OutcomeKind kind, RewardSignal.Origin origin, String evidence) {
        return new RewardSignal(0, call, kind, reward(kind), policy.version(), origin, reliability(origin), evidence, clock.instant(), null);
    }

    private @Nullable Double reward(@Nullable OutcomeKind kind) {
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
                said.put(removed.target().call(), signal(removed.target().call(), null, RewardSignal.Origin.ANALYST, evidence(removed)));
            }
        }
        for (Annotation added : outcomes(edit.added())) {
            OutcomeKind.ofName(added.label())
                    .map(kind -> signal(added.target().call(), kind, RewardSignal.Origin.ANALYST, evidence(added)))
                    .ifPresent(signal -> said.put(signal.call(), signal));
        }
        if (!said.isEmpty()) {
            ledger.append(said.values().stream().sorted(Comparator.comparing(RewardSignal::call)).toList());
        }
    }

    private static List<Annotation> outcomes(List<Annotation> annotations) {
        return annotations.stream().filter(a -> a.kind() == LabelKind.OUTCOME).toList();
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
        Map<CallId, Known> known = new HashMap<>();
        ledger.inForce().forEach((call, signals) -> weigh(call, signals).ifPresent(weighed -> known.put(call, weighed)));
        return known;
    }

    public Optional<Known> known(CallId call) {
        return weigh(call, ledger.inForce(call));
    }

    private Optional<Known> weigh(CallId call, List<RewardSignal> signals) {
        List<Standing> standing = signals.stream().flatMap(Outcomes::standing).toList();
        return standing.stream().max(STRONGEST_LAST).map(strongest -> {
            double against = standing.stream().filter(strongest::contradicts).mapToDouble(s -> s.signal().reliability()).max().orElse(0);
            double weight = Math.max(LEAST_WEIGHT, strongest.signal().reliability() - against);
            return new Known(call, strongest.kind(), reward(strongest.kind()), weight, against > 0, List.copyOf(signals));
        });
    }

    private static Stream<Standing> standing(RewardSignal signal) {
        OutcomeKind kind = signal.kind();
        return kind == null ? Stream.empty() : Stream.of(new Standing(signal, kind));
    }
}
