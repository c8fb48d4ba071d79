package org.turnwise.call;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who took part in a call.
 *
 * @param key   how the transcript names them; unique in the call, and what its turns refer to
 * @param name  how people read it; equals {@code key} unless the source knows better
 * @param side  as settled now; {@link Side#OTHER} until somebody or something places them
 * @param email if the source says; what finds their deal in a CRM
 */
public record Participant(String key, String name, Side side, @Nullable String email) {

    public Participant {
        if (key.isBlank()) {
            throw new IllegalArgumentException("a participant needs a key");
        }
        if (name.isBlank()) {
            name = key;
        }
        if (email != null && email.isBlank()) {
            email = null;
        }
    }

    /** Of whom no e-mail is known. */
    public Participant(String key, String name, Side side) {
        this(key, name, side, null);
    }

    public Participant onSide(Side settled) {
        return new Participant(key, name, settled, email);
    }
}
