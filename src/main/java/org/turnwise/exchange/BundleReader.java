package org.turnwise.exchange;

import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads a bundle, which may be any file at all. Opening it proves that every part is what the manifest says. One thread. */
final class BundleReader implements AutoCloseable {

    interface Line {
        /** @param number from 1 */
        void take(String line, int number);
    }

    static final int MOST_PARTS = 20;
    static final long MOST_BYTES = 4L * 1024 * 1024 * 1024;
    private static final int MOST_MANIFEST = 1024 * 1024;
    private static final int LONGEST_LINE = 64 * 1024 * 1024;
    private static final int LONGEST_FIELD = 1_000;
    /** Text shrinks to a tenth at best, labels that repeat each other further. */
    private static final long MOST_RATIO = 500;
    private static final long FREE = 16L * 1024 * 1024;

    private final Path file;
    private final ZipFile zip;
    private final BundleManifest manifest;

    /** @throws BadBundle if it is no bundle, or not as it was written */
    BundleReader(Path file) throws IOException {
        this.file = file;
        long packed = Files.size(file);
        try {
            zip = new ZipFile(file.toFile());
        } catch (ZipException e) {
            throw bad("is not a bundle, or was cut off on its way; get it again", e);
        }
        try {
            Map<String, ZipEntry> entries = entries();
            manifest = manifest(entries);
            checkNames(entries);
            for (BundleManifest.Part part : manifest.parts()) {
                checkWhole(part, packed);
            }
        } catch (ZipException | EOFException e) {
            zip.close();
            throw bad("is damaged; get it again", e);
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private Map<String, ZipEntry> entries() {
        if (zip.size() > MOST_PARTS) {
            throw bad("holds " + zip.size() + " files, and no bundle has more than " + MOST_PARTS, null);
        }
        Map<String, ZipEntry> entries = new HashMap<>();
        zip.stream().forEach(entry -> {
            if (!entry.getName().matches("[a-z]{1,40}\\.jsonl?")) {
                throw bad("holds a file \"" + printable(entry.getName()) + "\", which no bundle has", null);
            }
            if (entries.put(entry.getName(), entry) != null) {
                throw bad("holds " + entry.getName() + " twice", null);
            }
        });
        return entries;
    }

    private BundleManifest manifest(Map<String, ZipEntry> entries) throws IOException {
        ZipEntry entry = entries.get(BundleManifest.NAME);
        if (entry == null) {
            throw bad("has no " + BundleManifest.NAME + ", so it is no bundle", null);
        }
        byte[] text;
        try (InputStream in = zip.getInputStream(entry)) {
            text = in.readNBytes(MOST_MANIFEST + 1);
        }
        if (text.length > MOST_MANIFEST) {
            throw bad("has a " + BundleManifest.NAME + " of more than " + MOST_MANIFEST + " bytes", null);
        }
        try {
            return manifest(EntryJson.JSON.readTree(new String(text, StandardCharsets.UTF_8)));
        } catch (RuntimeException e) {
            throw e instanceof BadBundle ? e : bad("has a " + BundleManifest.NAME + " that can't be read: " + e.getMessage(), e);
        }
    }

    private BundleManifest manifest(JsonNode json) {
        int format = Math.toIntExact(EntryJson.number(EntryJson.required(json, "format"), "format"));
        if (format > BundleManifest.FORMAT) {
            throw bad("was written by a newer Turnwise (its format is " + format + ", this Turnwise knows up to " + BundleManifest.FORMAT
                    + "); update Turnwise", null);
        }
        List<BundleManifest.Part> parts = new ArrayList<>();
        for (JsonNode part : EntryJson.required(json, "parts")) {
            parts.add(new BundleManifest.Part(
                    EntryJson.text(part, "name", LONGEST_FIELD),
                    EntryJson.number(EntryJson.required(part, "bytes"), "bytes"),
                    EntryJson.text(part, "sha256", LONGEST_FIELD)));
        }
        return new BundleManifest(
                format,
                EntryJson.text(json, "tool", LONGEST_FIELD),
                UUID.fromString(EntryJson.text(json, "origin", LONGEST_FIELD)),
                EntryJson.text(json, "by", LONGEST_FIELD),
                Instant.parse(EntryJson.text(json, "at", LONGEST_FIELD)),
                Math.toIntExact(EntryJson.number(EntryJson.required(json, "edits"), "edits")),
                Math.toIntExact(EntryJson.number(EntryJson.required(json, "calls"), "calls")),
                parts);
    }

    private void checkNames(Map<String, ZipEntry> entries) {
        Set<String> listed = new HashSet<>(Set.of(BundleManifest.NAME));
        manifest.parts().forEach(part -> {
            if (!listed.add(part.name())) {
                throw bad("lists " + printable(part.name()) + " twice", null);
            }
        });
        if (!listed.equals(entries.keySet())) {
            throw bad("does not hold what its manifest lists", null);
        }
    }

    private void checkWhole(BundleManifest.Part part, long packed) throws IOException {
        long most = Math.min(MOST_BYTES, FREE + packed * MOST_RATIO);
        if (part.bytes() > most) {
            throw bad(part.name() + " would expand to " + part.bytes() + " bytes, more than labels and calls do", null);
        }
        MessageDigest digest = BundleWriter.sha256();
        long bytes = 0;
        try (InputStream in = new DigestInputStream(zip.getInputStream(zip.getEntry(part.name())), digest)) {
            byte[] some = new byte[64 * 1024];
            for (int n = in.read(some); n >= 0 && bytes <= part.bytes(); n = in.read(some)) {
                bytes += n;
            }
        }
        if (bytes != part.bytes() || !HexFormat.of().formatHex(digest.digest()).equals(part.sha256())) {
            throw bad("was changed on its way: its " + part.name() + " is not what was written; get it again", null);
        }
    }

    BundleManifest manifest() {
        return manifest;
    }

    boolean has(String part) {
        return manifest.parts().stream().anyMatch(p -> p.name().equals(part));
    }

    /** A failure of the taker gets the file, part and line put before it. */
    void lines(String part, Line taker) throws IOException {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new ShortLines(zip.getInputStream(zip.getEntry(part)), part), StandardCharsets.UTF_8))) {
            int number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                try {
                    taker.take(line, number);
                } catch (BadBundle e) {
                    throw bad(part + ", line " + number + ": " + e.getMessage(), e);
                }
            }
        }
    }

    BadBundle bad(String why, @Nullable Throwable cause) {
        return new BadBundle(file + ": " + why, cause);
    }

    private static String printable(String name) {
        String shown = name.replaceAll("\\p{Cntrl}", "?");
        return shown.length() > 60 ? shown.substring(0, 60) + "…" : shown;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** No line may be longer than fits into memory. */
    private final class ShortLines extends FilterInputStream {

        private final String part;
        private int length;

        ShortLines(InputStream in, String part) {
            super(in);
            this.part = part;
        }

        @Override
        public int read(byte[] into, int offset, int wanted) throws IOException {
            int n = super.read(into, offset, wanted);
            for (int i = offset; i < offset + n; i++) {
                length = into[i] == '\n' ? 0 : length + 1;
            }
            if (length > LONGEST_LINE) {
                throw bad(part + " has a line of more than " + LONGEST_LINE + " bytes", null);
            }
            return n;
        }
    }
}
