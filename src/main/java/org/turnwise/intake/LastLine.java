package org.turnwise.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.turnwise.intake.reading.Unreadable;
import tools.jackson.core.JacksonException;

/**
 * Tells whether a JSON Lines file was cut off: its last line has no line break and is no JSON. Looked at before anything is read, so that of such a
 * file nothing comes in, as of a compressed one that is cut.
 */
final class LastLine {

    private LastLine() {}

    /** @throws Unreadable if the file was cut off, naming the line */
    static void checkWhole(Path file) throws IOException, Unreadable {
        byte[] last = last(file);
        if (last.length == 0 || last.length > ConversationsReader.MOST_LINE) {
            return;
        }
        try {
            ConversationJsonl.JSON.readTree(last);
        } catch (JacksonException e) {
            throw new Unreadable(
                    lines(file), "the file is cut off in the middle of its last line; nothing of it was brought in. Copy or export it again,"
                            + " or delete that line", e);
        }
    }

    /** What stands behind the last line break; at most one byte more than a line may have. */
    private static byte[] last(Path file) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            long from = Math.max(0, channel.size() - ConversationsReader.MOST_LINE - 1);
            ByteBuffer end = ByteBuffer.allocate((int) (channel.size() - from));
            channel.position(from);
            while (end.hasRemaining() && channel.read(end) >= 0) {
                // a channel may give less than was asked for
            }
            byte[] bytes = end.array();
            int start = bytes.length;
            while (start > 0 && bytes[start - 1] != '\n') {
                start--;
            }
            return Arrays.copyOfRange(bytes, start, bytes.length);
        }
    }

    private static int lines(Path file) throws IOException {
        int lines = 1;
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    lines += buffer[i] == '\n' ? 1 : 0;
                }
            }
        }
        return lines;
    }
}
