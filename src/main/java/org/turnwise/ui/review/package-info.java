/** The review screen: calls that were flagged, why, what people say about them, and the decision. */
@NullMarked
package org.turnwise.ui.review;

import org.jspecify.annotations.NullMarked;
