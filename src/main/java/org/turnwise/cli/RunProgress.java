package org.turnwise.cli;

import java.util.Locale;
import org.turnwise.task.Progress;

/** Progress of the one command this process runs: a line on a terminal that is written over, nothing elsewhere. Any thread. */
final class RunProgress implements Progress {

    private static final long BETWEEN_NANOS = 100_000_000;

    private final Console console;
    private volatile boolean cancelled;
    private int shown;
    private long shownAt;

    RunProgress(Console console) {
        this.console = console;
    }

    @Override
    public synchronized void report(double done, String what) {
        long now = System.nanoTime();
        if (!console.terminal() || (shown > 0 && now - shownAt < BETWEEN_NANOS)) {
            return;
        }
        String line = done < 0 ? what : String.format(Locale.ROOT, "%3.0f %%  %s", done * 100, what);
        line = line.length() > 100 ? line.substring(0, 99) + "…" : line;
        console.err().print("\r" + line + " ".repeat(Math.max(0, shown - line.length())));
        console.err().flush();
        shown = line.length();
        shownAt = now;
    }

    @Override
    public boolean cancelled() {
        return cancelled;
    }

    void cancel() {
        cancelled = true;
    }

    /** Wipes the line, so that what is printed next stands alone. */
    synchronized void clear() {
        if (shown > 0) {
            console.err().print("\r" + " ".repeat(shown) + "\r");
            console.err().flush();
            shown = 0;
        }
    }
}
