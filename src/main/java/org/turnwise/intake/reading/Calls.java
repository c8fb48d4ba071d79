package org.turnwise.intake.reading;

import org.turnwise.call.Turn;

/** What holds for every call that comes in. */
public final class Calls {

    public static final int MOST_TURNS = 100_000;

    /** In characters. */
    public static final int LONGEST_TURN = 1_000_000;

    private Calls() {}

    public static void refuseEndless(Turn turn, int line) throws Unreadable {
        if (turn.text().length() > LONGEST_TURN) {
            throw new Unreadable(line, "turn " + turn.ordinal() + " has " + turn.text().length() + " characters, and a turn may have " + LONGEST_TURN
                    + "; see whether the transcript's turns were told apart");
        }
    }

    /** The file's name as people would say it: without ending, underscores and what meeting tools append. */
    public static String titleOf(String fileName) {
        String base = fileName.replaceFirst("(?i)\\.gz$", "").replaceFirst("\\.[^.]{1,10}$", "").replaceFirst("(?i)\\.transcript$", "");
        String cleaned = base.replaceFirst("(?i)[\\s-]+\\d{8}_\\d{6}(utc)?-(meeting recording|meeting transcript)$", "")
                .replace('_', ' ').replaceAll("\\s+", " ").strip();
        return cleaned.isEmpty() ? fileName : cleaned;
    }
}
