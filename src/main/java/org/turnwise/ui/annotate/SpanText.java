package org.turnwise.ui.annotate;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Path;
import javafx.scene.text.HitInfo;
import org.turnwise.ui.common.Wording;

/** What was said, with the words that carry labels marked, and words to be marked with the mouse. */
final class SpanText extends Region {

    /** A place that is marked, in UTF-16 units. */
    record Mark(int start, int end, String style) {}

    private final Wording flow = new Wording("turn-words");
    private String said = "";
    private List<Mark> marks = List.of();
    private int pressedAt = -1;

    /** @param drawn takes where a mouse began and has got to, in UTF-16 units */
    SpanText(BiConsumer<Integer, Integer> drawn) {
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

    /** The place between two characters that is nearest. Of what a reader sees as one, neither half counts as more than it is drawn. */
    private int at(MouseEvent event) {
        Point2D place = flow.sceneToLocal(event.getSceneX(), event.getSceneY());
        HitInfo hit = flow.hitTest(place);
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(said);
        int end = hit.getCharIndex() >= said.length() ? said.length() : characters.following(hit.getCharIndex());
        int start = end == 0 ? 0 : characters.preceding(end);
        if (end - start < 2) {
            return hit.getInsertionIndex();
        }
        Bounds drawn = new Path(flow.rangeShape(start, end)).getLayoutBounds();
        boolean right = place.getX() > drawn.getCenterX();
        return right == isLeftwards(said.codePointAt(start)) ? start : end;
    }

    private static boolean isLeftwards(int point) {
        byte direction = Character.getDirectionality(point);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }

    void show(String text, List<Mark> marked) {
        if (text.equals(said) && marked.equals(marks)) {
            return;
        }
        said = text;
        flow.show(text);
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
