package org.turnwise.queue;

import java.util.function.IntFunction;

/**
 * That a reason holds for a call.
 *
 * @param score how strongly, in [0, 1], comparable within the reason
 * @param why   in words and numbers, one line, given how many stand before the call under the same reason; asked for once its place is settled
 */
record Claim(QueueReason reason, double score, IntFunction<String> why) {}
