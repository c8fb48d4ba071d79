package org.turnwise.call;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** Tells whether two calls are the same conversation: a SHA-256 over what was said, in order, whatever the format, casing or spacing. */
public final class ContentHash {

    private ContentHash() {}

    /** 64 hex digits. Speakers' names and times don't count: two tools write the same call with different ones. */
    public static String of(List<Turn> turns) {
        MessageDigest digest = sha256();
        for (Turn turn : turns) {
            digest.update(folded(turn.text()));
            digest.update((byte) '\n');
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Composed, in lower case, with one blank for each stretch of white space and none around it. By hand, for every turn that comes in passes here. */
    static byte[] folded(String text) {
        byte[] folded = new byte[text.length()];
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > '~' || c < ' ' && !isWhite(c)) {
                return foldedBeyondAscii(text).getBytes(StandardCharsets.UTF_8);
            }
            if (!isWhite(c)) {
                folded[length++] = (byte) (c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
            } else if (length > 0 && folded[length - 1] != ' ') {
                folded[length++] = ' ';
            }
        }
        boolean blankEnd = length > 0 && folded[length - 1] == ' ';
        return Arrays.copyOf(folded, blankEnd ? length - 1 : length);
    }

    private static String foldedBeyondAscii(String text) {
        String lower = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(lower.length());
        boolean space = false;
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            boolean white = isWhite(c);
            if (!white) {
                folded.append(c);
            } else if (!space) {
                folded.append(' ');
            }
            space = white;
        }
        return folded.toString().strip();
    }

    private static boolean isWhite(char c) {
        return c == ' ' || c >= '\t' && c <= '\r';
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must offer SHA-256", e);
        }
    }
}
