package org.turnwise.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnwise.call.Call;
import org.turnwise.call.CallId;
import org.turnwise.call.Participant;
import org.turnwise.call.Side;
import org.turnwise.call.Source;
import org.turnwise.call.TimingClass;
import org.turnwise.call.Turn;
import org.turnwise.queue.Queue;
import org.turnwise.queue.QueueFilter;
import org.turnwise.queue.QueueItem;
import org.turnwise.reward.OutcomeKind;
import org.turnwise.reward.Outcomes;
import org.turnwise.scoring.Encoding;
import org.turnwise.scoring.Forecasts;
import org.turnwise.store.Workspace;
import org.turnwise.task.HeldTasks;

/** The queue that the screens share, over a real workspace. */
class WorkQueueTest {

    @TempDir
    Path folder;

    private final HeldTasks tasks = new HeldTasks();
    private final List<String> happened = new ArrayList<>();
    private Workspace workspace;
    private WorkQueue queue;

    @BeforeEach
    void open() {
        workspace = Workspace.open(folder);
        Outcomes outcomes = new Outcomes(workspace.rewards(), workspace.policies()::active, Clock.systemUTC());
        Forecasts forecasts = new Forecasts(workspace.calls(), workspace.scorerVersions(), workspace.forecasts(), Encoding.shared());
        queue = new WorkQueue(new Queue(workspace.calls(), workspace.journal(), outcomes, forecasts, 0, () -> "Nora"), tasks);
        queue.generationProperty().subscribe((before, now) -> happened.add("ordered " + now));
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void whatIsToFollowFollowsTheLastOfSeveralOrdersAndOnce() {
        queue.rebuild(() -> happened.add("opened the next"));
        queue.rebuild(() -> happened.add("shown"));
        tasks.letGo();
        assertEquals(List.of("ordered 2", "opened the next", "shown"), happened);
        queue.rebuild(() -> {});
        tasks.letGo();
        assertEquals(List.of("ordered 2", "opened the next", "shown", "ordered 3"), happened);
    }

    @Test
    void whatFollowsMayHaveTheCallsOrderedAgain() {
        queue.rebuild(() -> queue.rebuild(() -> happened.add("shown")));
        tasks.letGo();
        assertEquals(List.of("ordered 1", "ordered 2", "shown"), happened);
    }

    /** Rows change one at a time, under a filter that hides some: what is told of them is what counting them anew would tell. */
    @Test
    void theMakeUpIsThatOfTheRowsShown() {
        for (int i = 0; i < 6; i++) {
            CallId id = new CallId("call-" + i);
            workspace.calls().add(new Call(
                    id, "Call " + i, new Source("vtt", "call" + i + ".vtt", null), TimingClass.NONE, null, "print" + i,
                    List.of(new Participant("Priya", "Priya", Side.REP)), List.of(new Turn(0, "Priya", "Words " + i, null, null))), () -> {});
        }
        queue.rebuild(() -> {});
        tasks.letGo();
        Random random = new Random(3);
        List<OutcomeKind> outcomes = Arrays.asList(null, OutcomeKind.WON, OutcomeKind.LOST, OutcomeKind.OPEN);
        for (int change = 0; change < 60; change++) {
            if (change == 30) {
                queue.filterProperty().set(new QueueFilter(Set.of(), Set.of(), Set.of(), false, "call 1"));
            }
            QueueItem row = queue.rows().get(random.nextInt(6));
            queue.replace(new QueueItem(
                    row.call(), row.reason(), row.score(), row.why(), row.probability(), row.low(), row.high(), row.spark(),
                    outcomes.get(random.nextInt(4)), row.status(), row.flagged(), row.labels()));
            assertEquals(MakeUp.of(queue.shown()), queue.makeUp());
        }
        assertEquals(1, queue.shown().size());
        assertEquals(1, queue.makeUp().reps());
    }
}
