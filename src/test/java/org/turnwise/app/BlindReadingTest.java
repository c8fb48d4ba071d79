package org.turnwise.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnwise.annotation.Annotation;
import org.turnwise.annotation.Blind;
import org.turnwise.annotation.Comebacks;
import org.turnwise.annotation.Edit;
import org.turnwise.annotation.Journal;
import org.turnwise.annotation.Labeling;
import org.turnwise.annotation.Statuses;
import org.turnwise.annotation.Target;
import org.turnwise.call.Call;
import org.turnwise.call.CallId;
import org.turnwise.find.Search;
import org.turnwise.find.SearchFilter;
import org.turnwise.queue.QueueItem;
import org.turnwise.review.Reviewer;
import org.turnwise.reward.Baselines;
import org.turnwise.reward.OutcomeKind;
import org.turnwise.reward.Outcomes;
import org.turnwise.reward.RewardSignal;
import org.turnwise.settings.Settings;
import org.turnwise.suggestion.Learned;
import org.turnwise.suggestion.Suggester;
import org.turnwise.task.InlineTasks;
import org.turnwise.task.Progress;
import org.turnwise.task.Tasks;
import org.turnwise.ui.common.WorkQueue;
import org.turnwise.ui.rewards.RewardServices;
import org.turnwise.ui.rewards.RewardsViewModel;
import org.turnwise.ui.rewards.TrailStep;

/** Nora is given a call that Ann and Ben have read: wherever she looks, she learns nothing of what they said until she has submitted it. */
class BlindReadingTest {

    private static final CallId CALL = new CallId("given");
    private static final CallId LATER = new CallId("later");

    @TempDir
    private Path folder;

    private Composition composition;

    @BeforeEach
    void readTwice() throws IOException {
        StringBuilder calls = new StringBuilder();
        for (String id : List.of("given", "other")) {
            calls.append("""
                    {"id":"%s","turns":[{"speaker":"rep","text":"Shall we go on?"},{"speaker":"customer","text":"It is dear, and late."}]}
                    """.formatted(id));
        }
        composition = Composition.open(folder.resolve("workspace"), Clock.systemUTC());
        composition.importer().run(List.of(Files.writeString(folder.resolve("calls.jsonl"), calls)), Progress.silent());
        composition.workspace().settings().put(Settings.ANNOTATOR, "Nora");
        read("Ann", "O_PRICE", "STALL");
        read("Ben", "O_TIMING", "DEMO_BOOKED");
        reviewer("Eli").assign(CALL, "Nora", true);
        composition.find().catchUp(Progress.silent());
    }

    @AfterEach
    void close() {
        composition.close();
    }

    private Labeling labeling(String annotator) {
        return new Labeling(composition.workspace().journal(), composition.scheme(), annotator, Clock.systemUTC(), composition::follow);
    }

    private Reviewer reviewer(String person) {
        return new Reviewer(composition.workspace().journal(), composition.scheme(), person, Clock.systemUTC(), composition::follow);
    }

    private void put(String annotator, Target target, String label) {
        Call call = composition.workspace().calls().find(CALL).orElseThrow();
        labeling(annotator).toggle(call, target, composition.scheme().now().label(label).orElseThrow());
    }

    private void read(String annotator, String objection, String outcome) {
        put(annotator, new Target.OfTurn(CALL, 1), objection);
        put(annotator, new Target.OfCall(CALL), outcome);
        labeling(annotator).status(CALL, Statuses.SUBMITTED, true);
    }

    private int found(SearchFilter filter) {
        return composition.find().search(new Search("", filter), List::of, 0, 10, Progress.silent()).total();
    }

    private static SearchFilter with(Set<String> labels, Set<String> annotators) {
        SearchFilter none = SearchFilter.NONE;
        return new SearchFilter(
                labels, annotators, none.sides(), none.reps(), none.outcomes(), null, null, null, null, none.reasons(), none.statuses(), false, none.sources());
    }

