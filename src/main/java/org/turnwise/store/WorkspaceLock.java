package org.turnwise.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Holds a workspace for this process. The operating system lets go when the process ends, however it ends; the file itself stays, because
 * deleting it would let two processes each lock a file of that name.
 */
final class WorkspaceLock implements AutoCloseable {

    static final String FILE = "workspace.lock";

    /** What is locked lies past the content: a locked range can't be read by others on Windows, and others want to read whose it is. */
    private static final long LOCKED_AT = Long.MAX_VALUE - 1;

    private static final int LONGEST_PID = 20;

    private final FileChannel channel;

    private WorkspaceLock(FileChannel channel) {
        this.channel = channel;
    }

    static WorkspaceLock take(Path folder) {
        FileChannel channel = open(folder);
        try {
            if (tryLock(channel) == null) {
                throw taken(folder, "another Turnwise" + holder(channel) + " has it open");
            }
            sign(channel);
            return new WorkspaceLock(channel);
        } catch (OverlappingFileLockException e) {
            close(channel);
            throw new Workspace.CannotOpen(takenMessage(folder, "this Turnwise has it open already"), e);
        } catch (IOException e) {
            close(channel);
            throw new Workspace.CannotOpen(
                    "the workspace " + folder + " can't be locked (" + e.getMessage() + "); put it on a disk that supports file locks", e);
        } catch (Workspace.CannotOpen e) {
            close(channel);
            throw e;
        }
    }

    private static FileChannel open(Path folder) {
        try {
            return FileChannel.open(folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new Workspace.CannotOpen(
                    "the workspace " + folder + " can't be written to (" + Workspace.why(e) + "); change the folder's permissions, or choose another with -w",
                    e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        return channel.tryLock(LOCKED_AT, 1, false);
    }

    private static void sign(FileChannel channel) throws IOException {
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)), 0);
    }

    private static String holder(FileChannel channel) throws IOException {
        ByteBuffer content = ByteBuffer.allocate(LONGEST_PID);
        channel.read(content, 0);
        String pid = new String(content.array(), 0, content.position(), StandardCharsets.US_ASCII).strip();
        return pid.matches("\\d+") ? " (process " + pid + ")" : "";
    }

    private static Workspace.CannotOpen taken(Path folder, String why) {
        return new Workspace.CannotOpen(takenMessage(folder, why), null);
    }

    private static String takenMessage(Path folder, String why) {
        return "the workspace " + folder + " is in use: " + why + "; close that one first, or choose another folder with -w";
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("the lock of the workspace can't be let go", e);
        }
    }

    @Override
    public void close() {
        close(channel);
    }
}
