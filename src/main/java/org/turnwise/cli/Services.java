package org.turnwise.cli;

import java.nio.file.Path;
import org.turnwise.annotation.agreement.Readings;
import org.turnwise.annotation.scheme.Schemes;
import org.turnwise.call.CallRepository;
import org.turnwise.dataset.DatasetExport;
import org.turnwise.exchange.Exchange;
import org.turnwise.find.Find;
import org.turnwise.find.SavedSearches;
import org.turnwise.intake.Importer;
import org.turnwise.intake.crm.OutcomeImport;
import org.turnwise.intake.crm.table.ColumnProfiles;
import org.turnwise.intake.duplicates.Duplicates;
import org.turnwise.intake.mapping.MappingProfiles;
import org.turnwise.queue.Queue;
import org.turnwise.review.Reviewer;
import org.turnwise.review.Team;
import org.turnwise.scoring.Forecasts;
import org.turnwise.scoring.ScorerVersions;
import org.turnwise.scoring.Training;

/**
 * What commands work with: the services of one open workspace.
 *
 * @param folder    of the workspace
 * @param annotator who is at work where nobody is named
 * @param closing   closes the workspace
 */
public record Services(
        Path folder,
        CallRepository calls,
        Importer importer,
        MappingProfiles mappings,
        Duplicates duplicates,
        OutcomeImport outcomeImport,
        ColumnProfiles profiles,
        Training training,
        ScorerVersions versions,
        Forecasts forecasts,
        Queue queue,
        DatasetExport export,
        Find find,
        SavedSearches searches,
        Exchange exchange,
        Readings readings,
        Schemes scheme,
        Reviewer reviewer,
        Team team,
        String annotator,
        Runnable closing)
        implements AutoCloseable {

    @Override
    public void close() {
        closing.run();
    }
}
