/**
 * What labels teach: recognisers that say what a turn does (its stage, its acts and objections, or whatever the source of a corpus called it), learned from
 * the turns that people labeled, and what they make of a running call.
 *
 * <p>Sees {@code annotation}, {@code call}, {@code scoring.member} and {@code task}. It knows nothing of outcomes; {@code scoring} decides whose turns a
 * recogniser learns from, and what its features are worth.
 *
 * <p>Decisions. A turn without a label of a family says nothing about that family: it is unknown, never a negative. A turn with one has been read for all of
 * them, so it is a negative for the others. Each label has a recogniser of its own on the turn's embedding; a family of softmax outputs would not do, as a turn
 * may do three things at once. A call hands on two numbers a label, how much of it there was so far and whether it was there just now.
 */
@NullMarked
package org.turnwise.scoring.recogniser;

import org.jspecify.annotations.NullMarked;
