package org.turnwise.scoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.turnwise.scoring.Head.Standard;
import org.turnwise.scoring.member.Members.OfFinished;
import org.turnwise.scoring.member.Members.OfRunning;

/** A part of one of the scorer's heads that can be left out, to see what it brings. */
public sealed interface Part permits Part.LiveMember, Part.OfLive, Part.FinishedMember {

    /** The head that it is left out of. */
    Head.Without head();

    /** What one member says while a call runs. */
    record LiveMember(OfRunning member) implements Part {

        @Override
        public Head.Without head() {
            return without(Standard.LIVE, member);
        }
    }

    /** The rest of the live head. */
    enum OfLive implements Part {
        /** All that is counted of a call: what the trees see of it, and the member that reads it. */
        FEATURES,
        TREES,
        STACK;

        @Override
        public Head.Without head() {
            return without(Standard.LIVE, this);
        }
    }

    /** What one member says of a finished call. */
    record FinishedMember(OfFinished member) implements Part {

        @Override
        public Head.Without head() {
            return without(Standard.FINISHED, member);
        }
    }

    /** All there are, those of the live head first. */
    static List<Part> all() {
        List<Part> parts = new ArrayList<>();
        Arrays.stream(OfRunning.values()).map(LiveMember::new).forEach(parts::add);
        parts.addAll(List.of(OfLive.values()));
        Arrays.stream(OfFinished.values()).map(FinishedMember::new).forEach(parts::add);
        return List.copyOf(parts);
    }

    private static Head.Without without(Standard head, Enum<?> part) {
        return new Head.Without(head, part.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
