package org.turnwise.scoring;

import org.turnwise.task.Progress;

/** The progress of several steps that go on at once: how far they are together, and what was last said by any. Never goes back. Any thread. */
final class SideBySide {

    private final Progress whole;
    private final double[] done;

    SideBySide(Progress whole, int steps) {
        this.whole = whole;
        this.done = new double[steps];
    }

    Progress of(int step) {
        return new Progress() {
            @Override
            public void report(double share, String what) {
                tell(step, share, what);
            }

            @Override
            public boolean cancelled() {
                return whole.cancelled();
            }
        };
    }

    private synchronized void tell(int step, double share, String what) {
        done[step] = Math.max(done[step], share);
        double sum = 0;
        for (double each : done) {
            sum += each;
        }
        whole.report(sum / done.length, what);
    }
}
