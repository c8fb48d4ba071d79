package org.turnwise.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.turnwise.annotation.Edit;
import org.turnwise.annotation.Journal;
import org.turnwise.call.Call;
import org.turnwise.call.CallId;
import org.turnwise.call.CallRepository;
import org.turnwise.call.ContentHash;
import org.turnwise.intake.json.CallDataFiles;
import org.turnwise.intake.mapping.MappingProfiles;
import org.turnwise.intake.reading.DecodedText;
import org.turnwise.intake.reading.ImportedCall;
import org.turnwise.intake.reading.ReadContext;
import org.turnwise.intake.reading.SpeakerNames;
import org.turnwise.intake.reading.Unreadable;
import org.turnwise.reward.Outcomes;
import org.turnwise.reward.RewardSignal;
import org.turnwise.task.Progress;

/**
 * Brings files and folders into the workspace: each call is stored whole, with its sides, outcome and labels, or not at all. A {@code reps.txt}
 * in a folder goes into the roster first; tables of outcomes come last. One import at a time; a cancelled one leaves the calls that were
 * stored.
 */
public final class Importer {

    /** @param calls what each file would become, in order */
    public record DryRun(List<Previewed> calls, List<ImportReport.Duplicate> duplicates, List<ImportReport.Failed> failed) {}

    public record Previewed(String file, ImportedCall call) {}

    private static final Logger LOG = LoggerFactory.getLogger(Importer.class);
    private static final String BY_IMPORT = "import";
    /** Few enough that whoever saves a label meanwhile does not notice the wait. */
    private static final int AT_ONCE = 20;
    private static final long CHARACTERS_AT_ONCE = 500_000;
    private static final long MOST_ROSTER = 1024 * 1024;

    private final CallRepository calls;
    private final Journal journal;
    private final Outcomes outcomes;
    private final Clock clock;
    private final @Nullable OutcomeTables tables;
    private final @Nullable MappingProfiles mappings;

    /** Tables of outcomes are refused with a word on how to import them. */
    public Importer(CallRepository calls, Journal journal, Outcomes outcomes, Clock clock) {
        this(calls, journal, outcomes, clock, null);
    }

    /** @param tables takes tables of outcomes that lie beside calls */
    public Importer(CallRepository calls, Journal journal, Outcomes outcomes, Clock clock, @Nullable OutcomeTables tables) {
        this(calls, journal, outcomes, clock, tables, null);
    }

    /** @param mappings how files of no known tool are read, where people have said so */
    public Importer(CallRepository calls, Journal journal, Outcomes outcomes, Clock clock, @Nullable OutcomeTables tables, @Nullable MappingProfiles mappings) {
        this.calls = calls;
        this.journal = journal;
        this.outcomes = outcomes;
        this.clock = clock;
        this.tables = tables;
        this.mappings = mappings;
    }

    /** Stores what can be read; whatever can't is a line of the report, and the rest goes on. */
    public ImportReport run(List<Path> paths, Progress progress) {
        FileWalk walk = FileWalk.of(paths);
        Set<String> reps = roster();
        List<ImportReport.Failed> failed = new ArrayList<>(walk.failed);
        learnRoster(walk, reps, failed, true);
        Storing storing = new Storing(new SideProposer(reps), failed);
        readAll(walk, reps, failed, storing::store, progress.part(0, 0.95));
        storing.storeWaiting();
        int recorded = outcomesOf(walk, failed, progress.part(0.95, 1));
        if (tables != null && walk.tables.isEmpty() && !storing.imported.isEmpty()) {
            recorded += tables.matchNewCalls(progress.part(0.95, 1));
        }
        return new ImportReport(storing.imported, storing.duplicates, failed, walk.skipped, recorded);
    }

