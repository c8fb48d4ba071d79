package org.turnwise.intake.reading;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** A file to import, on disk or within an archive: its first bytes, by which its format is found, and its content within bounds, gunzipped if need be. */
public final class InputFile {

    /** How many bytes a format is found by. */
    public static final int HEAD = 64 * 1024;
    /** The most a transcript of one call may have. A day of talk is about 1 MB. */
    public static final long MOST_TEXT = 16L * 1024 * 1024;

    /** Where bytes come from; each time from the start. */
    public interface Content {
        InputStream open() throws IOException;
    }

    private final Path path;
    private final String name;
    private final Content content;
    private final byte[] head;
    private final boolean gzip;
    private final boolean provenWhole;

    private InputFile(Path path, String name, Content content, byte[] head, boolean gzip, boolean provenWhole) {
        this.path = path;
        this.name = name;
        this.content = content;
        this.head = head;
        this.gzip = gzip;
        this.provenWhole = provenWhole;
    }

    /** @throws Unreadable if it is no text and no archive */
    public static InputFile open(Path path) throws IOException, Unreadable {
        byte[] start = headOf(() -> Files.newInputStream(path));
        boolean gzip = isGzip(start);
        Content content = gzip ? () -> gunzipped(path) : () -> new BufferedInputStream(Files.newInputStream(path));
        byte[] head = gzip ? checked(content) : start;
        return new InputFile(path, path.getFileName().toString(), content, refusingBinary(head), gzip, gzip);
    }

    /**
     * A file within an archive, which has been read to its end so that its checksum is known to be right.
     *
     * @param archive the file on disk
     * @param name    of the file within, without folders
     */
    public static InputFile within(Path archive, String name, Content content) throws IOException, Unreadable {
        return new InputFile(archive, name, content, refusingBinary(checked(content)), false, true);
    }

    /** A file's content in another form, the text of a document say. */
    public InputFile as(byte[] bytes) {
        return new InputFile(path, name, () -> new ByteArrayInputStream(bytes), Arrays.copyOf(bytes, Math.min(bytes.length, HEAD)), false, true);
    }

    private static byte[] headOf(Content content) throws IOException, Unreadable {
        try (InputStream in = content.open()) {
            byte[] head = in.readNBytes(HEAD);
            if (head.length == 0) {
                throw new Unreadable(0, "is empty");
            }
            return head;
        }
    }

    /** Reads what is packed to its end, where its checksum is, so that nothing of what is damaged or cut off is taken for what was said. Returns its head. */
    private static byte[] checked(Content content) throws IOException, Unreadable {
        try (InputStream in = content.open()) {
            byte[] head = in.readNBytes(HEAD);
            if (head.length == 0) {
                throw new Unreadable(0, "is empty");
            }
            if (isGzip(head) || isZip(head) && !holdsDocument(head)) {
                throw new Unreadable(0, "is an archive within an archive; unpack it first");
            }
            refusingBinary(head);
            in.transferTo(OutputStream.nullOutputStream());
            return head;
        }
    }

    private static byte[] refusingBinary(byte[] head) throws Unreadable {
        if (!DecodedText.isUtf16(head) && !isZip(head)) {
            OtherKinds.refuse(head);
            DecodedText.refuseBinary(head);
        }
        return head;
    }

    /** The file on disk: this one, or the archive that it is in. */
    public Path path() {
        return path;
    }

    /** Without folders. */
    public String name() {
        return name;
    }

    /** The first {@value #HEAD} bytes of the content. */
    public byte[] head() {
        return head;
    }

    /** Whether a checksum has shown that nothing of the content is missing. */
    public boolean provenWhole() {
        return provenWhole;
    }

    /** The ending, in lower case, without {@code .gz}; empty if there is none. */
    public String extension() {
        String lower = name.toLowerCase(Locale.ROOT);
        lower = gzip && lower.endsWith(".gz") ? lower.substring(0, lower.length() - 3) : lower;
        int dot = lower.lastIndexOf('.');
        return dot < 0 ? "" : lower.substring(dot + 1);
    }

    /** What the file's beginning shows. */
    public Glimpse glimpse() {
        boolean whole = head.length < HEAD;
        if (isZip(head)) {
            return new Glimpse(holdsDocument(head) || extension().equals("docx") ? Glimpse.Kind.DOCUMENT : Glimpse.Kind.ZIP, extension(), "", List.of(), whole);
        }
        String text = DecodedText.glimpse(head);
        List<String> lines = text.lines().toList();
        return new Glimpse(Glimpse.Kind.TEXT, extension(), text, whole || lines.size() < 2 ? lines : lines.subList(0, lines.size() - 1), whole);
    }

    /** The content, from its start. Fails with an {@link IOException} that says so when it expands beyond bounds. */
    public InputStream stream() throws IOException {
        return content.open();
    }

    /** The whole content as text. */
    public DecodedText text() throws IOException, Unreadable {
        return DecodedText.of(bytes(MOST_TEXT));
    }

    /** The whole content, if it has at most so many bytes. */
    public byte[] bytes(long most) throws IOException, Unreadable {
        if (!provenWhole && Files.size(path) > most) {
            throw tooLarge(most);
        }
        try (InputStream in = stream()) {
            byte[] bytes = in.readNBytes((int) most + 1);
            if (bytes.length > most) {
                throw tooLarge(most);
            }
            return bytes;
        }
    }

    private static Unreadable tooLarge(long most) {
        return new Unreadable(0, "is larger than " + DecodedText.inMegabytes(most) + ", the most a transcript of one call may have");
    }

    private static boolean isZip(byte[] start) {
        return start.length >= 4 && start[0] == 'P' && start[1] == 'K' && (start[2] == 3 || start[2] == 5) && (start[3] == 4 || start[3] == 6);
    }

    /** Office documents name their parts uncompressed, the list of kinds of parts or the text first. */
    private static boolean holdsDocument(byte[] head) {
        String names = new String(head, StandardCharsets.ISO_8859_1);
        return names.contains("[Content_Types].xml") || names.contains("word/document.xml");
    }

    private static boolean isGzip(byte[] start) {
        return start.length >= 2 && start[0] == 0x1F && (start[1] & 0xFF) == 0x8B;
    }

    private static InputStream gunzipped(Path path) throws IOException {
        Expanding.Counting packed = new Expanding.Counting(new BufferedInputStream(Files.newInputStream(path)));
        try {
            return new Expanding(new GZIPInputStream(packed, 8192), packed::count, "a gzip file");
        } catch (EOFException | ZipException e) {
            packed.close();
            throw new IOException("is a gzip file that is damaged or cut off; get it again", e);
        }
    }
}
