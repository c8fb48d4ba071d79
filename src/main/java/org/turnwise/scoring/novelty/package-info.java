/**
 * How unlike the calls a scorer learned from a call looks: in what was counted of it ({@link org.turnwise.scoring.novelty.FeatureNovelty}), in what was
 * said ({@link org.turnwise.scoring.novelty.MeaningNovelty}), and both on one scale ({@link org.turnwise.scoring.novelty.Novelty}).
 *
 * <p>Decisions. Novelty stands beside a forecast and is never mixed into it: within the field it does not tell wrong forecasts from right ones, but outside
 * of it, it finds what a margin misses. The isolation forest is our own: Smile's keeps two rows of all features in every node, which made a scorer's file
 * some megabytes larger and a fifth of a forecast's time its dot products.
 *
 * <p>Sees {@code call} and {@code language}.
 */
@NullMarked
package org.turnwise.scoring.novelty;

import org.jspecify.annotations.NullMarked;
