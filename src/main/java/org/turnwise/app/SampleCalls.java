package org.turnwise.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The calls that come with Turnwise, to look around with. */
final class SampleCalls {

    private static final String INSTALL = "turnwise.install";

    private SampleCalls() {}

    /** Where they lie: beside the program, or below the folder it was started in. */
    static Optional<Path> folder() {
        Path samples = Path.of(System.getProperty(INSTALL, "")).resolve("sample-calls").toAbsolutePath();
        return Files.isDirectory(samples) ? Optional.of(samples) : Optional.empty();
    }
}
