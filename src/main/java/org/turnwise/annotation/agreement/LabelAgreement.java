package org.turnwise.annotation.agreement;

import java.util.Optional;
import org.turnwise.annotation.Label;

/**
 * How far readers agree on where a label goes.
 *
 * @param units      turns (or calls) that could carry it and that two or more have read
 * @param prevalence share of those readings that put it on, in [0, 1]; 0 without units. Where it is near 0 or 1, kappa is low or undefined however alike
 *                   people read, so the two are always shown together
 * @param kappa      Cohen's; with more than two readers the mean over every two of them (Light 1971) for whom it is defined
 * @param alpha      Krippendorff's, nominal, over all readers
 */
public record LabelAgreement(Label label, int units, double prevalence, Optional<Estimate> kappa, Optional<Estimate> alpha) {}
