package org.turnwise.intake;

import java.time.Clock;
import org.turnwise.intake.crm.OutcomeImport;
import org.turnwise.intake.crm.matching.Matching;
import org.turnwise.intake.crm.table.ColumnProfiles;
import org.turnwise.reward.Outcomes;
import org.turnwise.store.Workspace;

/** What takes tables of outcomes, put together over a workspace. */
public final class Tables {

    private Tables() {}

    public static OutcomeImport of(Workspace workspace, Outcomes outcomes) {
        return new OutcomeImport(
                workspace.calls(), outcomes, workspace.deals(), matching(workspace, outcomes), new ColumnProfiles(workspace.settings()), Clock.systemUTC());
    }

    public static Matching matching(Workspace workspace, Outcomes outcomes) {
        return new Matching(workspace.calls(), workspace.deals(), workspace.matches(), outcomes, workspace.rewards(), Clock.systemUTC());
    }
}
