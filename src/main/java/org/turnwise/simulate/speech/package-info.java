/** Puts plots into words: a grammar, eighteen industries, and the ways people talk and recognisers hear. Sees its parent and {@code plot}. */
@NullMarked
package org.turnwise.simulate.speech;

import org.jspecify.annotations.NullMarked;
