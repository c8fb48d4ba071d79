package org.turnwise.ui.rewards;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import org.turnwise.ui.command.Command;
import org.turnwise.ui.common.Texts;

/** What can be done on the rewards screen. */
public final class RewardsCommands {

    private static final String SCREEN = "rewards";

    private RewardsCommands() {}

    /** @param train brings the model screen into view, where outcomes are put to use */
    public static List<Command> of(RewardsViewModel model, Runnable train) {
        MatchesViewModel matches = model.matches();
        ObservableValue<Boolean> deciding = Bindings.createBooleanBinding(
                () -> model.filterProperty().get() == RewardsViewModel.Filter.DECIDE && matches.selectedProperty().get() != null,
                model.filterProperty(), matches.selectedProperty());
        ObservableValue<Boolean> drafted = model.policy().draftProperty().map(draft -> true).orElse(false);
        return List.of(
                command("rewards.import", "Ctrl+Shift+O", model::importOutcomes),
                command("rewards.columns", "Ctrl+Shift+M", model::checkColumns),
                command("rewards.keepcolumns", "Ctrl+S", model.columns()::keep)
                        .when(model.columns().draftProperty().map(draft -> draft.outlook().reading().isPresent()).orElse(false)),
                command("rewards.closecolumns", "Ctrl+W", model.columns()::close).when(Bindings.createObjectBinding(
                        () -> model.columns().draftProperty().get() != null || model.columns().failureProperty().get() != null,
                        model.columns().draftProperty(), model.columns().failureProperty())),
                command("rewards.train", "Ctrl+Enter", train),
                command("rewards.decide", "D", () -> model.filterProperty().set(RewardsViewModel.Filter.DECIDE)),
                command("rewards.match", "M", matches::accept).when(deciding),
                command("rewards.nomatch", "N", matches::decline).when(deciding),
                command("rewards.nextdeal", "C", matches::nextCandidate).when(deciding),
                command("rewards.undo", "U", matches::undo).when(matches.canUndoProperty()),
                command("rewards.activate", "Ctrl+Shift+P", model.policy()::makeActive).when(drafted),
                command("rewards.discard", "Ctrl+Shift+X", model.policy()::discard).when(drafted),
                command("rewards.dismiss", "Escape", model::dismiss).when(model.noticeProperty().map(notice -> true).orElse(false)));
    }

    private static Command command(String id, String keys, Runnable action) {
        return Command.of(id, Texts.text("screen.rewards"), Texts.text(id), keys, SCREEN, action).withHint(Texts.text(id + ".hint"));
    }
}
