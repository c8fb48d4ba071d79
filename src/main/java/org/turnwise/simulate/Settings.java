package org.turnwise.simulate;

import java.time.LocalDate;

/**
 * What is to be simulated. The same settings give the same calls.
 *
 * @param calls how many, at least 1
 * @param days  over which they are spread, from {@link #FIRST_DAY} on
 * @param reps  how many sell
 */
public record Settings(int calls, long seed, Mode mode, int days, int reps, Knobs knobs) {

    public static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 5);

    public Settings {
        if (calls < 1 || days < 2 || reps < 2) {
            throw new IllegalArgumentException("there must be at least 1 call, 2 days and 2 reps");
        }
    }

    /** Half a year and twelve reps. */
    public static Settings of(int calls, long seed, Mode mode, Knobs knobs) {
        return new Settings(calls, seed, mode, 182, 12, knobs);
    }

    /** Whether this day lies in the first of the two periods that surrogates and drift tell apart. */
    boolean early(int day) {
        return day < days / 2;
    }
}
