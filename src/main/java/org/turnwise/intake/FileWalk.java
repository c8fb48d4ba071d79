package org.turnwise.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** What there is to read under the paths a person gave. Files they named are read whatever they are; those of a folder only if they may be transcripts. */
final class FileWalk {

    static final String ROSTER = "reps.txt";

    private static final Set<String> NO_TRANSCRIPTS = Set.of(
            "png", "jpg", "jpeg", "gif", "svg", "webp", "ico", "mp3", "mp4", "m4a", "wav", "ogg", "flac", "webm", "mov", "mkv", "avi", "pdf", "html", "css",
            "log", "yml", "yaml", "toml", "xml", "properties", "db", "exe", "class", "jar");
    private static final Set<String> ABOUT = Set.of("readme", "readme.md", "readme.txt", "license", "license.txt", "license.md", "sources.json", "thumbs.db");
    private static final int MOST_DEPTH = 32;

    final List<Path> transcripts = new ArrayList<>();
    final List<Path> tables = new ArrayList<>();
    final List<Path> rosters = new ArrayList<>();
    final List<ImportReport.Skipped> skipped = new ArrayList<>();
    final List<ImportReport.Failed> failed = new ArrayList<>();

    private FileWalk() {}

    static FileWalk of(List<Path> paths) {
        FileWalk walk = new FileWalk();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                walk.folder(path);
            } else if (!Files.exists(path)) {
                walk.failed.add(new ImportReport.Failed(path.toString(), 0, "is not there; check the path"));
            } else if (!Files.isRegularFile(path)) {
                walk.failed.add(new ImportReport.Failed(path.toString(), 0, "is neither a file nor a folder"));
            } else {
                walk.named(path);
            }
        }
        return walk;
    }

    private void named(Path file) {
        (isTable(file) ? tables : transcripts).add(file);
    }

    /** Links to folders are not followed, so there are no circles. */
    private void folder(Path folder) {
        try (Stream<Path> found = Files.walk(folder, MOST_DEPTH)) {
            List<Path> files = found.filter(file -> Files.isRegularFile(file) && !isHidden(folder.relativize(file))).sorted().toList();
            if (files.isEmpty()) {
                failed.add(new ImportReport.Failed(folder.toString(), 0, "is a folder without files to read"));
            }
            files.forEach(this::found);
        } catch (IOException | UncheckedIOException e) {
            failed.add(new ImportReport.Failed(folder.toString(), 0, "can't be listed: " + e.getMessage()));
        }
    }

    private void found(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.equals(ROSTER)) {
            rosters.add(file);
        } else if (name.endsWith(".manifest.json") || name.equals("manifest.json")) {
            skipped.add(new ImportReport.Skipped(file.toString(), "a manifest, which describes another file"));
        } else if (ABOUT.contains(name) || NO_TRANSCRIPTS.contains(name.substring(name.lastIndexOf('.') + 1))) {
            skipped.add(new ImportReport.Skipped(file.toString(), "not a kind of file that holds a transcript"));
        } else if (Files.isSymbolicLink(file) && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && !Files.isReadable(file)) {
            skipped.add(new ImportReport.Skipped(file.toString(), "a link that leads nowhere"));
        } else {
            named(file);
        }
    }

    private static boolean isTable(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".csv") || name.endsWith(".tsv");
    }

    private static boolean isHidden(Path relative) {
        for (Path part : relative) {
            if (part.toString().startsWith(".") || part.toString().startsWith("~$")) {
                return true;
            }
        }
        return false;
    }
}