    private QueueItem row() {
        return composition.queue().build(Progress.silent()).stream().filter(item -> item.call().id().equals(CALL)).findFirst().orElseThrow();
    }

    private void submit() {
        labeling("Nora").status(CALL, Statuses.SUBMITTED, true);
    }

    @Test
    void noFilterFindsWhatOthersSaidUntilSheIsDone() {
        assertEquals(0, found(with(Set.of("O_PRICE"), Set.of())));
        assertEquals(0, found(with(Set.of(), Set.of("Ann"))));
        put("Nora", new Target.OfTurn(CALL, 1), "O_FIT");
        assertEquals(1, found(with(Set.of("O_FIT"), Set.of())), "her own labels are found");
        assertEquals(0, found(with(Set.of("O_FIT"), Set.of("Ann"))));
        submit();
        assertEquals(1, found(with(Set.of("O_PRICE"), Set.of())));
        assertTrue(found(with(Set.of(), Set.of("Ann"))) > 0);
        labeling("Nora").undo();
        assertEquals(0, found(with(Set.of("O_PRICE"), Set.of())), "taking the submission back makes it blind again");
        composition.workspace().settings().put(Settings.ANNOTATOR, "Eli");
        assertEquals(1, found(with(Set.of("O_PRICE"), Set.of())), "whoever else is at work sees it");
    }

    @Test
    void whileSheReadsItAgainNoFilterFindsWhatSheSaidTheFirstTime() {
        put("Nora", new Target.OfTurn(CALL, 1), "O_FIT");
        submit();
        comesBack();
        assertEquals(0, found(with(Set.of("O_FIT"), Set.of())));
        assertEquals(0, found(with(Set.of(), Set.of("Nora"))));
        assertEquals(0, found(with(Set.of("O_PRICE"), Set.of())), "nor what the others said");
        put("Nora", new Target.OfTurn(CALL, 1), "O_TIMING");
        assertEquals(1, found(with(Set.of("O_TIMING"), Set.of("Nora"))), "what she says now is found under her name");
        submit();
        assertEquals(1, found(with(Set.of("O_FIT"), Set.of("Nora"))));
        assertEquals(0, found(with(Set.of("O_TIMING"), Set.of("Nora"))), "the second reading is for comparing");
    }

    private void comesBack() {
        Comebacks comebacks = new Comebacks(
                composition.workspace().journal(), composition.workspace().settings(), Clock.offset(Clock.systemUTC(), Comebacks.AFTER.plusDays(1)));
        comebacks.choose(1);
        assertEquals(List.of(CALL), comebacks.draw("Nora", call -> true));
    }

    @Test
    void whatIsUsualForOtherCallsTellsNothingOfIt() throws IOException {
        Path later = Files.writeString(folder.resolve("later.jsonl"), """
                {"id":"later","turns":[{"speaker":"rep","text":"And now?"},{"speaker":"customer","text":"Send it."}]}
                """);
        composition.importer().run(List.of(later), Progress.silent());
        composition.outcomes().record(List.of(new Outcomes.Reported(LATER, OutcomeKind.WON_ON_CALL, RewardSignal.Origin.CRM, "row 2")));
        RewardsViewModel rewards = rewards();
        assertEquals(0, usual(rewards).baseline(), "no other call has a reward that she knows of");
        rewards.policy().edit(OutcomeKind.DEMO_BOOKED, "-0.5");
        assertEquals(0, Objects.requireNonNull(rewards.policy().previewProperty().get()).changed(), "another policy changes nothing that she knows of");
        rewards.select(rewards.shown().stream().filter(row -> row.call().id().equals(LATER)).findFirst().orElseThrow());
        assertEquals(0, rewards.trail().stream().filter(TrailStep.OfReward.class::isInstance).map(TrailStep.OfReward.class::cast)
                .map(step -> Objects.requireNonNull(step.ofRep()).baseline()).findFirst().orElseThrow());
        submit();
        RewardsViewModel after = rewards();
        assertTrue(usual(after).baseline() > 0);
        after.policy().edit(OutcomeKind.DEMO_BOOKED, "-0.5");
        assertEquals(1, Objects.requireNonNull(after.policy().previewProperty().get()).changed());
    }

