package org.turnwise.ui.annotate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.turnwise.annotation.LabelKind;
import org.turnwise.call.Side;
import org.turnwise.ui.command.Commands;
import org.turnwise.ui.common.Buttons;
import org.turnwise.ui.common.Figures;
import org.turnwise.ui.common.Hint;
import org.turnwise.ui.common.Parts;
import org.turnwise.ui.common.Texts;
import org.turnwise.ui.common.Wording;
import org.turnwise.ui.common.Words;

/** The labels of the turn in hand, each with its key, and what it carries; below it the call's outcome. */
final class Inspector {

    /** Below this height of the window the flags start folded, so that the note stays in view. */
    private static final double ROOM_FOR_FLAGS = 960;

    private final AnnotateViewModel model;
    private final Commands commands;
    private final SuggestionSection suggestions;
    private final LabelButtons buttons;
    private final VBox root = new VBox();
    private final NoteField note;
    private final NoteField callNote;
    private final Label turnInHand = Parts.styled("", "pane-title");
    private final Label speaker = Parts.styled("", "muted");
    private final Label role = Parts.styled("", "muted");
    private final Label onlyOfReps = Parts.styled(Texts.text("annotate.quality.rep.only"), "secondary");
    private final KeptNodes kept = new KeptNodes();
    private final Map<String, PaletteSection> palettes = new HashMap<>();
    private @Nullable Boolean flagsOpen;

    Inspector(AnnotateViewModel model, Commands commands, SuggestionSection suggestions, GuidanceViewModel guidance) {
        this.model = model;
        this.commands = commands;
        this.suggestions = suggestions;
        buttons = new LabelButtons(model, commands, suggestions, guidance);
        note = new NoteField("note", 2, model.inHand()::onTurn, model.inHand()::note, model.marking()::setNote);
        callNote = new NoteField("callnote", 1, model.inHand()::onCall, model.inHand()::callNote, model.marking()::setNote);
        suggestions.whenChanged(this::show);
    }

    Node node() {
        return root;
    }

    /** The note of the turn in hand. */
    NoteField note() {
        return note;
    }

    /** The note of the call as a whole. */
    NoteField callNote() {
        return callNote;
    }

    /** Draws the palette for the turn in hand. What would look the same as before stays as it is. */
    void show() {
        List<Node> sections = new ArrayList<>();
        model.inHand().turn().ifPresentOrElse(turn -> {
            Side side = model.inHand().side().orElse(Side.OTHER);
            String name = model.current().map(open -> open.call().speakerOf(turn).name()).orElse("");
            sections.add(header(Texts.text("annotate.turn", turn.ordinal()), name, Words.of(side)));
            addMessage(sections);
            addDrawn(sections);
            sections.add(stage());
            if (side == Side.CUSTOMER) {
                sections.add(palette("objections", 3).show(Texts.text("kind.objection"), Texts.text("annotate.acts.most"), rows(labels(LabelKind.OBJECTION))));
            }
            sections.add(palette("acts", 2).show(
                    Texts.text("annotate.acts." + Words.lower(side)), side == Side.CUSTOMER ? "" : Texts.text("annotate.acts.most"), rows(acts())));
            addEpisode(sections);
            sections.add(kept.node("suggestions", suggestions.content(), suggestions::node));
            sections.add(flags());
            sections.add(ratings(side));
            sections.add(noteSection("note", note));
        }, () -> addMessage(sections));
        if (model.current().isPresent()) {
            sections.add(outcome());
            sections.add(noteSection("callnote", callNote));
        }
        KeptNodes.show(root.getChildren(), sections, PaletteSection.class::isInstance);
        note.show();
        callNote.show();
    }

    /** The key that links chosen turns into an objection; empty if a person took it away. */
    String linkKey() {
        return buttons.firstKey(model.scheme().ofKind(LabelKind.RESOLUTION)).orElse("");
    }

    private void addMessage(List<Node> sections) {
        String message = model.messageProperty().get();
        if (!message.isEmpty()) {
            sections.add(kept.node("message", message, () -> message(message)));
        }
    }

