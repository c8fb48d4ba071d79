package org.turnwise.intake.archive;

import java.io.BufferedInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.turnwise.intake.reading.Expanding;
import org.turnwise.intake.reading.FileNames;
import org.turnwise.intake.reading.Glimpse;
import org.turnwise.intake.reading.InputFile;
import org.turnwise.intake.reading.ReadContext;
import org.turnwise.intake.reading.TranscriptReader;
import org.turnwise.intake.reading.Unreadable;

/** ZIP archives: every file within is read by the reader of its own format. One that is bad is one failure; the others come in. */
public final class ArchiveReader implements TranscriptReader {

    /** Opens a file within the archive. */
    @FunctionalInterface
    public interface Member {
        InputFile open() throws IOException, Unreadable;
    }

    /** Reads one file by the reader of its format; whatever goes wrong becomes a failure. */
    @FunctionalInterface
    public interface OneFile {
        void read(String what, Member member, ReadContext context, TranscriptReader.Arrivals arrivals);
    }

    static final int MOST_FILES = 50_000;
    static final int LONGEST_NAME = 1_000;

    private final OneFile oneFile;

    public ArchiveReader(OneFile oneFile) {
        this.oneFile = oneFile;
    }

    @Override
    public boolean recognises(Glimpse glimpse, ReadContext context) {
        return glimpse.kind() == Glimpse.Kind.ZIP;
    }

    @Override
    public void read(InputFile file, ReadContext context, Arrivals arrivals) throws IOException, Unreadable {
        if (file.provenWhole()) {
            throw new Unreadable(0, "is an archive within an archive; unpack it first");
        }
        try (ZipFile zip = opened(file.path().toFile())) {
            if (zip.size() > MOST_FILES) {
                throw new Unreadable(0, "is an archive of " + zip.size() + " files, and no more than " + MOST_FILES + " are read at once; split it");
            }
            List<? extends ZipEntry> entries = zip.stream().filter(entry -> !entry.isDirectory()).sorted(Comparator.comparing(ZipEntry::getName)).toList();
            Budget budget = new Budget(Files.size(file.path()));
            int tried = 0;
            for (ZipEntry entry : entries) {
                String aside = whyAside(entry.getName());
                if (aside == null) {
                    tried++;
                    read(file, zip, entry, budget, context, arrivals);
                } else {
                    arrivals.within(printable(entry.getName())).skipped(aside);
                }
            }
            if (tried == 0) {
                throw new Unreadable(0, "is an archive without a file that could be a transcript");
            }
        } catch (ZipException | IllegalArgumentException e) {
            throw new Unreadable(0, "is an archive that is damaged or cut off; get it again", e);
        }
    }

    private void read(InputFile archive, ZipFile zip, ZipEntry entry, Budget budget, ReadContext context, Arrivals arrivals) {
        String name = printable(entry.getName());
        oneFile.read(archive.path() + "!/" + name, () -> {
            if (leadsOut(entry.getName())) {
                throw new Unreadable(0, "has a name that leads out of the archive, as no honest file has; it was not read");
            }
            return InputFile.within(archive.path(), name.substring(name.lastIndexOf('/') + 1), () -> opened(zip, entry, budget));
        }, context, arrivals.within(name));
    }

    /** Names that are not UTF-8 are in the code page of old DOS, which takes any byte. */
    private static ZipFile opened(File file) throws IOException {
        try {
            return new ZipFile(file);
        } catch (ZipException e) {
            return new ZipFile(file, Charset.forName("IBM437"));
        }
    }

    private static InputStream opened(ZipFile zip, ZipEntry entry, Budget budget) throws IOException {
        InputStream in = zip.getInputStream(entry);
        if (in == null) {
            throw new IOException("is in the archive's list, but not in the archive");
        }
        long packed = Math.max(1, entry.getCompressedSize());
        return new BufferedInputStream(new Expanding(new CheckedEntry(in, entry.getCrc(), budget), () -> packed, "a packed file"));
    }

    /** Null if it is worth trying. */
    private static @Nullable String whyAside(String name) {
        String[] parts = name.split("[/\\\\]", -1);
        for (String part : parts) {
            if (part.equalsIgnoreCase("__MACOSX")) {
                return "what a Mac notes on another file";
            }
            if (FileNames.isHidden(part)) {
                return FileNames.HIDDEN;
            }
        }
        return FileNames.whyAside(parts[parts.length - 1]);
    }

    private static boolean leadsOut(String name) {
        return name.startsWith("/") || name.startsWith("\\") || name.matches("(?s)[A-Za-z]:.*") || List.of(name.split("[/\\\\]", -1)).contains("..");
    }

    /** As a path and a line of the report can show it. */
    private static String printable(String name) {
        String shown = name.replaceAll("\\p{Cntrl}", "?");
        return shown.length() > LONGEST_NAME ? shown.substring(shown.length() - LONGEST_NAME) : shown;
    }
}
