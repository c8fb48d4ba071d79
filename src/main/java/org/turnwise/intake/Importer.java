package org.turnwise.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.turnwise.annotation.Journal;
import org.turnwise.call.CallRepository;
import org.turnwise.intake.json.CallDataFiles;
import org.turnwise.intake.mapping.MappingProfiles;
import org.turnwise.intake.reading.DecodedText;
import org.turnwise.intake.reading.ImportedCall;
import org.turnwise.intake.reading.MappingProfile;
import org.turnwise.intake.reading.ReadContext;
import org.turnwise.intake.reading.SpeakerNames;
import org.turnwise.intake.reading.Unreadable;
import org.turnwise.reward.Outcomes;
import org.turnwise.task.Progress;

/**
 * Brings files and folders into the workspace: each call is stored whole, with its sides, outcome and labels, or not at all. A {@code reps.txt}
 * in a folder goes into the roster first; tables of outcomes come last. One import at a time; one that is cancelled or killed leaves the calls that were
 * stored, and {@link #resume} goes on with the files that were left.
 */
public final class Importer {

    /** @param calls what each file would become, in order */
    public record DryRun(
            List<Previewed> calls, List<ImportReport.Duplicate> duplicates, List<ImportReport.Failed> failed, List<ImportReport.Skipped> skipped) {}

    public record Previewed(String file, ImportedCall call) {}

    private static final long MOST_ROSTER = 1024 * 1024;
    private static final String NO_TRANSCRIPT = "is a table, not a transcript; if it says what came of calls, import it with outcomes";

    private final Storing.Into into;
    private final @Nullable OutcomeTables tables;
    private final @Nullable MappingProfiles mappings;

    /** Tables of outcomes are refused with a word on how to import them. */
    public Importer(CallRepository calls, Journal journal, Outcomes outcomes, Clock clock) {
        this(calls, journal, outcomes, clock, null);
    }

    /** @param tables takes tables of outcomes that lie beside calls */
    public Importer(CallRepository calls, Journal journal, Outcomes outcomes, Clock clock, @Nullable OutcomeTables tables) {
        this(calls, journal, outcomes, clock, tables, null, ImportRuns.forgetting());
    }

    /**
     * @param mappings how files of no known tool are read, where people have said so
     * @param runs     remembers how far an import came
     */
    public Importer(
            CallRepository calls, Journal journal, Outcomes outcomes, Clock clock, @Nullable OutcomeTables tables, @Nullable MappingProfiles mappings,
            ImportRuns runs) {
        this.into = new Storing.Into(calls, journal, outcomes, runs, clock);
        this.tables = tables;
        this.mappings = mappings;
    }

    /** Stores what can be read; whatever can't is a line of the report, and the rest goes on. */
    public ImportReport run(List<Path> paths, Progress progress) {
        FileWalk walk = FileWalk.of(paths, mappings());
        ImportReport found = new ImportReport(List.of(), List.of(), walk.failed, walk.skipped, 0);
        List<ImportRuns.Item> items = items(walk);
        long run = into.runs().begin(paths, items, found, into.clock().instant());
        return bringIn(run, items, items, found, progress);
    }

    /** What can be taken up, the latest first. */
    public List<ImportRuns.Unfinished> unfinished() {
        return into.runs().unfinished();
    }

    /** What an unfinished import has done so far. */
    public ImportReport report(ImportRuns.Unfinished unfinished) {
        return into.runs().report(unfinished.run());
    }

    /**
     * Goes on with the files that an import has left, and reports on the whole of it. A file that came in in part is read again; its calls that are here stay
     * as they are.
     */
    public ImportReport resume(ImportRuns.Unfinished unfinished, Progress progress) {
        long run = unfinished.run();
        return bringIn(run, into.runs().items(run), into.runs().left(run), into.runs().report(run), progress);
    }

    /** Lets the rest of an unfinished import be. What came in stays. */
    public void leave(ImportRuns.Unfinished unfinished) {
        into.runs().end(unfinished.run(), ImportRuns.Ending.LEFT, into.clock().instant());
    }

    private static List<ImportRuns.Item> items(FileWalk walk) {
        List<ImportRuns.Item> items = new ArrayList<>();
        walk.rosters.forEach(file -> items.add(new ImportRuns.Item(items.size(), ImportRuns.Kind.ROSTER, file)));
        walk.transcripts.forEach(file -> items.add(new ImportRuns.Item(items.size(), ImportRuns.Kind.TRANSCRIPT, file)));
        walk.tables.forEach(file -> items.add(new ImportRuns.Item(items.size(), ImportRuns.Kind.TABLE, file)));
        return items;
    }

    private ImportReport bringIn(long run, List<ImportRuns.Item> all, List<ImportRuns.Item> left, ImportReport before, Progress progress) {
        Set<String> reps = roster();
        List<FileReport> rosters = new ArrayList<>();
        of(ImportRuns.Kind.ROSTER, left).forEach(item -> rosters.add(learn(item, reps, true)));
        Storing storing = new Storing(into, run, new SideProposer(reps), before);
        rosters.forEach(storing::read);
        read(of(ImportRuns.Kind.TRANSCRIPT, left), context(reps, all), storing::store, storing::read, progress.part(0, 0.95));
        List<ImportRuns.Item> outcomes = of(ImportRuns.Kind.TABLE, left);
        outcomes.forEach(item -> storing.read(outcomesOf(item, storing, progress.part(0.95, 1))));
        storing.storeWaiting();
        ImportReport done = storing.done();
        if (tables != null && outcomes.isEmpty() && !done.imported().isEmpty()) {
            int matched = tables.matchNewCalls(progress.part(0.95, 1));
            done = ImportReport.of(List.of(done, new ImportReport(List.of(), List.of(), List.of(), List.of(), matched)));
        }
        into.runs().end(run, ImportRuns.Ending.DONE, into.clock().instant());
        return done;
    }

