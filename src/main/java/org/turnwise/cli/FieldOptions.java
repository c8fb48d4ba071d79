package org.turnwise.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.turnwise.intake.UnknownFile;
import org.turnwise.intake.mapping.MappingGuess;
import org.turnwise.intake.reading.MappingProfile;
import org.turnwise.intake.reading.TimeScale;
import org.turnwise.intake.reading.Unreadable;

/** What {@code --map} says of the fields of a file, over what is guessed of them. */
final class FieldOptions {

    private static final Set<String> PARTS = Set.of("rows", "text", "speaker", "start", "end", "duration", "call", "side", "order", "scale");

    private FieldOptions() {}

    /** @throws CommandFailed if the file can't be read, or has no such field */
    static MappingProfile mapping(Path file, Map<String, String> said, String name) {
        for (String part : said.keySet()) {
            if (!PARTS.contains(part)) {
                throw new CommandFailed("--map " + part + "=…: there is no such part; use one of " + String.join(", ", PARTS.stream().sorted().toList()));
            }
        }
        try {
            UnknownFile unknown = UnknownFile.open(file);
            MappingProfile mapping = over(unknown, said, name);
            for (String field : mapping.named()) {
                if (!unknown.fields(mapping.rows()).contains(field)) {
                    throw new CommandFailed(file + ": has no field \"" + field + "\"; it has " + String.join(", ", unknown.fields(mapping.rows())));
                }
            }
            return mapping;
        } catch (Unreadable e) {
            throw new CommandFailed(file + (e.line() > 0 ? ":" + e.line() : "") + ": " + e.reason(), e);
        }
    }

    private static MappingProfile over(UnknownFile file, Map<String, String> said, String name) throws Unreadable {
        MappingProfile guess = (said.containsKey("rows") ? MappingGuess.of(said.get("rows"), file.rows(said.get("rows"), 200)) : file.guess())
                .map(MappingGuess::profile).orElse(null);
        String rows = said.getOrDefault("rows", guess == null ? "" : guess.rows());
        String text = said.getOrDefault("text", guess == null ? "" : guess.text());
        if (text.isEmpty()) {
            throw new CommandFailed(file.path() + ": nothing in it seems to be what was said; name the field with --map text=FIELD");
        }
        return new MappingProfile(
                name, rows, text, field(said, "speaker", guess == null ? null : guess.speaker()), field(said, "start", guess == null ? null : guess.start()),
                field(said, "end", guess == null ? null : guess.end()), field(said, "duration", guess == null ? null : guess.duration()),
                said.containsKey("scale") ? scale(said.get("scale")) : guess == null ? TimeScale.SECONDS : guess.scale(),
                field(said, "call", guess == null ? null : guess.call()), field(said, "side", guess == null ? null : guess.side()),
                field(said, "order", guess == null ? null : guess.order()));
    }

    private static @Nullable String field(Map<String, String> said, String part, @Nullable String guessed) {
        String field = said.getOrDefault(part, guessed == null ? "" : guessed);
        return field.isEmpty() ? null : field;
    }

    private static TimeScale scale(@Nullable String name) {
        try {
            return TimeScale.valueOf(String.valueOf(name).toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new CommandFailed("--map scale=" + name + ": numbers count seconds, milliseconds or ticks", e);
        }
    }
}
