package org.turnwise.ui.common;

import java.util.List;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;

/** A forecast over a call at a glance, between 0 and 1, with the even chance dotted. */
public final class Sparkline extends Pane {

    private final Polyline line = new Polyline();
    private final Line even = new Line();
    private final Circle end = new Circle(2);
    private List<Double> values = List.of();

    public Sparkline(double width, double height) {
        line.getStyleClass().add("spark");
        even.getStyleClass().add("spark-prior");
        end.getStyleClass().add("spark-end");
        getChildren().addAll(even, line, end);
        setMinSize(width, height);
        setPrefSize(width, height);
        setMaxSize(width, height);
    }

    public void show(List<Double> newValues) {
        values = newValues;
        setVisible(!values.isEmpty());
        setManaged(!values.isEmpty());
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth() - 5;
        double height = getHeight() - 4;
        even.setStartX(0);
        even.setEndX(width);
        even.setStartY(2 + height / 2);
        even.setEndY(2 + height / 2);
        line.getPoints().clear();
        for (int i = 0; i < values.size(); i++) {
            double x = values.size() == 1 ? width : i * width / (values.size() - 1);
            double y = 2 + (1 - values.get(i)) * height;
            line.getPoints().addAll(x, y);
            end.setCenterX(x);
            end.setCenterY(y);
        }
    }
}
