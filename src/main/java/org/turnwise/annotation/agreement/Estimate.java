package org.turnwise.annotation.agreement;

import org.jspecify.annotations.Nullable;

/**
 * A figure and where it may lie.
 *
 * @param value    at most 1
 * @param interval null where too few calls were read twice to tell
 */
public record Estimate(double value, @Nullable Interval interval) {

    /** The middle 95 % of what resampled calls give. */
    public record Interval(double low, double high) {}
}
