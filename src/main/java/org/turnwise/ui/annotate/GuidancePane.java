package org.turnwise.ui.annotate;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.turnwise.ui.command.Commands;
import org.turnwise.ui.common.Buttons;
import org.turnwise.ui.common.Parts;
import org.turnwise.ui.common.Texts;
import org.turnwise.ui.common.Wording;

/**
 * Below the inspector: what the scheme says of the label in hand, and how it was used. Always in the same place and of one height, as the labels above it
 * must not move under the hand that sets them.
 */
final class GuidancePane {

    private static final int LONGEST_EXAMPLE = 140;

    private final GuidanceViewModel model;
    private final AnnotateViewModel annotate;
    private final Commands commands;
    private final VBox body = new VBox();
    private final HBox heading = new HBox(6);
    private final ScrollPane scroll = new ScrollPane(body);
    private final Label title = Parts.styled(Texts.text("annotate.guidance"), "section-title");
    private final Region gap = new Region();
    private final Label said = words("", "guidance-words");
    private final List<Begun> waiting = new ArrayList<>();
    private final KeptNodes kept = new KeptNodes();
    private final Label keys;

    GuidancePane(GuidanceViewModel model, AnnotateViewModel annotate, Commands commands, VBox root) {
        this.model = model;
        this.annotate = annotate;
        this.commands = commands;
        root.visibleProperty().bind(model.shownProperty());
        root.managedProperty().bind(model.shownProperty());
        keys = Buttons.keyCap(commands.get("annotate.guidance"));
        HBox.setHgrow(gap, Priority.ALWAYS);
        heading.setAlignment(Pos.CENTER_LEFT);
        body.getStyleClass().add("guidance-body");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        root.getStyleClass().add("guidance");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        root.getChildren().setAll(heading, scroll);
        model.inHandProperty().addListener((property, before, now) -> show());
        model.begunProperty().addListener((property, before, now) -> show());
        model.examplesProperty().addListener((property, before, now) -> show());
        show();
    }

    private void show() {
        List<org.turnwise.annotation.Label> begun = model.begunProperty().get();
        org.turnwise.annotation.Label label = model.inHandProperty().get();
        List<Node> header = new ArrayList<>(List.of(title));
        List<Node> lines = new ArrayList<>();
        if (!begun.isEmpty()) {
            for (int i = 0; i < begun.size(); i++) {
                lines.add(begun(i, begun.get(i)));
            }
        } else if (label == null) {
            lines.add(kept.node("none", "", () -> words(Texts.text("annotate.guidance.none"), "secondary")));
        } else {
            header.add(kept.node("chip", label, () -> Parts.chip(label)));
            said.setText(label.guidance().isEmpty() ? Texts.text("annotate.guidance.unsaid") : label.guidance());
            lines.add(said);
            model.examplesProperty().get().forEach(example -> lines.add(
                    kept.node("example " + example.call() + " " + example.ordinal(), example, () -> example(example))));
        }
        header.add(gap);
        header.add(keys);
        KeptNodes.show(heading.getChildren(), header, node -> false);
        KeptNodes.show(body.getChildren(), lines, node -> node == said || node instanceof Begun);
        scroll.setVvalue(0);
    }

    /** A label that a begun key may come to mean, with the key that is left and what it is for. Filled anew each time. */
    private static final class Begun extends HBox {
        private final Label key = Parts.keyCap("");
        private final Label words = words("", "secondary");

        Begun() {
            super(6);
            getChildren().setAll(key, words);
            HBox.setHgrow(words, Priority.ALWAYS);
            key.setMinWidth(Region.USE_PREF_SIZE);
        }
    }

    private Node begun(int place, org.turnwise.annotation.Label label) {
        while (waiting.size() <= place) {
            waiting.add(new Begun());
        }
        Begun line = waiting.get(place);
        line.words.setText(label.name() + ": " + firstSentence(label.guidance()));
        line.key.setText(commands.keymap().applied(AnnotateCommands.ofLabel(annotate, label)).strokes().getLast().shown());
        return line;
    }

    private static String firstSentence(String guidance) {
        int end = guidance.indexOf(". ");
        return end < 0 ? guidance : guidance.substring(0, end + 1);
    }

    private Node example(GuidanceViewModel.Example example) {
        Wording said = new Wording("guidance-example");
        said.show("“" + shortened(example.text()) + "”");
        Hyperlink where = new Hyperlink(Texts.text("annotate.guidance.example", example.title(), example.ordinal()));
        where.getStyleClass().add("secondary");
        where.setFocusTraversable(false);
        where.setMaxWidth(Double.MAX_VALUE);
        where.setTooltip(new Tooltip(where.getText()));
        where.setOnAction(event -> model.open(example));
        return new VBox(said, where);
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.codePointCount(0, line.length()) <= LONGEST_EXAMPLE ? line : line.substring(0, line.offsetByCodePoints(0, LONGEST_EXAMPLE - 1)) + "…";
    }

    private static Label words(String text, String style) {
        Label words = Parts.styled(text, style);
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        return words;
    }
}
