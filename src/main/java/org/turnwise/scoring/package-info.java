/**
 * Forecasts, turn by turn: turn states and their features, the scorer, its training and calibration, its versions and metrics.
 *
 * <p>Decisions. A forecast at turn t is a function of a {@code TurnState} that has been fed turns 0..t and nothing else. Training takes a frozen
 * snapshot and gives an immutable {@link org.turnwise.scoring.ScorerVersion}; a person promotes it. Every metric stands beside the class prior's
 * on the same held-out calls. Stored scorers are read back through an allow-list of classes.
 *
 * <p>Training has two speeds. A full one fits recognisers and members, which is where the time goes, and leaves behind what they said of each call, and
 * themselves, in {@link org.turnwise.scoring.MemberCaches}. A refresh grows everything above the members anew from that. Both run the same code from there on
 * ({@code HeadTraining}), so that a refresh right after a full training gives the same scorer bit for bit. No call is ever spoken of by members that learned
 * from its customer; where that can't be kept, or too much is new, a refresh is refused ({@link org.turnwise.scoring.CannotRefresh}).
 *
 * <p>Where to look: {@link org.turnwise.scoring.FeatureCatalogue} says what is read off a call, {@code Trainer} how a scorer is fitted and measured,
 * {@code Calibration} what a probability and its band mean, {@link org.turnwise.scoring.novelty.Novelty} what the novelty's scale means. Text members of the
 * stack add their logits to the catalogue's vector; nothing else needs to know of them.
 *
 * <p>Sees {@code annotation}, {@code call}, {@code language}, {@code reward} and {@code task}.
 */
@NullMarked
package org.turnwise.scoring;

import org.jspecify.annotations.NullMarked;
