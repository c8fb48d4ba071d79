package org.turnwise.ui.common;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Lets what runs in the background wait while what a person just did is answered: threads have no priority where the system doesn't grant it, and a training
 * that takes all cores would be felt in every key. Any thread.
 */
public final class Precedence {

    /** As long as an answer may take to be seen. */
    private static final long ANSWERED_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private volatile long until = System.nanoTime();

    /** A key was pressed, or a button, or a wheel was turned. */
    public void toPerson() {
        until = System.nanoTime() + ANSWERED_NANOS;
    }

    /** Returns at once, or once nothing that a person did waits for its answer. An interrupt ends the wait and stays. */
    void giveWay() {
        for (long left = until - System.nanoTime(); left > 0 && !Thread.currentThread().isInterrupted(); left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
