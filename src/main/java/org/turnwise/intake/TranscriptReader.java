package org.turnwise.intake;

import java.io.IOException;

/** Reads one transcript format. Keeps no state; any thread. */
interface TranscriptReader {

    /** What readers hand over, as they go. */
    interface Arrivals {
        void call(ImportedCall call);

        /** One part of the file can't be read; the rest goes on. */
        void failed(int line, String reason);
    }

    /** How the source of a call names the format, for example {@code vtt}. */
    String format();

    /**
     * Reads the whole file, whose format has been found to be this one.
     *
     * @throws Unreadable  if it yields nothing; what was handed over before stands
     * @throws IOException if the file can't be read, or goes beyond a bound; the message says which
     */
    void read(InputFile file, ReadContext context, Arrivals arrivals) throws IOException, Unreadable;
}
