package org.turnwise.intake.json;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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

    private static final Set<String> SPEECH = Set.of("transcript", "transcription", "utterance", "sentence", "speech");

    private MappedJson() {}

    static void read(Value document, String fileName, ReadContext context, TranscriptReader.Arrivals arrivals) throws Unreadable {
        JsonRows rows = JsonRows.of(document);
        for (MappingProfile profile : context.mappings()) {
            if (!profile.forTable() && profile.fits(fields(rows.rows(profile.rows(), JsonRows.FIRST)))) {
                read(document, rows, profile, fileName, List.of("Read by the mapping \"" + profile.name() + "\"."), arrivals);
                return;
            }
        }
        MappingGuess guess = rows.guess().orElseThrow(() -> new Unreadable(0,
                "is JSON, but of no transcript that is read here: nothing in it seems to say who said what; export the call as WebVTT, SRT or text"));
        if (guess.confidence() < MappingGuess.SURE && !SpeechAlone.is(document, guess)) {
            throw new Unreadable(0, "is JSON of no tool that is known here, and what its fields mean is not clear: perhaps " + String.join(" ", guess.reasons())
                    + " Say what they mean in a mapping, or export the call as WebVTT, SRT or text");
        }
        List<String> remarks = new ArrayList<>();
        remarks.add("The file is of no known tool; what its fields in \"" + guess.profile().rows() + "\" mean was guessed. Check it.");
        remarks.addAll(guess.reasons());
        read(document, rows, guess.profile(), fileName, remarks, arrivals);
    }

    private static void read(
            Value document, JsonRows rows, MappingProfile profile, String fileName, List<String> remarks, TranscriptReader.Arrivals arrivals)
            throws Unreadable {
        List<String> said = new ArrayList<>(remarks);
        List<Row> all = spoken(rows.rows(profile.rows(), Integer.MAX_VALUE), said);
        People people = People.in(document);
        Optional<List<Row>> named = people.named(all, profile.speaker());
        if (named.isPresent()) {
            said.add("Who \"" + profile.speaker() + "\" means stands elsewhere in the file, and was taken from there.");
        }
        List<Row> readable = named.orElse(all).stream().map(row -> numbered(row, profile.speaker())).toList();
        new MappedRows(profile, fileName, FORMAT, said, people.sides()).read(readable, arrivals);
    }

    /** Where rows say of what kind they are, and some that they are speech, the others are not: remarks of the tool, say. */
    private static List<Row> spoken(List<Row> rows, List<String> remarks) {
        List<Row> spoken = rows.stream().filter(row -> SPEECH.contains(row.fields().getOrDefault("type", "").toLowerCase(Locale.ROOT))).toList();
        if (spoken.isEmpty() || spoken.size() == rows.size()) {
            return rows;
        }
        remarks.add(rows.size() - spoken.size() + " rows are no speech, as their \"type\" says, and were left out.");
        return spoken;
    }

    private static Row numbered(Row row, @Nullable String speaker) {
        String label = row.get(speaker);
        String name = Talk.numbered(label);
        if (speaker == null || name == null || name.equals(label)) {
            return row;
        }
        Map<String, String> fields = new LinkedHashMap<>(row.fields());
        fields.put(speaker, name);
        return new Row(row.line(), fields);
    }

    private static Set<String> fields(List<Row> rows) {
        Set<String> fields = new HashSet<>();
        rows.forEach(row -> fields.addAll(row.fields().keySet()));
        return fields;
    }
}
