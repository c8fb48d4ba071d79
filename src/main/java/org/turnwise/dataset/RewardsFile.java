package org.turnwise.dataset;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.turnwise.call.CallId;

/** The file beside a dataset that says how its calls came to their rewards: JSON in UTF-8, a line a call of which anything was ever said. */
final class RewardsFile implements Closeable {

    private final RewardTrails.@Nullable Moment trails;
    private final MessageDigest written = ReadBackCheck.sha256();
    private @Nullable BufferedWriter writer;
    private int lines;

    /** @param trails null to write nothing */
    RewardsFile(RewardTrails.@Nullable Moment trails) {
        this.trails = trails;
    }

    void open(Path draft) throws IOException {
        writer = trails == null ? null : Files.newBufferedWriter(draft);
    }

    void write(CallId call) {
        Optional<String> line = trails == null ? Optional.empty() : trails.line(call);
        if (writer != null && line.isPresent()) {
            try {
                writer.write(line.get() + "\n");
            } catch (IOException e) {
                throw new UncheckedIOException("can't write the rewards of call " + call, e);
            }
            written.update((line.get() + "\n").getBytes(StandardCharsets.UTF_8));
            lines++;
        }
    }

    int lines() {
        return lines;
    }

    /**
     * Of what is on disk, once it is closed.
     *
     * @throws DatasetExport.Mismatch if that is not what was written
     */
    String sha256(Path draft) throws IOException {
        byte[] wanted = written.digest();
        byte[] there = ReadBackCheck.sha256().digest(Files.readAllBytes(draft));
        if (!MessageDigest.isEqual(wanted, there)) {
            throw new DatasetExport.Mismatch("the file of rewards does not say what the workspace says");
        }
        return HexFormat.of().formatHex(there);
    }

    @Override
    public void close() throws IOException {
        if (writer != null) {
            writer.close();
        }
    }
}
