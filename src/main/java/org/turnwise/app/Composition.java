package org.turnwise.app;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import java.util.function.Supplier;
import org.turnwise.annotation.Blind;
import org.turnwise.annotation.Edit;
import org.turnwise.annotation.LabelScheme;
import org.turnwise.annotation.agreement.Readings;
import org.turnwise.annotation.scheme.Schemes;
import org.turnwise.call.CallId;
import org.turnwise.cli.Services;
import org.turnwise.dataset.DatasetExport;
import org.turnwise.dataset.RewardTrails;
import org.turnwise.exchange.Exchange;
import org.turnwise.find.Find;
import org.turnwise.find.SavedSearches;
import org.turnwise.intake.Importer;
import org.turnwise.intake.crm.OutcomeImport;
import org.turnwise.intake.crm.matching.Matching;
import org.turnwise.intake.crm.matching.Segments;
import org.turnwise.intake.crm.table.ColumnProfiles;
import org.turnwise.intake.duplicates.Duplicates;
import org.turnwise.intake.mapping.MappingProfiles;
import org.turnwise.language.embedding.Embeddings;
import org.turnwise.language.embedding.SentenceEncoder;
import org.turnwise.queue.Queue;
import org.turnwise.review.Reviewer;
import org.turnwise.review.Team;
import org.turnwise.reward.Outcomes;
import org.turnwise.scoring.EncodingAhead;
import org.turnwise.scoring.Forecasts;
import org.turnwise.scoring.Training;
import org.turnwise.scoring.evaluation.VersionEvaluation;
import org.turnwise.scoring.explanation.NearestCalls;
import org.turnwise.store.Workspace;

/**
 * The services of one workspace, put together.
 *
 * @param workspace closes with {@link #close}
 */
public record Composition(
        Workspace workspace,
        Schemes scheme,
        Outcomes outcomes,
        Importer importer,
        MappingProfiles mappings,
        Duplicates duplicates,
        OutcomeImport outcomeImport,
        ColumnProfiles profiles,
        Matching matching,
        Training training,
        Forecasts forecasts,
        NearestCalls nearest,
        Queue queue,
        DatasetExport export,
        Find find,
        SavedSearches searches,
        Exchange exchange,
        Readings readings,
        SentenceEncoder encoder,
        Embeddings embeddings,
        EncodingAhead encodingAhead,
        Clock clock)
        implements AutoCloseable {

    /** The random slice of the queue is drawn with the same seed in window and commands, so both show the same queue. */
    private static final long QUEUE_SEED = 0;

    /**
     * Opens the workspace in this folder, and makes it if there is none.
     *
     * @throws Workspace.CannotOpen with a message for a person
     */
    public static Composition open(Path folder, Clock clock) {
        Workspace workspace = Workspace.open(folder);
        Supplier<String> reader = team(workspace)::atWork;
        Supplier<Set<CallId>> hidden = () -> Blind.calls(workspace.journal(), reader.get());
        Outcomes outcomes = new Outcomes(workspace.rewards(), workspace.policies()::active, clock);
        Schemes scheme = new Schemes(LabelScheme.standard(), workspace.schemeVersions(), workspace.journal(), clock,
                edit -> outcomes.follow(edit, workspace.journal()));
        SentenceEncoder encoder = new SentenceEncoder();
        Embeddings embeddings = new Embeddings(encoder, workspace.embeddings());
        Matching matching = new Matching(workspace.calls(), workspace.deals(), workspace.matches(), outcomes, workspace.rewards(), clock);
        ColumnProfiles profiles = new ColumnProfiles(workspace.settings());
        OutcomeImport outcomeImport = new OutcomeImport(workspace.calls(), outcomes, workspace.deals(), matching, profiles, clock);
        MappingProfiles mappings = new MappingProfiles(workspace.settings());
        Forecasts forecasts = new Forecasts(
                workspace.calls(), workspace.scorerVersions(), workspace.forecasts(), embeddings, workspace.finishedFeatures());
        return new Composition(
                workspace,
                scheme,
                outcomes,
                new Importer(workspace.calls(), workspace.journal(), outcomes, clock, outcomeImport, mappings, workspace.imports()),
                mappings,
                new Duplicates(workspace.calls(), workspace.sketches(), workspace.duplicates(), clock),
                outcomeImport,
                profiles,
                matching,
                new Training(
                        workspace.calls(), outcomes, workspace.journal(), scheme, embeddings, workspace.scorerVersions(), workspace.memberCaches(),
                        VersionEvaluation::assess, clock),
                forecasts,
                new NearestCalls(workspace.calls(), outcomes, embeddings, forecasts::correction, hidden),
                new Queue(workspace.calls(), workspace.journal(), outcomes, forecasts, QUEUE_SEED, reader),
                new DatasetExport(workspace.calls(), workspace.journal(), outcomes, scheme, workspace.scorerVersions(), Version.current(), clock,
                        new RewardTrails(
                                workspace.calls(), outcomes, workspace.rewards(), workspace.matches(), matching,
                                new Segments(workspace.calls(), workspace.deals(), workspace.matches()), workspace.forecasts())),
                new Find(workspace.folder().resolve("search"), workspace.turns(), () -> Blind.names(workspace.journal(), reader.get()), reader),
                new SavedSearches(workspace.settings()),
                new Exchange(workspace.calls(), workspace.journal(), workspace.sharedJournal(), scheme, outcomes, Version.current(), clock),
                new Readings(workspace.journal(), workspace.calls(), hidden),
                encoder,
                embeddings,
                new EncodingAhead(workspace.calls(), outcomes, workspace.scorerVersions(), embeddings),
                clock);
    }

    /** What follows from an edit, within its write. */
    void follow(Edit edit) {
        outcomes.follow(edit, workspace.journal());
        scheme.follow(edit);
    }

    /** What commands see of it. */
    Services forCommands(Runnable closing) {
        return new Services(
                workspace.folder(), workspace.calls(), importer, mappings, duplicates, outcomeImport, profiles, training, workspace.scorerVersions(),
                forecasts, queue, export,
                find, searches, exchange, readings, scheme,
                new Reviewer(workspace.journal(), scheme, annotator(), clock, this::follow), team(), annotator(), closing);
    }

    /** Who works here. */
    Team team() {
        return team(workspace);
    }

    private static Team team(Workspace workspace) {
        return new Team(workspace.journal(), workspace.settings(), System.getProperty("user.name", "analyst"));
    }

    /** Who is at work: the name that was chosen last, else the one the machine knows. */
    String annotator() {
        return team().atWork();
    }

    @Override
    public void close() {
        embeddings.store();
        encoder.close();
        find.close();
        workspace.close();
    }
}
