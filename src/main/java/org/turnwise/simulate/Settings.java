package org.turnwise.simulate;

import java.time.DayOfWeek;
import java.time.LocalDate;

/**
 * What is to be simulated. The same settings give the same calls.
 *
 * @param calls    how many, at least 1
 * @param days     over which they are spread, from {@link #FIRST_DAY} on; at least 2
 * @param reps     how many sell, from 2 to {@link #MOST_REPS}
 * @param accounts how many companies they sell to, at most as many as calls
 */
public record Settings(int calls, long seed, Mode mode, int days, int reps, int accounts, Knobs knobs) {

    /** A Monday. */
    public static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 5);

    public static final int MOST_DAYS = 3_650;
    public static final int MOST_REPS = 200;

    public Settings {
        if (calls < 1) {
            throw new IllegalArgumentException("calls is at least 1, not " + calls);
        }
        if (days < 2 || days > MOST_DAYS) {
            throw new IllegalArgumentException("days is from 2 to " + MOST_DAYS + ", not " + days);
        }
        if (reps < 2 || reps > MOST_REPS) {
            throw new IllegalArgumentException("reps is from 2 to " + MOST_REPS + ", not " + reps);
        }
        if (accounts < 1 || accounts > calls) {
            throw new IllegalArgumentException("accounts is from 1 to the number of calls, " + calls + ", not " + accounts);
        }
    }

    /** Half a year, twelve reps and seven accounts to ten calls. */
    public static Settings of(int calls, long seed, Mode mode, Knobs knobs) {
        return new Settings(calls, seed, mode, 182, 12, usualAccounts(calls), knobs);
    }

    public static int usualAccounts(int calls) {
        return (int) Math.max(1, calls * 7L / 10);
    }

    /** Whether this day lies in the first of the two periods that surrogates and drift tell apart. */
    public boolean early(int day) {
        return day < days / 2;
    }

    /** The number of the account that a call is with. Calls with one account follow one another, so that whoever writes deals needs to know one at a time. */
    public int account(int call) {
        return (int) ((long) call * accounts / calls);
    }

    /** The first call with an account, or the number of calls after the last account. */
    public int firstCall(int account) {
        return (int) (((long) account * calls + accounts - 1) / accounts);
    }

    /** What a day is called; on weekends nobody rings, so they count as the Friday before. */
    public LocalDate date(int day) {
        LocalDate date = FIRST_DAY.plusDays(day);
        return date.getDayOfWeek() == DayOfWeek.SATURDAY ? date.minusDays(1) : date.getDayOfWeek() == DayOfWeek.SUNDAY ? date.minusDays(2) : date;
    }
}