    private static List<ImportRuns.Item> of(ImportRuns.Kind kind, List<ImportRuns.Item> items) {
        return items.stream().filter(item -> item.kind() == kind).toList();
    }

    /** Parses and stores nothing. */
    public DryRun dryRun(List<Path> paths, Progress progress) {
        FileWalk walk = FileWalk.of(paths, mappings());
        List<ImportRuns.Item> items = items(walk);
        ImportReport.Sum done = new ImportReport.Sum(new ImportReport(List.of(), List.of(), walk.failed, walk.skipped, 0));
        Set<String> reps = roster();
        of(ImportRuns.Kind.ROSTER, items).forEach(item -> done.add(learn(item, reps, false).report()));
        Previewing previewing = new Previewing(into.calls(), new SideProposer(reps));
        read(of(ImportRuns.Kind.TRANSCRIPT, items), context(reps, items), previewing::preview, file -> done.add(file.report()), progress);
        of(ImportRuns.Kind.TABLE, items).forEach(item -> done.add(refusalsOf(item).report()));
        ImportReport report = done.report();
        return new DryRun(previewing.calls(), report.duplicates(), report.failed(), report.skipped());
    }

    private List<MappingProfile> mappings() {
        return mappings == null ? List.of() : mappings.all();
    }

    private ReadContext context(Set<String> reps, List<ImportRuns.Item> items) {
        Set<String> keys = new HashSet<>();
        reps.forEach(name -> keys.add(SpeakerNames.key(name)));
        return new ReadContext(keys, mappings(), new CallDataFiles(of(ImportRuns.Kind.TRANSCRIPT, items).stream().map(ImportRuns.Item::file).toList()));
    }

    /** Told of a file once nothing more comes from it. */
    private interface FileRead {
        void done(FileReport file);
    }

    private static void read(List<ImportRuns.Item> transcripts, ReadContext context, Arriving.Taker taker, FileRead read, Progress progress) {
        ReadingAhead.run(handing -> {
            int done = 0;
            try (RecognisingAhead files = new RecognisingAhead(transcripts.stream().map(ImportRuns.Item::file).toList(), context)) {
                for (ImportRuns.Item item : transcripts) {
                    progress.checkCancelled();
                    double share = (double) done++ / transcripts.size();
                    progress.report(share, "Reading " + item.file().getFileName());
                    FileReport report = new FileReport(item.place());
                    String file = item.file().toString();
                    Reading.of(file, files::next, context, new Arriving(file, taker, report, handing, progress, transcripts.size() == 1 ? -1 : share));
                    handing.over(0, () -> read.done(report));
                }
            }
        });
    }

    private Set<String> roster() {
        return new HashSet<>(into.calls().repRoster().keySet());
    }

    private FileReport learn(ImportRuns.Item roster, Set<String> reps, boolean store) {
        FileReport report = new FileReport(roster.place());
        try {
            List<String> names = DecodedText.read(roster.file(), MOST_ROSTER).text().lines()
                    .map(String::strip).filter(name -> !name.isEmpty() && !name.startsWith("#") && name.length() <= SpeakerNames.MOST_LENGTH).toList();
            for (String name : names) {
                if (reps.add(name) && store) {
                    into.calls().addToRoster(name, FileWalk.ROSTER);
                }
            }
            report.skipped(roster.file().toString(), "a list of who sells: " + names.size() + (names.size() == 1 ? " name" : " names"));
        } catch (IOException | Unreadable e) {
            report.failed(roster.file().toString(), 0, "should hold one rep's name a line, but " + e.getMessage());
        }
        return report;
    }

    /** Calls that a table may speak of are stored before it is read. */
    private FileReport outcomesOf(ImportRuns.Item table, Storing storing, Progress progress) {
        storing.storeWaiting();
        FileReport report = new FileReport(table.place());
        if (tables == null) {
            report.failed(table.file().toString(), 0, NO_TRANSCRIPT);
        } else {
            OutcomeTables.Taken taken = tables.take(table.file(), progress);
            report.recorded(taken.recorded());
            String came = taken.recorded() == 0 ? "none that is new" : taken.recorded() == 1 ? "1 came in" : taken.recorded() + " came in";
            tell(report, table, "a table of outcomes: " + came, taken.notes(), taken.failed());
        }
        return report;
    }

    /** A table of which nothing is refused may be one that says nothing new, and is told of all the same. */
    private static void tell(FileReport report, ImportRuns.Item table, String what, List<String> notes, List<ImportReport.Failed> failed) {
        failed.forEach(report::failed);
        if (failed.isEmpty() || !notes.isEmpty()) {
            report.skipped(table.file().toString(), notes.isEmpty() ? what : what + ". " + String.join(" ", notes));
        }
    }

    private FileReport refusalsOf(ImportRuns.Item table) {
        FileReport report = new FileReport(table.place());
        if (tables == null) {
            report.failed(table.file().toString(), 0, NO_TRANSCRIPT);
        } else {
            tell(report, table, "a table of outcomes", List.of(), tables.refused(table.file()));
        }
        return report;
    }
}
