package org.turnwise.ui.review;

import org.jspecify.annotations.Nullable;
import org.turnwise.queue.QueueItem;
import org.turnwise.review.CallReview;

/**
 * A call that waits for a decision, or has one.
 *
 * @param item its row in the queue; null while the queue is not built or does not hold it
 */
record ReviewRow(CallReview review, String title, @Nullable QueueItem item) {}