    private static Node message(String message) {
        Label words = new Label(message);
        words.setWrapText(true);
        HBox notice = new HBox(Parts.icon(Feather.ALERT_TRIANGLE), words);
        notice.getStyleClass().addAll("notice", "unsure");
        VBox holder = new VBox(notice);
        holder.getStyleClass().add("inspector-section");
        return holder;
    }

    private void addDrawn(List<Node> sections) {
        DrawnSpan drawn = model.choice().drawnProperty().get();
        if (drawn != null) {
            sections.add(kept.node("drawn", List.of(drawn, commands.keymap()), () -> drawn(drawn)));
        }
    }

    private Node drawn(DrawnSpan drawn) {
        Wording words = new Wording("turn-words");
        words.setId("drawn-words");
        words.getStyleClass().add("semibold");
        words.show("“" + drawn.text().substring(drawn.start(), drawn.end()) + "”");
        Label hint = Parts.styled(Texts.text("annotate.span.hint", spanKeys("next"), spanKeys("longer"), spanKeys("letter.more"), spanKeys("leave")),
                "secondary");
        hint.setWrapText(true);
        VBox box = new VBox(4, words, hint);
        box.getStyleClass().add("inspector-section");
        return box;
    }

    private String spanKeys(String id) {
        return AnnotateCommands.ofSpan(model).stream()
                .filter(command -> command.id().equals("annotate.span." + id))
                .map(command -> commands.keymap().applied(command).keys())
                .collect(Collectors.joining());
    }

    /** The objection in hand: which turns, how it ended, how severe; or how to link one. */
    private void addEpisode(List<Node> sections) {
        List<org.turnwise.annotation.Label> endings = labels(LabelKind.RESOLUTION);
        boolean raised = labels(LabelKind.OBJECTION).stream().anyMatch(model.inHand()::isOn);
        var episode = model.inHand().episode();
        if (!endings.isEmpty() && (raised || episode.isPresent() || model.choice().chosenProperty().get().size() > 1)) {
            String title = episode.map(it -> Texts.text(it.ordinals().size() == 1 ? "annotate.episode.one" : "annotate.episode",
                    it.ordinals().stream().map(String::valueOf).collect(Collectors.joining(", "))))
                    .orElse(Texts.text("annotate.episode.link"));
            sections.add(palette("episode", 2).show(title, episode.isPresent() ? "" : Texts.text("annotate.episode.hint", linkKey()), rows(endings)));
            episode.ifPresent(it -> sections.add(palette("severity", 2).show(Texts.text("kind.severity"), "", rows(labels(LabelKind.SEVERITY)))));
        }
    }

    private Node header(String turn, String who, String side) {
        turnInHand.setText(turn);
        speaker.setText(who);
        Hint.on(speaker, who + ", " + side);
        role.setText(side);
        return kept.node("header", "", () -> {
            turnInHand.setMinWidth(Region.USE_PREF_SIZE);
            role.setMinWidth(Region.USE_PREF_SIZE);
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            HBox header = new HBox(turnInHand, speaker, gap, role);
            header.getStyleClass().add("pane-header");
            return header;
        });
    }

    private Node stage() {
        String now = model.current().flatMap(open -> open.stageAt(model.selectedProperty().get(), model.scheme())).map(span -> span.name())
                .orElse(Texts.text("annotate.stage.none"));
        return choice(LabelKind.STAGE, now);
    }

    private Node outcome() {
        String now = labels(LabelKind.OUTCOME).stream().filter(model.inHand()::isOn).map(org.turnwise.annotation.Label::name).findFirst()
                .orElse(Texts.text("annotate.outcome.none"));
        return choice(LabelKind.OUTCOME, now);
    }

    /** One of many: what is set, and the rest behind a button and a first key. */
    private Node choice(LabelKind kind, String now) {
        String title = Texts.text("kind." + Words.lower(kind));
        List<org.turnwise.annotation.Label> labels = labels(kind);
        MenuButton button = buttons.choice(Words.lower(kind), title, now, labels);
        return kept.node("choice-" + kind, List.of(labels, commands.keymap()), () -> {
            Label name = Parts.styled(title, "section-title");
            name.setMinWidth(56);
            HBox.setHgrow(button, Priority.ALWAYS);
            HBox row = new HBox(8, name, button);
            buttons.firstKey(labels).map(Parts::keyCap).ifPresent(row.getChildren()::add);
            row.setAlignment(Pos.CENTER_LEFT);
            row.getStyleClass().add("inspector-section");
            return row;
        });
    }

