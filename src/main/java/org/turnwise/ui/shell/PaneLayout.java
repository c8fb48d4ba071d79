package org.turnwise.ui.shell;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;
import org.turnwise.settings.Settings;

/** Keeps where a person drew the lines between panes, as soon as they let go, and draws them there again. JavaFX thread. */
public final class PaneLayout {

    private static final String NAME = "panes.";

    private final Settings settings;

    public PaneLayout(Settings settings) {
        this.settings = settings;
    }

    /** Takes charge of every split pane of the screen that has an id. */
    void follow(Screen screen, Parent root) {
        if (root instanceof SplitPane panes) {
            follow(NAME + screen.id() + "." + panes.getId(), panes);
            panes.getItems().forEach(item -> followWithin(screen, item));
        }
        root.getChildrenUnmodifiable().forEach(child -> followWithin(screen, child));
    }

    private void followWithin(Screen screen, Node node) {
        if (node instanceof Parent parent) {
            follow(screen, parent);
        }
    }

    private void follow(String name, SplitPane panes) {
        ReadOnlyDoubleProperty length = panes.getOrientation() == Orientation.HORIZONTAL ? panes.widthProperty() : panes.heightProperty();
        // once it has a size, and so after the screen drew the lines where they go by themselves
        length.addListener((property, before, now) -> {
            if (before.doubleValue() == 0) {
                kept(name, panes.getDividers().size()).ifPresent(panes::setDividerPositions);
            }
        });
        panes.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> keep(name, panes));
    }

    private void keep(String name, SplitPane panes) {
        String positions = DoubleStream.of(panes.getDividerPositions()).mapToObj(Double::toString).collect(Collectors.joining(" "));
        if (!settings.get(name).equals(Optional.of(positions))) {
            settings.put(name, positions);
        }
    }

    /** Nothing if the screen was last seen with other panes. */
    private Optional<double[]> kept(String name, int dividers) {
        return settings.get(name)
                .map(text -> Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray())
                .filter(positions -> positions.length == dividers);
    }
}
