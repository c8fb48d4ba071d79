package org.turnwise.dataset;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.function.BiConsumer;

/** One way of writing a dataset, and of finding out what a written one says. */
interface FileFormat {

    /** Takes calls one after another. */
    interface Sink extends Closeable {
        void write(ExportedCall call) throws IOException;
    }

    /** What the file is called where only a folder was named. */
    String fileName();

    Sink sink(OutputStream out) throws IOException;

    /** What a reader of the file must learn about the call, in order; told from the workspace and never from the file. */
    List<String> facts(ExportedCall call);

    /**
     * Reads a written file and tells each call's id and facts, in order.
     *
     * @param name of the file, for messages
     */
    void readBack(InputStream in, String name, BiConsumer<String, List<String>> each) throws IOException;
}
