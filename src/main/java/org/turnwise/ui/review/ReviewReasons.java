package org.turnwise.ui.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.turnwise.annotation.Annotation;
import org.turnwise.annotation.LabelKind;
import org.turnwise.queue.QueueItem;
import org.turnwise.scoring.TurningPoints.TurningPoint;
import org.turnwise.ui.common.Parts;
import org.turnwise.ui.common.Texts;

/**
 * Why a call is up for review, each reason in words with the turns that show it, as nodes.
 *
 * @param item its row in the queue; null if it has none
 */
record ReviewReasons(ReviewedCall call, @Nullable QueueItem item, BiFunction<Integer, String, Label> turnButton) {

    private static final double PLACES = 160;

    List<Node> nodes() {
        List<Node> lines = new ArrayList<>();
        if (item != null) {
            lines.add(because(Parts.reasonTag(item.reason()), item.why(), Set.of()));
        }
        if (!call.review().flaggedBy().isEmpty()) {
            String by = Texts.text("review.flaggedby", String.join(", ", call.review().flaggedBy()));
            lines.add(because(Parts.icon(Feather.FLAG), by, turnsOf(LabelKind.FLAG)));
        }
        Set<Integer> moved = call.turningPoints().stream().map(TurningPoint::ordinal).collect(Collectors.toCollection(TreeSet::new));
        if (call.forecast() == null) {
            lines.add(because(Parts.icon(Feather.ACTIVITY), Texts.text("review.why.none"), Set.of()));
        } else if (!moved.isEmpty()) {
            lines.add(because(Parts.icon(Feather.ACTIVITY), Texts.text("review.moved"), moved));
        }
        Set<Integer> objections = turnsOf(LabelKind.OBJECTION);
        if (!objections.isEmpty()) {
            lines.add(because(Parts.icon(Feather.ALERT_CIRCLE), Texts.text("review.objections"), objections));
        }
        return lines;
    }

    private Set<Integer> turnsOf(LabelKind kind) {
        return call.annotations().stream()
                .filter(a -> a.kind() == kind)
                .map(Annotation::target)
                .flatMap(target -> target.ordinals().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Node because(Node icon, String words, Set<Integer> shown) {
        Label text = new Label(words);
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox line = new HBox(icon, text);
        if (!shown.isEmpty()) {
            FlowPane places = new FlowPane(4, 4);
            places.setMinWidth(PLACES);
            places.setPrefWrapLength(PLACES);
            places.setAlignment(Pos.CENTER_RIGHT);
            shown.forEach(turn -> places.getChildren().add(turnButton.apply(turn, String.valueOf(turn))));
            line.getChildren().add(places);
        }
        line.getStyleClass().add("review-why");
        return line;
    }
}
