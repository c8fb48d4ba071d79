package org.turnwise.intake.reading;

import java.io.IOException;

/**
 * Reads one transcript format, or a family of formats that are told apart only once a file is parsed. Keeps no state; any thread.
 *
 * <p>Readers are asked in a fixed order, the surest signs first, and the first that recognises a file reads it. So a reader may rely on no reader
 * before it having wanted the file, and must not claim what a later one reads better.
 */
public interface TranscriptReader {

    /** What readers hand over, as they go. */
    interface Arrivals {
        void call(ImportedCall call);

        /**
         * One part of the file can't be read; the rest goes on.
         *
         * @param line from 1; 0 if it is about the file as a whole
         */
        void failed(int line, String reason);

        /** The file holds no call and is still of use, or is none of an import's business; a part of a sentence for the report. */
        void skipped(String why);

        /** Where to hand over what one file within an archive holds, so that the report names that file. */
        Arrivals within(String member);
    }

    /** Whether the file is of this format, by its content; fast, whatever the content is. */
    boolean recognises(Glimpse glimpse, ReadContext context);

    /**
     * Reads the whole file, which this reader has recognised. A call is handed over once it is whole.
     *
     * @throws Unreadable  if it yields nothing; what was handed over before stands
     * @throws IOException if the file can't be read, or goes beyond a bound; the message says which
     */
    void read(InputFile file, ReadContext context, Arrivals arrivals) throws IOException, Unreadable;
}
