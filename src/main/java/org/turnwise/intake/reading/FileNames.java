package org.turnwise.intake.reading;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a file's name alone says. */
public final class FileNames {

    private static final Set<String> NO_TRANSCRIPTS = Set.of(
            "png", "jpg", "jpeg", "gif", "svg", "webp", "ico", "mp3", "mp4", "m4a", "wav", "ogg", "flac", "webm", "mov", "mkv", "avi", "pdf", "html", "css",
            "log", "lock", "yml", "yaml", "toml", "xml", "properties", "db", "exe", "class", "jar");
    private static final Set<String> ABOUT = Set.of("readme", "readme.md", "readme.txt", "license", "license.txt", "license.md", "sources.json", "thumbs.db");

    /** What a report says of hidden files and folders. */
    public static final String HIDDEN = "hidden, as its name says";

    private static final Pattern GMT = Pattern.compile("(?:^|[^A-Za-z])GMT(\\d{8}-\\d{6})(?!\\d)");
    private static final DateTimeFormatter COMPACT = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT);

    private FileNames() {}

    /**
     * Why a file is not worth trying where a whole folder or archive is read: recordings, pictures, programs, and files about other files. Null if it is.
     *
     * @param name without folders
     */
    public static @Nullable String whyAside(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (isHidden(name)) {
            return HIDDEN;
        }
        if (isManifest(lower)) {
            return "a manifest, which describes another file";
        }
        boolean other = ABOUT.contains(lower) || NO_TRANSCRIPTS.contains(lower.substring(lower.lastIndexOf('.') + 1));
        return other ? "not a kind of file that holds a transcript" : null;
    }

    /** Whether a file or folder is there for programs, not for people. */
    public static boolean isHidden(String name) {
        return name.startsWith(".") && !name.equals(".") && !name.equals("..") || name.startsWith("~$");
    }

    /** When the call began, where the name says so in universal time, as Zoom's recordings do: {@code GMT20260309-101500_Recording.transcript.vtt}. */
    static @Nullable Instant startIn(String name) {
        Matcher gmt = GMT.matcher(name);
        try {
            return gmt.find() ? LocalDateTime.parse(gmt.group(1), COMPACT).toInstant(ZoneOffset.UTC) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static boolean isManifest(String lower) {
        return lower.endsWith(".manifest.json") || lower.equals("manifest.json");
    }
}
