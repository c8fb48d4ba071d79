package org.turnwise.app;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.stage.Stage;

/**
 * Where the window was and how large, as settings keep it.
 *
 * @param place in pixels of the desktop, before it was maximized
 */
record WindowPlace(Rectangle2D place, boolean maximized) {

    private static final int LEAST_IN_SIGHT = 80;

    static WindowPlace of(Stage stage) {
        return new WindowPlace(new Rectangle2D(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight()), stage.isMaximized());
    }

    /** Reads what {@link #written} gives; nothing from anything else. */
    static Optional<WindowPlace> read(String text) {
        String[] parts = text.split(" ");
        if (parts.length != 5) {
            return Optional.empty();
        }
        try {
            double[] place = Arrays.stream(parts, 0, 4).mapToDouble(Double::parseDouble).toArray();
            return Optional.of(new WindowPlace(new Rectangle2D(place[0], place[1], place[2], place[3]), Boolean.parseBoolean(parts[4])));
        } catch (IllegalArgumentException notNumbers) {
            return Optional.empty();
        }
    }

    String written() {
        return place.getMinX() + " " + place.getMinY() + " " + place.getWidth() + " " + place.getHeight() + " " + maximized;
    }

    /** Whether enough of its top would be on one of the screens to take hold of it: a screen may be gone since. */
    boolean inSight(List<Rectangle2D> screens) {
        Rectangle2D top = new Rectangle2D(place.getMinX() + LEAST_IN_SIGHT, place.getMinY(), Math.max(1, place.getWidth() - 2 * LEAST_IN_SIGHT),
                LEAST_IN_SIGHT);
        return screens.stream().anyMatch(top::intersects);
    }

    void apply(Stage stage) {
        stage.setX(place.getMinX());
        stage.setY(place.getMinY());
        stage.setWidth(place.getWidth());
        stage.setHeight(place.getHeight());
        stage.setMaximized(maximized);
    }
}
