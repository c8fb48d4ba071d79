package org.turnwise.scoring;

/**
 * What the scorer says after a turn, knowing that turn and those before it.
 *
 * @param ordinal     the turn
 * @param probability of conversion, calibrated, in [0, 1]
 * @param low         lower end of the band, at most {@code probability}
 * @param high        upper end of the band, at least {@code probability}
 * @param confidence  calibrated margin |2p − 1|, in [0, 1]: 0 is a coin toss
 * @param novelty     in [0, 1]: how unlike the training calls this looks; about .5 is usual, above .6 unusual
 * @param value       expected reward under the policy the scorer was trained on, in [-1, 1]
 * @param advantage   value after this turn less value before it; for the first turn less the value before anything was said
 */
public record Forecast(
        int ordinal, double probability, double low, double high, double confidence, double novelty, double value, double advantage) {}
