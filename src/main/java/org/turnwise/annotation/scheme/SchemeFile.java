package org.turnwise.annotation.scheme;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.turnwise.annotation.LabelScheme;
import org.turnwise.annotation.LabelSchemeReader;
import org.turnwise.annotation.LabelSchemeWriter;

/** A label scheme as a file that people send each other. Any thread. */
public final class SchemeFile {

    private static final long MOST_BYTES = 4L << 20;

    private SchemeFile() {}

    /** @throws LabelSchemeReader.Refused if it can't be read, or is no scheme; names the file and the place in it */
    public static LabelScheme read(Path file) {
        try {
            if (Files.isDirectory(file)) {
                throw new LabelSchemeReader.Refused("label scheme " + file + " is a folder; name a file", null);
            }
            long bytes = Files.size(file);
            if (bytes > MOST_BYTES) {
                throw new LabelSchemeReader.Refused("label scheme " + file + " has " + bytes + " bytes; no scheme has more than " + MOST_BYTES, null);
            }
            try (InputStream json = new BufferedInputStream(Files.newInputStream(file))) {
                return LabelSchemeReader.read(json, file.toString());
            }
        } catch (NoSuchFileException e) {
            throw new LabelSchemeReader.Refused("label scheme " + file + ": there is no such file", e);
        } catch (IOException e) {
            throw new LabelSchemeReader.Refused("label scheme " + file + " can't be read: " + e, e);
        }
    }

    /** Replaces a file that is there. */
    public static void write(Path file, LabelScheme scheme) throws IOException {
        Files.writeString(file, LabelSchemeWriter.page(scheme));
    }
}
