package org.turnwise.simulate.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.turnwise.simulate.Names;
import org.turnwise.simulate.Settings;
import org.turnwise.simulate.recording.SimulatedCall;

/** Every call in a file of its own below one folder, together with who sells and what the CRM says. */
final class FilePerCall implements TranscriptStore {

    static final String FOLDER = "calls";

    private final Path unfinished;
    private final Path finished;
    private final Settings settings;
    private final Format format;
    private final CrmExport crm;

    /** @throws IOException also if an earlier simulation was killed and left its folder behind */
    FilePerCall(Path folder, Settings settings, Format format) throws IOException {
        unfinished = Files.createDirectory(folder.resolve(FOLDER + ".part"));
        finished = folder.resolve(FOLDER);
        this.settings = settings;
        this.format = format;
        List<String> roster = IntStream.range(0, settings.reps()).mapToObj(Names::rep).toList();
        Files.writeString(unfinished.resolve("reps.txt"), "# Who sells, one a line.\n" + String.join("\n", roster) + "\n");
        crm = new CrmExport(unfinished, settings);
    }

    @Override
    public String transcript(SimulatedCall call) {
        return format.of(call, settings).write(call);
    }

    @Override
    public String file(SimulatedCall call) {
        return format.of(call, settings).file(call);
    }

    @Override
    public void add(SimulatedCall call, String transcript) throws IOException {
        Path path = unfinished.resolve(file(call));
        Files.createDirectories(path.getParent());
        Files.writeString(path, transcript);
        crm.add(call, format.of(call, settings).name(call));
    }

    @Override
    public Path publish() throws IOException {
        crm.close();
        return Files.move(unfinished, finished);
    }

    @Override
    public void close() throws IOException {
        try (crm) {
            if (Files.exists(unfinished)) {
                try (Stream<Path> left = Files.walk(unfinished)) {
                    for (Path path : left.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(path);
                    }
                }
            }
        }
    }
}
