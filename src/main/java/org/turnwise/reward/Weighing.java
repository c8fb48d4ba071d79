package org.turnwise.reward;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.turnwise.call.CallId;
import org.turnwise.reward.OutcomeKind.Conversion;
import org.turnwise.reward.Outcomes.Known;
import org.turnwise.reward.Outcomes.Part;

/** What holds when signals differ. */
final class Weighing {

    private static final double LEAST_WEIGHT = 0.05;

    private Weighing() {}

    /** A signal in force, which always names an outcome. */
    private record Standing(RewardSignal signal, OutcomeKind kind) {

        boolean corrects() {
            return signal.origin() == RewardSignal.Origin.REVIEWER;
        }

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

    /** A reviewer has heard the others, so they go first; an open deal is not known yet, so whoever says more goes before it. */
    private static final Comparator<Standing> STRONGEST_LAST = Comparator.comparing(Standing::corrects)
            .thenComparing(s -> s.kind().conversion() != Conversion.CENSORED)
            .thenComparing(s -> s.signal().reliability())
            .thenComparing(s -> s.signal().seq());

    static Optional<Known> of(CallId call, List<RewardSignal> signals, RewardPolicy policy, ToIntFunction<String> callsOfDeal) {
        List<Standing> standing = standing(signals);
        return strongest(standing.stream()).map(strongest -> {
            double against = standing.stream().filter(strongest::contradicts).mapToDouble(s -> s.signal().reliability()).max().orElse(0);
            int sharing = dealOf(strongest.signal()).mapToInt(callsOfDeal).findFirst().orElse(1);
            double weight = Math.max(LEAST_WEIGHT, (strongest.signal().reliability() - against) / sharing);
            List<Part> made = made(strongest, standing, policy);
            return new Known(call, strongest.kind(), sum(made), made, weight, against > 0, List.copyOf(signals));
        });
    }

    /**
     * Signals that name an outcome. What became of the deal is none of a call in which nobody was there; and what a reviewer corrected takes the place of what
     * was said of the same: of the call, and of its deal if it says how that ended.
     */
    private static List<Standing> standing(List<RewardSignal> signals) {
        List<Standing> standing = new ArrayList<>();
        for (RewardSignal signal : signals) {
            if (signal.kind() != null) {
                standing.add(new Standing(signal, signal.kind()));
            }
        }
        Optional<Standing> correction = standing.stream().filter(Standing::corrects).findFirst();
        if (correction.isPresent()) {
            boolean endsDeal = correction.get().kind().endsDeal();
            standing.removeIf(s -> !s.corrects() && (!s.ofDeal() || endsDeal));
        }
        boolean nobody = standing.stream().anyMatch(s -> !s.ofDeal() && s.kind().noConversation());
        return nobody ? standing.stream().filter(s -> !s.ofDeal()).toList() : standing;
    }

    static Stream<String> dealOf(RewardSignal signal) {
        SourceRow row = signal.row();
        return signal.origin() == RewardSignal.Origin.DEAL && row != null && row.crmId() != null ? Stream.of(row.crmId()) : Stream.empty();
    }

    /** share × deal + (1 − share) × call where the deal has ended and the call has an outcome of its own; else what the strongest signal is worth. */
    private static List<Part> made(Standing strongest, List<Standing> standing, RewardPolicy policy) {
        Optional<Part> deal = strongest(standing.stream().filter(Standing::ofDeal)).flatMap(s -> part(s, policy.dealShare(), policy));
        Optional<Part> call = strongest(standing.stream().filter(s -> !s.ofDeal())).flatMap(s -> part(s, 1 - policy.dealShare(), policy));
        return deal.isPresent() && call.isPresent() ? List.of(deal.get(), call.get()) : part(strongest, 1, policy).stream().toList();
    }

    private static Optional<Standing> strongest(Stream<Standing> standing) {
        return standing.max(STRONGEST_LAST);
    }

    private static Optional<Part> part(Standing standing, double share, RewardPolicy policy) {
        return Optional.ofNullable(Outcomes.reward(policy, standing.kind())).map(reward -> new Part(standing.kind(), reward, share));
    }

    private static @Nullable Double sum(List<Part> made) {
        double sum = 0;
        for (Part part : made) {
            sum += part.share() * part.reward();
        }
        return made.isEmpty() ? null : sum;
    }
}
