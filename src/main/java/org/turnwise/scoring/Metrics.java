package org.turnwise.scoring;

/**
 * How good probabilities were on calls the scorer had not seen.
 *
 * @param calls    how many calls they are measured on
 * @param auc      area under the ROC curve; .5 is a coin toss, NaN if only one class is there
 * @param brier    mean squared error; lower is better
 * @param logLoss  natural logarithm; lower is better
 * @param ece      expected calibration error over 10 bins of equal width; lower is better
 */
public record Metrics(int calls, double auc, double brier, double logLoss, double ece) {}
