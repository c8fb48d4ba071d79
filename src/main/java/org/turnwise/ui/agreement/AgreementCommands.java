package org.turnwise.ui.agreement;

import java.util.List;
import javafx.beans.value.ObservableValue;
import org.turnwise.annotation.Label;
import org.turnwise.annotation.LabelKind;
import org.turnwise.annotation.agreement.Adjudication.Decision;
import org.turnwise.ui.command.Command;
import org.turnwise.ui.common.Texts;

/** What can be done on the agreement screen. */
public final class AgreementCommands {

    private static final String SCREEN = "agreement";

    private AgreementCommands() {}

    public static List<Command> of(AgreementViewModel model) {
        ObservableValue<Boolean> chosen = model.selectedProperty().map(selected -> true).orElse(false);
        ObservableValue<Boolean> idle = model.bundling().busyProperty().map(busy -> !busy);
        return List.of(
                command("agreement.left", "L", () -> model.decide(Decision.LEFT)).when(chosen),
                command("agreement.right", "R", () -> model.decide(Decision.RIGHT)).when(chosen),
                command("agreement.both", "B", () -> model.decide(Decision.BOTH)).when(chosen),
                command("agreement.neither", "N", () -> model.decide(Decision.NONE)).when(chosen),
                command("agreement.undo", "U", model::undo),
                command("agreement.self", "S", model::switchBetween),
                command("agreement.share", "Shift+S", model::nextShare),
                command("agreement.bundle", "Ctrl+E", model.bundling()::write).when(idle),
                command("agreement.merge", "Ctrl+M", model.bundling()::merge).when(idle),
                command("agreement.next", "Ctrl+Enter", model::next).when(chosen));
    }

    /** O and its own keys take a label that neither reader put on. */
    static List<Command> ofOthers(AgreementViewModel model) {
        return model.others().stream().map(label -> other(model, label)).toList();
    }

    /** Those of every label there is. */
    static List<Command> ofAllOthers(AgreementViewModel model) {
        return model.scheme().labels().stream().filter(label -> label.kind() != LabelKind.NOTE).map(label -> other(model, label)).toList();
    }

    private static Command other(AgreementViewModel model, Label label) {
        return Command.of(
                        "agreement.other." + label.id(), Texts.text("screen.agreement"), Texts.text("agreement.other.label", label.name()),
                        label.key() == null ? "" : "O " + label.key(), SCREEN, () -> model.decide(label))
                .withHint(label.guidance());
    }

    private static Command command(String id, String keys, Runnable action) {
        return Command.of(id, Texts.text("screen.agreement"), Texts.text(id), keys, SCREEN, action).withHint(Texts.text(id + ".hint"));
    }
}