    private PaletteSection palette(String place, int columns) {
        return palettes.computeIfAbsent(place, it -> new PaletteSection(columns));
    }

    private List<Button> rows(List<org.turnwise.annotation.Label> labels) {
        return labels.stream().map(buttons::row).toList();
    }

    private Node flags() {
        boolean open = flagsOpen == null ? root.getScene() != null && root.getScene().getHeight() > ROOM_FOR_FLAGS : flagsOpen;
        List<Button> rows = open ? rows(labels(LabelKind.FLAG)) : List.of();
        return kept.node("flags", rows.isEmpty() ? List.of(open) : rows, () -> {
            Button fold = new Button(Texts.text("kind.flag"), Parts.icon(open ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT));
            fold.getStyleClass().addAll("tool", "section-title");
            fold.setOnAction(event -> {
                flagsOpen = !open;
                show();
            });
            VBox box = open ? new VBox(fold, new PaletteSection(2).grid(rows)) : new VBox(fold);
            box.getStyleClass().add("inspector-section");
            return box;
        });
    }

    private Node ratings(Side side) {
        boolean rep = side == Side.REP;
        List<ToggleButton> deltas = model.scheme().ofKind(LabelKind.DELTA).stream()
                .map(label -> buttons.segment(label, Figures.signed(LabelKind.delta(label.id())), true)).toList();
        List<ToggleButton> qualities = model.scheme().ofKind(LabelKind.QUALITY).stream().map(label -> buttons.segment(label, label.name(), rep)).toList();
        onlyOfReps.setVisible(!rep);
        onlyOfReps.setManaged(!rep);
        return kept.node("ratings", List.of(deltas, qualities), () -> {
            HBox delta = segments(Texts.text("kind.delta"), deltas);
            delta.getChildren().addAll(Buttons.keyCap(commands.get("annotate.delta.down")), Buttons.keyCap(commands.get("annotate.delta.up")));
            HBox quality = segments(Texts.text("kind.quality"), qualities);
            quality.getChildren().add(onlyOfReps);
            VBox box = new VBox(delta, quality);
            box.getStyleClass().add("inspector-section");
            return box;
        });
    }

    private Node noteSection(String id, NoteField field) {
        return kept.node(id, id, () -> {
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            HBox heading = new HBox(8, Parts.styled(Texts.text("annotate." + id), "section-title"), gap,
                    Buttons.keyCap(commands.applied(AnnotateCommands.ofNote(id, field))));
            VBox box = new VBox(heading, field.area());
            box.getStyleClass().add("inspector-section");
            return box;
        });
    }

    private static HBox segments(String title, List<ToggleButton> buttons) {
        Label name = Parts.styled(title, "section-title");
        name.setMinWidth(48);
        HBox row = new HBox(name);
        row.setSpacing(0);
        for (int i = 0; i < buttons.size(); i++) {
            ToggleButton button = buttons.get(i);
            button.getStyleClass().removeAll("first", "middle", "last");
            button.getStyleClass().add(i == 0 ? "first" : i == buttons.size() - 1 ? "last" : "middle");
            row.getChildren().add(button);
        }
        row.getStyleClass().add("segments");
        return row;
    }

    private List<org.turnwise.annotation.Label> labels(LabelKind kind) {
        return model.scheme().ofKind(kind).stream().filter(model.inHand()::fits).toList();
    }

    /** Families, and the kinds that are on the turn; all kinds of a family while it is on without one. */
    private List<org.turnwise.annotation.Label> acts() {
        List<org.turnwise.annotation.Label> fitting = labels(LabelKind.ACT);
        return fitting.stream()
                .filter(label -> label.family() == null || model.inHand().isOn(label) || familyInHand(label, fitting))
                .toList();
    }

    private boolean familyInHand(org.turnwise.annotation.Label kind, List<org.turnwise.annotation.Label> fitting) {
        return fitting.stream().anyMatch(label -> label.id().equals(kind.family()) && model.inHand().isOn(label));
    }
}
