package org.turnwise.exchange;

import org.jspecify.annotations.Nullable;

/** A file that is no bundle, or one that can't be taken in. The message names the file, the part and line, and what was expected; nothing was stored. */
public final class BadBundle extends RuntimeException {

    public BadBundle(String message) {
        this(message, null);
    }

    public BadBundle(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
