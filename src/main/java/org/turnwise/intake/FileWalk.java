package org.turnwise.intake;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.turnwise.intake.reading.FileNames;
import org.turnwise.intake.reading.MappingProfile;
import org.turnwise.intake.reading.Unreadable;

/** What there is to read under the paths a person gave. Files they named are read whatever they are; those of a folder only if they may be transcripts. */
final class FileWalk {

    static final String ROSTER = "reps.txt";

    private static final int MOST_DEPTH = 32;

    final List<Path> transcripts = new ArrayList<>();
    final List<Path> tables = new ArrayList<>();
    final List<Path> rosters = new ArrayList<>();
    final List<ImportReport.Skipped> skipped = new ArrayList<>();
    final List<ImportReport.Failed> failed = new ArrayList<>();

    private final List<MappingProfile> mappings;

    private FileWalk(List<MappingProfile> mappings) {
        this.mappings = mappings;
    }

    /** @param mappings by which people said that tables are to be read as calls */
    static FileWalk of(List<Path> paths, List<MappingProfile> mappings) {
        FileWalk walk = new FileWalk(mappings);
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
        if (file.getFileName().toString().equalsIgnoreCase(ROSTER)) {
            rosters.add(file);
            return;
        }
        (isTable(file) && !Formats.isTableOfTurns(file, mappings) ? tables : transcripts).add(file);
    }

    /** Links to folders are not followed, so there are no circles. What can't be listed is one failure; the rest is read. */
    private void folder(Path folder) {
        List<Path> files = new ArrayList<>();
        int failedBefore = failed.size();
        int skippedBefore = skipped.size();
        List<ImportReport.Skipped> hidden = new ArrayList<>();
        try {
            Files.walkFileTree(folder, Set.of(), MOST_DEPTH, new Listing(folder, files, hidden));
        } catch (IOException e) {
            failed.add(new ImportReport.Failed(folder.toString(), 0, "can't be listed: " + e.getMessage()));
        }
        if (files.isEmpty() && failed.size() == failedBefore && skipped.size() == skippedBefore) {
            failed.add(new ImportReport.Failed(folder.toString(), 0, "is a folder without files to read"));
        }
        skipped.addAll(hidden);
        files.stream().sorted().forEach(this::found);
    }

    private final class Listing extends SimpleFileVisitor<Path> {
        private final Path root;
        private final List<Path> files;
        private final List<ImportReport.Skipped> hidden;

        Listing(Path root, List<Path> files, List<ImportReport.Skipped> hidden) {
            this.root = root;
            this.files = files;
            this.hidden = hidden;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return isHidden(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        /** What lies in a hidden folder is not looked at, so that it is one line however much that is. */
        private boolean isHidden(Path path) {
            boolean isHidden = !path.equals(root) && FileNames.isHidden(path.getFileName().toString());
            if (isHidden) {
                hidden.add(new ImportReport.Skipped(path.toString(), FileNames.HIDDEN));
            }
            return isHidden;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (isHidden(file)) {
                return FileVisitResult.CONTINUE;
            }
            if (Files.isRegularFile(file)) {
                files.add(file);
            } else {
                skipped.add(new ImportReport.Skipped(file.toString(), whyNotAFile(file, attributes)));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            failed.add(new ImportReport.Failed(file.toString(), 0, Unreadable.why(e)));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) {
            if (e != null) {
                failed.add(new ImportReport.Failed(folder.toString(), 0, "could be listed in part only: " + Unreadable.why(e)));
            }
            return FileVisitResult.CONTINUE;
        }

        private static String whyNotAFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isDirectory()) {
                return "a folder more than " + MOST_DEPTH + " deep";
            }
            if (attributes.isSymbolicLink()) {
                return Files.isDirectory(file) ? "a link to a folder, which is not followed" : "a link that leads to no file";
            }
            return "neither a file nor a folder";
        }
    }

    private void found(Path file) {
        String aside = FileNames.whyAside(file.getFileName().toString());
        if (aside == null) {
            named(file);
        } else {
            skipped.add(new ImportReport.Skipped(file.toString(), aside));
        }
    }

    private static boolean isTable(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".csv") || name.endsWith(".tsv");
    }
}
