package org.turnwise.find;

/** A search that can't be carried out as it is written; the message says to a person what is wrong and what to write instead. */
public final class NotUnderstood extends RuntimeException {

    NotUnderstood(String message) {
        super(message);
    }
}
