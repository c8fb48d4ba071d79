package org.turnwise.exchange;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a bundle's parts one after another, then its manifest. What was at the path before stays until all of it is on disk. One thread. */
final class BundleWriter implements AutoCloseable {

    /** Text of one part, line by line. */
    interface Lines {
        void add(String line) throws IOException;
    }

    interface Content {
        void writeTo(Lines lines) throws IOException;
    }

    private final Path out;
    private final Path draft;
    private final FileChannel channel;
    private final ZipOutputStream zip;
    private final List<BundleManifest.Part> parts = new ArrayList<>();

    BundleWriter(Path out) throws IOException {
        this.out = out.toAbsolutePath().normalize();
        Path folder = this.out.getParent();
        if (folder == null) {
            throw new IOException(out + " names no file");
        }
        Files.createDirectories(folder);
        draft = Files.createFile(folder.resolve("." + this.out.getFileName() + "." + UUID.randomUUID() + ".part"));
        channel = FileChannel.open(draft, StandardOpenOption.WRITE);
        zip = new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel)), StandardCharsets.UTF_8);
    }

    void part(String name, Content content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        Digesting digesting = new Digesting(zip);
        content.writeTo(line -> {
            digesting.write(line.getBytes(StandardCharsets.UTF_8));
            digesting.write('\n');
        });
        zip.closeEntry();
        parts.add(new BundleManifest.Part(name, digesting.bytes, HexFormat.of().formatHex(digesting.digest.digest())));
    }

    List<BundleManifest.Part> parts() {
        return parts;
    }

    /** The file is there when this returns, and on disk. */
    void publish(String manifest) throws IOException {
        zip.putNextEntry(new ZipEntry(BundleManifest.NAME));
        zip.write(manifest.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
        zip.finish();
        zip.flush();
        channel.force(true);
        Files.move(draft, out, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(draft);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must offer SHA-256", e);
        }
    }

    private static final class Digesting extends FilterOutputStream {

        private final MessageDigest digest = sha256();
        private long bytes;

        Digesting(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            digest.update((byte) b);
            bytes++;
            out.write(b);
        }

        @Override
        public void write(byte[] from, int offset, int length) throws IOException {
            digest.update(from, offset, length);
            bytes += length;
            out.write(from, offset, length);
        }
    }
}
