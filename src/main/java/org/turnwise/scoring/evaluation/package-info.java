/**
 * How good forecasts are on calls that nothing was learned from: cross-validated, by head and by how much of a call was heard, with intervals, beside the
 * class prior.
 *
 * <p>Decisions. Folds never cut through a group (customer), and intervals are made by drawing whole groups, since calls of one customer say much the same
 * thing. Heads are compared on the same draws, so that what is hard for both cancels out. Nothing here knows how a forecast comes about: it asks a
 * {@link org.turnwise.scoring.Learner}. A report is plain numbers, kept as JSON with the scorer version it speaks of. The same corpus, folds and seed give
 * the same report; the order of calls says nothing.
 *
 * <p>Golden values in the tests come from scikit-learn, SciPy and NumPy; the script that made them lies beside them.
 *
 * <p>What labels teach is measured twice: how well it is recognised what turns do, and how well calls are forecast, each against the number of calls that have
 * labels on their turns. Fewer labels are a part of more, drawn by lot, and steps are compared on the same held-out calls.
 *
 * <p>Sees {@code scoring}, {@code call}, {@code intake} (to read a corpus), {@code annotation}, {@code language.embedding}, {@code reward} and {@code task}.
 */
@NullMarked
package org.turnwise.scoring.evaluation;

import org.jspecify.annotations.NullMarked;
