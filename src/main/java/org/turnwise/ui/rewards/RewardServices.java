package org.turnwise.ui.rewards;

import java.time.Clock;
import org.turnwise.annotation.Journal;
import org.turnwise.call.CallRepository;
import org.turnwise.intake.crm.OutcomeImport;
import org.turnwise.intake.crm.deal.DealRepository;
import org.turnwise.intake.crm.matching.MatchRepository;
import org.turnwise.intake.crm.matching.Matching;
import org.turnwise.reward.Outcomes;
import org.turnwise.reward.RewardLedger;
import org.turnwise.reward.RewardPolicies;
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
        String annotator) {}
