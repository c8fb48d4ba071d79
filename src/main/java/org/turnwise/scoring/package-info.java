/**
 * Forecasts, turn by turn: turn states and their features, the scorer, its training and calibration, its versions and metrics.
 *
 * <p>Decisions. A forecast at turn t is a function of a {@code TurnState} that has been fed turns 0..t and nothing else. Training takes a frozen
 * snapshot and gives an immutable {@link org.turnwise.scoring.ScorerVersion}; a person promotes it. Every metric stands beside the class prior's
 * on the same held-out calls.
 *
 * <p>Sees {@code call}, {@code language}, {@code reward} and {@code task}.
 */
@NullMarked
package org.turnwise.scoring;

import org.jspecify.annotations.NullMarked;
