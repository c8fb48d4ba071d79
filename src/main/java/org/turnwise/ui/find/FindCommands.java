package org.turnwise.ui.find;

import java.util.List;
import org.turnwise.ui.command.Command;
import org.turnwise.ui.common.Texts;

/** What can be done on the find screen, and from anywhere with what was found last. */
public final class FindCommands {

    private static final String SCREEN = "find";

    private FindCommands() {}

    public static List<Command> of(FindViewModel model) {
        return List.of(
                command("find.begin", "Ctrl+F", "", model::begin),
                command("find.next", "F3", "", () -> model.step(1)).when(model.found().anyProperty()),
                command("find.previous", "Shift+F3", "", () -> model.step(-1)).when(model.found().anyProperty()),
                command("find.open", "Enter", SCREEN, model::open).when(model.found().anyProperty()),
                command("find.queue", "Ctrl+Enter", SCREEN, model::toQueue).when(model.found().anyProperty()),
                command("find.more", "M", SCREEN, model::more).when(model.found().moreProperty()),
                command("find.clear", "X", SCREEN, model.typed()::clearFilter),
                command("find.cancel", "Ctrl+.", SCREEN, model.spoken()::stop).when(model.spoken().readingProperty()),
                command("find.retry", "R", SCREEN, model::retry));
    }

    private static Command command(String id, String keys, String scope, Runnable action) {
        return Command.of(id, Texts.text("screen.find"), Texts.text(id), keys, scope, action).withHint(Texts.text(id + ".hint"));
    }
}
