/**
 * What happens in a call before there are words for it: the {@link org.turnwise.simulate.plot.Rep} proposes, the
 * {@link org.turnwise.simulate.plot.Manager} rules, the {@link org.turnwise.simulate.plot.Customer} is moved, and the
 * {@link org.turnwise.simulate.plot.Director} lets them play. Sees its parent and {@code reward}.
 */
@NullMarked
package org.turnwise.simulate.plot;

import org.jspecify.annotations.NullMarked;
