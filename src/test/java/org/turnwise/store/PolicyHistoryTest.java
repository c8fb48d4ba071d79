package org.turnwise.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnwise.call.CallId;
import org.turnwise.reward.OutcomeKind;
import org.turnwise.reward.Outcomes;
import org.turnwise.reward.Outcomes.Reported;
import org.turnwise.reward.Outcomes.Withdrawn;
import org.turnwise.reward.RewardPolicies;
import org.turnwise.reward.RewardPolicy;
import org.turnwise.reward.RewardSignal;
import org.turnwise.reward.RewardSignal.Origin;
import org.turnwise.reward.SourceRow;

class PolicyHistoryTest {

    private static final CallId STALLED = new CallId("stalled");
    private static final CallId WON = new CallId("won");

    @TempDir
    Path folder;

    private static Outcomes outcomes(Workspace workspace) {
        return new Outcomes(workspace.rewards(), workspace.policies()::active, Clock.systemUTC());
    }

    private static Reported reported(CallId call, OutcomeKind kind, int line) {
        return new Reported(call, kind, Origin.CRM, 1, "a.csv:" + line, new SourceRow("a.csv", line, null));
    }

    @Test
    void anotherPolicySaysAnewWhatIsWorthSomethingElseAndKeepsTheRest() {
        try (Workspace workspace = Workspace.open(folder)) {
            Outcomes outcomes = outcomes(workspace);
            outcomes.record(List.of(reported(STALLED, OutcomeKind.STALL, 2), reported(WON, OutcomeKind.WON, 3)));
            RewardPolicy adopted = workspace.policies().adopt(workspace.policies().active().with(OutcomeKind.STALL, -0.35), "Kim", Samples.AT);
            assertEquals(2, adopted.version());
            assertEquals(1, outcomes.followPolicy());
            assertEquals(0, outcomes.followPolicy(), "it was said");
        }
        try (Workspace workspace = Workspace.open(folder)) {
            List<RewardSignal> trail = workspace.rewards().trail(STALLED);
            assertEquals(List.of(-0.2, -0.35), trail.stream().map(RewardSignal::reward).toList());
            assertEquals(List.of(1, 2), trail.stream().map(RewardSignal::policyVersion).toList());
            assertEquals(trail.getFirst().seq(), trail.getLast().supersedes());
            assertEquals(trail.getFirst().row(), trail.getLast().row(), "it still leads to the row");
            assertEquals(1, workspace.rewards().trail(WON).size());
            assertEquals(-0.35, outcomes(workspace).known(STALLED).orElseThrow().reward());
            assertEquals(2, workspace.policies().active().version());
            List<RewardPolicies.Adopted> history = workspace.policies().history();
            assertEquals(List.of("Kim"), history.stream().map(RewardPolicies.Adopted::by).toList());
            assertEquals(Samples.AT, history.getFirst().at());
            assertEquals(0.5, workspace.policies().active().dealShare());
        }
    }

    @Test
    void anOutcomeThatSaysNothingUnderAPolicyIsKeptAndCountsAgainUnderTheNext() {
        try (Workspace workspace = Workspace.open(folder)) {
            Outcomes outcomes = outcomes(workspace);
            outcomes.record(List.of(reported(STALLED, OutcomeKind.STALL, 2)));
            RewardPolicy standard = workspace.policies().active();
            workspace.policies().adopt(standard.with(OutcomeKind.STALL, null), "Kim", Samples.AT);
            outcomes.followPolicy();
            assertEquals(null, outcomes.known(STALLED).orElseThrow().reward());
            workspace.policies().adopt(standard, "Kim", Samples.AT);
            outcomes.followPolicy();
            assertEquals(-0.2, outcomes.known(STALLED).orElseThrow().reward());
            assertEquals(3, workspace.rewards().trail(STALLED).size());
            assertEquals(List.of(2, 3), workspace.policies().history().stream().map(adopted -> adopted.policy().version()).toList());
        }
    }

    @Test
    void whatIsWithdrawnIsSaidToBe() {
        try (Workspace workspace = Workspace.open(folder)) {
            Outcomes outcomes = outcomes(workspace);
            outcomes.record(List.of(reported(WON, OutcomeKind.WON, 3)));
            Withdrawn withdrawn = new Withdrawn(WON, Origin.CRM, "the row is gone");
            assertEquals(1, outcomes.withdraw(List.of(withdrawn, withdrawn, new Withdrawn(STALLED, Origin.CRM, "never said"))));
            assertEquals(java.util.Optional.empty(), outcomes.known(WON));
            RewardSignal last = workspace.rewards().trail(WON).getLast();
            assertEquals("the row is gone", last.evidence());
            assertEquals(null, last.kind());
            assertEquals(1L, last.supersedes());
        }
    }
}
