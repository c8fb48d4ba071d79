package org.turnwise.intake;

/** Something can't be read as what it should be. The message is for the person who imports it: what was wrong, what was expected, what to do. */
public final class Unreadable extends Exception {

    private final int line;

    /** @param line from 1; 0 if it is about the file as a whole */
    public Unreadable(int line, String reason) {
        super(reason);
        this.line = line;
    }

    public Unreadable(int line, String reason, Throwable cause) {
        super(reason, cause);
        this.line = line;
    }

    public int line() {
        return line;
    }

    public String reason() {
        String message = getMessage();
        return message == null ? "" : message;
    }
}
