package org.turnwise.intake;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A file to import: its first bytes, by which its format is found, and its content within bounds, gunzipped if need be.
 *
 * @param head the first {@value #HEAD} bytes of the content
 * @param gzip whether the content is compressed
 */
record InputFile(Path path, byte[] head, boolean gzip) {

    static final int HEAD = 64 * 1024;
    /** The most a transcript of one call may have. A day of talk is about 1 MB. */
    static final long MOST_TEXT = 16L * 1024 * 1024;
    /** The most that a gzip file may become. */
    static final long MOST_EXPANDED = 4L * 1024 * 1024 * 1024;
    /** Text shrinks to a tenth at best; what claims to shrink to less than a hundredth is made to fill the disk. */
    private static final int MOST_RATIO = 100;
    private static final long RATIO_COUNTS_FROM = 16L * 1024 * 1024;

    static InputFile open(Path path) throws IOException, Unreadable {
        byte[] start;
        try (InputStream in = Files.newInputStream(path)) {
            start = in.readNBytes(HEAD);
        }
        if (start.length == 0) {
            throw new Unreadable(0, "is empty");
        }
        if (isZip(start)) {
            throw new Unreadable(0, "is a zip archive or an office document, which are not read yet; unpack it, or export the call as text");
        }
        boolean gzip = isGzip(start);
        byte[] head = start;
        if (gzip) {
            head = checked(path);
        }
        refuseBinary(head);
        return new InputFile(path, head, gzip);
    }

    /** Reads a compressed file to its end, where its checksum is, so that nothing of one that is damaged or cut off is taken for what was said. Returns its head. */
    private static byte[] checked(Path path) throws IOException, Unreadable {
        try (InputStream in = bounded(path)) {
            byte[] head = in.readNBytes(HEAD);
            if (head.length == 0) {
                throw new Unreadable(0, "is empty");
            }
            if (isGzip(head) || isZip(head)) {
                throw new Unreadable(0, "is an archive within an archive; unpack it first");
            }
            refuseBinary(head);
            in.transferTo(OutputStream.nullOutputStream());
            return head;
        }
    }

    private static void refuseBinary(byte[] head) throws Unreadable {
        if (!DecodedText.isUtf16(head)) {
            DecodedText.refuseBinary(head);
        }
    }

    String name() {
        return path.getFileName().toString();
    }

    /** The ending, in lower case, without {@code .gz}; empty if there is none. */
    String extension() {
        String name = name().toLowerCase(Locale.ROOT);
        name = gzip && name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1);
    }

    /** The content, from its start. Fails with an {@link IOException} that says so when it expands beyond bounds. */
    InputStream stream() throws IOException {
        return gzip ? bounded(path) : new BufferedInputStream(Files.newInputStream(path));
    }

    /** The whole content as text. */
    DecodedText text() throws IOException, Unreadable {
        if (!gzip && Files.size(path) > MOST_TEXT) {
            throw tooLarge();
        }
        try (InputStream in = stream()) {
            byte[] bytes = in.readNBytes((int) MOST_TEXT + 1);
            if (bytes.length > MOST_TEXT) {
                throw tooLarge();
            }
            return DecodedText.of(bytes);
        }
    }

    private static Unreadable tooLarge() {
        return new Unreadable(0, "is larger than " + DecodedText.inMegabytes(MOST_TEXT) + ", the most a transcript of one call may have");
    }

    private static boolean isZip(byte[] start) {
        return start.length >= 4 && start[0] == 'P' && start[1] == 'K' && (start[2] == 3 || start[2] == 5) && (start[3] == 4 || start[3] == 6);
    }

    private static boolean isGzip(byte[] start) {
        return start.length >= 2 && start[0] == 0x1F && (start[1] & 0xFF) == 0x8B;
    }

    private static InputStream bounded(Path path) throws IOException {
        Counting compressed = new Counting(new BufferedInputStream(Files.newInputStream(path)));
        try {
            return new Expanding(new GZIPInputStream(compressed, 8192), compressed);
        } catch (EOFException | ZipException e) {
            compressed.close();
            throw damaged(e);
        }
    }

    private static IOException damaged(IOException e) {
        return new IOException("is a gzip file that is damaged or cut off; get it again", e);
    }

    /** Counts what is read through it. */
    private static final class Counting extends FilterInputStream {
        private long count;

        Counting(InputStream in) {
            super(in);
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

    /** Refuses to expand beyond bounds. */
    private static final class Expanding extends FilterInputStream {
        private final Counting compressed;
        private long count;

        Expanding(InputStream in, Counting compressed) {
            super(in);
            this.compressed = compressed;
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
                throw damaged(e);
            }
            count += Math.max(n, 0);
            if (count > RATIO_COUNTS_FROM && count > compressed.count * MOST_RATIO) {
                throw new IOException("is a gzip file that expands to more than " + MOST_RATIO + " times its size, which text never does; it was not read further");
            }
            if (count > MOST_EXPANDED) {
                throw new IOException("is a gzip file that expands to more than " + DecodedText.inMegabytes(MOST_EXPANDED) + "; split it");
            }
            return n;
        }
    }
}
