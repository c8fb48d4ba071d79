package org.turnwise.ui.shell;

import javafx.scene.Parent;

/** How large text is, against the size screens are drawn for. All sizes derive from the root's, so one style class changes them together. */
public enum TextSize {
    PERCENT_85,
    PERCENT_100,
    PERCENT_115,
    PERCENT_130,
    PERCENT_150,
    PERCENT_175,
    PERCENT_200;

    /** The next larger or smaller; the same at either end. */
    public TextSize step(int direction) {
        return values()[Math.clamp(ordinal() + (long) direction, 0, values().length - 1)];
    }

    public void apply(Parent root) {
        for (TextSize size : values()) {
            root.getStyleClass().remove(size.style());
        }
        root.getStyleClass().add(style());
    }

    private String style() {
        return "text-" + name().substring("PERCENT_".length());
    }
}
