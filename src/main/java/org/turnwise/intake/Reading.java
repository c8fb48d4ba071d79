package org.turnwise.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.turnwise.intake.archive.ArchiveReader;
import org.turnwise.intake.reading.ImportedCall;
import org.turnwise.intake.reading.InputFile;
import org.turnwise.intake.reading.ReadContext;
import org.turnwise.intake.reading.TranscriptReader;
import org.turnwise.intake.reading.Unreadable;

/** Reads one file through the reader of its format. Whatever goes wrong becomes a failure with file and line. */
final class Reading {

    private static final Logger LOG = LoggerFactory.getLogger(Reading.class);

    private Reading() {}

    /** A file and the reader of its format. */
    record Recognised(InputFile file, TranscriptReader reader) {}

    /** Finds out what a file is, or has done so. */
    interface Recognising {
        Recognised file() throws IOException, Unreadable;
    }

    static Recognised recognised(Path path, ReadContext context) throws IOException, Unreadable {
        return recognised(InputFile.open(path), context);
    }

    private static Recognised recognised(InputFile file, ReadContext context) throws Unreadable {
        return new Recognised(file, Formats.readerOf(file, context));
    }

    static void of(String what, ArchiveReader.Member opening, ReadContext context, TranscriptReader.Arrivals arrivals) {
        of(what, () -> recognised(opening.open(), context), context, arrivals);
    }

    /** @param what names the file in the log */
    static void of(String what, Recognising recognising, ReadContext context, TranscriptReader.Arrivals arrivals) {
        try {
            Recognised recognised = recognising.file();
            Heard heard = new Heard(arrivals);
            recognised.reader().read(recognised.file(), context, heard);
            if (!heard.anything) {
                arrivals.failed(0, "holds no words that anybody says");
            }
        } catch (Unreadable e) {
            arrivals.failed(e.line(), e.reason());
        } catch (IOException e) {
            LOG.debug("reading {}: {}", what, e.toString());
            arrivals.failed(0, Unreadable.why(e));
        } catch (CancellationException e) {
            throw e;
        } catch (OutOfMemoryError e) {
            arrivals.failed(0, "is too large for the memory that Turnwise may use; split it, or give more with TURNWISE_JAVA_OPTIONS=-Xmx4g");
        } catch (RuntimeException | StackOverflowError e) {
            LOG.warn("reading {}", what, e);
            arrivals.failed(0, "can't be read, because of a fault in Turnwise (" + e + "); please report it with the file's format");
        }
    }

    /** Notes whether a reader has said anything of its file: one that says nothing would let the file vanish. */
    private static final class Heard implements TranscriptReader.Arrivals {
        private final TranscriptReader.Arrivals others;
        private boolean anything;

        Heard(TranscriptReader.Arrivals others) {
            this.others = others;
        }

        @Override
        public void call(ImportedCall call) {
            anything = true;
            others.call(call);
        }

        @Override
        public void failed(int line, String reason) {
            anything = true;
            others.failed(line, reason);
        }

        @Override
        public void skipped(String why) {
            anything = true;
            others.skipped(why);
        }

        @Override
        public TranscriptReader.Arrivals within(String member) {
            anything = true;
            return others.within(member);
        }
    }
}
