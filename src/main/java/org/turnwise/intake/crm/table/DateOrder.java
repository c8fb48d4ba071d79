package org.turnwise.intake.crm.table;

/** What comes first in dates such as 03/04/2026. */
public enum DateOrder {
    DAY_FIRST,
    MONTH_FIRST
}
