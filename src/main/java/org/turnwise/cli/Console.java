package org.turnwise.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * Where commands write.
 *
 * @param out      results only
 * @param err      errors and progress
 * @param terminal whether a person watches {@code err}, so that progress is worth showing
 */
public record Console(PrintWriter out, PrintWriter err, boolean terminal) {

    /** The streams of the process, in UTF-8. The launcher knows whether standard error is a terminal and says so in {@code turnwise.terminal}. */
    public static Console ofProcess() {
        return new Console(
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                Boolean.getBoolean("turnwise.terminal"));
    }

    /** One line for a person, on standard error. */
    public void complain(String message) {
        err.println("turnwise: " + message.strip().replaceAll("\\s*\\R\\s*", " "));
        err.flush();
    }
}
