package org.turnwise.ui.common;

import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/** What a part of the screen says while the pointer rests on it. The popup costs as much as a window, so it is made when the pointer first comes. */
public final class Hint {

    private final Node node;
    private @Nullable Tooltip popup;

    private Hint(Node node) {
        this.node = node;
        node.addEventHandler(MouseEvent.MOUSE_ENTERED, event -> show());
    }

    /** From now on the node says this, to screen readers too; null for nothing. */
    public static void on(Node node, @Nullable String text) {
        node.setAccessibleHelp(text);
        if (node.getProperties().computeIfAbsent(Hint.class, key -> new Hint(node)) instanceof Hint hint && hint.popup != null) {
            hint.show();
        }
    }

    private void show() {
        String text = node.getAccessibleHelp();
        if (popup == null) {
            popup = new Tooltip();
        }
        popup.setText(text);
        if (text == null) {
            Tooltip.uninstall(node, popup);
        } else {
            Tooltip.install(node, popup);
        }
    }
}
