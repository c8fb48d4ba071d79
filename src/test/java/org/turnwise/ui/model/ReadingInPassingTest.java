package org.turnwise.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jspecify.annotations.Nullable;
import org.turnwise.call.Call;
import org.turnwise.call.CallId;
import org.turnwise.call.Participant;
import org.turnwise.call.Side;
import org.turnwise.call.Source;
import org.turnwise.call.TimingClass;
import org.turnwise.call.Turn;
import org.turnwise.language.embedding.Embeddings;
import org.turnwise.language.embedding.SentenceEncoder;
import org.turnwise.queue.Queue;
import org.turnwise.reward.OutcomeKind;
import org.turnwise.reward.Outcomes;
import org.turnwise.reward.RewardSignal.Origin;
import org.turnwise.scoring.EncodingAhead;
import org.turnwise.scoring.Forecasts;
import org.turnwise.store.Workspace;
import org.turnwise.task.HeldTasks;
import org.turnwise.ui.common.Texts;
import org.turnwise.ui.common.WorkQueue;

/** What was said is read for the first training before anybody asks for it, unless somebody minds. */
class ReadingInPassingTest {

    private static final String TITLE = Texts.text("model.ahead");
    /** Of the tasks that are called so, the first finds out whether there is anything to read. */
    private static final int LOOKING = 1;
    private static final int READING = 2;

    @TempDir
    Path folder;

    private final HeldTasks tasks = new HeldTasks();
    private final ReadOnlyBooleanWrapper trains = new ReadOnlyBooleanWrapper();
    private Workspace workspace;
    private SentenceEncoder encoder;
    private Embeddings embeddings;
    private Outcomes outcomes;
    private EncodingAhead ahead;
    private WorkQueue queue;

    @BeforeEach
    void open() {
        workspace = Workspace.open(folder);
        encoder = new SentenceEncoder();
        embeddings = new Embeddings(encoder, workspace.embeddings());
        outcomes = new Outcomes(workspace.rewards(), workspace.policies()::active, Clock.systemUTC());
        ahead = new EncodingAhead(workspace.calls(), outcomes, workspace.scorerVersions(), embeddings);
        Forecasts forecasts = new Forecasts(workspace.calls(), workspace.scorerVersions(), workspace.forecasts(), embeddings);
        queue = new WorkQueue(new Queue(workspace.calls(), workspace.journal(), outcomes, forecasts, 0, () -> "Nora"), tasks);
    }

    @AfterEach
    void close() {
        workspace.close();
        encoder.close();
    }

    private void callsOfWhichIsKnownWhatCame(int count) {
        List<Outcomes.Reported> said = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            CallId id = new CallId("call-" + i);
            workspace.calls().add(new Call(
                    id, "Call " + i, new Source("vtt", "call" + i + ".vtt", null), TimingClass.NONE, null, "print" + i,
                    List.of(new Participant("Priya", "Priya", Side.REP)), List.of(new Turn(0, "Priya", words(i), null, null))), () -> {});
            said.add(new Outcomes.Reported(id, i % 2 == 0 ? OutcomeKind.WON : OutcomeKind.LOST, Origin.ANALYST, "test"));
        }
        outcomes.record(said);
    }

    private static String words(int call) {
        return "Depot " + call + ".";
    }

    private int read(int calls) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            texts.add(words(i));
        }
        return workspace.embeddings().find(encoder.id(), texts).size();
    }

    private void order() {
        queue.rebuild(() -> {});
        tasks.letGo();
    }

    @Test
    void allThatAFirstTrainingLearnsFromIsReadOnceTheQueueStands() {
        callsOfWhichIsKnownWhatCame(200);
        new ReadingInPassing(ahead, tasks).keepUp(queue, trains);
        order();
        assertEquals(200, read(200));
        assertFalse(ahead.isDue(), "it would read them again");
    }

    @Test
    void fewCallsAreLeftToTheTraining() {
        callsOfWhichIsKnownWhatCame(199);
        new ReadingInPassing(ahead, tasks).keepUp(queue, trains);
        order();
        assertEquals(0, read(199));
    }

    /** The training reads the rest on all cores; had it failed, reading goes on with the next order of the queue. */
    @ParameterizedTest
    @ValueSource(ints = {LOOKING, READING})
    void aTrainingTakesItsPlace(int when) {
        callsOfWhichIsKnownWhatCame(200);
        new ReadingInPassing(ahead, tasks).keepUp(queue, trains);
        queue.rebuild(() -> {});
        at(when, () -> {
            trains.set(true);
            return null;
        });
        assertEquals(0, read(200));
        trains.set(false);
        order();
        assertEquals(200, read(200));
    }

    @ParameterizedTest
    @ValueSource(ints = {LOOKING, READING})
    void whatFailedIsNotTriedOverAndOver(int when) {
        callsOfWhichIsKnownWhatCame(200);
        new ReadingInPassing(ahead, tasks).keepUp(queue, trains);
        queue.rebuild(() -> {});
        at(when, () -> new IllegalStateException("no model"));
        order();
        assertEquals(0, read(200));
        assertTrue(ahead.isDue());
    }

    /** Lets all go, and has something else happen instead of, or before, one of the two tasks. */
    private void at(int when, Supplier<@Nullable Exception> what) {
        int[] begun = {0};
        tasks.letGo(title -> title.equals(TITLE) && ++begun[0] == when ? what.get() : null);
        assertTrue(begun[0] >= when, "it was never begun");
    }
}
