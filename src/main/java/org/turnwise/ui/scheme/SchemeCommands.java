package org.turnwise.ui.scheme;

import java.util.List;
import javafx.beans.value.ObservableValue;
import org.turnwise.ui.command.Command;
import org.turnwise.ui.common.Texts;

/** What can be done on the scheme screen. */
public final class SchemeCommands {

    static final String SCREEN = "scheme";

    private SchemeCommands() {}

    public static List<Command> of(SchemeViewModel model) {
        ObservableValue<Boolean> chosen = model.selectedProperty().map(row -> !row.retired()).orElse(false);
        ObservableValue<Boolean> any = model.selectedProperty().map(row -> true).orElse(false);
        return List.of(
                command("scheme.add", "A", model::add),
                command("scheme.merge", "M", model::beginMerge).when(chosen),
                command("scheme.retire", "R", model::retireOrRevive).when(any),
                command("scheme.kind.next", "]", () -> model.goToKind(1)),
                command("scheme.kind.previous", "[", () -> model.goToKind(-1)),
                command("scheme.up", "Alt+Up", () -> model.move(-1)).when(chosen),
                command("scheme.down", "Alt+Down", () -> model.move(1)).when(chosen),
                command("scheme.cancel", "Escape", model::cancel),
                command("scheme.export", "Ctrl+E", model::exportFile),
                command("scheme.import", "Ctrl+M", model::importFile),
                command("scheme.apply", "Ctrl+Enter", model::apply));
    }

    private static Command command(String id, String keys, Runnable action) {
        return Command.of(id, Texts.text("screen.scheme"), Texts.text(id), keys, SCREEN, action).withHint(Texts.text(id + ".hint"));
    }
}
