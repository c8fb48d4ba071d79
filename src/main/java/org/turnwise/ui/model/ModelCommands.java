package org.turnwise.ui.model;

import java.util.List;
import org.turnwise.ui.command.Command;
import org.turnwise.ui.common.Texts;

/** What can be done on the model screen. */
public final class ModelCommands {

    private static final String SCREEN = "model";

    private ModelCommands() {}

    public static List<Command> of(ModelViewModel model) {
        return List.of(
                command("model.train", "T", model::train).when(model.canTrain()),
                command("model.refresh", "R", model::refresh).when(model.canRefresh()),
                command("model.promote", "Ctrl+P", model::promote).when(model.canPromote()),
                command("model.keep", "K", model::keep).when(model.canKeep()),
                command("model.rollback", "Ctrl+B", model::rollBack).when(model.canRollBack()),
                command("model.forward", "Ctrl+Enter", model::goOn).when(model.canGoOn()),
                command("model.labels", "L", model::measureLabels).when(model.canTrain()),
                command("model.cancel", "Escape", model::cancel).when(model.busyProperty()));
    }

    private static Command command(String id, String keys, Runnable action) {
        return Command.of(id, Texts.text("screen.model"), Texts.text(id), keys, SCREEN, action).withHint(Texts.text(id + ".hint"));
    }
}
