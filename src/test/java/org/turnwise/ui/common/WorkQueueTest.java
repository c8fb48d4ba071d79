package org.turnwise.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnwise.queue.Queue;
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
}
