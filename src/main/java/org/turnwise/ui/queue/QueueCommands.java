package org.turnwise.ui.queue;

import java.util.List;
import javafx.beans.value.ObservableValue;
import org.turnwise.ui.command.Command;
import org.turnwise.ui.common.Texts;

/** What can be done on the queue screen. */
public final class QueueCommands {

    private static final String SCREEN = "queue";

    private QueueCommands() {}

    public static List<Command> of(QueueViewModel model) {
        ObservableValue<Boolean> any = model.selectedProperty().map(item -> true).orElse(false);
        return List.of(
                command("queue.start", "Ctrl+Enter", model::open).when(any),
                command("queue.open", "Enter", model::open).when(any),
                command("queue.skip", "Ctrl+Right", model::toggleSkip).when(any),
                command("queue.flag", "F", model::toggleFlag).when(any),
                command("queue.all", "A", model::showAll),
                command("queue.rebuild", "R", model::rebuild));
    }

    /** For giving the chosen calls to readers. */
    public static List<Command> ofAssigning(QueueViewModel queue, AssignViewModel model) {
        ObservableValue<Boolean> any = queue.selectedProperty().map(item -> true).orElse(false);
        ObservableValue<Boolean> open = model.openProperty();
        return List.of(
                command("queue.assign", "G", model::toggleOpen).when(any),
                command("queue.assign.once", "1", () -> model.eachProperty().set(1)).when(open),
                command("queue.assign.twice", "2", () -> model.eachProperty().set(2)).when(open),
                command("queue.assign.give", "Shift+Enter", model::give).when(model.sharesProperty().map(shares -> !shares.isEmpty())));
    }

    private static Command command(String id, String keys, Runnable action) {
        return Command.of(id, Texts.text("screen.queue"), Texts.text(id), keys, SCREEN, action).withHint(Texts.text(id + ".hint"));
    }
}
