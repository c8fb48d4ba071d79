/** Reading one call turn by turn and labeling it, with the queue beside it. */
@NullMarked
package org.turnwise.ui.annotate;

import org.jspecify.annotations.NullMarked;
