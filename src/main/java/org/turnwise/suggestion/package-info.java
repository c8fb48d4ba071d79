/**
 * Labels that a turn probably carries, offered to whoever reads it: learned from what people labeled, decided on by a person, never a label by themselves.
 *
 * <p>Sees {@code annotation}, {@code call}, {@code language.embedding}, {@code scoring} (its recognisers and intervals) and {@code task}. It owns
 * {@link org.turnwise.suggestion.Decisions}, which {@code store} implements.
 *
 * <p>Decisions.
 * <ul>
 *   <li>A customer's calls are suggested to by what was learned without that customer's fold of the labels: neither the recogniser, nor its calibration, nor
 *       which labels are suggested at all depends on a label of the call. So a second reader never sees the first one's labels come back as suggestions. The
 *       fold is drawn from the customer's name alone; labels made later don't move it.
 *   <li>Confidence is the chance that a reader puts the label there, fitted on calls the recogniser didn't learn from. For acts and objections the turns that
 *       readers of submitted calls left blank count as not carrying them.
 *   <li>A suggestion becomes a label only by an ordinary edit of a person, and a decision is stored in the same write. A rejection is an edit without
 *       annotations, so that it is undone in its turn with all the rest. An undone edit takes its decisions with it: the suggestion is open again.
 *   <li>Nothing here reads suggestions or decisions as labels: training, export, agreement and progress read the journal's annotations only.
 * </ul>
 */
@NullMarked
package org.turnwise.suggestion;

import org.jspecify.annotations.NullMarked;
