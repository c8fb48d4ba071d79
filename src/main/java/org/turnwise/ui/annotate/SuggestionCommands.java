package org.turnwise.ui.annotate;

import java.util.List;
import javafx.beans.value.ObservableValue;
import org.turnwise.ui.command.Command;
import org.turnwise.ui.common.Texts;

/** What can be done with suggestions. */
public final class SuggestionCommands {

    private SuggestionCommands() {}

    public static List<Command> of(SuggestionsViewModel model) {
        ObservableValue<Boolean> any = model.openProperty().map(open -> !open.isEmpty());
        return List.of(
                command("suggestion.accept", "Enter", model::accept).when(any),
                command("suggestion.reject", "Delete", model::reject).when(any),
                command("suggestion.accept.sure", "Shift+Enter", model::acceptSure).when(any),
                command("suggestion.next", "Space", () -> model.move(1)).when(any),
                command("suggestion.previous", "Shift+Space", () -> model.move(-1)).when(any),
                command("suggestion.surer", "Ctrl+Alt+Up", () -> model.stepSure(1)),
                command("suggestion.bolder", "Ctrl+Alt+Down", () -> model.stepSure(-1)),
                command("suggestion.precision", "Ctrl+G", model::toggleExplained),
                command("suggestion.learn", "Ctrl+Shift+G", model::learn));
    }

    private static Command command(String id, String keys, Runnable action) {
        return Command.of(id, Texts.text("suggestion.group"), Texts.text(id), keys, "annotate", action);
    }
}
