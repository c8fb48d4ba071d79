package org.turnwise.intake;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * What imports were begun and how far each came, so that one that was cancelled or killed can be taken up. Any thread; durable when a method returns, and part
 * of the write under way if there is one.
 */
public interface ImportRuns {

    enum Kind {
        ROSTER,
        TRANSCRIPT,
        TABLE
    }

    /** @param place in the order of the import, from 0 */
    record Item(int place, Kind kind, Path file) {}

    /** What became of an item, once nothing of it is left to be stored. */
    record Settled(int place, ImportReport report) {}

    /** How a run ended. */
    enum Ending {
        DONE,
        /** A person let the rest be, or began the same import anew. */
        LEFT
    }

    /**
     * A run that has not ended.
     *
     * @param paths as a person gave them
     * @param files how many it has
     * @param left  how many of them are still to be read
     */
    record Unfinished(long run, List<String> paths, Instant begunAt, int files, int left) {

        public Unfinished {
            paths = List.copyOf(paths);
        }
    }

    /**
     * Begins a run and returns its number. Unfinished runs of the same paths end as {@link Ending#LEFT}.
     *
     * @param items kept by their absolute paths
     * @param found what a look at the paths alone has refused or left aside
     */
    long begin(List<Path> paths, List<Item> items, ImportReport found, Instant at);

    void settle(long run, Collection<Settled> settled);

    void end(long run, Ending ending, Instant at);

    /** The latest first. */
    List<Unfinished> unfinished();

    /** All items of a run, in order. */
    List<Item> items(long run);

    /** Those of them that are still to be read. */
    List<Item> left(long run);

    /** What the run has done so far. */
    ImportReport report(long run);

    /** Keeps nothing: a run that is cut off can only be begun again. */
    static ImportRuns forgetting() {
        return new ImportRuns() {
            @Override
            public long begin(List<Path> paths, List<Item> items, ImportReport found, Instant at) {
                return 0;
            }

            @Override
            public void settle(long run, Collection<Settled> settled) {}

            @Override
            public void end(long run, Ending ending, Instant at) {}

            @Override
            public List<Unfinished> unfinished() {
                return List.of();
            }

            @Override
            public List<Item> items(long run) {
                return List.of();
            }

            @Override
            public List<Item> left(long run) {
                return List.of();
            }

            @Override
            public ImportReport report(long run) {
                return ImportReport.EMPTY;
            }
        };
    }
}
