package org.turnwise.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.turnwise.annotation.Journal;
import org.turnwise.annotation.merge.SharedJournal;
import org.turnwise.annotation.scheme.SchemeVersions;
import org.turnwise.call.CallRepository;
import org.turnwise.find.TurnRepository;
import org.turnwise.intake.ImportRuns;
import org.turnwise.intake.crm.deal.DealRepository;
import org.turnwise.intake.crm.matching.MatchRepository;
import org.turnwise.intake.duplicates.DecisionRepository;
import org.turnwise.intake.duplicates.SketchRepository;
import org.turnwise.intake.roster.RosterChanges;
import org.turnwise.intake.watch.WatchedFiles;
import org.turnwise.language.embedding.EmbeddingRepository;
import org.turnwise.reward.RewardLedger;
import org.turnwise.reward.RewardPolicies;
import org.turnwise.scoring.FinishedFeatures;
import org.turnwise.scoring.ForecastRepository;
import org.turnwise.scoring.MemberCaches;
import org.turnwise.scoring.ScorerVersions;
import org.turnwise.settings.Settings;
import org.turnwise.suggestion.Decisions;

/**
 * An open workspace: one folder, one H2 file, one process. Any thread.
 *
 * <p>What one repository writes while another's write is under way on the same thread (in an {@code alongside}) is part of that write.
 */
public final class Workspace implements AutoCloseable {

    /** The workspace can't be opened; the message says why and what to do. */
    public static final class CannotOpen extends RuntimeException {
        public CannotOpen(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    private final Path folder;
    private final WorkspaceLock lock;
    private final Database database;
    private final CallRepository calls;
    private final TurnRepository turns;
    private final Journal journal;
    private final SharedJournal sharedJournal;
    private final SchemeVersions schemeVersions;
    private final RewardLedger rewards;
    private final ScorerVersions scorerVersions;
    private final MemberCaches memberCaches;
    private final ForecastRepository forecasts;
    private final FinishedFeatures finishedFeatures;
    private final EmbeddingRepository embeddings;
    private final Settings settings;
    private final DealRepository deals;
    private final MatchRepository matches;
    private final RewardPolicies policies;
    private final ImportRuns imports;
    private final SketchRepository sketches;
    private final DecisionRepository duplicates;
    private final RosterChanges rosterChanges;
    private final WatchedFiles watchedFiles;
    private final Decisions suggestionDecisions;

    private Workspace(Path folder, WorkspaceLock lock, Database database, Clock clock) {
        this.folder = folder;
        this.lock = lock;
        this.database = database;
        this.calls = new H2Calls(database, clock);
        this.turns = new H2Turns(database);
        this.journal = new H2Journal(database);
        this.sharedJournal = new H2SharedJournal(database);
        this.schemeVersions = new H2SchemeVersions(database);
        this.rewards = new H2RewardLedger(database);
        this.scorerVersions = new H2ScorerVersions(database, clock);
        this.memberCaches = new H2MemberCaches(database);
        this.forecasts = new H2Forecasts(database);
        this.finishedFeatures = new H2FinishedFeatures(database);
        this.embeddings = new H2Embeddings(database);
        this.settings = new H2Settings(database);
        this.deals = new H2Deals(database);
        this.matches = new H2Matches(database);
        this.policies = new H2RewardPolicies(database);
        this.imports = new H2ImportRuns(database);
        this.sketches = new H2Sketches(database);
        this.duplicates = new H2DuplicateDecisions(database);
        this.rosterChanges = new H2RosterChanges(database);
        this.watchedFiles = new H2WatchedFiles(database);
        this.suggestionDecisions = new H2SuggestionDecisions(database);
    }

    /** Opens the workspace in this folder, and makes it if there is none. */
    public static Workspace open(Path folder) {
        return open(folder, Clock.systemUTC());
    }

    /** @param clock says when calls are imported and scorers promoted */
    public static Workspace open(Path folder, Clock clock) {
        Path absolute = folder.toAbsolutePath().normalize();
        makeFolder(absolute);
        WorkspaceLock lock = WorkspaceLock.take(absolute);
        try {
            return new Workspace(absolute, lock, WorkspaceFile.open(absolute), clock);
        } catch (RuntimeException | Error e) {
            lock.close();
            throw e;
        }
    }

    private static void makeFolder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new CannotOpen("the workspace " + folder + " is not a folder and can't be made one (" + why(e) + "); choose another with -w", e);
        }
    }

    /** In words, where the operating system's exception names only a file. */
    static String why(IOException e) {
        return switch (e) {
            case AccessDeniedException denied -> "there is no permission to write to " + denied.getFile();
            case FileAlreadyExistsException file -> file.getFile() + " is a file";
            case FileSystemException other -> other.getFile() + ": " + (other.getReason() == null ? other.getClass().getSimpleName() : other.getReason());
            default -> e.toString();
        };
    }

    public Path folder() {
        return folder;
    }

    public CallRepository calls() {
        return calls;
    }

    public TurnRepository turns() {
        return turns;
    }

    public Journal journal() {
        return journal;
    }

    /** The same journal, as other workspaces know it. */
    public SharedJournal sharedJournal() {
        return sharedJournal;
    }

    public SchemeVersions schemeVersions() {
        return schemeVersions;
    }

    public RewardLedger rewards() {
        return rewards;
    }

    public ScorerVersions scorerVersions() {
        return scorerVersions;
    }

    public MemberCaches memberCaches() {
        return memberCaches;
    }

    public ForecastRepository forecasts() {
        return forecasts;
    }

    public FinishedFeatures finishedFeatures() {
        return finishedFeatures;
    }

    public EmbeddingRepository embeddings() {
        return embeddings;
    }

    public Settings settings() {
        return settings;
    }

    public DealRepository deals() {
        return deals;
    }

    public MatchRepository matches() {
        return matches;
    }

    public RewardPolicies policies() {
        return policies;
    }

    public ImportRuns imports() {
        return imports;
    }

    public SketchRepository sketches() {
        return sketches;
    }

    public RosterChanges rosterChanges() {
        return rosterChanges;
    }

    public DecisionRepository duplicates() {
        return duplicates;
    }

    public WatchedFiles watchedFiles() {
        return watchedFiles;
    }

    public Decisions suggestionDecisions() {
        return suggestionDecisions;
    }

    /** Waits for a write under way. Nothing works afterwards. */
    @Override
    public void close() {
        try {
            database.close();
        } finally {
            lock.close();
        }
    }
}
