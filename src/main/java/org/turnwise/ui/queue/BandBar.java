package org.turnwise.ui.queue;

import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.turnwise.queue.QueueItem;
import org.turnwise.ui.common.Parts;
import org.turnwise.ui.common.Texts;

/** A probability between lost and won, with its band; the figures stand below it. */
final class BandBar extends Pane {

    private static final double TRACK = 8;
    private static final double DOT = 12;

    private final Region track = region("band-track");
    private final Region band = region("band-range");
    private final Region dot = region("band-dot");
    private final Label lost = Parts.styled(Texts.text("queue.lost"), "secondary");
    private final Label won = Parts.styled(Texts.text("queue.won"), "secondary");
    private final Label low = Parts.styled("", "mono-small", "muted");
    private final Label middle = Parts.styled("", "mono", "semibold");
    private final Label high = Parts.styled("", "mono-small", "muted");
    private double from;
    private double at;
    private double to;

    BandBar() {
        getChildren().addAll(track, band, dot, lost, won, low, middle, high);
        setMinHeight(34);
        setPrefHeight(34);
    }

    void show(QueueItem item) {
        Double probability = item.probability();
        setVisible(probability != null);
        setManaged(probability != null);
        if (probability != null) {
            at = probability;
            from = item.low() == null ? at : item.low();
            to = item.high() == null ? at : item.high();
            low.setText(whole(from));
            middle.setText(whole(at) + " %");
            high.setText(whole(to));
            requestLayout();
        }
    }

    private static String whole(double probability) {
        return String.valueOf(Math.round(100 * probability));
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        track.resizeRelocate(0, 2, width, TRACK);
        band.resizeRelocate(from * width, 2, Math.max(2, (to - from) * width), TRACK);
        dot.resizeRelocate(Math.clamp(at * width - DOT / 2, 0, Math.max(0, width - DOT)), 0, DOT, DOT);
        for (Label label : new Label[] {lost, won, low, middle, high}) {
            label.autosize();
        }
        double line = 15;
        lost.relocate(0, line);
        won.relocate(width - won.getWidth(), line);
        double left = lost.getWidth() + 6;
        double right = width - won.getWidth() - 6;
        double centre = Math.clamp(at * width - middle.getWidth() / 2, left, Math.max(left, right - middle.getWidth()));
        middle.relocate(centre, line);
        low.relocate(Math.min(from * width - low.getWidth() / 2, centre - low.getWidth() - 6), line + 2);
        high.relocate(Math.max(to * width - high.getWidth() / 2, centre + middle.getWidth() + 6), line + 2);
        low.setVisible(low.getLayoutX() >= left);
        high.setVisible(high.getLayoutX() + high.getWidth() <= right);
    }

    private static Region region(String style) {
        Region region = new Region();
        region.getStyleClass().add(style);
        return region;
    }
}
