package org.turnwise.scoring;

/**
 * What the scorer says of a call once it is over.
 *
 * @param probability of conversion, calibrated on finished calls, in [0, 1]
 * @param low         lower end of the band, at most {@code probability}
 * @param high        upper end of the band, at least {@code probability}
 */
public record FinishedForecast(double probability, double low, double high) {}
