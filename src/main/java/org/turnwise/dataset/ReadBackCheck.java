package org.turnwise.dataset;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Remembers what each call had to say when it was written, in little memory, and compares what is read back, call by call and in order. */
final class ReadBackCheck {

    private record Expected(String call, int facts, String fingerprint) {}

    private final List<Expected> written = new ArrayList<>();
    private int read;

    void wrote(String call, List<String> facts) {
        written.add(new Expected(call, facts.size(), fingerprint(facts)));
    }

    void readBack(String call, List<String> facts) {
        if (read == written.size()) {
            throw new DatasetExport.Mismatch("the file holds call " + call + ", which was not written");
        }
        Expected expected = written.get(read++);
        if (!expected.call().equals(call)) {
            throw new DatasetExport.Mismatch("where call " + expected.call() + " was written, the file holds call " + call);
        }
        if (expected.facts() != facts.size()) {
            throw new DatasetExport.Mismatch(
                    "of call " + call + " the file says " + facts.size() + " things (turns, labels, outcome), the workspace " + expected.facts());
        }
        if (!expected.fingerprint().equals(fingerprint(facts))) {
            throw new DatasetExport.Mismatch("of call " + call + " the file does not say what the workspace says");
        }
    }

    void complete() {
        if (read < written.size()) {
            throw new DatasetExport.Mismatch("the file ends before call " + written.get(read).call() + "; " + (written.size() - read) + " calls are missing");
        }
    }

    private static String fingerprint(List<String> facts) {
        MessageDigest digest = sha256();
        for (String fact : facts) {
            byte[] bytes = fact.getBytes(StandardCharsets.UTF_8);
            digest.update(new byte[] {(byte) (bytes.length >>> 24), (byte) (bytes.length >>> 16), (byte) (bytes.length >>> 8), (byte) bytes.length});
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must offer SHA-256", e);
        }
    }
}
