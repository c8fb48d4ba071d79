package org.turnwise.intake.crm.matching;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.turnwise.call.CallId;
import org.turnwise.intake.crm.deal.Deal;
import org.turnwise.intake.crm.matching.Match.State;
import org.turnwise.reward.Outcomes;
import org.turnwise.reward.RewardSignal;
import org.turnwise.reward.SourceRow;

/**
 * What deals say of their calls, on its way to the ledger: signals to record and to take back, and how all calls stand. One use each; not for several threads.
 */
final class DealSignals {

    private final Outcomes outcomes;
    private final Map<String, Deal> known;
    private final Map<CallId, Match> current;
    private final Map<CallId, List<RewardSignal>> inForce;
    private final List<Outcomes.Reported> reports = new ArrayList<>();
    private final List<Outcomes.Withdrawn> withdrawals = new ArrayList<>();
    private final Map<Attribution.Reason, Integer> leftOut = new EnumMap<>(Attribution.Reason.class);
    private int matched;
    private int pending;
    private int without;
    private int declined;
    private int censored;
    private int recorded;
    private int withdrawn;

    /**
     * @param known   deals by id; at least those that calls belong to
     * @param current how calls stand
     * @param inForce what the ledger says of them now
     */
    DealSignals(Outcomes outcomes, Map<String, Deal> known, Map<CallId, Match> current, Map<CallId, List<RewardSignal>> inForce) {
        this.outcomes = outcomes;
        this.known = known;
        this.current = current;
        this.inForce = inForce;
    }

    void about(CallClues call) {
        Match match = current.get(call.call());
        State state = match == null ? State.UNMATCHED : match.state();
        switch (state) {
            case AUTOMATIC, ACCEPTED -> matched(call, Objects.requireNonNull(match));
            case PENDING -> {
                pending++;
                withdraw(call, "the match waits for a person to decide");
            }
            case NONE -> {
                declined++;
                withdraw(call, "belongs to no deal that is known");
            }
            case UNMATCHED -> {
                without++;
                withdraw(call, "no deal fits the call");
            }
        }
    }

    private void matched(CallClues call, Match match) {
        Deal deal = Objects.requireNonNull(known.get(match.deal()), () -> "deal " + match.deal() + " is not here");
        matched++;
        List<RewardSignal> signals = inForce.getOrDefault(call.call(), List.of());
        switch (Attribution.of(deal, call.day(), call.lengthMs(), others(signals))) {
            case Attribution.Says says -> {
                censored += deal.censored() ? 1 : 0;
                SourceRow row = new SourceRow(deal.row().file(), deal.row().line(), deal.id(), deal.row().cells());
                reports.add(new Outcomes.Reported(call.call(), says.kind(), RewardSignal.Origin.DEAL, match.confidence(), row.place(), row));
            }
            case Attribution.LeftOut none -> {
                leftOut.merge(none.reason(), 1, Integer::sum);
                withdraw(call, none.reason().words());
            }
        }
    }

    private void withdraw(CallClues call, String why) {
        if (inForce.getOrDefault(call.call(), List.of()).stream().anyMatch(signal -> signal.origin() == RewardSignal.Origin.DEAL)) {
            withdrawals.add(new Outcomes.Withdrawn(call.call(), RewardSignal.Origin.DEAL, why));
        }
    }

    void record() {
        recorded = outcomes.record(reports);
        withdrawn = outcomes.withdraw(withdrawals);
    }

    Matching.Standings standings() {
        return new Matching.Standings(matched, pending, without, declined, censored, leftOut, recorded, reports.size() - recorded, withdrawn);
    }

    /** Signals of a call that no deal gave. */
    static List<RewardSignal> others(List<RewardSignal> signals) {
        return signals.stream().filter(signal -> signal.origin() != RewardSignal.Origin.DEAL).toList();
    }
}
