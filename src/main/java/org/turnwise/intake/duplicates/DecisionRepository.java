package org.turnwise.intake.duplicates;

import java.util.List;

/** What people said of pairs of calls: append-only. Any thread; durable when a method returns. */
public interface DecisionRepository {

    void append(Decision decision);

    /** In the order in which they were made. */
    List<Decision> history();
}
