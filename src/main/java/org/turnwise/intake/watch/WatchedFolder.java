package org.turnwise.intake.watch;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.turnwise.intake.reading.FileNames;
import org.turnwise.intake.reading.Unreadable;
import org.turnwise.settings.Settings;

/** The folder that is watched, and what in it is ready to import. Off until a person sets a folder. Any thread. */
public final class WatchedFolder {

    /** What a look found. */
    public sealed interface Look {}

    /** No folder is set. */
    public record Off() implements Look {}

    /** The folder can't be looked into. @param why part of a sentence */
    public record Unreachable(Path folder, String why) implements Look {}

    /**
     * @param ready   new or changed, and the same as at the last look; in order of their paths
     * @param growing how many are new or changed and may still be written to
     */
    public record Seen(Path folder, Map<Path, WatchedFiles.Stamp> ready, int growing) implements Look {

        public List<Path> files() {
            return List.copyOf(ready.keySet());
        }
    }

    private static final String SETTING = "intake.watch";
    private static final int MOST_DEPTH = 32;
    private static final Set<String> UNFINISHED = Set.of("part", "partial", "tmp", "crdownload", "download", "filepart");

    private final Settings settings;
    private final WatchedFiles files;
    private Map<Path, WatchedFiles.Stamp> before = Map.of();

    public WatchedFolder(Settings settings, WatchedFiles files) {
        this.settings = settings;
        this.files = files;
    }

    public Optional<Path> folder() {
        return settings.get(SETTING).map(Path::of);
    }

    public synchronized void watch(Path folder) {
        before = Map.of();
        settings.put(SETTING, folder.toAbsolutePath().normalize().toString());
    }

    public synchronized void stop() {
        before = Map.of();
        settings.remove(SETTING);
    }

    /** Looks into the folder. Waits for the disk. */
    public synchronized Look look() {
        Optional<Path> folder = folder();
        if (folder.isEmpty()) {
            return new Off();
        }
        try {
            Map<Path, WatchedFiles.Stamp> now = list(folder.get());
            Map<Path, WatchedFiles.Stamp> taken = files.taken();
            now.entrySet().removeIf(file -> file.getValue().equals(taken.get(file.getKey())));
            Map<Path, WatchedFiles.Stamp> ready = new TreeMap<>(now);
            ready.entrySet().removeIf(file -> !file.getValue().equals(before.get(file.getKey())));
            before = now;
            return new Seen(folder.get(), ready, now.size() - ready.size());
        } catch (IOException e) {
            return new Unreachable(folder.get(), Unreadable.why(e));
        }
    }

    /** Remembers that these were handed over for import, so that they don't come again. */
    public void taken(Seen seen) {
        files.take(seen.ready());
    }

    private static Map<Path, WatchedFiles.Stamp> list(Path folder) throws IOException {
        Map<Path, WatchedFiles.Stamp> found = new HashMap<>();
        Files.walkFileTree(folder, Set.of(), MOST_DEPTH, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                return !directory.equals(folder) && isHidden(directory) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile() && attributes.size() > 0 && !isHidden(file) && mayHoldCalls(file)) {
                    found.put(file, new WatchedFiles.Stamp(attributes.size(), attributes.lastModifiedTime().toInstant()));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (file.equals(folder)) {
                    throw e;
                }
                return FileVisitResult.CONTINUE; // it may have been moved on between listing and look; the next look tells
            }
        });
        return found;
    }

    private static boolean isHidden(Path path) {
        return FileNames.isHidden(String.valueOf(path.getFileName()));
    }

    private static boolean mayHoldCalls(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return FileNames.whyAside(name) == null && !UNFINISHED.contains(name.substring(name.lastIndexOf('.') + 1));
    }
}
