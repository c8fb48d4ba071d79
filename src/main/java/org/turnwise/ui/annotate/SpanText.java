package org.turnwise.ui.annotate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** What was said, with the words that carry labels marked, and words to be marked with the mouse. */
final class SpanText extends Region {

    /** A place that is marked, in UTF-16 units. */
    record Mark(int start, int end, String style) {}

    private final Text words = new Text();
    private final TextFlow flow = new TextFlow(words);
    private List<Mark> marks = List.of();
    private int pressedAt = -1;

    /** @param drawn takes where a mouse began and has got to, in UTF-16 units */
    SpanText(BiConsumer<Integer, Integer> drawn) {
        words.getStyleClass().add("turn-words");
        flow.getStyleClass().add("turn-flow");
        getStyleClass().add("turn-text");
        getChildren().add(flow);
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            boolean plain = event.getButton() == MouseButton.PRIMARY && !event.isShortcutDown() && !event.isShiftDown();
            pressedAt = plain ? at(event) : -1;
        });
        addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> {
            int now = at(event);
            if (pressedAt >= 0 && now != pressedAt) {
                drawn.accept(pressedAt, now);
                event.consume();
            }
        });
    }

    private int at(MouseEvent event) {
        Point2D place = flow.sceneToLocal(event.getSceneX(), event.getSceneY());
        return flow.hitTest(place).getInsertionIndex();
    }

    void show(String text, List<Mark> marked) {
        if (text.equals(words.getText()) && marked.equals(marks)) {
            return;
        }
        words.setText(text);
        marks = List.copyOf(marked);
        requestLayout();
    }

    @Override
    protected double computePrefHeight(double width) {
        return flow.prefHeight(width);
    }

    @Override
    protected double computeMinHeight(double width) {
        return flow.prefHeight(width);
    }

    @Override
    protected double computePrefWidth(double height) {
        return flow.prefWidth(height);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected void layoutChildren() {
        flow.resizeRelocate(0, 0, getWidth(), getHeight());
        flow.layout();
        List<Path> shapes = new ArrayList<>();
        for (Mark mark : marks) {
            Path shape = new Path(flow.rangeShape(mark.start(), mark.end()));
            shape.getStyleClass().setAll("span-mark", mark.style());
            shape.setManaged(false);
            shape.setMouseTransparent(true);
            shapes.add(shape);
        }
        getChildren().removeIf(Path.class::isInstance);
        getChildren().addAll(0, shapes);
    }
}
