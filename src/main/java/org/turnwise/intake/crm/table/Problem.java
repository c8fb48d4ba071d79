package org.turnwise.intake.crm.table;

/** @param line from 1; 0 if it is about the table as a whole */
public record Problem(int line, String reason) {}