    private static Baselines.Relative usual(RewardsViewModel rewards) {
        return Objects.requireNonNull(rewards.shown().stream().filter(row -> row.call().id().equals(LATER)).findFirst().orElseThrow().usual());
    }

    private RewardsViewModel rewards() {
        Tasks tasks = new InlineTasks();
        RewardsViewModel rewards = new RewardsViewModel(
                new RewardServices(
                        composition.workspace().calls(), composition.workspace().journal(), composition.outcomes(), composition.workspace().rewards(),
                        composition.workspace().policies(), composition.outcomeImport(), composition.matching(), composition.workspace().matches(),
                        composition.workspace().deals(), composition.forecasts(), composition.clock(), "Nora"),
                new WorkQueue(composition.queue(), tasks), tasks, Optional::empty);
        rewards.reload();
        return rewards;
    }

    @Test
    void theDisagreementOfTheOthersIsNoneOfHersUntilSheIsDone() {
        assertEquals(List.of(), composition.readings().twice());
        assertEquals(List.of(), composition.readings().disagreements());
        submit();
        assertEquals(Set.of("Ann", "Ben", "Nora"), composition.readings().twice().getFirst().byReader().keySet());
        assertFalse(composition.readings().disagreements().isEmpty());
    }

    @Test
    void theOutcomeOthersHeardIsHiddenAndHerOwnIsNot() {
        assertEquals(Optional.empty(), composition.outcomes().known(CALL, labeling("Nora").current(CALL), "Nora"));
        assertNull(row().outcome());
        assertEquals(0, row().labels());
        assertFalse(composition.outcomes().knownTo("Nora", composition.workspace().journal()).containsKey(CALL));
        reviewer("Eli").correct(CALL, composition.scheme().now().label("WON_ON_CALL").orElseThrow());
        assertNull(row().outcome(), "a correction is somebody's reading too");
        assertEquals(List.of(), reviewer("Nora").all().get(CALL).decisions());
        put("Nora", new Target.OfCall(CALL), "NOT_INTERESTED");
        assertEquals(OutcomeKind.NOT_INTERESTED, row().outcome());
        submit();
        assertEquals(OutcomeKind.WON_ON_CALL, row().outcome(), "the correction holds for everybody");
    }

    @Test
    void theHistoryShowsHerWhoGaveItAndNotWhatTheySaid() {
        Journal journal = composition.workspace().journal();
        assertEquals(Set.of(CALL), Blind.calls(journal, "Nora"));
        Map<CallId, List<Annotation>> standing = journal.current(Set.of(CALL));
        List<String> seen = journal.edits().stream().filter(edit -> !Blind.hides(edit, standing, "Nora")).map(Edit::what).toList();
        assertEquals(List.of("Given to Nora"), seen);
        assertEquals(Set.of(), Blind.calls(journal, "Ann"));
        assertEquals(journal.edits().size(), journal.edits().stream().filter(edit -> !Blind.hides(edit, standing, "Ann")).count());
    }

    @Test
    void suggestionsToHerAreNotLearnedFromIt() {
        assertEquals(new Learned.TooFew("", 0), learned("Nora"));
        assertEquals(new Learned.TooFew("O_PRICE", 1), learned("Eli"));
        put("Nora", new Target.OfTurn(CALL, 1), "O_FIT");
        assertEquals(new Learned.TooFew("O_FIT", 1), learned("Nora"));
    }

    private Learned learned(String reader) {
        return Suggester.learn(
                reader, composition.workspace().journal(), composition.workspace().calls(), composition.scheme().now(), composition.embeddings(),
                Progress.silent());
    }
}
