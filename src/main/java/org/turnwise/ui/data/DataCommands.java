package org.turnwise.ui.data;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import org.turnwise.call.Side;
import org.turnwise.ui.command.Command;
import org.turnwise.ui.common.Texts;

/** What can be done on the data screen; files and samples can be brought in from everywhere. */
public final class DataCommands {

    private static final String SCREEN = "data";
    private static final String EVERYWHERE = "";

    private DataCommands() {}

    /**
     * @param show  brings the data screen into view
     * @param label brings the screen for labeling into view
     */
    public static List<Command> of(DataViewModel model, Runnable show, Runnable label) {
        SidesViewModel sides = model.sides();
        ObservableValue<Boolean> idle = model.imports().busyProperty().map(busy -> !busy);
        ObservableValue<Boolean> speaker = sides.selectedProperty().map(selected -> true).orElse(false);
        return List.of(
                command("data.import", "Ctrl+O", EVERYWHERE, () -> shown(show, model::importFiles)).when(idle),
                command("data.samples", "", EVERYWHERE, () -> shown(show, model::importSamples)).when(idle.map(is -> is && model.samples().isPresent())),
                command("data.folder", "Ctrl+Shift+F", SCREEN, model::importFolder).when(idle),
                command("data.cancel", "Escape", SCREEN, model.imports()::cancel).when(model.imports().busyProperty()),
                command("data.rep", "R", SCREEN, () -> sides.settle(Side.REP)).when(speaker),
                command("data.customer", "C", SCREEN, () -> sides.settle(Side.CUSTOMER)).when(speaker),
                command("data.other", "O", SCREEN, () -> sides.settle(Side.OTHER)).when(speaker),
                command("data.accept", "A", SCREEN, sides::acceptProposals)
                        .when(Bindings.createObjectBinding(() -> sides.proposalCount() > 0, sides.speakers())),
                command("data.export", "Ctrl+E", SCREEN, model.export()::run)
                        .when(Bindings.createObjectBinding(() -> !model.export().busyProperty().get() && model.countProperty().get() != 0, model.export().busyProperty(), model.countProperty())),
                command("data.label", "Ctrl+Enter", SCREEN, label).when(model.countProperty().map(count -> count.intValue() > 0)));
    }

    private static void shown(Runnable show, Runnable then) {
        show.run();
        then.run();
    }

    private static Command command(String id, String keys, String scope, Runnable action) {
        return Command.of(id, Texts.text("screen.data"), Texts.text(id), keys, scope, action).withHint(Texts.text(id + ".hint"));
    }
}
