package org.turnwise.call;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
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
            digest.update(folded(turn.text()).getBytes(StandardCharsets.UTF_8));
            digest.update((byte) '\n');
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Composed, in lower case, with one blank for each stretch of white space and none around it. By hand, for every turn that comes in passes here. */
    static String folded(String text) {
        String lower = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(lower.length());
        boolean space = false;
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            boolean white = c == ' ' || c >= '\t' && c <= '\r';
            if (!white) {
                folded.append(c);
            } else if (!space) {
                folded.append(' ');
            }
            space = white;
        }
        return folded.toString().strip();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must offer SHA-256", e);
        }
    }
}
