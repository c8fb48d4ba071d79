package org.turnwise.intake.json;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.turnwise.intake.reading.AboutCalls;
import org.turnwise.intake.reading.InputFile;
import org.turnwise.intake.reading.Unreadable;

/**
 * Call data among the files of an import. Looked for when the first transcript asks, and then once; files that can't be read are left to their own line of
 * the report.
 */
public final class CallDataFiles implements AboutCalls {

    private static final Logger LOG = LoggerFactory.getLogger(CallDataFiles.class);

    private final List<Path> files;
    private @Nullable Map<String, About> found;

    public CallDataFiles(List<Path> files) {
        this.files = List.copyOf(files);
    }

    @Override
    public Optional<About> of(String callId) {
        Map<String, About> all = found;
        if (all == null) {
            all = new HashMap<>();
            for (Path file : files) {
                if (isJson(file)) {
                    add(file, all);
                }
            }
            found = all;
        }
        return Optional.ofNullable(all.get(callId));
    }

    private static boolean isJson(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.matches(".*\\.(?:json|jsonl|ndjson)(?:\\.gz)?");
    }

    private static void add(Path path, Map<String, About> all) {
        try {
            InputFile file = InputFile.open(path);
            if (!file.glimpse().text().contains("\"metaData\"")) {
                return;
            }
            try (JsonItems items = JsonItems.of(JsonItems.source(file))) {
                for (Value item = items.next(); item != null; item = items.next()) {
                    if (GongCallData.fits(item)) {
                        all.putAll(GongCallData.of(item));
                    }
                    items.startAnew();
                }
            }
        } catch (IOException | Unreadable e) {
            LOG.debug("looking for call data in {}: {}", path, e.toString());
        }
    }
}
