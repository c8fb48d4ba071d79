/**
 * How far people who read the same call say the same of it.
 *
 * <p>Decisions. Only a submitted reading counts: what a person who is not done has left off is not a "no". A reader who hasn't read a call says nothing
 * of it, which is a missing value. Of each label it is asked, on every turn (or call) that may carry it, whether a reader put it on or not; of each kind
 * that a target carries once, which of its labels was put on, where a target without one is missing. A figure that is not defined, because nobody read
 * twice or because all said one and the same throughout, is no figure; never 1 and never 0. Intervals resample whole calls.
 *
 * <p>Sees {@code call} and {@code annotation}.
 */
@NullMarked
package org.turnwise.annotation.agreement;

import org.jspecify.annotations.NullMarked;
