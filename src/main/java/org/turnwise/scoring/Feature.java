package org.turnwise.scoring;

import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.turnwise.call.TimingClass;

/**
 * One number read off a turn state.
 *
 * @param id       stable; stands in stored scorers and exports
 * @param name     for people; reads on after a number for counts ("31 customer questions")
 * @param unit     what the number counts
 * @param min      smallest value it can take
 * @param max      largest value it can take; infinite for counts
 * @param meaning  one sentence: what it measures and from what
 * @param timing   the coarsest times it can be read from; {@link TimingClass#NONE} if it needs none
 * @param whole    whether the value at a call's end describes the call, so that it can be told to people as unusual
 * @param reading  NaN where it is missing: the call's times are too coarse, or there is nothing to take a share of
 */
public record Feature(
        String id,
        String name,
        Unit unit,
        double min,
        double max,
        String meaning,
        TimingClass timing,
        boolean whole,
        ToDoubleFunction<TurnState> reading) {

    /** What a feature's number counts, and how people read it. */
    public enum Unit {
        COUNT,
        WORDS,
        /** In [0, 1]; read as per cent. */
        SHARE,
        PER_100_WORDS,
        PER_TURN,
        TURNS,
        SECONDS,
        MINUTES,
        PER_MINUTE,
        /** In (-1, 1). */
        BALANCE,
        /** Over a whole that is 1 when nothing changes. */
        FACTOR;

        String format(double value) {
            return switch (this) {
                case COUNT, WORDS, TURNS -> String.format(Locale.ROOT, "%,.0f", value);
                case SHARE -> String.format(Locale.ROOT, "%.0f %%", 100 * value);
                case SECONDS -> String.format(Locale.ROOT, value < 10 ? "%.1f s" : "%.0f s", value);
                case MINUTES -> String.format(Locale.ROOT, "%.0f min", value);
                case PER_100_WORDS, PER_TURN, PER_MINUTE -> String.format(Locale.ROOT, "%.1f", value);
                case BALANCE, FACTOR -> String.format(Locale.ROOT, "%.2f", value);
            };
        }
    }

    /** The value with its name, for example "31 customer questions" or "Rep's share of words: 82 %". */
    public String tell(double value) {
        return switch (unit) {
            case COUNT, WORDS, TURNS -> unit.format(value) + ' ' + name;
            default -> Character.toUpperCase(name.charAt(0)) + name.substring(1) + ": " + unit.format(value);
        };
    }

    /** The value alone, with its unit. */
    public String format(double value) {
        return unit.format(value);
    }
}
