package org.turnwise.intake.reading;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;
import java.util.zip.ZipException;

/** What was packed, as it is unpacked; fails with an {@link IOException} that says so where it expands beyond bounds or is damaged. */
public final class Expanding extends FilterInputStream {

    /** The most that a packed file may become. */
    public static final long MOST_EXPANDED = 4L * 1024 * 1024 * 1024;
    /** Text shrinks to a tenth at best; what claims to shrink to less than a hundredth is made to fill the disk. */
    private static final int MOST_RATIO = 100;
    private static final long RATIO_COUNTS_FROM = 16L * 1024 * 1024;

    private final LongSupplier packed;
    private final String what;
    private long count;

    /**
     * @param packed how many packed bytes were taken so far, or will be at most
     * @param what   is packed, for messages: {@code "a gzip file"}
     */
    public Expanding(InputStream unpacked, LongSupplier packed, String what) {
        super(unpacked);
        this.packed = packed;
        this.what = what;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int n;
        try {
            n = super.read(into, offset, length);
        } catch (EOFException | ZipException e) {
            throw new IOException("is " + what + " that is damaged or cut off; get it again", e);
        }
        count += Math.max(n, 0);
        if (count > RATIO_COUNTS_FROM && count > packed.getAsLong() * MOST_RATIO) {
            throw new IOException("is " + what + " that expands to more than " + MOST_RATIO
                    + " times its size, which text never does; it was not read further");
        }
        if (count > MOST_EXPANDED) {
            throw new IOException("is " + what + " that expands to more than " + DecodedText.inMegabytes(MOST_EXPANDED) + "; split it");
        }
        return n;
    }

    /** Counts what is read through it. */
    static final class Counting extends FilterInputStream {
        private long count;

        Counting(InputStream in) {
            super(in);
        }

        long count() {
            return count;
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            count += b < 0 ? 0 : 1;
            return b;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int n = super.read(into, offset, length);
            count += Math.max(n, 0);
            return n;
        }
    }
}
