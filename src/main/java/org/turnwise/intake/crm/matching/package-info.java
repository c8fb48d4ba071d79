/**
 * Which deal each call belongs to.
 *
 * <p>Decisions. A deal is found by, in this order: its id in what the call brought along; a contact's e-mail; the name of the account together with a
 * contact's full name; the account's domain; the name of the account together with the rep. Only the strongest way that finds any deal counts. Deals must have
 * been there about when the call was: created up to 14 days after it, closed up to 14 days before. Where several are left, contact, owner and having been open
 * at the time of the call decide (a contact only against deals that list contacts of their own); a deal that is only nearer in time or larger is put first, but
 * a person decides. So does a person below a confidence of .7.
 *
 * <p>Matches are events; the last one of a call holds. What a person decided stays until they take it back, whatever a later CRM export makes likely.
 *
 * <p>Sees {@code call}, {@code intake.crm.deal}, {@code reward} and {@code task}.
 */
@NullMarked
package org.turnwise.intake.crm.matching;

import org.jspecify.annotations.NullMarked;
