package org.turnwise.ui.annotate;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import org.turnwise.annotation.pace.Pace;
import org.turnwise.ui.common.Figures;
import org.turnwise.ui.common.Parts;
import org.turnwise.ui.common.Texts;

/** Labels over a session, a bar for every so many minutes. */
final class PaceBars extends Pane {

    private static final double HEIGHT = 56;
    private static final double AXIS = 16;
    private static final double GAP = 2;
    private static final double WIDEST = 24;

    private final List<Rectangle> bars = new ArrayList<>();
    private final Label from = Parts.styled("", "secondary");
    private final Label to = Parts.styled("", "secondary");
    private final Label most = Parts.styled("", "secondary");
    private List<Pace.Bar> shown = List.of();

    PaceBars() {
        setMinHeight(HEIGHT + 2 * AXIS);
        setPrefHeight(HEIGHT + 2 * AXIS);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    }

    void show(List<Pace.Bar> course) {
        shown = course;
        bars.clear();
        course.forEach(bar -> {
            Rectangle rectangle = new Rectangle();
            rectangle.getStyleClass().add("pace-bar");
            bars.add(rectangle);
        });
        getChildren().setAll(bars);
        getChildren().addAll(from, to, most);
        if (!course.isEmpty()) {
            Pace.Bar last = course.getLast();
            from.setText(time(course.getFirst()));
            to.setText(course.size() == 1 ? "" : time(last));
            most.setText(Texts.text("pace.bars", highest(), last.width().toMinutes()));
            setAccessibleText(most.getText());
        }
        requestLayout();
    }

    private static String time(Pace.Bar bar) {
        String time = Figures.timeOfDay(bar.from());
        return time.substring(0, time.lastIndexOf(':'));
    }

    private int highest() {
        return shown.stream().mapToInt(Pace.Bar::labels).max().orElse(0);
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        double step = shown.isEmpty() ? 0 : Math.min(WIDEST, getWidth() / shown.size());
        for (int i = 0; i < bars.size(); i++) {
            double height = highest() == 0 ? 0 : HEIGHT * shown.get(i).labels() / highest();
            Rectangle bar = bars.get(i);
            bar.setX(i * step);
            bar.setY(AXIS + HEIGHT - Math.max(1, height));
            bar.setWidth(Math.max(1, step - GAP));
            bar.setHeight(Math.max(1, height));
        }
        most.relocate(0, 0);
        from.relocate(0, AXIS + HEIGHT);
        double under = Math.min((bars.size() - 1) * step, getWidth() - to.getWidth());
        to.relocate(Math.max(from.getWidth() + 2 * GAP, under), AXIS + HEIGHT);
    }
}
