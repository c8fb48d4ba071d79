package org.turnwise.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnwise.annotation.LabelScheme;
import org.turnwise.call.Call;
import org.turnwise.call.CallId;
import org.turnwise.call.Participant;
import org.turnwise.call.Side;
import org.turnwise.call.Source;
import org.turnwise.call.TimingClass;
import org.turnwise.call.Turn;
import org.turnwise.intake.Tables;
import org.turnwise.intake.crm.OutcomeImport;
import org.turnwise.intake.crm.matching.Matching;
import org.turnwise.intake.crm.matching.Segments;
import org.turnwise.intake.duplicates.Decision;
import org.turnwise.intake.duplicates.Duplicates;
import org.turnwise.reward.OutcomeKind;
import org.turnwise.reward.Outcomes;
import org.turnwise.reward.RewardPolicy;
import org.turnwise.scoring.WorkspaceExamples;
import org.turnwise.store.Workspace;
import org.turnwise.task.Progress;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A reward is followed from an export back to the row of the CRM that it comes from, whatever happened since. */
class RewardTrailTest {

    private static final String HEADER = "Opportunity ID,Opportunity Name,Stage,Close Date,Created Date,Segment,Contact Email,Amount,Favourite colour\n";

    @TempDir
    Path folder;

    private Workspace workspace;
    private Outcomes outcomes;
    private OutcomeImport tables;
    private Matching matching;
    private DatasetExport export;

