package org.turnwise.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnwise.call.Call;
import org.turnwise.call.Participant;
import org.turnwise.call.Side;
import org.turnwise.intake.json.JsonRows;
import org.turnwise.intake.mapping.MappingGuess;
import org.turnwise.intake.mapping.MappingProfiles;
import org.turnwise.intake.mapping.Row;
import org.turnwise.intake.reading.InputFile;
import org.turnwise.intake.reading.MappingProfile;
import org.turnwise.intake.reading.TimeScale;
import org.turnwise.reward.Outcomes;
import org.turnwise.reward.RewardPolicy;
import org.turnwise.store.Workspace;
import org.turnwise.task.Progress;

/** What nobody has written a reader for: guessed, corrected, kept. And call data that lies beside its transcripts. */
class MappingTest {

    private static final String STRANGE = "{\"x\":[{\"a\":\"Ines\",\"b\":\"Which of them floods first?\",\"c\":12},{\"a\":\"Tom\",\"b\":\"The one in the north.\",\"c\":40}]}";
    private static final MappingProfile KEPT = new MappingProfile("yard tool", "x[]", "b", "a", "c", null, null, TimeScale.SECONDS, null);

    @TempDir
    Path folder;

    private static List<Row> rows(String[] fields, String[]... values) {
        List<Row> rows = new ArrayList<>();
        for (String[] line : values) {
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < fields.length; i++) {
                row.put(fields[i], line[i]);
            }
            rows.add(new Row(rows.size() + 2, row));
        }
        return rows;
    }

    @Test
    void aTableOfTurns() {
        MappingGuess guess = MappingGuess.of("", rows(new String[] {"Conversation_ID", "turn", "Speaker Name", "Utterance", "start_ms"},
                new String[] {"c1", "0", "Ines Kord", "Which yard floods first?", "0"}, new String[] {"c1", "1", "Tom Egan", "The north one.", "4100"},
                new String[] {"c2", "0", "Ines Kord", "Is it fixed?", "300"}, new String[] {"c2", "1", "Tom Egan", "Not yet, no.", "2200"})).orElseThrow();
        assertEquals(new MappingProfile("guess", "", "Utterance", "Speaker Name", "start_ms", null, null, TimeScale.MILLISECONDS, "Conversation_ID"),
                guess.profile());
        assertTrue(guess.confidence() >= MappingGuess.SURE, guess.toString());
        assertEquals(4, guess.reasons().size(), guess.reasons().toString());
    }

    @Test
    void noNamesButWhatTheFieldsHold() {
        MappingGuess guess = MappingGuess.of("", rows(new String[] {"a", "b"}, new String[] {"Ines", "Which of them floods first?"},
                new String[] {"Tom", "The one in the north."},
                new String[] {"Ines", "And nobody has fixed it?"})).orElseThrow();
        assertEquals("b", guess.profile().text());
        assertEquals("a", guess.profile().speaker());
        assertTrue(guess.confidence() < MappingGuess.SURE, "what is only guessed from values is not read unasked");
    }

    @Test
    void numbersThatCountNameNobody() {
        MappingGuess guess = MappingGuess.of("", rows(new String[] {"from", "to", "text"}, new String[] {"100", "900", "Hello to you."},
                new String[] {"1000", "1900", "And to you."},
                new String[] {"2000", "61900", "Well then, go on."})).orElseThrow();
        assertEquals(null, guess.profile().speaker());
        assertEquals("from", guess.profile().start());
    }

    @Test
    void aKeptMappingReadsWhatIsRefusedWithoutIt() throws IOException {
        Path file = Files.writeString(Files.createDirectory(folder.resolve("in")).resolve("strange.json"), STRANGE);
        try (Workspace workspace = Workspace.open(folder.resolve("workspace"))) {
            MappingProfiles mappings = new MappingProfiles(workspace.settings());
            Importer importer = importer(workspace, mappings);
            assertTrue(importer.dryRun(List.of(file), Progress.silent()).failed().getFirst().reason().contains("\"b\" for what was said"));
            mappings.keep(new MappingProfile("yard tool", "x[]", "b", null, null, null, null, TimeScale.SECONDS, null));
            mappings.keep(KEPT);
        }
        try (Workspace workspace = Workspace.open(folder.resolve("workspace"))) {
            MappingProfiles mappings = new MappingProfiles(workspace.settings());
            assertEquals(List.of(KEPT), mappings.all(), "corrected under its name, and still there when the workspace is opened again");
            Call call = importer(workspace, mappings).dryRun(List.of(file), Progress.silent()).calls().getFirst().call().call();
            assertEquals(List.of("Ines|12000|null|Which of them floods first?", "Tom|40000|null|The one in the north."), call.turns().stream()
                    .map(Read::shown).toList());
            mappings.forget("yard tool");
            assertEquals(List.of(), mappings.all());
        }
    }

    @Test
    void gongCallDataGivesNamesAndSidesToTranscriptsBesideIt() throws IOException {
        Path in = Files.createDirectory(folder.resolve("gong"));
        for (String name : List.of("gong_transcript.json", "gong_extensive.json")) {
            Files.copy(Read.FIXTURES.resolve("json").resolve(name), in.resolve(name));
        }
        try (Workspace workspace = Workspace.open(folder.resolve("workspace"))) {
            ImportReport report = importer(workspace, new MappingProfiles(workspace.settings())).run(List.of(in), Progress.silent());
            assertEquals(2, report.imported().size(), report.toString());
            assertEquals(List.of(), report.failed());
            assertTrue(report.skipped().getFirst().reason().startsWith("says of 1 call who took part"), report.skipped().toString());
            Call call = workspace.calls().find(report.imported().getFirst().call()).orElseThrow();
            assertEquals("Valves, second look", call.title());
            assertEquals("001A0000009", call.group());
            assertEquals(
                    List.of(new Participant("Ines Kord", "Ines Kord", Side.REP), new Participant("Tom Egan", "Tom Egan", Side.CUSTOMER),
                            new Participant("64000000000000000009", "64000000000000000009", Side.OTHER)),
                    call.participants());
            assertTrue(String.valueOf(call.source().extras())
                    .contains("{\"objectType\":\"Opportunity\",\"objectId\":\"006A0000001\",\"timing\":\"TimeOfCall\",\"stage\":\"Proposal\"}"),
                    call.source().extras());
        }
    }

    private static Importer importer(Workspace workspace, MappingProfiles mappings) {
        Clock clock = Clock.systemUTC();
        return new Importer(workspace.calls(), workspace.journal(), new Outcomes(workspace.rewards(), RewardPolicy.standard(), clock), clock, null, mappings, ImportRuns.forgetting());
    }

    @Test
    void whatAPersonIsShownOfAFile() throws Exception {
        JsonRows rows = JsonRows.of(InputFile.open(Files.writeString(folder.resolve("strange.json"), STRANGE)));
        assertEquals(List.of("x[]"), rows.paths());
        assertEquals(List.of("a", "b", "c"), List.copyOf(rows.rows("x[]", 1).getFirst().fields().keySet()));
        assertEquals("b", rows.guess().orElseThrow().profile().text());
    }

    @Test
    void fitsOnlyWhereEveryFieldIsThere() {
        assertTrue(KEPT.fits(Set.of("a", "b", "c", "d")));
        assertFalse(KEPT.fits(Set.of("a", "b")));
    }
}
