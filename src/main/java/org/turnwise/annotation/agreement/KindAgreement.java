package org.turnwise.annotation.agreement;

import java.util.Optional;
import org.turnwise.annotation.LabelKind;

/**
 * How far readers agree on which label of a kind a target carries, where two or more put one on it.
 *
 * @param units how many targets that are
 * @param scale ORDINAL for the change in the chance of winning and for severity, NOMINAL for all other kinds; kappa is nominal always
 */
public record KindAgreement(LabelKind kind, Scale scale, int units, Optional<Estimate> kappa, Optional<Estimate> alpha) {}