    /** Parses and stores nothing. */
    public DryRun dryRun(List<Path> paths, Progress progress) {
        FileWalk walk = FileWalk.of(paths);
        Set<String> reps = roster();
        List<ImportReport.Failed> failed = new ArrayList<>(walk.failed);
        learnRoster(walk, reps, failed, false);
        Previewing previewing = new Previewing(new SideProposer(reps), failed);
        readAll(walk, reps, failed, previewing::preview, progress);
        return new DryRun(List.copyOf(previewing.calls), List.copyOf(previewing.duplicates), List.copyOf(failed));
    }

    private void readAll(FileWalk walk, Set<String> reps, List<ImportReport.Failed> failed, Arriving.Taker taker, Progress progress) {
        Set<String> keys = new HashSet<>();
        reps.forEach(name -> keys.add(SpeakerNames.key(name)));
        ReadContext context = new ReadContext(keys, mappings == null ? List.of() : mappings.all(), new CallDataFiles(walk.transcripts));
        int done = 0;
        for (Path path : walk.transcripts) {
            progress.checkCancelled();
            double share = (double) done++ / walk.transcripts.size();
            progress.report(share, "Reading " + path.getFileName());
            Reading.of(path, context, new Arriving(path.toString(), taker, failed, walk.skipped, progress, walk.transcripts.size() == 1 ? -1 : share));
        }
    }

    private Set<String> roster() {
        return new HashSet<>(calls.repRoster().keySet());
    }

    private void learnRoster(FileWalk walk, Set<String> reps, List<ImportReport.Failed> failed, boolean store) {
        for (Path roster : walk.rosters) {
            try {
                List<String> names = DecodedText.read(roster, MOST_ROSTER).text().lines()
                        .map(String::strip).filter(name -> !name.isEmpty() && !name.startsWith("#") && name.length() <= SpeakerNames.MOST_LENGTH).toList();
                for (String name : names) {
                    if (reps.add(name) && store) {
                        calls.addToRoster(name, FileWalk.ROSTER);
                    }
                }
            } catch (IOException | Unreadable e) {
                failed.add(new ImportReport.Failed(roster.toString(), 0, "should hold one rep's name a line, but " + e.getMessage()));
            }
        }
    }

    private int outcomesOf(FileWalk walk, List<ImportReport.Failed> failed, Progress progress) {
        int recorded = 0;
        for (Path table : walk.tables) {
            if (tables == null) {
                failed.add(new ImportReport.Failed(table.toString(), 0, "is a table, not a transcript; if it says what came of calls, import it with outcomes"));
            } else {
                OutcomeTables.Taken taken = tables.take(table, progress);
                recorded += taken.recorded();
                failed.addAll(taken.failed());
            }
        }
        return recorded;
    }

    /** Stores calls as they are read, a few at a time: waiting for the disk takes longer than writing a call. Says of none that it is stored before it is. */
    private final class Storing {

        private record Waiting(String file, ImportedCall read, SideProposer.Proposal proposal) {

            Call call() {
                return proposal.call();
            }
        }

        private final List<ImportReport.Arrived> imported = new ArrayList<>();
        private final List<ImportReport.Duplicate> duplicates = new ArrayList<>();
        private final List<Waiting> waiting = new ArrayList<>();
        private long waitingCharacters;
        private final SideProposer proposer;
        private final List<ImportReport.Failed> failed;

        Storing(SideProposer proposer, List<ImportReport.Failed> failed) {
            this.proposer = proposer;
            this.failed = failed;
        }

        void store(String file, ImportedCall read) {
            Waiting next = new Waiting(file, read, proposer.propose(read.call()));
            waiting.add(next);
            waitingCharacters += characters(next.call());
            if (waiting.size() >= AT_ONCE || waitingCharacters >= CHARACTERS_AT_ONCE) {
                storeWaiting();
            }
        }

        private static long characters(Call call) {
            String extras = call.source().extras();
            return call.turns().stream().mapToLong(turn -> turn.text().length()).sum() + (extras == null ? 0 : extras.length());
        }