    @BeforeEach
    void open() {
        workspace = Workspace.open(folder.resolve("workspace"));
        outcomes = new Outcomes(workspace.rewards(), workspace.policies()::active, Clock.systemUTC());
        tables = Tables.of(workspace, outcomes);
        matching = Tables.matching(workspace, outcomes);
        RewardTrails trails = new RewardTrails(
                workspace.calls(), outcomes, workspace.rewards(), workspace.matches(), matching,
                new Segments(workspace.calls(), workspace.deals(), workspace.matches()),
                workspace.forecasts());
        export = new DatasetExport(workspace.calls(), workspace.journal(), outcomes, LabelScheme::standard, workspace.scorerVersions(), "test",
                Clock.systemUTC(), trails);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private CallId call(String name, String day, String email, String... meta) {
        CallId id = new CallId(name);
        List<Participant> people = List.of(new Participant("Ines", "Ines", Side.REP), new Participant("Tom", "Tom", Side.CUSTOMER, email));
        List<Turn> turns = List.of(new Turn(0, "Ines", "How is depot " + name + "?", 0L, 200_000L),
                new Turn(1, "Tom", "Well, says " + name + ".", 200_000L, 600_000L));
        String extras = meta.length == 0 ? null : "{\"meta\":{\"segment\":\"" + meta[0] + "\"}}";
        workspace.calls().add(
                new Call(id, name, new Source("vtt", name + ".vtt", extras), TimingClass.SEGMENT_MS, Instant.parse(day + "T10:00:00Z"), name, people, turns),
                () -> {});
        return id;
    }

    private void deals(String file, String... rows) throws IOException {
        OutcomeImport.Report report = tables.run(Files.writeString(folder.resolve(file), HEADER + String.join("\n", rows) + "\n"), Progress.silent());
        assertEquals(List.of(), report.failed());
    }

    private Map<String, JsonNode> trails() throws IOException {
        DatasetExport.Result result = export.run(new DatasetExport.Request(DatasetExport.Format.JSONL, folder.resolve("out.jsonl"), Optional.empty(), true),
                Progress.silent());
        Map<String, JsonNode> lines = new TreeMap<>();
        for (String line : Files.readAllLines(result.rewards().orElseThrow())) {
            JsonNode node = JsonMapper.shared().readTree(line);
            lines.put(node.required("id").asString(), node);
        }
        return lines;
    }

    @Test
    void theRowTheMatchTheSignalsAndTheRewardStandInTheFileBesideTheDataset() throws Exception {
        call("one", "2026-06-01", "tom@acme.example");
        deals("deals.csv", "d9,Other,Proposal,,2026-05-01,Small,una@other.example,5,",
                "d1,Acme,Closed Won,2026-06-10,2026-05-01,Large,tom@acme.example,\"1,200.00\",teal");
        JsonNode line = trails().get("one");
        assertEquals("WON", line.required("outcome").asString());
        assertEquals(1.0, line.required("reward").asDouble());
        JsonNode signal = line.required("signals").get(0);
        assertTrue(signal.required("in_force").asBoolean());
        JsonNode row = signal.required("row");
        assertEquals("deals.csv 3 d1", row.required("file").asString() + " " + row.required("line").asInt() + " " + row.required("crm_id").asString());
        assertEquals(
                "{\"Opportunity ID\":\"d1\",\"Opportunity Name\":\"Acme\",\"Stage\":\"Closed Won\",\"Close Date\":\"2026-06-10\",\"Created "
                        + "Date\":\"2026-05-01\","
                        + "\"Segment\":\"Large\",\"Contact Email\":\"tom@acme.example\",\"Amount\":\"1,200.00\",\"Favourite colour\":\"teal\"}",
                row.required("cells").toString(), "as it was written, columns that nothing looks at included");
        assertEquals("d1", line.required("matches").get(0).required("deal").asString());
        assertFalse(line.required("matches").get(0).required("reason").asString().isBlank());
        JsonNode manifest = JsonMapper.shared().readTree(Files.readString(folder.resolve("out.jsonl.manifest.json"))).required("rewards");
        byte[] file = Files.readAllBytes(folder.resolve(manifest.required("file").asString()));
        assertEquals(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file)), manifest.required("sha256").asString());
        assertEquals(1, manifest.required("calls").asInt());
    }

    @Test
    void reimportPolicyAndUndoLeaveTheHistoryWhole() throws IOException {
        CallId one = call("one", "2026-06-01", "tom@acme.example");
        deals("june.csv", "d1,Acme,Proposal,,2026-05-01,Large,tom@acme.example,5,");
        deals("july.csv", "d1,Acme,Closed Won,2026-07-10,2026-05-01,Large,tom@acme.example,5,");
        deals("july again.csv", "d1,Acme,Closed Won,2026-07-10,2026-05-01,Large,tom@acme.example,5,");
        workspace.policies().adopt(outcomes.policy().with(OutcomeKind.WON, 0.5), "Ana", Instant.EPOCH);
        outcomes.followPolicy();
        matching.decline(one, "Ana");
        matching.undo("Ana");
        JsonNode line = trails().get("one");
        List<String> said = new ArrayList<>();
        line.required("signals").forEach(signal -> said.add(signal.path("outcome").asString("withdrawn") + " " + signal.path("reward").asString("-") + " "
                + signal.required("policy").asInt() + " " + signal.required("row").required("file").asString() + " " + signal.required("row").required("cells")
                .path("Stage").asString("?")));
        assertEquals(
                List.of("OPEN - 1 june.csv Proposal", "WON 1.0 1 july.csv Closed Won", "WON 0.5 2 july.csv Closed Won", "withdrawn - 2 july.csv Closed Won",
                        "WON 0.5 2 july.csv Closed Won"), said);
        List<Long> seqs = new ArrayList<>();
        List<Long> supersedes = new ArrayList<>();
        for (JsonNode signal : line.required("signals")) {
            seqs.add(signal.required("seq").asLong());
            supersedes.add(signal.path("supersedes").asLong(0));
        }
        assertEquals(
                List.of(0L, seqs.get(0), seqs.get(1), seqs.get(2), 0L), supersedes, "each names the one that was in force; once it is withdrawn, none is");
        List<String> matches = new ArrayList<>();
        line.required("matches").forEach(match -> matches.add(match.required("state").asString() + " " + match.required("by").asString()));
        assertEquals("NONE Ana", matches.get(matches.size() - 2));
        assertEquals(0.5, line.required("reward").asDouble());
        assertEquals(2, line.required("policy").asInt());
    }

    @Test
    void aCallAfterTheCloseCarriesNoOutcomeAnywhere() throws IOException {
        CallId before = call("before", "2026-06-01", "tom@acme.example");
        CallId after = call("after", "2026-06-15", "tom@acme.example");
        deals("deals.csv", "d1,Acme,Closed Won,2026-06-10,2026-05-01,Large,tom@acme.example,5,");
        JsonNode line = trails().get("after");
        assertTrue(line.required("outcome").isNull());
        assertTrue(line.required("reward").isNull());
        assertEquals("the call was after the deal had closed", line.required("deal_says_nothing_because").asString());
        for (String written : Files.readAllLines(folder.resolve("out.jsonl"))) {
            JsonNode call = JsonMapper.shared().readTree(written);
            assertEquals(call.required("id").asString().equals("before"), call.path("outcome").isInt(), written);
        }
        assertEquals(Optional.empty(), outcomes.known(after), "what nearest calls and the queue ask");
        assertTrue(outcomes.known(before).isPresent());
        WorkspaceExamples examples = new WorkspaceExamples(workspace.calls(), outcomes, workspace.journal(), LabelScheme::standard);
        assertEquals(List.of(before), examples.read(Progress.silent()).examples().stream().map(example -> example.call().id()).toList());
    }

    @Test
    void aCallThatCloseMovesPastIsTakenBack() throws IOException {
        CallId after = call("after", "2026-06-15", "tom@acme.example");
        deals("a.csv", "d1,Acme,Closed Won,2026-06-20,2026-05-01,Large,tom@acme.example,5,");
        assertTrue(outcomes.known(after).isPresent());
        deals("b.csv", "d1,Acme,Closed Won,2026-06-10,2026-05-01,Large,tom@acme.example,5,");
        assertEquals(Optional.empty(), outcomes.known(after));
        assertTrue(trails().get("after").required("outcome").isNull());
        assertEquals(2, trails().get("after").required("signals").size(), "and the trail still says that it was believed once");
    }

    @Test
    void aCallStandsBesideItsSegment() throws IOException {
        for (int i = 1; i <= 4; i++) {
            call("large" + i, "2026-06-0" + i, "p" + i + "@large" + i + ".example");
        }
        for (int i = 1; i <= 4; i++) {
            call("own" + i, "2026-06-0" + i, "nobody", "large");
        }
        List<String> rows = new ArrayList<>();
        for (int i = 1; i <= 4; i++) {
            rows.add("d%d,L,%s,2026-06-10,2026-05-01,Large,p%d@large%d.example,5,".formatted(i, i == 1 ? "Closed Lost" : "Closed Won", i, i));
        }
        deals("deals.csv", rows.toArray(String[]::new));
        Map<CallId, String> segments = new Segments(workspace.calls(), workspace.deals(), workspace.matches()).read();
        assertEquals("Large", segments.get(new CallId("large1")));
        assertEquals(8, segments.size(), "by the deal's column, or the source's own word");
        assertEquals(1, segments.values().stream().distinct().count(), "written in one way");
        JsonNode segment = trails().get("large1").required("against_segment");
        assertEquals("Large", segment.required("group").asString());
        assertEquals(3, segment.required("others").asInt());
        assertEquals(1.0, segment.required("baseline").asDouble(), 1e-12);
        assertEquals(-2.0, segment.required("relative").asDouble(), 1e-12);
        assertFalse(segment.required("of_all_calls").asBoolean());
    }

    @Test
    void oneOfTwoRecordingsOfACallIsExported() throws IOException {
        CallId one = call("one", "2026-06-01", "tom@acme.example");
        CallId two = call("two", "2026-06-01", "tom@acme.example");
        assertEquals(2, write());
        new Duplicates(workspace.calls(), workspace.sketches(), workspace.duplicates(), Clock.systemUTC())
                .decide(Decision.Pair.of(one, two), new Decision.OneCall(two), "Ana");
        assertEquals(1, write());
        assertTrue(Files.readString(folder.resolve("out.jsonl.manifest.json")).contains("\"leftOutAsDuplicates\" : 1"));
    }

    private int write() {
        return export.run(new DatasetExport.Request(DatasetExport.Format.JSONL, folder.resolve("out.jsonl"), Optional.empty(), true), Progress.silent())
                .calls();
    }
}
