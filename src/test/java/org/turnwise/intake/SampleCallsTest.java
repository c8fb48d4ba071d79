package org.turnwise.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnwise.reward.OutcomeKind.Conversion;
import org.turnwise.reward.Outcomes;
import org.turnwise.reward.RewardPolicy;
import org.turnwise.store.Workspace;
import org.turnwise.task.Progress;

/** What a new workspace is shown on must come in whole. */
class SampleCallsTest {

    private static long perConversion(Outcomes outcomes, Conversion conversion) {
        return outcomes.known().values().stream().filter(known -> known.kind().conversion() == conversion).count();
    }

    @Test
    void allComeInWithSidesAndOutcomes(@TempDir Path folder) {
        try (Workspace workspace = Workspace.open(folder)) {
            Outcomes outcomes = new Outcomes(workspace.rewards(), RewardPolicy.standard(), Clock.systemUTC());
            Importer importer = new Importer(workspace.calls(), workspace.journal(), outcomes, Clock.systemUTC(), Tables.of(workspace, outcomes));
            ImportReport report = importer.run(List.of(Path.of("sample-calls")), Progress.silent());
            assertEquals(List.of(), report.failed());
            assertTrue(report.imported().size() >= 60 && report.outcomes() >= 60, report.toString());
            assertTrue(perConversion(outcomes, Conversion.YES) >= 25 && perConversion(outcomes, Conversion.NO) >= 25, "too few to train on, and some to spare");
            assertTrue(perConversion(outcomes, Conversion.CENSORED) >= 5, "some deals are open");
            for (ImportReport.Arrived arrived : report.imported()) {
                assertTrue(!arrived.needsSides() && arrived.turns() >= 8, arrived.toString());
            }
        }
    }
}
