package org.turnwise.intake.watch;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/** Files of watched folders that were handed over, as they were then. Any thread; durable when a method returns. */
public interface WatchedFiles {

    /** By what a file that changed is known. @param size in bytes */
    record Stamp(long size, Instant modified) {}

    /** By absolute path. */
    Map<Path, Stamp> taken();

    void take(Map<Path, Stamp> files);
}
