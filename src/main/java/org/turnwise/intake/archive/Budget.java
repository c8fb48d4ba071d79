package org.turnwise.intake.archive;

import java.io.IOException;

/** How much an archive may expand to in all, however its files share their bytes. One thread. */
final class Budget {

    /** Text shrinks to a tenth at best. */
    private static final long MOST_RATIO = 100;
    /** A file is read once for its checksum and once or twice for what it says. */
    private static final long READINGS = 3;
    private static final long FREE = 64L * 1024 * 1024;

    private long left;

    /** @param packed size of the archive in bytes */
    Budget(long packed) {
        left = (packed * MOST_RATIO + FREE) * READINGS;
    }

    void take(int bytes) throws IOException {
        left -= Math.max(0, bytes);
        if (left < 0) {
            throw new IOException("is in an archive that expands to more than " + MOST_RATIO
                    + " times its size, which text never does; it was not read further");
        }
    }
}
