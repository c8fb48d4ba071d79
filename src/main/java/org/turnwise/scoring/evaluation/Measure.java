package org.turnwise.scoring.evaluation;

import org.turnwise.scoring.Measures;

/** What is measured of forecasts whose outcome is known. */
public enum Measure {
    /** Area under the ROC curve: how well calls are ranked; .5 is a coin toss. A class prior ranks nothing, so its is .5 by definition. */
    AUC("auc", true),
    /** Mean squared error. */
    BRIER("brier", false),
    /** Mean negative log likelihood, natural logarithm. */
    LOG_LOSS("logLoss", false),
    /** Expected calibration error over ten bins of equal width. */
    ECE("ece", false),
    /** Share that is wrong of the surest fifth; see {@link RiskCoverage}. */
    RISK_20("risk20", false),
    /** Of the surest half. */
    RISK_50("risk50", false),
    /** Of the surest four fifths. */
    RISK_80("risk80", false);

    private final String label;
    private final boolean higherIsBetter;

    Measure(String label, boolean higherIsBetter) {
        this.label = label;
        this.higherIsBetter = higherIsBetter;
    }

    /** How files name it. */
    public String label() {
        return label;
    }

    public boolean higherIsBetter() {
        return higherIsBetter;
    }

    /** @param times how often each row counts */
    double of(Rows rows, int[] times) {
        return switch (this) {
            case AUC -> auc(rows, times);
            case BRIER -> Measures.mean(rows.squaredErrors(), times);
            case LOG_LOSS -> Measures.mean(rows.logLosses(), times);
            case ECE -> Measures.ece(rows.p(), rows.converted(), times);
            case RISK_20 -> RiskCoverage.risk(rows, times, .2);
            case RISK_50 -> RiskCoverage.risk(rows, times, .5);
            case RISK_80 -> RiskCoverage.risk(rows, times, .8);
        };
    }

    /** All of them, in their order. */
    static double[] all(Rows rows, int[] times) {
        double[] risks = RiskCoverage.risks(rows, times, .2, .5, .8);
        return new double[] {AUC.of(rows, times), BRIER.of(rows, times), LOG_LOSS.of(rows, times), ECE.of(rows, times), risks[0], risks[1], risks[2]};
    }

    private static double auc(Rows rows, int[] times) {
        double auc = Measures.auc(rows.p(), rows.converted(), times);
        return rows.ranked() || Double.isNaN(auc) ? auc : .5;
    }
}
