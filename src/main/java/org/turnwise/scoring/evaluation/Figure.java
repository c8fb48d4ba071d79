package org.turnwise.scoring.evaluation;

/**
 * A figure with its {@link Bootstrap#LEVEL} interval.
 *
 * @param value NaN where it can't be told, such as the AUC of calls that all converted
 * @param low   NaN where too few resamples tell
 * @param high  likewise
 */
public record Figure(double value, double low, double high) {

    /** The other way round. */
    Figure negated() {
        return new Figure(-value, -high, -low);
    }
}
