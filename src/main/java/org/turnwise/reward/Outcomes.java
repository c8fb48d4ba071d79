package org.turnwise.reward;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.turnwise.annotation.Edit;
import org.turnwise.call.CallId;

/** What is known to have come of calls: records it in the ledger under the policy, and says what holds when sources differ. Any thread. */
public final class Outcomes {

    /**
     * What holds for a call.
     *
     * @param kind     as the most reliable signal in force says; of equals the later
     * @param reward   under the policy, null when it says nothing
     * @param weight   how much it counts in training, in (0, 1]: its reliability, less that of the strongest signal that contradicts it on conversion
     * @param conflict whether signals in force contradict each other on conversion
     * @param signals  those in force
     */
    public record Known(CallId call, OutcomeKind kind, @Nullable Double reward, double weight, boolean conflict, List<RewardSignal> signals) {}

    /** One outcome somebody reports. */
    public record Reported(CallId call, OutcomeKind kind, RewardSignal.Origin origin, String evidence) {}

    public Outcomes(RewardLedger ledger, RewardPolicy policy, Clock clock) {}

    public RewardPolicy policy() {
        throw new UnsupportedOperationException();
    }

    /** Appends what is new; a report that repeats the signal in force of its origin appends nothing. Returns how many signals were appended. */
    public int record(List<Reported> reports) {
        throw new UnsupportedOperationException();
    }

    /** Follows an edit: an outcome that an analyst labeled becomes a signal, one that was taken off is withdrawn. Called within the journal's write. */
    public void follow(Edit edit) {
        throw new UnsupportedOperationException();
    }

    public Map<CallId, Known> known() {
        throw new UnsupportedOperationException();
    }

    public Optional<Known> known(CallId call) {
        throw new UnsupportedOperationException();
    }
}
