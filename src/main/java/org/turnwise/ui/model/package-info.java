/** Scorer versions: train, compare with the active one and the class prior, promote, roll back. */
@NullMarked
package org.turnwise.ui.model;

import org.jspecify.annotations.NullMarked;
