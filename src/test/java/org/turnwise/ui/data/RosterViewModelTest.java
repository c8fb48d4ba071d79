package org.turnwise.ui.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
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
import org.turnwise.intake.roster.RosterEditor;
import org.turnwise.scoring.Encoding;
import org.turnwise.scoring.Forecasts;
import org.turnwise.store.Workspace;
import org.turnwise.task.HeldTasks;
import org.turnwise.ui.common.SaveState;

/** What is typed and pressed while the roster is being worked on. */
class RosterViewModelTest {

    @TempDir
    Path folder;

    private final HeldTasks tasks = new HeldTasks();
    private Workspace workspace;
    private RosterViewModel model;

    @BeforeEach
    void open() {
        workspace = Workspace.open(folder);
        workspace.calls().add(new Call(
                new CallId("one"), "One", new Source("text", "one.txt", null), TimingClass.NONE, null, "one",
                List.of(new Participant("Jo Bell", "Jo Bell", Side.OTHER), new Participant("Tom Egan", "Tom Egan", Side.OTHER)),
                List.of(new Turn(0, "Jo Bell", "How many pumps?", null, null), new Turn(1, "Tom Egan", "Two.", null, null))), () -> {});
        Clock clock = Clock.systemUTC();
        Forecasts forecasts = new Forecasts(workspace.calls(), workspace.scorerVersions(), workspace.forecasts(), Encoding.shared());
        RosterEditor editor = new RosterEditor(workspace.calls(), workspace.rosterChanges(), clock);
        model = new RosterViewModel(editor, forecasts, new SaveState(clock), tasks, "Nora", () -> {});
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private Set<String> roster() {
        return workspace.calls().repRoster().keySet();
    }

    private void make(String pasted) {
        model.pastedProperty().set(pasted);
        model.preview();
        tasks.letGo();
        model.apply();
        tasks.letGo();
    }

    @Test
    void aPlanForWhatStoodThereBeforeIsNotShown() {
        model.pastedProperty().set("Jo Bell");
        model.preview();
        model.pastedProperty().set("Jo Bell\nTom Egan");
        tasks.letGo();
        assertNull(model.planProperty().get());
        model.preview();
        tasks.letGo();
        assertNotNull(model.planProperty().get());
        make("Jo Bell");
        model.mark(List.of("Jo Bell"));
        model.mark(List.of("Jo Bell"));
        tasks.letGo();
        assertNull(model.planProperty().get(), "nobody is marked to go any more");
    }

    @Test
    void whatIsPressedTwiceHappensOnce() {
        make("Tom Egan");
        model.pastedProperty().set("Jo Bell");
        model.preview();
        tasks.letGo();
        model.apply();
        model.apply();
        tasks.letGo();
        assertEquals(Set.of("Jo Bell", "Tom Egan"), roster());
        takeBack(1);
        assertEquals(Set.of("Tom Egan"), roster());
        takeBack(1);
        assertEquals(Set.of(), roster());
        assertFalse(model.canTakeBackProperty().get());

        make("Tom Egan");
        make("Jo Bell");
        takeBack(2);
        assertEquals(Set.of("Tom Egan"), roster());
        assertTrue(model.canTakeBackProperty().get());
    }

    private void takeBack(int presses) {
        for (int i = 0; i < presses; i++) {
            model.takeBack();
        }
        tasks.letGo();
    }
}
