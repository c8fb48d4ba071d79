package org.turnwise.intake.reading;

import java.util.Locale;
import java.util.Set;

/** What a file's name alone says. */
public final class FileNames {

    private static final Set<String> NO_TRANSCRIPTS = Set.of(
            "png", "jpg", "jpeg", "gif", "svg", "webp", "ico", "mp3", "mp4", "m4a", "wav", "ogg", "flac", "webm", "mov", "mkv", "avi", "pdf", "html", "css",
            "log", "yml", "yaml", "toml", "xml", "properties", "db", "exe", "class", "jar");
    private static final Set<String> ABOUT = Set.of("readme", "readme.md", "readme.txt", "license", "license.txt", "license.md", "sources.json", "thumbs.db");

    private FileNames() {}

    /** Recordings, pictures, programs, and files about other files: not worth trying where a whole folder or archive is read. @param name without folders */
    public static boolean holdsNoTranscript(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return ABOUT.contains(lower) || NO_TRANSCRIPTS.contains(lower.substring(lower.lastIndexOf('.') + 1));
    }

    /** Whether the name is that of a manifest, which describes another file. */
    public static boolean isManifest(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".manifest.json") || lower.equals("manifest.json");
    }
}
