package org.turnwise.dataset;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/**
 * A file that takes the place of another in one step, once it is finished; until then whatever was there stays. Closed without that it leaves nothing behind.
 *
 * @param out  whose place it takes
 * @param file being written: in the same folder, so that moving it is one step; made like any other file, so that whoever may read exports may read this one
 */
record Draft(Path out, Path file) implements Closeable {

    /** An empty one; the folder is made if it isn't there. */
    static Draft of(Path out) throws IOException {
        Path folder = out.getParent();
        if (folder == null) {
            throw new IOException(out + " names no file");
        }
        Files.createDirectories(folder);
        return new Draft(out, Files.createFile(folder.resolve("." + out.getFileName() + "." + UUID.randomUUID() + ".part")));
    }

    void publish() throws IOException {
        Files.move(file, out, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
