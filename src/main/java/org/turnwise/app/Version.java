package org.turnwise.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Which Turnwise this is. */
final class Version {

    private static final String WRITTEN_BY_BUILD = "/META-INF/maven/org.turnwise/turnwise/pom.properties";

    private Version() {}

    /** As the build wrote it into the jar, for example {@code 0.1.0}; {@code development} where classes run without their jar. */
    static String current() {
        Properties build = new Properties();
        try (InputStream in = Version.class.getResourceAsStream(WRITTEN_BY_BUILD)) {
            if (in == null) {
                return "development";
            }
            build.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("can't read the version of this build", e);
        }
        return build.getProperty("version", "development");
    }
}
