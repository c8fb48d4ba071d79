package org.turnwise.scoring.evaluation;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * How much of a call had been heard when it was forecast. A number of turns is the honest test of a running call; a percentage knows how long the call will be.
 */
public sealed interface Prefix permits Prefix.Turns, Prefix.Share {

    /** The first so many turns, at least 1. Calls with fewer turns are left out, so that a figure at 16 turns is about calls that had 16. */
    record Turns(int count) implements Prefix {

        public Turns {
            if (count < 1) {
                throw new IllegalArgumentException("a prefix has at least one turn, not " + count);
            }
        }

        @Override
        public String label() {
            return "turn" + count;
        }

        @Override
        public OptionalInt heard(int turns) {
            return turns < count ? OptionalInt.empty() : OptionalInt.of(count);
        }
    }

    /** So many per cent of the turns, from 1 to 100, rounded up: of every call at least one turn. */
    record Share(int percent) implements Prefix {

        public Share {
            if (percent < 1 || percent > 100) {
                throw new IllegalArgumentException("a share lies from 1 to 100 per cent, not " + percent);
            }
        }

        @Override
        public String label() {
            return percent + "%";
        }

        @Override
        public OptionalInt heard(int turns) {
            return OptionalInt.of(Math.ceilDiv(turns * percent, 100));
        }
    }

    /** The whole call. */
    Prefix WHOLE = new Share(100);

    /** Those that every evaluation reports. */
    List<Prefix> STANDARD = List.of(new Turns(4), new Turns(8), new Turns(16), new Share(25), new Share(50), new Share(75), WHOLE);

    /** As in {@code turn8} and {@code 25%}. */
    String label();

    /** How many turns of a call with so many were heard; empty if the call is left out. */
    OptionalInt heard(int turns);

    /** @throws IllegalArgumentException if it is no prefix's label */
    static Prefix ofLabel(String label) {
        return Stream.of(label)
                .filter(l -> l.matches("turn[1-9]\\d{0,5}|[1-9]\\d{0,2}%"))
                .map(l -> l.endsWith("%") ? new Share(Integer.parseInt(l.substring(0, l.length() - 1))) : new Turns(Integer.parseInt(l.substring(4))))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no prefix \"" + label + "\""));
    }
}
