package org.turnwise.queue;

/** Where work on a call stands. */
public enum WorkStatus {
    TODO,
    IN_PROGRESS,
    SKIPPED,
    SUBMITTED
}
