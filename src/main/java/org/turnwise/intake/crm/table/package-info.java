/**
 * Tables that CRMs and people write: deals, outcomes of calls, meetings and changes of stage, whatever the CRM, its language, its dates and its money.
 *
 * <p>Decisions. A table is known by its columns, never by its file's name. What can be guessed is a {@link org.turnwise.intake.crm.table.ColumnProfile} that a
 * person can set right and keep. A date that fits day-month as well as month-day is asked about, never guessed. A row that can't be read fails alone;
 * a date or amount that can't be read is left empty, and said with its column and an example.
 *
 * <p>Sees {@code intake.crm.deal}, {@code reward}, {@code settings} and what its parents say of files.
 */
@NullMarked
package org.turnwise.intake.crm.table;

import org.jspecify.annotations.NullMarked;