        /** All that wait in one write; if one can't be stored, each in its own, so that the others still are. */
        void storeWaiting() {
            List<Waiting> some = List.copyOf(waiting);
            waiting.clear();
            waitingCharacters = 0;
            List<CallRepository.Added> added = new ArrayList<>();
            try {
                calls.atOnce(() -> some.forEach(one -> added.add(add(one))));
            } catch (CancellationException e) {
                throw e;
            } catch (RuntimeException e) {
                LOG.debug("storing {} calls at once", some.size(), e);
                some.forEach(this::storeAlone);
                return;
            }
            for (int i = 0; i < some.size(); i++) {
                tell(some.get(i), added.get(i));
            }
        }

        private void storeAlone(Waiting one) {
            try {
                tell(one, add(one));
            } catch (CancellationException e) {
                throw e;
            } catch (RuntimeException e) {
                LOG.warn("storing call {} of {}", one.call().id(), one.file(), e);
                failed.add(new ImportReport.Failed(one.file(), one.read().line(), "call " + one.call().id() + " can't be stored: " + e.getMessage()));
            }
        }

        private CallRepository.Added add(Waiting one) {
            return calls.add(one.call(), () -> storeWhatCameAlong(one.file(), one.read()));
        }

        private void tell(Waiting one, CallRepository.Added added) {
            Call call = one.call();
            switch (added) {
                case STORED -> imported.add(new ImportReport.Arrived(one.file(), call.id(), call.source().format(), call.turns().size(), one.proposal().needsSides(),
                        one.read().warning(one.proposal().warnings()).warnings()));
                case DUPLICATE -> duplicates.add(new ImportReport.Duplicate(one.file(), one.read().line(), calls.withContent(ContentHash.of(call.turns())).orElse(call.id())));
                case ID_TAKEN -> failed.add(idTaken(one.file(), one.read()));
            }
        }
    }

    private void storeWhatCameAlong(String file, ImportedCall read) {
        CallId id = read.call().id();
        if (read.outcome() != null) {
            String evidence = Path.of(file).getFileName() + ":" + read.line();
            outcomes.record(List.of(new Outcomes.Reported(id, read.outcome(), RewardSignal.Origin.DATASET, evidence)));
        }
        if (!read.annotations().isEmpty()) {
            String what = "Imported " + read.annotations().size() + " labels with " + read.call().title();
            journal.append(new Edit(0, Edit.Cause.DONE, null, what, List.of(), read.annotations(), BY_IMPORT, clock.instant()), outcomes::follow);
        }
    }

    private static ImportReport.Failed idTaken(String file, ImportedCall read) {
        return new ImportReport.Failed(file, read.line(), "another call, which says something else, already has the id " + read.call().id() + "; give this one an id of its own");
    }

    /** Collects what would be stored. */
    private final class Previewing {
        private final List<Previewed> calls = new ArrayList<>();
        private final List<ImportReport.Duplicate> duplicates = new ArrayList<>();
        private final Map<String, CallId> seen = new HashMap<>();
        private final Set<CallId> ids = new HashSet<>();
        private final SideProposer proposer;
        private final List<ImportReport.Failed> failed;

        Previewing(SideProposer proposer, List<ImportReport.Failed> failed) {
            this.proposer = proposer;
            this.failed = failed;
        }

        void preview(String file, ImportedCall read) {
            String content = ContentHash.of(read.call().turns());
            CallId id = read.call().id();
            CallId same = Importer.this.calls.withContent(content).orElse(seen.get(content));
            if (same != null) {
                duplicates.add(new ImportReport.Duplicate(file, read.line(), same));
            } else if (ids.contains(id) || Importer.this.calls.find(id).isPresent()) {
                failed.add(idTaken(file, read));
            } else {
                seen.put(content, id);
                ids.add(id);
                SideProposer.Proposal proposal = proposer.propose(read.call());
                ImportedCall placed = new ImportedCall(proposal.call(), read.outcome(), read.annotations(), read.warnings(), read.line());
                calls.add(new Previewed(file, placed.warning(proposal.warnings())));
            }
        }
    }
}
