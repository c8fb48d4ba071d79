package org.turnwise.ui.data;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import org.turnwise.call.Side;
import org.turnwise.ui.command.Command;
import org.turnwise.ui.common.Texts;
import org.turnwise.ui.common.Words;

/** What can be done on the data screen; files and samples can be brought in from everywhere. */
public final class DataCommands {

    private static final String SCREEN = "data";
    private static final String EVERYWHERE = "";

    private static final Map<DataViewModel.Part, String> KEYS = Map.of(
            DataViewModel.Part.PEOPLE, "P", DataViewModel.Part.ROSTER, "L", DataViewModel.Part.TWICE, "D", DataViewModel.Part.FIELDS, "F",
            DataViewModel.Part.EXPORT, "X");

    private DataCommands() {}

    /**
     * @param show  brings the data screen into view
     * @param label brings the screen for labeling into view
     */
    public static List<Command> of(DataViewModel model, Runnable show, Runnable label) {
        SidesViewModel sides = model.sides();
        ObservableValue<Boolean> idle = model.imports().busyProperty().map(busy -> !busy);
        ObservableValue<Boolean> speaker = sides.selectedProperty().map(selected -> true).orElse(false);
        ObservableValue<Boolean> people = on(model, DataViewModel.Part.PEOPLE);
        DuplicatesViewModel twice = model.twice();
        ObservableValue<Boolean> comparing = both(on(model, DataViewModel.Part.TWICE), twice.comparedProperty().map(pair -> true).orElse(false));
        ObservableValue<Boolean> unfinished = both(idle, model.imports().unfinishedProperty().map(left -> true).orElse(false));
        return Stream.concat(parts(model), Stream.of(
                command("data.import", "Ctrl+O", EVERYWHERE, () -> shown(show, model::importFiles)).when(idle),
                command("data.samples", "", EVERYWHERE, () -> shown(show, model::importSamples)).when(idle.map(is -> is && model.samples().isPresent())),
                command("data.folder", "Ctrl+Shift+F", SCREEN, model::importFolder).when(idle),
                command("data.cancel", "Escape", SCREEN, model.imports()::cancel).when(model.imports().busyProperty()),
                command("data.resume", "Ctrl+R", SCREEN, model.imports()::resume).when(unfinished),
                command("data.leave", "Ctrl+L", SCREEN, model.imports()::leave).when(unfinished),
                command("data.watch", "W", SCREEN, model.watch()::toggle),
                command("data.change", "G", SCREEN, model::changeSelected).when(model.lineProperty().map(line -> line.file() != null).orElse(false)),
                command("data.map", "M", SCREEN, model::chooseFields).when(idle),
                command("data.keepfields", "Ctrl+S", SCREEN, model.fields()::keep)
                        .when(both(both(idle, on(model, DataViewModel.Part.FIELDS)), model.fields().draftProperty().map(draft -> true).orElse(false))),
                command("data.keepbetter", "1", SCREEN, twice::keepBetter).when(comparing),
                command("data.keepboth", "2", SCREEN, twice::keepBoth).when(comparing),
                command("data.keepother", "3", SCREEN, twice::keepOther).when(comparing),
                command("data.nextpair", "]", SCREEN, twice::next).when(comparing),
                command("data.previouspair", "[", SCREEN, twice::previous).when(comparing),
                command("data.takeback", "U", SCREEN, twice::takeBack).when(twice.canTakeBackProperty()),
                command("data.rep", "R", SCREEN, () -> sides.settle(Side.REP)).when(both(people, speaker)),
                command("data.customer", "C", SCREEN, () -> sides.settle(Side.CUSTOMER)).when(both(people, speaker)),
                command("data.other", "O", SCREEN, () -> sides.settle(Side.OTHER)).when(both(people, speaker)),
                command("data.accept", "A", SCREEN, sides::acceptProposals)
                        .when(Bindings.createObjectBinding(() -> sides.proposalCount() > 0, sides.speakers())),
                command("data.roster.preview", "Ctrl+Shift+P", SCREEN, model.roster()::preview).when(on(model, DataViewModel.Part.ROSTER)),
                command("data.roster.apply", "Ctrl+Shift+S", SCREEN, model.roster()::apply)
                        .when(both(on(model, DataViewModel.Part.ROSTER), model.roster().planProperty().map(plan -> !plan.isEmpty()).orElse(false))),
                command("data.roster.back", "Ctrl+Shift+U", SCREEN, model.roster()::takeBack).when(model.roster().canTakeBackProperty()),
                command("data.export", "Ctrl+E", SCREEN, model.export()::run)
                        .when(Bindings.createObjectBinding(
                                () -> !model.export().busyProperty().get() && model.countProperty().get() != 0,
                                model.export().busyProperty(), model.countProperty())),
                command("data.label", "Ctrl+Enter", SCREEN, label).when(model.countProperty().map(count -> count.intValue() > 0)))).toList();
    }

    private static Stream<Command> parts(DataViewModel model) {
        return Stream.of(DataViewModel.Part.values())
                .map(part -> command("data.part." + Words.lower(part), KEYS.getOrDefault(part, ""), SCREEN, () -> model.partProperty().set(part)));
    }

    private static ObservableValue<Boolean> on(DataViewModel model, DataViewModel.Part part) {
        return model.partProperty().map(part::equals);
    }

    private static ObservableValue<Boolean> both(ObservableValue<Boolean> one, ObservableValue<Boolean> other) {
        return Bindings.createObjectBinding(() -> Boolean.TRUE.equals(one.getValue()) && Boolean.TRUE.equals(other.getValue()), one, other);
    }

    private static void shown(Runnable show, Runnable then) {
        show.run();
        then.run();
    }

    private static Command command(String id, String keys, String scope, Runnable action) {
        return Command.of(id, Texts.text("screen.data"), Texts.text(id), keys, scope, action).withHint(Texts.text(id + ".hint"));
    }
}
