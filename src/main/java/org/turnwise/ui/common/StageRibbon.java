package org.turnwise.ui.common;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import javafx.scene.Group;
import javafx.scene.control.Label;

/**
 * The stages of a call below its forecast, a block each. Drawn anew at every key that sets one, so the blocks are kept and filled anew: a label that is styled
 * for the first time has the whole window painted once more.
 */
final class StageRibbon extends Group {

    static final double HEIGHT = 16;
    private static final double NARROWEST_NAMED = 24;

    private final List<Label> blocks = new ArrayList<>();

    /** @param x where an ordinal is, in pixels */
    void draw(List<ForecastChart.StageSpan> stages, DoubleUnaryOperator x, double top) {
        while (blocks.size() < stages.size()) {
            blocks.add(new Label());
            getChildren().add(blocks.getLast());
        }
        for (int i = 0; i < blocks.size(); i++) {
            blocks.get(i).setVisible(i < stages.size());
            if (i < stages.size()) {
                fill(blocks.get(i), stages.get(i), x, top);
                if (blocks.get(i).getSkin() == null) {
                    blocks.get(i).applyCss();
                }
            }
        }
    }

    private static void fill(Label block, ForecastChart.StageSpan span, DoubleUnaryOperator x, double top) {
        double from = x.applyAsDouble(span.from() - 0.5) + 1;
        double width = x.applyAsDouble(span.to() + 0.5) - 1 - from;
        block.setText(width < NARROWEST_NAMED ? "" : span.name());
        List<String> styles = List.of("label", "stage-block", span.style());
        if (!block.getStyleClass().equals(styles)) {
            block.getStyleClass().setAll(styles);
        }
        Hint.on(block, Texts.text("annotate.stage.span", span.name(), span.from(), span.to()));
        block.setLayoutX(from);
        block.setLayoutY(top);
        block.setMinWidth(1);
        block.setPrefSize(Math.max(2, width), HEIGHT);
    }
}
