package org.turnwise.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.turnwise.task.Tasks;

class FxTasksTest {

    @Test
    void whatIsStartedAfterTheEndIsCancelled() {
        List<String> happened = new ArrayList<>();
        FxTasks lane = FxTasks.inOrder("lane");
        lane.close();
        lane.start(new Tasks.Job<>(
                "late", false, progress -> happened.add("ran"), done -> happened.add("done"), failure -> happened.add("failed"),
                () -> happened.add("cancelled")));
        assertEquals(List.of("cancelled"), happened);
        assertEquals(0, lane.underWayProperty().get());
        assertEquals(List.of(), lane.activities());
    }
}
