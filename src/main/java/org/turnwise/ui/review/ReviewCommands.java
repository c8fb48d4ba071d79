package org.turnwise.ui.review;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import org.turnwise.annotation.Label;
import org.turnwise.annotation.LabelKind;
import org.turnwise.ui.command.Command;
import org.turnwise.ui.common.Texts;

/** What can be done on the review screen. */
public final class ReviewCommands {

    private static final String SCREEN = "review";

    private ReviewCommands() {}

    public static List<Command> of(ReviewViewModel model) {
        ObservableValue<Boolean> any = model.selectedProperty().map(call -> true).orElse(false);
        ObservableValue<Boolean> written = model.draft().wordsProperty().map(words -> !words.isBlank());
        List<Command> commands = new ArrayList<>(List.of(
                command("review.confirm", "C", model::confirm).when(any),
                command("review.back", "B", model::sendBack).when(any),
                command("review.comment", "N", () -> model.draft().writingProperty().set(true)).when(any),
                command("review.post", "Ctrl+Enter", () -> model.comment(false)).when(written),
                command("review.postcall", "Ctrl+Shift+Enter", () -> model.comment(true)).when(written),
                command("review.next", "J", model::next).when(any),
                command("review.context", "X", () -> model.everyTurnProperty().set(!model.everyTurnProperty().get())).when(any),
                command("review.open", "Enter", model::annotate).when(any),
                command("review.undo", "U", model::undo),
                command("review.bundle", "Ctrl+E", model::bundle),
                command("review.merge", "Ctrl+M", model::merge)));
        for (Label outcome : model.scheme().ofKind(LabelKind.OUTCOME)) {
            commands.add(Command.of(
                            "review.correct." + outcome.id(), Texts.text("screen.review"), Texts.text("review.correct.to", outcome.name()),
                            outcome.key() == null ? "" : outcome.key(), SCREEN, () -> model.correct(outcome))
                    .withHint(outcome.guidance())
                    .when(any));
        }
        return commands;
    }

    private static Command command(String id, String keys, Runnable action) {
        return Command.of(id, Texts.text("screen.review"), Texts.text(id), keys, SCREEN, action).withHint(Texts.text(id + ".hint"));
    }
}
