package org.turnwise.ui.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnwise.call.Side;
import org.turnwise.reward.Outcomes;
import org.turnwise.scoring.ScorerVersion;
import org.turnwise.ui.data.ReportLine;
import org.turnwise.ui.data.Speaker;
import org.turnwise.ui.model.ModelViewModel;
import org.turnwise.reward.OutcomeKind;
import org.turnwise.intake.crm.table.Meaning;
import org.turnwise.ui.rewards.ColumnsViewModel;
import org.turnwise.ui.rewards.MatchesViewModel;
import org.turnwise.ui.rewards.PolicyViewModel;
import org.turnwise.ui.rewards.RewardRow;
import org.turnwise.ui.rewards.RewardsViewModel;
import org.turnwise.ui.rewards.TrailStep;

/** The four view models over one real workspace, no toolkit: what a person does on one screen shows on the others. */
class ScreensTest {

    @TempDir Path folder;
    private Desk desk;

    @BeforeEach
    void open() throws Exception {
        desk = new Desk(folder);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private void importCalls() throws Exception {
        desk.files = List.of(desk.outcomes(48));
        assertTrue(desk.commands.get("data.import").run());
    }

    @Test
    void anEmptyWorkspaceSaysSo() {
        desk.queue.rebuild(() -> {});
        assertEquals(QueueViewModel.Instead.NO_CALLS, desk.queueScreen.instead().getValue());
        assertFalse(desk.commands.get("queue.open").run());
    }

    @Test
    void importedCallsAreQueuedFilteredAndOpened() throws Exception {
        importCalls();
        assertEquals(48, desk.queueScreen.shown().size());
        assertEquals("48 of 48 calls", desk.queueScreen.shownCount().getValue());
        desk.queueScreen.filterText("dental 07");
        assertEquals(1, desk.queueScreen.shown().size());
        assertTrue(desk.commands.get("queue.open").run());
        assertEquals("annotate", desk.asked.getLast());
        assertEquals(desk.queueScreen.shown().getFirst().call().id(), desk.queue.openProperty().get());
        desk.queueScreen.filterText("nothing like that");
        assertEquals(QueueViewModel.Instead.NO_MATCH, desk.queueScreen.instead().getValue());
        desk.commands.get("queue.all").run();
        assertEquals(48, desk.queueScreen.shown().size());
    }

    @Test
    void skippingGoesOnToTheNextCallThatWaits() throws Exception {
        importCalls();
        String first = desk.queueScreen.selectedProperty().get().call().id().value();
        desk.commands.get("queue.skip").run();
        assertEquals("skip " + first + " true", desk.asked.getLast());
        assertEquals("2 of 48", desk.queueScreen.position().getValue());
        desk.commands.get("queue.flag").run();
        assertTrue(desk.asked.getLast().startsWith("flag "));
    }

    @Test
    void tooFewOutcomesNameTheNextStep() {
        desk.commands.get("model.forward").run();
        ModelViewModel.Notice notice = desk.modelScreen.noticeProperty().get();
        assertNotNull(notice);
        assertTrue(notice.importOutcomes());
        assertTrue(notice.text().contains("20"), notice.text());
        assertTrue(desk.scorer.all().isEmpty());
    }

    @Test
    void aVersionIsTrainedPromotedAndRolledBack() throws Exception {
        importCalls();
        desk.commands.get("model.forward").run();
        assertEquals(ScorerVersion.Status.CANDIDATE, desk.modelScreen.selectedProperty().get().status());
        desk.commands.get("model.forward").run();
        assertEquals(1, desk.scorer.activeProperty().get().number());
        assertNotNull(desk.queueScreen.selectedProperty().get().probability());
        assertFalse(desk.commands.get("model.rollback").run(), "nothing to go back to");
        desk.commands.get("model.train").run();
        assertFalse(desk.commands.get("model.forward").run(), "with one at work, a person decides");
        // the same calls and seed give the same scorer: no verdict may call that better
        assertTrue(desk.modelScreen.verdict().getValue().title().contains("within noise"));
        desk.commands.get("model.promote").run();
        assertEquals(2, desk.scorer.activeProperty().get().number());
        assertEquals("Roll back to 1", desk.modelScreen.rollBackText().getValue());
        desk.commands.get("model.rollback").run();
        assertEquals(1, desk.scorer.activeProperty().get().number());
    }

    @Test
    void whatLabelsTeachIsMeasuredOnlyWhereSomethingIsLabeled() throws Exception {
        importCalls();
        assertTrue(desk.commands.get("model.labels").run());
        assertEquals("No turn is labeled yet", desk.modelScreen.noticeProperty().get().title());
        assertFalse(desk.modelScreen.busyProperty().get());
        Path labeled = folder.resolve("labeled.jsonl");
        Files.writeString(labeled, """
                {"id":"labeled","turns":[{"speaker":"rep","text":"Shall we start?"},{"speaker":"customer","text":"Yes."}],\
                "turn_labels":[["ask"],["accept"]],"outcome":1}
                """);
        desk.files = List.of(labeled);
        assertTrue(desk.commands.get("data.import").run());
        assertTrue(desk.commands.get("model.labels").run());
        ModelViewModel.Notice few = desk.modelScreen.noticeProperty().get();
        assertEquals("unsure", few.tone());
        assertTrue(few.text().contains("too few calls"), few.text());
    }

    @Test
    void aCallThatStaysOutOfTrainingHasNoWeight() throws Exception {
        importCalls();
        desk.rewardsScreen.reload();
        RewardRow row = desk.rewardsScreen.shown().getFirst();
        assertEquals(Optional.of(row.known().weight()), row.weight());
        Outcomes.Known open = new Outcomes.Known(row.call().id(), OutcomeKind.OPEN, null, List.of(), 1, false, List.of());
        assertEquals(Optional.empty(), new RewardRow(row.call(), open, null).weight());
        assertEquals(Optional.empty(), new RewardRow(row.call(), null, null).weight());
    }

    @Test
    void outcomesComeFromATableAndConflictsShow() throws Exception {
        importCalls();
        desk.rewardsScreen.reload();
        assertEquals(48, desk.rewardsScreen.telling());
        desk.table = Optional.of(Files.writeString(folder.resolve("crm.csv"),
                "call_id,outcome\n\"Brightwater Dental 01, proposal review\",WON\nnobody,LOST\n"));
        desk.commands.get("rewards.import").run();
        RewardsViewModel.Notice notice = desk.rewardsScreen.noticeProperty().get();
        assertEquals(1, notice.lines().size());
        assertTrue(notice.lines().getFirst().startsWith("crm.csv, line 3"), notice.lines().getFirst());
        desk.rewardsScreen.filterProperty().set(RewardsViewModel.Filter.CONFLICT);
        assertEquals(1, desk.rewardsScreen.shown().size());
        desk.rewardsScreen.select(desk.rewardsScreen.shown().getFirst());
        assertEquals(2, desk.rewardsScreen.trail().stream().filter(step -> step instanceof TrailStep.OfSignal).count());
    }

    @Test
    void whatColumnsMeanIsCorrectedSeenAndKept() throws Exception {
        importCalls();
        Path table = Files.writeString(folder.resolve("yard crm.csv"), "Which talk,How it went,Note\n\"Brightwater Dental 01, proposal review\",Won,x\n");
        desk.table = Optional.of(table);
        desk.commands.get("rewards.import").run();
        ColumnsViewModel columns = desk.rewardsScreen.columns();
        assertTrue(columns.draftProperty().get().outlook().problem().contains("no column"), "what can't be read is shown at once, to be put right");
        assertFalse(desk.commands.get("rewards.keepcolumns").run(), "nothing can be read yet");
        columns.say("Which talk", Meaning.CALL_ID);
        columns.say("How it went", Meaning.STATUS);
        columns.say("Note", Meaning.NOTHING);
        assertEquals(List.of("Brightwater Dental 01, proposal review \u00b7 Won"), ColumnsViewModel.preview(columns.draftProperty().get().outlook()));
        columns.nameProperty().set("yard crm");
        assertTrue(desk.commands.get("rewards.keepcolumns").run());
        assertEquals(0, desk.rewardsScreen.noticeProperty().get().lines().size(), desk.rewardsScreen.noticeProperty().get().toString());
        desk.commands.get("rewards.columns").run();
        assertEquals("yard crm", columns.nameProperty().get(), "such tables are read so from now on");
        assertTrue(columns.draftProperty().get().outlook().reading().isPresent());
        desk.commands.get("rewards.closecolumns").run();
        assertEquals(null, columns.draftProperty().get());
    }

    @Test
    void aMatchIsDecidedByKeyAndTakenBackAndItsTrailLeadsToTheRow() throws Exception {
        importCalls();
        desk.table = Optional.of(Files.writeString(folder.resolve("deals.csv"), """
                Opportunity ID,Opportunity Name,Stage,Closed,Won,Account Name,Amount
                d1,Eleven sites,Closed Won,1,1,Brightwater Dental Ltd,100
                d2,Twelfth site,Proposal,0,0,Brightwater Dental,50
                """));
        desk.commands.get("rewards.import").run();
        MatchesViewModel matches = desk.rewardsScreen.matches();
        int open = matches.open().size();
        assertEquals(desk.rewardsScreen.size(), open, "the account's name alone decides nothing");
        assertFalse(desk.commands.get("rewards.match").run(), "only where matches are in view");
        desk.commands.get("rewards.decide").run();
        MatchesViewModel.Open first = matches.selectedProperty().get();
        assertEquals("d1", first.candidate().orElseThrow().deal().id());
        desk.commands.get("rewards.nextdeal").run();
        assertEquals("d2", matches.selectedProperty().get().candidate().orElseThrow().deal().id());
        desk.commands.get("rewards.match").run();
        assertEquals(open - 1, matches.open().size());
        desk.rewardsScreen.filterProperty().set(RewardsViewModel.Filter.ALL);
        desk.rewardsScreen.select(desk.rewardsScreen.shown().stream().filter(row -> row.call().id().equals(first.pending().call().id()))
                .findFirst().orElseThrow());
        TrailStep.OfDeal row = (TrailStep.OfDeal) desk.rewardsScreen.trail().getFirst();
        assertEquals("deals.csv:3", row.deal().row().place());
        assertTrue(desk.rewardsScreen.trail().stream()
                .anyMatch(step -> step instanceof TrailStep.OfMatch match && match.latest() && match.match().by().equals("Nora")));
        desk.commands.get("rewards.undo").run();
        assertEquals(open, matches.open().size());
        assertFalse(desk.commands.get("rewards.undo").run());
    }

    @Test
    void aPolicyIsDraftedPreviewedAndMadeActive() throws Exception {
        importCalls();
        desk.rewardsScreen.reload();
        PolicyViewModel policy = desk.rewardsScreen.policy();
        assertFalse(policy.edit(OutcomeKind.LOST, "-2"));
        assertFalse(policy.edit(OutcomeKind.LOST, "a lot"));
        assertTrue(policy.edit(OutcomeKind.LOST, "\u2212,5"));
        assertEquals(24, policy.previewProperty().get().changed());
        assertEquals(0.0, policy.previewProperty().get().meanBefore(), 1e-9);
        assertEquals(0.25, policy.previewProperty().get().meanAfter(), 1e-9);
        long signals = desk.workspace.rewards().size();
        desk.commands.get("rewards.activate").run();
        assertEquals(2, policy.version());
        assertEquals(signals + 24, desk.workspace.rewards().size());
        assertFalse(desk.commands.get("rewards.discard").run(), "there is no draft any more");
    }

    @Test
    void speakersAreSettledByKeyAndTheOtherVoiceIsProposed() throws Exception {
        desk.dataScreen.imports().run(List.of(desk.transcripts()));
        assertTrue(desk.dataScreen.imports().lines().stream()
                .anyMatch(line -> line.group() == ReportLine.Group.SKIPPED && line.title().contains("halden_1109.vtt")));
        Speaker priya = desk.dataScreen.sides().selectedProperty().get();
        assertEquals("Priya Raman", priya.name());
        assertEquals(3, priya.places().size());
        desk.commands.get("data.rep").run();
        assertEquals(3, desk.dataScreen.sides().proposalCount());
        desk.commands.get("data.accept").run();
        assertTrue(desk.workspace.calls().summaries().stream().allMatch(call -> call.sidesSettled()));
        assertTrue(desk.workspace.calls().repRoster().containsKey("Priya Raman") || !desk.workspace.calls().repRoster().isEmpty());
        desk.dataScreen.sides().searchProperty().set("okafor");
        assertEquals(2, desk.dataScreen.sides().speakers().size());
        desk.dataScreen.sides().settle(Side.OTHER);
        assertFalse(desk.workspace.calls().summaries().stream().allMatch(call -> call.sidesSettled()));
    }

    @Test
    void anExportHonoursTheQueueFilterAndSaysWhatItWrote() throws Exception {
        importCalls();
        desk.target = Optional.of(folder.resolve("out.jsonl"));
        desk.queueScreen.filterText("dental 1");
        desk.dataScreen.export().scopeProperty().set(org.turnwise.ui.data.ExportViewModel.Scope.QUEUE);
        desk.commands.get("data.export").run();
        assertTrue(desk.dataScreen.export().noticeProperty().get().title().startsWith("Exported 10 calls"),
                desk.dataScreen.export().noticeProperty().get().title());
        assertEquals(10, Files.readAllLines(folder.resolve("out.jsonl")).size());
        assertEquals(Set.of(), desk.queueScreen.filterProperty().get().reasons());
    }
}
