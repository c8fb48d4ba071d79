package org.turnwise.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnwise.intake.crm.OutcomeImport;
import org.turnwise.reward.Outcomes;
import org.turnwise.reward.RewardPolicy;
import org.turnwise.store.Workspace;
import org.turnwise.task.Progress;

/** What a new workspace is shown on must come in whole. */
class SampleCallsTest {

    @Test
    void allComeInWithSidesAndOutcomes(@TempDir Path folder) {
        try (Workspace workspace = Workspace.open(folder)) {
            Outcomes outcomes = new Outcomes(workspace.rewards(), RewardPolicy.standard(), Clock.systemUTC());
            Importer importer = new Importer(workspace.calls(), workspace.journal(), outcomes, Clock.systemUTC(), new OutcomeImport(workspace.calls(), outcomes));
            ImportReport report = importer.run(List.of(Path.of("sample-calls")), Progress.silent());
            assertEquals(List.of(), report.failed());
            assertTrue(report.imported().size() >= 9 && report.outcomes() >= 9, report.toString());
            for (ImportReport.Arrived arrived : report.imported()) {
                assertTrue(!arrived.needsSides() && arrived.turns() >= 8, arrived.toString());
            }
        }
    }
}
