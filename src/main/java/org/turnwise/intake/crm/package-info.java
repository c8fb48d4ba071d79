/**
 * Tables of outcomes, as a CRM or a person writes them, and how their rows find their calls.
 *
 * <p>Sees {@code call}, {@code reward}, {@code task} and its parent's report types.
 */
@NullMarked
package org.turnwise.intake.crm;

import org.jspecify.annotations.NullMarked;
