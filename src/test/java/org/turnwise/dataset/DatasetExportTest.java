package org.turnwise.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnwise.annotation.LabelScheme;
import org.turnwise.annotation.Labeling;
import org.turnwise.annotation.Statuses;
import org.turnwise.annotation.Target;
import org.turnwise.call.Call;
import org.turnwise.call.CallId;
import org.turnwise.intake.ImportReport;
import org.turnwise.intake.Importer;
import org.turnwise.reward.Outcomes;
import org.turnwise.reward.RewardPolicy;
import org.turnwise.store.Workspace;
import org.turnwise.task.Progress;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DatasetExportTest {

    private static final CallId ONE = new CallId("one");
    private static final String SAYINGS = """
            {"id":"one","turns":[{"speaker":"rep","text":"=cmd|' /C calc'!A0"},{"speaker":"customer","text":"'@home, \\"quoted\\",\\n two lines; 😀 | pipe"},\
            {"speaker":"rep","text":"-2"}],"outcome":1,"turn_labels":[["src"],[],["theirs"]],"meta":{"group":"g1","n":1.50}}
            {"id":"two","turns":[{"speaker":"rep","text":"Hello","start":0,"end":1.5},{"speaker":"customer","text":"Bye","start":2,"end":2.25}],"outcome":null}
            """;

    @TempDir
    Path folder;

    private final LabelScheme scheme = LabelScheme.standard();
    private Workspace workspace;
    private Outcomes outcomes;
    private DatasetExport export;

    @BeforeEach
    void open() throws IOException {
        open("w");
        Path calls = Files.writeString(folder.resolve("in.jsonl"), SAYINGS);
        ImportReport report = importer().run(List.of(calls), Progress.silent());
        assertEquals(2, report.imported().size(), report.failed().toString());
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private void open(String name) {
        workspace = Workspace.open(folder.resolve(name));
        outcomes = new Outcomes(workspace.rewards(), RewardPolicy.standard(), Clock.systemUTC());
        export = new DatasetExport(workspace.calls(), workspace.journal(), outcomes, scheme, workspace.scorerVersions());
    }

    private Importer importer() {
        return new Importer(workspace.calls(), workspace.journal(), outcomes, Clock.systemUTC());
    }

    private void label() {
        Call call = workspace.calls().find(ONE).orElseThrow();
        for (String annotator : List.of("ana", "ben")) {
            Labeling labeling = new Labeling(workspace.journal(), scheme, annotator, Clock.systemUTC(), edit -> outcomes.follow(edit, workspace.journal()));
            labeling.toggle(call, new Target.OfTurn(ONE, 1), scheme.label("O_PRICE").orElseThrow());
            labeling.toggle(call, new Target.OfTurn(ONE, 1), scheme.label(annotator.equals("ana") ? "DELTA_-2" : "DELTA_+1").orElseThrow());
            labeling.note(new Target.OfTurn(ONE, 1), "=a note by " + annotator + "\nin two lines");
            labeling.status(ONE, Statuses.SUBMITTED, true);
        }
    }

    private DatasetExport.Result write(DatasetExport.Format format, String name, boolean unlabeled) {
        return export.run(new DatasetExport.Request(format, folder.resolve(name), Optional.empty(), unlabeled), Progress.silent());
    }

    @Test
    void jsonlComesBackWholeIntoAnEmptyWorkspace() throws IOException {
        label();
        DatasetExport.Result first = write(DatasetExport.Format.JSONL, "a.jsonl.gz", true);
        assertEquals(2, first.calls());
        assertEquals(6, first.annotations(), "statuses are not exported");
        workspace.close();
        open("empty");
        assertEquals(2, importer().run(List.of(first.path()), Progress.silent()).imported().size());
        assertEquals(6, workspace.journal().current(ONE).size());
        DatasetExport.Result second = write(DatasetExport.Format.JSONL, "b.jsonl.gz", true);
        assertEquals(first.sha256(), second.sha256());
    }

    @Test
    void labelsOfPeopleStandInTurnLabelsAndThoseOfTheSourceAreKept() throws IOException {
        label();
        write(DatasetExport.Format.JSONL, "a.jsonl", false);
        JsonNode line = JsonMapper.shared().readTree(Files.readAllLines(folder.resolve("a.jsonl")).getFirst());
        assertEquals("[[\"src\"],[\"DELTA_+1\",\"DELTA_-2\",\"O_PRICE\"],[\"theirs\"]]", line.get("turn_labels").toString());
        assertEquals("[[\"src\"],[],[\"theirs\"]]", line.get("turn_labels_source").toString());
    }

    @Test
    void csvRunsNothingAndReadsBack() throws IOException {
        label();
        DatasetExport.Result result = write(DatasetExport.Format.CSV, "t.csv", true);
        List<CSVRecord> rows;
        try (CSVParser parser = CSVParser.parse(Files.readString(result.path()), CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get())) {
            rows = parser.getRecords();
        }
        assertEquals(5, rows.size());
        CSVRecord turn = rows.get(1);
        assertEquals("''@home, \"quoted\",\n two lines; 😀 | pipe", turn.get("text"));
        assertEquals("'=cmd|' /C calc'!A0", rows.getFirst().get("text"));
        assertEquals("'-2", rows.get(2).get("text"));
        assertEquals("O_PRICE", turn.get("objections"));
        assertEquals("'-2|1", turn.get("delta"));
        assertEquals("ana|ben", turn.get("annotators"));
        assertTrue(turn.get("note").startsWith("'=a note by ana"));
        assertEquals("WON", turn.get("call_outcome"));
        assertEquals("1500", rows.get(3).get("end_ms"));
    }

    @Test
    void theManifestSaysWhatIsInTheFile() throws IOException {
        label();
        DatasetExport.Request request = new DatasetExport.Request(
                DatasetExport.Format.JSONL, folder, Optional.of(Set.of(ONE)), false, Map.of("rep", "Jane"));
        DatasetExport.Result result = export.run(request, Progress.silent());
        assertEquals(folder.resolve("calls.jsonl").toRealPath(), result.path().toRealPath());
        JsonNode manifest = JsonMapper.shared().readTree(Files.readString(result.manifest(), StandardCharsets.UTF_8));
        assertEquals(result.sha256(), manifest.get("sha256").asString());
        assertEquals(Files.size(result.path()), manifest.get("bytes").asLong());
        assertEquals(3, manifest.get("turns").asInt());
        assertEquals(2, manifest.get("labels").get("objection").get("O_PRICE").asInt());
        assertEquals("Jane", manifest.get("filters").get("rep").asString());
        assertEquals("sales-core 1.0", manifest.get("scheme").asString());
    }

    @Test
    void aFileThatSaysSomethingElseIsAMismatch() {
        ReadBackCheck check = new ReadBackCheck();
        check.wrote("one", List.of("a", "b"));
        assertThrows(DatasetExport.Mismatch.class, () -> check.readBack("one", List.of("a", "c")));
        ReadBackCheck cut = new ReadBackCheck();
        cut.wrote("one", List.of("a"));
        assertThrows(DatasetExport.Mismatch.class, cut::complete);
    }

    @Test
    void cancelledItLeavesWhatWasThere() throws IOException {
        Path out = Files.writeString(folder.resolve("a.jsonl"), "what was there");
        Progress cancelled = new Progress() {
            @Override
            public void report(double done, String what) {}

            @Override
            public boolean cancelled() {
                return true;
            }
        };
        DatasetExport.Request request = new DatasetExport.Request(DatasetExport.Format.JSONL, out, Optional.empty(), true);
        assertThrows(CancellationException.class, () -> export.run(request, cancelled));
        assertEquals("what was there", Files.readString(out));
        try (Stream<Path> files = Files.list(folder)) {
            assertFalse(files.anyMatch(file -> file.toString().endsWith(".part")));
        }
    }
}
