package org.turnwise.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnwise.annotation.Annotation;
import org.turnwise.annotation.LabelScheme;
import org.turnwise.annotation.Labeling;
import org.turnwise.annotation.Statuses;
import org.turnwise.annotation.Target;
import org.turnwise.call.Call;
import org.turnwise.call.CallId;
import org.turnwise.store.Workspace;
import tools.jackson.databind.JsonNode;

/** Bundle, merge and agreement from end to end, between two workspaces. */
class ExchangeCommandsTest {

    private static final LabelScheme SCHEME = LabelScheme.standard();

    @TempDir
    Path folder;

    private Path anns;
    private Path bens;
    private Path bundle;

    @BeforeEach
    void read() throws IOException {
        anns = folder.resolve("ann");
        bens = folder.resolve("ben");
        bundle = folder.resolve("ben.bundle");
        Path call = Files.writeString(folder.resolve("one.jsonl"), """
                {"id":"one","turns":[{"speaker":"rep","text":"Hello."},{"speaker":"customer","text":"Too dear."},\
                {"speaker":"rep","text":"Why?"},{"speaker":"customer","text":"Budget."}]}
                """);
        CommandLineRun.of(anns, "import", call);
        CommandLineRun.of(bens, "import", call);
        label(anns, "Ann", 1);
        label(bens, "Ben", 3);
    }

    private static void label(Path folder, String annotator, int turn) {
        try (Workspace workspace = Workspace.open(folder)) {
            Labeling labeling = new Labeling(workspace.journal(), SCHEME, annotator, Clock.systemUTC(), edit -> {});
            Call call = workspace.calls().find(new CallId("one")).orElseThrow();
            labeling.toggle(call, new Target.OfTurn(call.id(), turn), SCHEME.label("O_PRICE").orElseThrow());
            labeling.status(call.id(), Statuses.SUBMITTED, true);
        }
    }

    @Test
    void whatBenLabeledMeetsWhatAnnLabeled() {
        JsonNode written = CommandLineRun.of(bens, "bundle", "--out", bundle, "--calls", "--annotator", "Ben", "--json").json();
        assertEquals(2, written.get("edits").asInt());
        assertEquals(1, written.get("calls").asInt());
        assertEquals(0, CommandLineRun.of(anns, "agreement", "--json").json().get("calls").asInt());

        JsonNode would = CommandLineRun.of(anns, "merge", bundle, "--dry-run", "--json").json();
        JsonNode merged = CommandLineRun.of(anns, "merge", bundle, "--json").json();
        assertEquals(would, merged);
        assertEquals(2, merged.get("merged").get(0).get("newEdits").asInt());
        assertEquals("Ben", merged.get("merged").get(0).get("by").asString());
        assertEquals(0, CommandLineRun.of(anns, "merge", bundle, "--json").json().get("merged").get(0).get("newEdits").asInt());

        JsonNode agreement = CommandLineRun.of(anns, "agreement", "--json").json();
        assertEquals(1, agreement.get("calls").asInt());
        for (JsonNode label : agreement.get("labels")) {
            if (label.get("label").asString().equals("O_PRICE")) {
                assertEquals(-1, label.get("kappa").get("value").asDouble(), 1e-12, "each says yes where the other says no");
                assertTrue(label.get("kappa").get("low").isNull());
                assertEquals(.5, label.get("prevalence").asDouble());
            } else {
                assertTrue(label.get("kappa").isNull(), label.toString());
            }
        }
    }

    @Test
    void aFileThatIsNoBundleFailsAloneAndByName() throws IOException {
        CommandLineRun.of(bens, "bundle", "--out", bundle);
        Path letter = Files.writeString(folder.resolve("letter.txt"), "Dear Ann");
        CommandLineRun run = CommandLineRun.of(anns, "merge", letter, bundle, "--json");
        assertEquals(1, run.code());
        assertTrue(run.err().contains("letter.txt: is not a bundle"), run.err());
        assertEquals(1, run.json().get("merged").size());
        assertEquals(1, run.json().get("failed").size());
    }

    @Test
    void whoIsGivenACallReadsItBlindUntilTheySubmitIt() {
        CallId one = new CallId("one");
        assertEquals("Ben", CommandLineRun.of(anns, "annotator", "Ben", "--json").json().get("annotator").asString());
        assertEquals("Ann", CommandLineRun.of(anns, "annotator", "--json").json().get("others").get(0).asString());
        assertEquals(1, CommandLineRun.of(anns, "assign", "nowhere", "--to", "Ben").code());
        assertEquals("one", CommandLineRun.of(anns, "assign", "one", "--to", "Ben", "--json").json().get("changed").get(0).asString());
        assertEquals(0, CommandLineRun.of(anns, "assign", "one", "--to", "Ben", "--json").json().get("changed").size(), "they have it already");
        JsonNode first = CommandLineRun.of(anns, "queue", "--json").json().get("calls").get(0);
        assertEquals("RECHECK", first.get("reason").asString());
        assertTrue(first.get("why").asString().startsWith("Given to you by Ben"), first.toString());
        try (Workspace workspace = Workspace.open(anns)) {
            Labeling ann = new Labeling(workspace.journal(), SCHEME, "Ann", Clock.systemUTC(), edit -> {});
            Labeling ben = new Labeling(workspace.journal(), SCHEME, "Ben", Clock.systemUTC(), edit -> {});
            assertEquals(List.of(Statuses.ASSIGNED), ben.current(one).stream().map(Annotation::label).toList(), "nothing of what Ann said");
            assertEquals(3, ann.current(one).size(), "Ann sees all");
            Call call = workspace.calls().find(one).orElseThrow();
            ben.toggle(call, new Target.OfTurn(one, 1), SCHEME.label("O_TIMING").orElseThrow());
            assertEquals(Set.of(Statuses.ASSIGNED, "O_TIMING"), Set.copyOf(ben.current(one).stream().map(Annotation::label).toList()));
            ben.status(one, Statuses.SUBMITTED, true);
            assertEquals(5, ben.current(one).size(), "all is seen once it is submitted");
            ben.undo();
            assertEquals(2, ben.current(one).size(), "and no longer when that is undone");
        }
    }
}
