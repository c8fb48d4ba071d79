package org.turnwise.ui.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleFunction;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * Two axes and layers of lines, bands, whiskers and bars between them; names stand at the ends of lines. Drawn with shapes rather than on a canvas, so that
 * the theme colours it. Whoever can't see it is told its words.
 */
final class Plot extends Pane {

    /**
     * @param step  between marks
     * @param label of a mark
     */
    record Axis(double from, double to, double step, DoubleFunction<String> label, String title) {}

    record Spot(double x, double y) {}

    record Range(double x, double low, double high) {}

    /** What is drawn, each in its style class. */
    sealed interface Layer {

        /** @param name at its end; may be empty */
        record Line(String style, String name, List<Spot> spots) implements Layer {}

        record Dots(String style, List<Spot> spots) implements Layer {}

        record Band(String style, List<Range> ranges) implements Layer {}

        record Whiskers(String style, List<Range> ranges) implements Layer {}

        /** Standing on the lower axis. */
        record Bars(String style, double width, List<Spot> tops) implements Layer {}
    }

    /**
     * @param layers from the back to the front
     * @param words  what the chart shows, for people who don't see it
     */
    record Content(Axis x, Axis y, List<Layer> layers, String words) {}

    private static final double LEFT = 34;
    private static final double TOP = 8;
    private static final double BELOW = 36;
    private static final double RIGHT = 12;
    private static final double NAME_HEIGHT = 13;

    private @Nullable Content content;
    private double right = RIGHT;

    Plot() {
        getStyleClass().add("plot");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    }

    void show(Content newContent) {
        content = newContent;
        setAccessibleText(newContent.words());
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        Content shown = content;
        List<Node> nodes = new ArrayList<>();
        if (shown != null) {
            draw(shown, nodes);
        }
        getChildren().setAll(nodes);
    }

    private void draw(Content shown, List<Node> nodes) {
        List<Text> names = names(shown);
        right = names.stream().mapToDouble(name -> name.getLayoutBounds().getWidth() + 8).max().orElse(RIGHT);
        drawAxes(shown, nodes);
        for (Layer layer : shown.layers()) {
            switch (layer) {
                case Layer.Line line -> nodes.add(line(shown, line.style(), line.spots()));
                case Layer.Dots dots -> dots.spots().forEach(spot -> nodes.add(
                        styled(new Circle(x(shown, spot.x()), y(shown, spot.y()), 3), "plot-dot", dots.style())));
                case Layer.Band band -> nodes.add(band(shown, band));
                case Layer.Whiskers whiskers -> whiskers.ranges().forEach(range -> nodes.add(
                        line(shown, whiskers.style(), List.of(new Spot(range.x(), range.low()), new Spot(range.x(), range.high())))));
                case Layer.Bars bars -> bars.tops().forEach(top -> nodes.add(bar(shown, bars, top)));
            }
        }
        nodes.addAll(names);
        spread(names);
    }

    private void drawAxes(Content shown, List<Node> nodes) {
        Axis y = shown.y();
        for (double mark = y.from(); mark <= y.to() + y.step() / 1000; mark += y.step()) {
            nodes.add(line(shown, "plot-grid", List.of(new Spot(shown.x().from(), mark), new Spot(shown.x().to(), mark))));
            Text label = text(y.label().apply(mark), "axis-text");
            label.setX(LEFT - 6 - label.getLayoutBounds().getWidth());
            label.setY(y(shown, mark));
            nodes.add(label);
        }
        Axis x = shown.x();
        for (double mark = x.from(); mark <= x.to() + x.step() / 1000; mark += x.step()) {
            Text label = text(x.label().apply(mark), "axis-text");
            label.setX(x(shown, mark) - label.getLayoutBounds().getWidth() / 2);
            label.setY(getHeight() - BELOW + 12);
            nodes.add(label);
        }
        Text title = text(x.title(), "plot-title");
        title.setX(LEFT + (getWidth() - LEFT - right - title.getLayoutBounds().getWidth()) / 2);
        title.setY(getHeight() - 8);
        nodes.add(title);
    }

    /** At the height of the ends of their lines. */
    private List<Text> names(Content shown) {
        List<Text> names = new ArrayList<>();
        for (Layer layer : shown.layers()) {
            if (layer instanceof Layer.Line line && !line.name().isEmpty() && !line.spots().isEmpty()) {
                Text name = text(line.name(), line.style() + "-name");
                name.getStyleClass().add("plot-name");
                name.applyCss();
                name.setY(y(shown, line.spots().getLast().y()));
                names.add(name);
            }
        }
        return names;
    }

    /** Moves names apart that would cover each other, and all of them up if the last would leave the chart. */
    private void spread(List<Text> names) {
        List<Text> byHeight = names.stream().sorted(Comparator.comparingDouble(Text::getY)).toList();
        double free = TOP;
        for (Text name : byHeight) {
            name.setX(getWidth() - right + 6);
            name.setY(Math.max(name.getY(), free));
            free = name.getY() + NAME_HEIGHT;
        }
        double over = free - NAME_HEIGHT - (getHeight() - BELOW);
        for (Text name : over > 0 ? byHeight : List.<Text>of()) {
            name.setY(name.getY() - over);
        }
    }

    private Node band(Content shown, Layer.Band band) {
        Polygon polygon = new Polygon();
        band.ranges().forEach(range -> polygon.getPoints().addAll(x(shown, range.x()), y(shown, range.high())));
        band.ranges().reversed().forEach(range -> polygon.getPoints().addAll(x(shown, range.x()), y(shown, range.low())));
        return styled(polygon, band.style());
    }

    private Node bar(Content shown, Layer.Bars bars, Spot top) {
        double from = x(shown, top.x() - bars.width() / 2) + 1;
        double to = x(shown, top.x() + bars.width() / 2) - 1;
        double height = y(shown, shown.y().from()) - y(shown, top.y());
        return styled(new Rectangle(from, y(shown, top.y()), Math.max(1, to - from), height), bars.style());
    }

    private Node line(Content shown, String style, List<Spot> spots) {
        Polyline line = new Polyline();
        spots.forEach(spot -> line.getPoints().addAll(x(shown, spot.x()), y(shown, spot.y())));
        return styled(line, "plot-line", style);
    }

    private double x(Content shown, double value) {
        Axis x = shown.x();
        return LEFT + (Math.clamp(value, x.from(), x.to()) - x.from()) / (x.to() - x.from()) * Math.max(1, getWidth() - LEFT - right);
    }

    private double y(Content shown, double value) {
        Axis y = shown.y();
        return TOP + (y.to() - Math.clamp(value, y.from(), y.to())) / (y.to() - y.from()) * Math.max(1, getHeight() - TOP - BELOW);
    }

    private static <N extends Node> N styled(N node, String... styles) {
        node.getStyleClass().addAll(styles);
        return node;
    }

    private static Text text(String words, String style) {
        Text text = new Text(words);
        text.setTextOrigin(VPos.CENTER);
        return styled(text, style);
    }
}
