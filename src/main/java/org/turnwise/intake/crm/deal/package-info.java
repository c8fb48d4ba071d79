/**
 * Deals as a CRM has them: what every reader of CRM tables fills, whatever the CRM.
 *
 * <p>Decisions. A row that says what the last one said is not stored again; one that changed is appended, so what a deal looked like at every import can
 * be read. Salesforce's ids are kept in their form of 18 characters, for the one of 15 tells deals apart by case only.
 *
 * <p>Sees {@code reward}.
 */
@NullMarked
package org.turnwise.intake.crm.deal;

import org.jspecify.annotations.NullMarked;
