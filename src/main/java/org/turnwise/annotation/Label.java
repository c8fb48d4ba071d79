package org.turnwise.annotation;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.turnwise.call.Side;

/**
 * One label of a scheme.
 *
 * @param id       stable for good; renaming keeps it, for example {@code O_PRICE}
 * @param name     what people read
 * @param sides    whose turns may carry it; every side for call labels
 * @param key      the hotkey as the scheme writes it ({@code 1}, {@code P}, {@code Shift+T}); null if it has none of its own
 * @param tone     what its colour means
 * @param guidance when to use it and when not, in a sentence or two
 * @param family   id of the act it is a subtype of, or null
 */
public record Label(
        String id,
        LabelKind kind,
        String name,
        Set<Side> sides,
        @Nullable String key,
        Tone tone,
        String guidance,
        @Nullable String family) {

    /** What the colour of a chip says. */
    public enum Tone {
        REP,
        CUSTOMER,
        OBJECTION,
        GOOD,
        BAD,
        NEUTRAL
    }

    public Label {
        sides = Set.copyOf(sides);
    }
}
