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

    private static final Pattern GMT = Pattern.compile("(?:^|[^A-Za-z])GMT(\\d{8}-\\d{6})(?!\\d)");
    private static final DateTimeFormatter COMPACT = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT);

    private FileNames() {}

    /** Recordings, pictures, programs, and files about other files: not worth trying where a whole folder or archive is read. @param name without folders */
    public static boolean holdsNoTranscript(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return ABOUT.contains(lower) || NO_TRANSCRIPTS.contains(lower.substring(lower.lastIndexOf('.') + 1));
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

    /** Whether the name is that of a manifest, which describes another file. */
    public static boolean isManifest(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".manifest.json") || lower.equals("manifest.json");
    }
}
