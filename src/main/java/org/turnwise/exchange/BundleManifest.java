package org.turnwise.exchange;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a bundle says of itself.
 *
 * @param format the version of the format; {@value #FORMAT} is what this Turnwise writes, and the highest it reads
 * @param tool   which wrote it
 * @param origin the workspace it was written in
 * @param by     who wrote it
 * @param edits  how many it holds
 * @param calls  how many calls it holds whole; 0 if they were left out
 * @param parts  every file in it but this one
 */
public record BundleManifest(int format, String tool, UUID origin, String by, Instant at, int edits, int calls, List<Part> parts) {

    public static final int FORMAT = 1;

    static final String NAME = "manifest.json";

    /** @param bytes expanded */
    public record Part(String name, long bytes, String sha256) {}

    public BundleManifest {
        parts = List.copyOf(parts);
    }
}
