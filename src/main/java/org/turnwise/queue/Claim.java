package org.turnwise.queue;

import java.util.function.Supplier;

/**
 * That a reason holds for a call.
 *
 * @param score how strongly, in [0, 1], comparable within the reason
 * @param why   in words and numbers, one line; asked for once the call's place is settled
 */
record Claim(QueueReason reason, double score, Supplier<String> why) {}
