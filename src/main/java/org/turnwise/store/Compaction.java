package org.turnwise.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.MVStoreTool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a workspace file that has grown small again: compacts a copy, and puts that in the first one's place once it is on disk. Killed
 * at any moment, the file under the workspace's name is a whole one. Done before the file is opened, so nothing can be written meanwhile.
 */
final class Compaction {

    private static final Logger LOG = LoggerFactory.getLogger(Compaction.class);

    /** Smaller files are left alone, bytes. */
    static final long SMALLEST = 24L << 20;

    /** A file is compacted again once it is so many times as large as compaction last left it. */
    private static final int GROWTH = 2;

    private static final String SIZE = "turnwise-compacted.size";

    private Compaction() {}

    /** Compacts the file if that pays. One that can't be read is left for opening to complain about. */
    static void ofGrown(Path file, Path beside) {
        try {
            Files.deleteIfExists(beside);
            long before = Files.size(file);
            if (before < SMALLEST || before < GROWTH * lastSize(file)) {
                return;
            }
            Files.copy(file, beside);
            MVStoreTool.compact(beside.toString(), false);
            try (FileChannel written = FileChannel.open(beside, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            Files.writeString(file.resolveSibling(SIZE), String.valueOf(Files.size(file)));
            LOG.info("compacted {} from {} to {} bytes", file, before, Files.size(file));
        } catch (IOException | MVStoreException e) {
            LOG.warn("{} was not compacted; it is used as it is", file, e);
        }
    }

    /** What compaction last left, in bytes; 0 if it never ran or its note can't be made out, which costs one compaction too many. */
    private static long lastSize(Path file) throws IOException {
        Path note = file.resolveSibling(SIZE);
        if (!Files.exists(note)) {
            return 0;
        }
        String size = Files.readString(note).strip();
        return size.matches("\\d{1,15}") ? Long.parseLong(size) : 0;
    }
}
