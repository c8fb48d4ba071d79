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
            String said = Normalizer.normalize(turn.text(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
            digest.update(said.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) '\n');
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must offer SHA-256", e);
        }
    }
}
