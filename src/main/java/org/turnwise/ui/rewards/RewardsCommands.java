package org.turnwise.ui.rewards;

import java.util.List;
import org.turnwise.ui.command.Command;
import org.turnwise.ui.common.Texts;

/** What can be done on the rewards screen. */
public final class RewardsCommands {

    private static final String SCREEN = "rewards";

    private RewardsCommands() {}

    /** @param train brings the model screen into view, where outcomes are put to use */
    public static List<Command> of(RewardsViewModel model, Runnable train) {
        return List.of(
                command("rewards.import", "Ctrl+Shift+O", model::importOutcomes),
                command("rewards.train", "Ctrl+Enter", train),
                command("rewards.dismiss", "Escape", model::dismiss).when(model.noticeProperty().map(notice -> true).orElse(false)));
    }

    private static Command command(String id, String keys, Runnable action) {
        return Command.of(id, Texts.text("screen.rewards"), Texts.text(id), keys, SCREEN, action).withHint(Texts.text(id + ".hint"));
    }
}
