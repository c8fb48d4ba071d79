package org.turnwise.scoring;

import java.util.List;
import org.turnwise.task.Progress;

/** Measures a version that was just trained, on calls held out from it. {@link Training} knows the calls; what is measured of them is decided above it. */
@FunctionalInterface
public interface Assessor {

    /**
     * What a version keeps of it, as text that whoever assessed can read back. The same calls and seed give the same text.
     *
     * @param calls   all that the version was trained on, each forecast by what had not seen it
     * @param leftOut calls of the workspace that say neither yes nor no, or whose sides are not settled
     * @throws java.util.concurrent.CancellationException if the progress says so
     */
    String assess(List<HeldOutCall> calls, int leftOut, int folds, long seed, Progress progress);
}
