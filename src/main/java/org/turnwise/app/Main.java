package org.turnwise.app;

/** Starts Turnwise. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        throw new UnsupportedOperationException("not built yet");
    }
}
