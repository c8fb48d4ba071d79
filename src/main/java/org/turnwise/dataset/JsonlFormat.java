package org.turnwise.dataset;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.function.BiConsumer;

/** A line a call, as conversation JSONL. */
final class JsonlFormat implements FileFormat {

    @Override
    public String fileName() {
        return "calls.jsonl";
    }

    @Override
    public Sink sink(OutputStream out) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<String> facts(ExportedCall call) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void readBack(InputStream in, String name, BiConsumer<String, List<String>> each) {
        throw new UnsupportedOperationException();
    }
}
