/**
 * Tables of outcomes, as a CRM or a person writes them, and how what they say comes to their calls: {@code table} reads them, {@code deal} keeps deals,
 * {@code matching} finds the calls of a deal.
 *
 * <p>Sees {@code call}, {@code reward}, {@code task} and its parent's report types.
 */
@NullMarked
package org.turnwise.intake.crm;

import org.jspecify.annotations.NullMarked;
