package org.turnwise.ui.annotate;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import org.turnwise.annotation.Label;
import org.turnwise.annotation.LabelKind;
import org.turnwise.ui.command.Command;
import org.turnwise.ui.command.KeyStroke;
import org.turnwise.ui.common.Texts;

/** What can be done on the annotate screen. */
public final class AnnotateCommands {

    private static final String SCOPE = "annotate";
    private static final String OF_LABEL = "label.";

    private AnnotateCommands() {}

    public static List<Command> of(AnnotateViewModel model, WhyViewModel why) {
        ObservableValue<Boolean> callOpen = model.openProperty().map(open -> true).orElse(false);
        String moving = Texts.text("annotate.group.move");
        String call = Texts.text("annotate.group.call");
        String turn = Texts.text("annotate.group.turn");
        return List.of(
                command("annotate.submit", call, "Ctrl+Enter", model::submitAndNext).when(callOpen),
                command("annotate.skip", call, "Ctrl+Right", model::skipAndNext).when(callOpen),
                command("annotate.flag", call, "F", model::toggleFlag).when(callOpen),
                command("annotate.next.call", call, "Ctrl+Down", model::openNext),
                command("annotate.why", call, "Ctrl+I", why::toggle).when(callOpen),
                command("annotate.turning.previous", moving, "[", () -> model.turningPoint(-1)).when(callOpen),
                command("annotate.turning.next", moving, "]", () -> model.turningPoint(1)).when(callOpen),
                command("annotate.turn.next", moving, "Alt+Down", () -> model.move(1)).when(callOpen),
                command("annotate.turn.previous", moving, "Alt+Up", () -> model.move(-1)).when(callOpen),
                command("annotate.span", turn, ".", model.marking()::toggleDrawing).when(callOpen),
                command("annotate.advance", turn, "Ctrl+T", () -> model.marking().advancingProperty().set(!model.marking().advancingProperty().get())),
                command("annotate.delta.down", turn, "-", () -> model.marking().stepDelta(-1)).when(callOpen),
                command("annotate.delta.up", turn, "+", () -> model.marking().stepDelta(1)).when(callOpen));
    }

    public static List<Command> ofHistory(HistoryViewModel history) {
        String group = Texts.text("annotate.group.history");
        ObservableValue<Boolean> shown = history.wantedProperty();
        ObservableValue<Boolean> any = history.selectedProperty().map(edit -> true).orElse(false);
        return List.of(
                command("annotate.history", group, "Ctrl+H", history::toggle).withHint(Texts.text("annotate.history.hint")),
                command("annotate.history.scope", group, "Ctrl+Shift+H", () -> history.everyCallProperty().set(!history.everyCallProperty().get())).when(shown),
                command("annotate.history.annotator", group, "Ctrl+Shift+A", history::nextAnnotator).when(shown),
                command("annotate.history.takeback", group, "Ctrl+Delete", history::takeBack).withHint(Texts.text("annotate.history.takeback.hint")).when(any),
                command("annotate.history.putback", group, "Shift+Delete", history::putBack).withHint(Texts.text("annotate.history.putback.hint")).when(any));
    }

    public static List<Command> ofPace(PaceViewModel pace, GuidanceViewModel guidance) {
        return List.of(
                command("annotate.session", Texts.text("annotate.group.history"), "Ctrl+Shift+S", pace::toggle).withHint(Texts.text("annotate.session.hint")),
                command("annotate.guidance", Texts.text("annotate.group.turn"), "F1", guidance::toggle).withHint(Texts.text("annotate.guidance.hint")));
    }

    /** How words are marked by key, while there are any. */
    static List<Command> ofSpan(AnnotateViewModel model) {
        String span = Texts.text("annotate.group.span");
        return List.of(
                command("annotate.span.leave", span, "Escape", model.marking()::toggleDrawing),
                command("annotate.span.next", span, "Right", () -> model.choice().redraw(words -> words.moved(1))),
                command("annotate.span.previous", span, "Left", () -> model.choice().redraw(words -> words.moved(-1))),
                command("annotate.span.longer", span, "Shift+Right", () -> model.choice().redraw(words -> words.extended(1, DrawnSpan.Step.WORD))),
                command("annotate.span.shorter", span, "Shift+Left", () -> model.choice().redraw(words -> words.extended(-1, DrawnSpan.Step.WORD))),
                command("annotate.span.letter.more", span, "Alt+Right", () -> model.choice().redraw(words -> words.extended(1, DrawnSpan.Step.CHARACTER))),
                command("annotate.span.letter.less", span, "Alt+Left", () -> model.choice().redraw(words -> words.extended(-1, DrawnSpan.Step.CHARACTER))));
    }

    /** A command for every label with a key that can go on what is in hand now. */
    static List<Command> ofLabels(AnnotateViewModel model) {
        return model.scheme().labels().stream().filter(AnnotateCommands::isPut).filter(model.inHand()::fits).map(label -> ofLabel(model, label)).toList();
    }

    /** One for every label that a person puts on and takes off, with or without a key. */
    static List<Command> ofAllLabels(AnnotateViewModel model) {
        return model.scheme().labels().stream().filter(AnnotateCommands::isPut).map(label -> ofLabel(model, label)).toList();
    }

    /** A note is written, not put on. */
    private static boolean isPut(Label label) {
        return label.kind() != LabelKind.NOTE;
    }

    static Command ofLabel(AnnotateViewModel model, Label label) {
        return new Command(
                OF_LABEL + label.id(), groupOf(label), label.name(), label.guidance(), KeyStroke.sequence(label.key() == null ? "" : label.key()), SCOPE,
                Bindings.createObjectBinding(() -> true), () -> model.marking().toggle(label));
    }

    /** The labels that these commands put on and take off. */
    static List<Label> labelsOf(List<Command> commands, AnnotateViewModel model) {
        return commands.stream()
                .filter(command -> command.id().startsWith(OF_LABEL))
                .flatMap(command -> model.scheme().label(command.id().substring(OF_LABEL.length())).stream())
                .toList();
    }

    /** @param id {@code note} for that of the turn in hand, {@code callnote} for the call's */
    static Command ofNote(String id, NoteField field) {
        return id.equals("note")
                ? command("annotate.note", Texts.text("annotate.group.turn"), "N", field::focus)
                : command("annotate.callnote", Texts.text("annotate.group.call"), "Shift+N", field::focus);
    }

    static String groupOf(Label label) {
        return Texts.text("kind." + label.kind().name().toLowerCase(java.util.Locale.ROOT));
    }

    private static Command command(String id, String group, String keys, Runnable action) {
        return Command.of(id, group, Texts.text(id), keys, SCOPE, action);
    }
}
