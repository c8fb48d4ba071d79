package org.turnwise.intake.reading;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

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

    /** Why a file or folder can't be read, in words. */
    public static String why(IOException e) {
        return switch (e) {
            case AccessDeniedException denied -> "can't be opened: there is no permission to read it";
            case NoSuchFileException missing -> "is not there; check the path";
            case FileSystemException other -> "can't be read: " + (other.getReason() == null ? other.getClass().getSimpleName() : other.getReason());
            default -> e.getMessage() == null ? "can't be read: " + e.getClass().getSimpleName() : e.getMessage();
        };
    }

    /** The beginning of a text, for a message. */
    public static String shown(String text) {
        String line = text.strip();
        return line.length() > 60 ? line.substring(0, 60) + "…" : line;
    }

    public int line() {
        return line;
    }

    public String reason() {
        String message = getMessage();
        return message == null ? "" : message;
    }
}
