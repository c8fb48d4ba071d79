package org.turnwise.scoring.explanation;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.turnwise.call.Side;
import org.turnwise.scoring.Cause;
import org.turnwise.scoring.Explanation;
import org.turnwise.scoring.Feature;
import org.turnwise.scoring.recogniser.Recognised;

/** What a forecast goes with, in words that stand inside a sentence. */
public final class CauseWords {

    /** Turns named before the rest is only counted. */
    private static final int TURNS_NAMED = 3;

    private CauseWords() {}

    /** For example {@code “sounds good” from the customer}, {@code 5 customer questions}, {@code rep's share of words at 71 %}. */
    public static String of(Cause cause) {
        return switch (cause) {
            case Cause.Counted counted when counted.missing() -> "no reading of " + counted.feature().name();
            case Cause.Counted counted -> counted(counted.feature(), counted.value());
            case Cause.Said(String text, Side side) -> "“" + text + "” from " + who(side);
            case Cause.Meant(int turn, Side side) -> "what " + who(side) + " said in turn " + turn;
            case Cause.Written(Side side) -> "how " + who(side) + " spells";
            case Cause.Done(Recognised act) -> "how much of “" + act.label() + "” there is from " + who(act.side());
            case Cause.Unsaid() -> "what has not been said";
        };
    }

    private static String counted(Feature feature, double value) {
        if (feature.id().equals("last.customer")) {
            return value > 0 ? "the customer's speaking last" : "the customer's not speaking last";
        }
        return switch (feature.unit()) {
            case COUNT, WORDS, TURNS -> feature.format(value) + ' ' + feature.name();
            default -> feature.name() + " at " + feature.format(value);
        };
    }

    private static String who(Side side) {
        return switch (side) {
            case REP -> "the rep";
            case CUSTOMER -> "the customer";
            case OTHER -> "somebody else";
        };
    }

    /** With the turns in which it was said: {@code “sounds good” from the customer (turns 3 and 14)}. */
    public static String withTurns(Explanation.Share share) {
        // what was meant names its turn itself
        return of(share.cause()) + (share.turns().isEmpty() || share.cause() instanceof Cause.Meant ? "" : " (" + turns(share.turns()) + ")");
    }

    /** What a side said in several turns, whatever the words. */
    static String meant(Side side, List<Explanation.Share> shares) {
        return "what " + who(side) + " said in " + turns(shares.stream().flatMap(share -> share.turns().stream()).toList());
    }

    private static String turns(List<Integer> turns) {
        if (turns.size() == 1) {
            return "turn " + turns.getFirst();
        }
        List<String> named = turns.stream().limit(TURNS_NAMED).map(String::valueOf).collect(Collectors.toList());
        if (turns.size() > TURNS_NAMED) {
            named.add((turns.size() - TURNS_NAMED) + " more");
        }
        return "turns " + inARow(named);
    }

    /** {@code a}, {@code a and b}, {@code a, b and c}. */
    static String inARow(List<String> things) {
        return things.size() == 1
                ? things.getFirst()
                : String.join(", ", things.subList(0, things.size() - 1)) + " and " + things.getLast();
    }

    static String percent(double probability) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * probability);
    }
}
