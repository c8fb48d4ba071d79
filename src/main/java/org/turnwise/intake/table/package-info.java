/**
 * Tables with one turn a row: which column is what, guessed from the header and open to correction, and the calls that the rows make.
 *
 * <p>Sees {@code intake.mapping}, {@code intake.reading} and {@code call}.
 */
@NullMarked
package org.turnwise.intake.table;

import org.jspecify.annotations.NullMarked;
