package org.turnwise.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.turnwise.task.HeldTasks;
import org.turnwise.task.Tasks;

/** What may run only once runs only once. */
class OneAtATimeTest {

    private final HeldTasks tasks = new HeldTasks();
    private final OneAtATime imports = new OneAtATime(tasks);
    private final List<String> told = new ArrayList<>();

    private void start(String title) {
        imports.start(new Tasks.Job<>(title, false, progress -> {
            progress.checkCancelled();
            if (title.equals("bad")) {
                throw new IllegalStateException("no disk");
            }
            return title;
        }, done -> tell(done), error -> tell(String.valueOf(error.getMessage())), () -> tell("cancelled " + title)));
    }

    private void tell(String what) {
        told.add(what + (imports.busyProperty().get() ? ", busy" : ""));
    }

    @Test
    void nothingBeginsWhileSomethingIsUnderWay() {
        start("one");
        start("two");
        assertEquals(1, tasks.count());
        assertTrue(imports.busyProperty().get());
        assertEquals("one", imports.title());
        tasks.letGo();
        assertFalse(imports.busyProperty().get());
        start("three");
        tasks.letGo();
        assertEquals(List.of("one", "three"), told);
    }

    @Test
    void whatFailsOrIsCancelledIsUnderWayNoMore() {
        start("bad");
        tasks.letGo();
        start("one");
        imports.cancel();
        tasks.letGo();
        start("two");
        tasks.letGo();
        assertEquals(List.of("no disk", "cancelled one", "two"), told);
    }
}
