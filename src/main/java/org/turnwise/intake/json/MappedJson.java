package org.turnwise.intake.json;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.turnwise.intake.mapping.MappedRows;
import org.turnwise.intake.mapping.MappingGuess;
import org.turnwise.intake.mapping.Row;
import org.turnwise.intake.reading.MappingProfile;
import org.turnwise.intake.reading.ReadContext;
import org.turnwise.intake.reading.TranscriptReader;
import org.turnwise.intake.reading.Unreadable;

/** JSON of no known tool: read as a person said that it is to be, or else as it seems to be meant, if that is clear. */
final class MappedJson {

    static final String FORMAT = "mapped-json";

    private MappedJson() {}

    static void read(Value document, String fileName, ReadContext context, TranscriptReader.Arrivals arrivals) throws Unreadable {
        JsonRows rows = JsonRows.of(document);
        for (MappingProfile profile : context.mappings()) {
            if (!profile.forTable() && profile.fits(fields(rows.rows(profile.rows(), JsonRows.FIRST)))) {
                new MappedRows(profile, fileName, FORMAT, List.of("Read by the mapping \"" + profile.name() + "\"."))
                        .read(named(document, rows.rows(profile.rows(), Integer.MAX_VALUE), profile.speaker()), arrivals);
                return;
            }
        }
        MappingGuess guess = rows.guess().orElseThrow(() -> new Unreadable(0,
                "is JSON, but of no transcript that is read here: nothing in it seems to say who said what; export the call as WebVTT, SRT or text"));
        if (guess.confidence() < MappingGuess.SURE) {
            throw new Unreadable(0, "is JSON of no tool that is known here, and what its fields mean is not clear: perhaps " + String.join(" ", guess.reasons())
                    + " Say what they mean in a mapping, or export the call as WebVTT, SRT or text");
        }
        List<String> remarks = new ArrayList<>();
        remarks.add("The file is of no known tool; what its fields in \"" + guess.profile().rows() + "\" mean was guessed. Check it.");
        remarks.addAll(guess.reasons());
        List<Row> all = rows.rows(guess.profile().rows(), Integer.MAX_VALUE);
        Optional<List<Row>> named = People.in(document).named(all, guess.profile().speaker());
        if (named.isPresent()) {
            remarks.add("Who \"" + guess.profile().speaker() + "\" means stands elsewhere in the file, and was taken from there.");
        }
        new MappedRows(guess.profile(), fileName, FORMAT, remarks).read(named.orElse(all), arrivals);
    }

    private static List<Row> named(Value document, List<Row> rows, @Nullable String speaker) {
        return People.in(document).named(rows, speaker).orElse(rows);
    }

    private static Set<String> fields(List<Row> rows) {
        Set<String> fields = new HashSet<>();
        rows.forEach(row -> fields.addAll(row.fields().keySet()));
        return fields;
    }
}
