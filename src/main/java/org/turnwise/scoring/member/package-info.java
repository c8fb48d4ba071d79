/**
 * The members of the scorer: small models, each of which reads a call in one way (its words, its customer's words and spelling, its meaning, its counts) and
 * says in log odds whether it converted. A logistic regression each, so that what one says is a sum over what it read, and can be explained word by word.
 *
 * <p>Sees {@code call} and {@code language}. It knows neither turn-state features by name nor outcomes other than yes and no; {@code scoring} decides who is
 * trained on what, and keeps whatever is measured out of it.
 *
 * <p>Decisions. The logistic regression is our own, about a hundred lines: Smile's takes no row weights, adds its sums in an order that depends on the
 * number of cores, and keeps no sparse rows that can be stored. Terms of a training set get numbers once and every fold shares them; how rare a term is
 * and whether it is kept is learned from the training calls alone. Log odds are kept up to date turn by turn at a cost that depends on the turn only.
 */
@NullMarked
package org.turnwise.scoring.member;

import org.jspecify.annotations.NullMarked;
