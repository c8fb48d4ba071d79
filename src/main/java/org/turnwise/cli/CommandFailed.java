package org.turnwise.cli;

/** A command can't do what it was asked; the message is the one line a person reads, and says what to do about it. */
public final class CommandFailed extends RuntimeException {

    public CommandFailed(String message) {
        super(message);
    }

    public CommandFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
