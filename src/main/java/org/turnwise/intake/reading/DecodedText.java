package org.turnwise.intake.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;

/**
 * A file's bytes as text: without byte order mark and invisible marks, composed (NFC), lines ended by {@code \n} only.
 *
 * @param warnings what was guessed about the encoding
 */
public record DecodedText(String text, List<String> warnings) {

    /** What is said of a text that ends without a line break, as many good ones do. */
    public static final String ENDS_WITHIN_A_LINE = "The file ends without a line break: check that the last words are complete.";

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /** Text of characters before this one only is composed already: nothing in it combines with what stands before. */
    private static final char FIRST_COMBINING = '\u0300';

    public DecodedText {
        warnings = List.copyOf(warnings);
    }

    /** Reads a whole file of at most so many bytes. */
    public static DecodedText read(Path file, long mostBytes) throws IOException, Unreadable {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes((int) mostBytes + 1);
            if (bytes.length > mostBytes) {
                throw new Unreadable(0, "is larger than " + inMegabytes(mostBytes) + ", the most a file of this kind may have");
            }
            return of(bytes);
        }
    }

    /** Decodes by byte order mark, else as strict UTF-8, else as windows-1252 with a warning. */
    public static DecodedText of(byte[] bytes) throws Unreadable {
        DecodedText exact = verbatim(bytes);
        return tidy(exact.text(), exact.warnings());
    }

    /** Decodes likewise, but leaves the text as it is: what was escaped in JSON is meant. */
    public static DecodedText verbatim(byte[] bytes) throws Unreadable {
        if (bytes.length == 0) {
            throw new Unreadable(0, "is empty");
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return new DecodedText(utf16(bytes, StandardCharsets.UTF_16LE), List.of());
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return new DecodedText(utf16(bytes, StandardCharsets.UTF_16BE), List.of());
        }
        refuseBinary(bytes);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CharsetDecoder utf8 = strict(StandardCharsets.UTF_8);
        CoderResult result = utf8.decode(in, out, true);
        if (!result.isError()) {
            return new DecodedText(out.flip().toString(), List.of());
        }
        if (endsWithinCharacter(bytes, in.position())) {
            throw new Unreadable(0, "is cut off in the middle of a character: the file is not complete; export it again");
        }
        refuseOtherEncodings(bytes, in.position());
        return new DecodedText(new String(bytes, WINDOWS_1252), List.of("Not UTF-8; read as windows-1252, so check letters with accents."));
    }

    /**
     * Text that is neither UTF-8 nor windows-1252 would come in as nonsense. UTF-8 with a damaged byte still has more characters that are whole than
     * bytes that are not; scripts other than Latin have more letters beyond ASCII than within.
     */
    private static void refuseOtherEncodings(byte[] bytes, int broken) throws Unreadable {
        int line = 1;
        for (int i = 0; i < broken; i++) {
            line += bytes[i] == '\n' ? 1 : 0;
        }
        int whole = 0;
        int stray = 0;
        int latin = 0;
        int beyond = 0;
        for (int i = 0; i < bytes.length; i++) {
            int b = bytes[i] & 0xFF;
            if (b < 0x80) {
                latin += Character.isLetter(b) ? 1 : 0;
                continue;
            }
            int length = lengthOfUtf8(bytes, i);
            whole += length > 0 ? 1 : 0;
            stray += length > 0 ? 0 : 1;
            beyond += b >= 0xC0 || length > 0 ? 1 : 0;
            if (length == 0 && (b == 0x81 || b == 0x8D || b == 0x8F || b == 0x90 || b == 0x9D)) {
                throw new Unreadable(line, "is neither UTF-8 nor windows-1252 text; save it as UTF-8");
            }
            i += Math.max(length - 1, 0);
        }
        if (whole > stray) {
            throw new Unreadable(line, "is UTF-8 text with damaged bytes in this line; export it again");
        }
        if (beyond > latin) {
            throw new Unreadable(line, "is in an encoding that can't be told, neither UTF-8 nor windows-1252; save it as UTF-8");
        }
    }

    /** How many bytes the character beyond ASCII that begins here has; 0 if none does. */
    private static int lengthOfUtf8(byte[] bytes, int at) {
        int b = bytes[at] & 0xFF;
        int length = b >= 0xC2 && b < 0xE0 ? 2 : (b & 0xF0) == 0xE0 ? 3 : b >= 0xF0 && b < 0xF5 ? 4 : 0;
        if (at + length > bytes.length) {
            return 0;
        }
        for (int i = 1; i < length; i++) {
            if ((bytes[at + i] & 0xC0) != 0x80) {
                return 0;
            }
        }
        return length;
    }

    /** What the first bytes of a file seem to say, however they are cut; for finding out its format only. */
    public static String glimpse(byte[] head) {
        Charset charset = startsWith(head, 0xFF, 0xFE) ? StandardCharsets.UTF_16LE
                : startsWith(head, 0xFE, 0xFF) ? StandardCharsets.UTF_16BE
                : StandardCharsets.UTF_8;
        String text = new String(head, charset);
        int broken = text.indexOf('\uFFFD');
        boolean onlyAtTheCut = broken < 0 || broken >= text.length() - 2;
        return normalised(onlyAtTheCut ? text : new String(head, WINDOWS_1252));
    }

    /** Whether the bytes are UTF-16 by their mark. */
    public static boolean isUtf16(byte[] head) {
        return startsWith(head, 0xFF, 0xFE) || startsWith(head, 0xFE, 0xFF);
    }

    /** Text has no NUL and hardly any control characters. */
    public static void refuseBinary(byte[] bytes) throws Unreadable {
        int controls = 0;
        for (byte b : bytes) {
            if (b == 0) {
                throw new Unreadable(0, "is not text: it holds NUL bytes (a recording, a document, or UTF-16 without its mark); export the call as text");
            }
            if (b > 0 && b < 0x20 && b != '\t' && b != '\n' && b != '\r' && b != '\f') {
                controls++;
            }
        }
        if (controls > 2 && controls > bytes.length / 100) {
            throw new Unreadable(0, "is not text: it holds " + controls + " control characters; export the call as text");
        }
    }

    public static String inMegabytes(long bytes) {
        return bytes / (1024 * 1024) + " MB";
    }

    private static String utf16(byte[] bytes, Charset charset) throws Unreadable {
        try {
            String text = strict(charset).decode(ByteBuffer.wrap(bytes)).toString();
            if (text.indexOf('\0') >= 0) {
                throw new Unreadable(0, "is not text: it holds NUL characters");
            }
            return text;
        } catch (CharacterCodingException e) {
            throw new Unreadable(0, "says it is " + charset + ", but is damaged or cut off; export it again", e);
        }
    }

    private static CharsetDecoder strict(Charset charset) {
        return charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** UTF-8 up to its last, unfinished character. Only where other characters prove that it is UTF-8: "é" ends windows-1252 files too. */
    private static boolean endsWithinCharacter(byte[] bytes, int position) {
        int left = bytes.length - position;
        int needed = (bytes[position] & 0xE0) == 0xC0 ? 2 : (bytes[position] & 0xF0) == 0xE0 ? 3 : (bytes[position] & 0xF8) == 0xF0 ? 4 : 0;
        if (left >= needed) {
            return false;
        }
        for (int i = position + 1; i < bytes.length; i++) {
            if ((bytes[i] & 0xC0) != 0x80) {
                return false;
            }
        }
        int afterMark = startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 0 : -1;
        for (int i = 0; i < position && afterMark < 0; i++) {
            afterMark = bytes[i] < 0 ? i : -1;
        }
        return afterMark >= 0 || left > 1;
    }

    private static DecodedText tidy(String text, List<String> warnings) throws Unreadable {
        String tidied = normalised(text);
        if (tidied.isBlank()) {
            throw new Unreadable(0, "is empty");
        }
        return new DecodedText(tidied, warnings);
    }

    /** Copies what lies between carriage returns and invisible marks as it is, which is nearly all. */
    private static String normalised(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int from = 0;
        boolean composed = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            composed &= c < FIRST_COMBINING;
            if (c == '\r') {
                out.append(text, from, i).append('\n');
                i += text.startsWith("\r\n", i + 1) ? 2 : text.startsWith("\n", i + 1) ? 1 : 0;
                from = i + 1;
            } else if (isInvisible(c)) {
                out.append(text, from, i);
                from = i + 1;
            }
        }
        String plain = from == 0 ? text : out.append(text, from, text.length()).toString();
        return composed ? plain : Normalizer.normalize(plain, Normalizer.Form.NFC);
    }

    /** Marks that nobody sees and that keep equal names from being equal. */
    private static boolean isInvisible(char c) {
        return c == '\uFEFF' || c == '\u200B' || c == '\u200E' || c == '\u200F';
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
