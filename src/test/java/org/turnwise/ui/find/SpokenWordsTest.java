package org.turnwise.ui.find;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
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
import org.turnwise.find.Find;
import org.turnwise.find.SavedSearches;
import org.turnwise.queue.Queue;
import org.turnwise.reward.Outcomes;
import org.turnwise.scoring.Encoding;
import org.turnwise.scoring.Forecasts;
import org.turnwise.store.Workspace;
import org.turnwise.task.HeldTasks;
import org.turnwise.ui.common.Texts;
import org.turnwise.ui.common.WorkQueue;

/** Taking in what was said, while somebody searches: it goes on by itself until it is stopped or fails. */
class SpokenWordsTest {

    @TempDir
    Path folder;

    private final HeldTasks tasks = new HeldTasks();
    private Workspace workspace;
    private Find find;
    private WorkQueue queue;
    private FindViewModel model;

    @BeforeEach
    void open() {
        workspace = Workspace.open(folder);
        workspace.calls().add(new Call(
                new CallId("one"), "One", new Source("vtt", "one.vtt", null), TimingClass.NONE, null, "one",
                List.of(new Participant("Priya", "Priya", Side.REP)), List.of(new Turn(0, "Priya", "a needle", null, null))), () -> {});
        find = new Find(folder.resolve("search"), workspace.turns(), Map::of, () -> "Nora");
        Outcomes outcomes = new Outcomes(workspace.rewards(), workspace.policies()::active, Clock.systemUTC());
        Forecasts forecasts = new Forecasts(workspace.calls(), workspace.scorerVersions(), workspace.forecasts(), Encoding.shared());
        queue = new WorkQueue(new Queue(workspace.calls(), workspace.journal(), outcomes, forecasts, 0, () -> "Nora"), tasks);
        LabelScheme scheme = LabelScheme.standard();
        model = new FindViewModel(
                find, new SavedSearches(workspace.settings()), scheme, queue, tasks, new FindViewModel.Ways((call, turn) -> {}, () -> {}, () -> {}));
    }

    @AfterEach
    void close() {
        find.close();
        workspace.close();
    }

    private void type(String words) {
        model.typed().wordsProperty().set(words);
        tasks.letGo();
    }

    @Test
    void whatIsTypedIsSearchedAgainOnceAllIsTakenIn() {
        type("needle");
        assertEquals(0, find.behind());
        assertEquals(1, model.found().turns().size());
    }

    /** Stopped while it runs: neither a search nor a new order of the queue begins it again; coming back to the screen does. */
    @Test
    void stoppedItStaysStopped() {
        model.typed().wordsProperty().set("needle");
        tasks.letGo(title -> {
            if (model.spoken().readingProperty().get()) {
                model.spoken().stop();
            }
            return null;
        });
        type("needles");
        model.spoken().keepUp(queue);
        queue.rebuild(() -> {});
        tasks.letGo();
        assertEquals(1, find.behind());
        assertFalse(model.spoken().readingProperty().get());
        model.enter();
        tasks.letGo();
        assertEquals(0, find.behind());
    }

    @Test
    void whatFailedIsToldAndNotTriedOverAndOver() {
        model.typed().wordsProperty().set("needle");
        letTakingInFail();
        assertTrue(find.behind() > 0);
        assertEquals("disk full", model.failureProperty().get());
        assertEquals(FindViewModel.Instead.FAILED, model.insteadProperty().get());
        model.retry();
        tasks.letGo();
        assertEquals(0, find.behind());
        assertEquals("", model.failureProperty().get());
        assertEquals(1, model.found().turns().size());
    }

    private void letTakingInFail() {
        String takingIn = Texts.text("find.indexing.task");
        tasks.letGo(title -> title.equals(takingIn) ? new UncheckedIOException("disk full", new IOException()) : null);
    }
}
