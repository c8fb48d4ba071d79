package org.turnwise.call;

/**
 * Somebody who took part in a call.
 *
 * @param key  how the transcript names them; unique in the call, and what its turns refer to
 * @param name how people read it; equals {@code key} unless the source knows better
 * @param side as settled now; {@link Side#OTHER} until somebody or something places them
 */
public record Participant(String key, String name, Side side) {

    public Participant {
        if (key.isBlank()) {
            throw new IllegalArgumentException("a participant needs a key");
        }
        if (name.isBlank()) {
            name = key;
        }
    }

    public Participant onSide(Side settled) {
        return new Participant(key, name, settled);
    }
}
