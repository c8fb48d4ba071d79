package org.turnwise.intake;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.turnwise.annotation.Edit;
import org.turnwise.annotation.Journal;
import org.turnwise.call.Call;
import org.turnwise.call.CallId;
import org.turnwise.call.CallRepository;
import org.turnwise.call.ContentHash;
import org.turnwise.intake.reading.ImportedCall;
import org.turnwise.reward.Outcomes;
import org.turnwise.reward.RewardSignal;

/**
 * Stores the calls of one import as they are read, a few at a time: waiting for the disk takes longer than writing a call. Says of none that it is stored
 * before it is. A file is settled in the write that stores the last of its calls, so that whatever cuts the import off, a file is either settled or will be
 * read again.
 */
final class Storing {

    /** What an import writes to. */
    record Into(CallRepository calls, Journal journal, Outcomes outcomes, ImportRuns runs, Clock clock) {}

    private record Waiting(String file, ImportedCall read, SideProposer.Proposal proposal, FileReport report) {

        Call call() {
            return proposal.call();
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(Storing.class);
    /** Few enough that whoever saves a label meanwhile does not notice the wait. */
    private static final int AT_ONCE = 20;
    private static final long CHARACTERS_AT_ONCE = 500_000;

    private final Into into;
    private final long run;
    private final SideProposer proposer;
    private final List<Waiting> waiting = new ArrayList<>();
    private final List<FileReport> read = new ArrayList<>();
    private final ImportReport.Sum done;
    private long waitingCharacters;

    /** @param before what the import has done before it was cut off */
    Storing(Into into, long run, SideProposer proposer, ImportReport before) {
        this.into = into;
        this.run = run;
        this.proposer = proposer;
        this.done = new ImportReport.Sum(before);
    }

    void store(String file, ImportedCall call, FileReport report) {
        Waiting next = new Waiting(file, call, proposer.propose(call.call()), report);
        waiting.add(next);
        waitingCharacters += characters(next.call());
        if (waiting.size() >= AT_ONCE || waitingCharacters >= CHARACTERS_AT_ONCE) {
            storeWaiting();
        }
    }

    /** Nothing more comes from this file. */
    void read(FileReport report) {
        read.add(report);
        if (read.size() >= AT_ONCE) {
            storeWaiting();
        }
    }

    static long characters(Call call) {
        String extras = call.source().extras();
        return call.turns().stream().mapToLong(turn -> turn.text().length()).sum() + (extras == null ? 0 : extras.length());
    }

    /** All that wait in one write; if one can't be stored, each in its own, so that the others still are. */
    void storeWaiting() {
        List<Waiting> some = List.copyOf(waiting);
        List<FileReport> settling = List.copyOf(read);
        waiting.clear();
        read.clear();
        waitingCharacters = 0;
        if (some.isEmpty() && settling.isEmpty()) {
            return;
        }
        List<CallRepository.Added> added = new ArrayList<>();
        try {
            into.calls().atOnce(() -> {
                some.forEach(one -> added.add(add(one)));
                into.runs().settle(run, settled(settling, some, added));
            });
            for (int i = 0; i < some.size(); i++) {
                tell(some.get(i), added.get(i), some.get(i).report());
            }
        } catch (CancellationException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.debug("storing {} calls at once", some.size(), e);
            some.forEach(this::storeAlone);
            into.runs().settle(run, settling.stream().map(FileReport::settled).toList());
        }
        settling.forEach(file -> done.add(file.report()));
    }

    /** What the files will have done once the calls are stored. Told to copies, for the write may yet fail. */
    private List<ImportRuns.Settled> settled(List<FileReport> files, List<Waiting> some, List<CallRepository.Added> added) {
        Map<FileReport, FileReport> copies = new IdentityHashMap<>();
        files.forEach(file -> copies.put(file, file.copy()));
        for (int i = 0; i < some.size(); i++) {
            FileReport copy = copies.get(some.get(i).report());
            if (copy != null) {
                tell(some.get(i), added.get(i), copy);
            }
        }
        return files.stream().map(file -> copies.getOrDefault(file, file).settled()).toList();
    }

    private void storeAlone(Waiting one) {
        try {
            tell(one, add(one), one.report());
        } catch (CancellationException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warn("storing call {} of {}", one.call().id(), one.file(), e);
            one.report().failed(one.file(), one.read().line(), "call " + one.call().id() + " can't be stored: " + e.getMessage());
        }
    }

    private CallRepository.Added add(Waiting one) {
        return into.calls().add(one.call(), () -> storeWhatCameAlong(one.file(), one.read()));
    }

    private void tell(Waiting one, CallRepository.Added added, FileReport report) {
        Call call = one.call();
        switch (added) {
            case STORED -> report.arrived(new ImportReport.Arrived(
                    one.file(), call.id(), call.source().format(), call.turns().size(), one.proposal().needsSides(),
                    one.read().warning(one.proposal().warnings()).warnings()));
            case DUPLICATE -> report.duplicate(
                    new ImportReport.Duplicate(one.file(), one.read().line(), into.calls().withContent(ContentHash.of(call.turns())).orElse(call.id())));
            case ID_TAKEN -> report.failed(idTaken(one.file(), one.read()));
        }
    }

    private void storeWhatCameAlong(String file, ImportedCall read) {
        CallId id = read.call().id();
        if (read.outcome() != null) {
            String evidence = Path.of(file).getFileName() + ":" + read.line();
            into.outcomes().record(List.of(new Outcomes.Reported(id, read.outcome(), RewardSignal.Origin.DATASET, evidence)));
        }
        if (!read.annotations().isEmpty()) {
            String what = "Imported " + read.annotations().size() + " labels with " + read.call().title();
            into.journal().append(
                    new Edit(0, Edit.Cause.DONE, null, what, List.of(), read.annotations(), Edit.BY_IMPORT, into.clock().instant()),
                    edit -> into.outcomes().follow(edit, into.journal()));
        }
    }

    static ImportReport.Failed idTaken(String file, ImportedCall read) {
        return new ImportReport.Failed(file, read.line(), "another call, which says something else, already has the id " + read.call().id()
                + "; give this one an id of its own");
    }

    /** What the import has done so far. */
    ImportReport done() {
        return done.report();
    }
}
