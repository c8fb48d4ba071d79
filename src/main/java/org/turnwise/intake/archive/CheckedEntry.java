package org.turnwise.intake.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipException;

/** The bytes of one entry; at the end its checksum must be the one that the archive's list gives, which the platform does not look at here. */
final class CheckedEntry extends CheckedInputStream {

    private final long expected;
    private final Budget budget;

    /** @param expected -1 if the list gives none */
    CheckedEntry(InputStream in, long expected, Budget budget) {
        super(in, new CRC32());
        this.expected = expected;
        this.budget = budget;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        budget.take(1);
        verified(b);
        return b;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int n = super.read(into, offset, length);
        budget.take(n);
        verified(n);
        return n;
    }

    private void verified(int read) throws IOException {
        if (read < 0 && expected >= 0 && getChecksum().getValue() != expected) {
            throw new ZipException("its checksum is wrong");
        }
    }
}
