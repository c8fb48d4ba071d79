package org.turnwise.ui.rewards;

import java.time.Clock;
import java.util.Map;
import org.turnwise.annotation.Journal;
import org.turnwise.call.CallId;
import org.turnwise.call.CallRepository;
import org.turnwise.intake.crm.OutcomeImport;
import org.turnwise.intake.crm.deal.DealRepository;
import org.turnwise.intake.crm.matching.MatchRepository;
import org.turnwise.intake.crm.matching.Matching;
import org.turnwise.intake.crm.matching.Segments;
import org.turnwise.reward.Outcomes;
import org.turnwise.reward.RewardLedger;
import org.turnwise.reward.RewardPolicies;
import org.turnwise.reward.Usual;
import org.turnwise.scoring.Forecasts;

/** What the rewards screen works with. @param annotator who decides */
public record RewardServices(
        CallRepository calls,
        Journal journal,
        Outcomes outcomes,
        RewardLedger ledger,
        RewardPolicies policies,
        OutcomeImport importer,
        Matching matching,
        MatchRepository matches,
        DealRepository deals,
        Forecasts forecasts,
        Clock clock,
        String annotator) {

    /** What whoever decides may know of every call. Any thread. */
    Map<CallId, Outcomes.Known> known() {
        return outcomes.knownTo(annotator, journal);
    }

    /** What is usual as far as what is known says. Any thread. */
    Usual usual(Map<CallId, Outcomes.Known> known) {
        return Usual.of(known, calls.summaries(), new Segments(calls, deals, matches).read());
    }
}
