package org.turnwise.task;

import java.util.concurrent.CancellationException;

/** How running work tells how far it is and learns that it is no longer wanted. Any thread. */
public interface Progress {

    /**
     * @param done from 0 to 1, or negative while it can't be known
     * @param what what is being done now, in words for a person
     */
    void report(double done, String what);

    boolean cancelled();

    /** Called between steps; work that has left nothing half-written may stop here. */
    default void checkCancelled() {
        if (cancelled()) {
            throw new CancellationException("cancelled");
        }
    }

    /** Reports to nobody and is never cancelled. */
    static Progress silent() {
        return new Progress() {
            @Override
            public void report(double done, String what) {}

            @Override
            public boolean cancelled() {
                return false;
            }
        };
    }

    /** The part of this progress between two fractions, for a step of a longer task. */
    default Progress part(double from, double to) {
        Progress whole = this;
        return new Progress() {
            @Override
            public void report(double done, String what) {
                whole.report(done < 0 ? done : from + (to - from) * done, what);
            }

            @Override
            public boolean cancelled() {
                return whole.cancelled();
            }
        };
    }

    /** Cancelled with this one, and says nothing; for a step whose own account of itself would be in the way. */
    default Progress quiet() {
        Progress whole = this;
        return new Progress() {
            @Override
            public void report(double done, String what) {}

            @Override
            public boolean cancelled() {
                return whole.cancelled();
            }
        };
    }
}
