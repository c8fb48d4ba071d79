package org.turnwise.intake.crm.deal;

import java.time.LocalDate;
import org.turnwise.reward.SourceRow;

/** A deal went from one stage to another. @param from empty for its first stage */
public record StageChange(String dealId, LocalDate on, String from, String to, SourceRow row) {}
