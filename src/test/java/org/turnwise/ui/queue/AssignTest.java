package org.turnwise.ui.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnwise.annotation.LabelScheme;
import org.turnwise.annotation.Statuses;
import org.turnwise.review.Reviewer;
import org.turnwise.review.Team;
import org.turnwise.task.HeldTasks;

/** Giving calls to readers, while who gets what is still being worked out. */
class AssignTest {

    @TempDir
    Path folder;

    @Test
    void nothingIsGivenThatWasWorkedOutForOthers() throws IOException {
        try (Desk desk = new Desk(folder)) {
            desk.dataScreen.imports().run(List.of(desk.outcomes(4)));
            HeldTasks reads = new HeldTasks();
            Team team = new Team(desk.workspace.journal(), desk.workspace.settings(), "Nora");
            Reviewer reviewer = new Reviewer(desk.workspace.journal(), LabelScheme.standard(), "Nora", Clock.systemUTC(), edit -> {});
            AssignViewModel assigning = new AssignViewModel(desk.queueScreen, new AssignViewModel.Services(team, reviewer, (edit, then) -> {
                try {
                    edit.call();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
                then.run();
            }, reads, () -> {}));
            desk.queueScreen.chosen().setAll(desk.queue.rows().getFirst().call().id());
            assigning.toggleOpen();
            assigning.name("Ada");
            reads.letGo();
            assertFalse(assigning.sharesProperty().get().isEmpty());
            assigning.toggle("Ada");
            assigning.name("Bo");
            assertTrue(assigning.readingProperty().get());
            assigning.give();
            reads.letGo();
            assertEquals(List.of(), desk.workspace.journal().carrying(Statuses.ASSIGNED, 10),
                    "Ada is not meant any more, and what Bo would get was not known yet");
            assertFalse(assigning.readingProperty().get());
            assigning.give();
            List<String> readers = new ArrayList<>();
            desk.workspace.journal().carrying(Statuses.ASSIGNED, 10).forEach(given -> readers.add(String.valueOf(given.text())));
            assertEquals(List.of("Bo"), readers);
        }
    }
}
