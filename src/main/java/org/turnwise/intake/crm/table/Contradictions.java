package org.turnwise.intake.crm.table;

import java.util.ArrayList;
import java.util.List;

/** Rows whose columns say different things of the same deal. */
final class Contradictions {

    int flagsOverStage;
    int wonAndNotClosed;
    final List<String> stageOverStatus = new ArrayList<>();
    final List<String> leftOpen = new ArrayList<>();

    List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (!leftOpen.isEmpty()) {
            notes.add(rows(leftOpen.size(), "says one thing in its status and another in its stage", "say one thing in their status and another in their stage")
                    + ", such as " + leftOpen.getFirst() + "; such deals were left open.");
        }
        if (!stageOverStatus.isEmpty()) {
            notes.add(rows(stageOverStatus.size(), "has a status that says less than its stage", "have a status that says less than their stage")
                    + ", such as " + stageOverStatus.getFirst() + "; the stage was taken.");
        }
        if (flagsOverStage > 0) {
            notes.add(rows(flagsOverStage, "says another end by its stage than by its columns of closed and won",
                    "say another end by their stage than by their columns of closed and won") + "; those columns were taken.");
        }
        if (wonAndNotClosed > 0) {
            notes.add(rows(wonAndNotClosed, "says that its deal is won and not closed", "say that their deals are won and not closed")
                    + "; such deals were left open.");
        }
        return notes;
    }

    private static String rows(int count, String one, String many) {
        return count + (count == 1 ? " row " + one : " rows " + many);
    }
}
