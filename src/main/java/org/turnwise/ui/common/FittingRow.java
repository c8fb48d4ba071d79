package org.turnwise.ui.common;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/**
 * A row whose extras are shown whole or not at all: while there is too little room, they go, the last first, before anything else is cut short. What is
 * wanted at all is said with {@link #want}, as visibility is the row's own business.
 */
public final class FittingRow extends HBox {

    private final List<Node> extras = new ArrayList<>();
    private final List<Node> unwanted = new ArrayList<>();
    private @Nullable Label rest;
    private IntFunction<String> restWords = String::valueOf;

    /** Marks parts of this row as those that go while there is too little room, the last first. */
    public void extras(List<? extends Node> nodes) {
        extras.clear();
        extras.addAll(nodes);
        requestLayout();
    }

    /** Shows this part of the row instead of extras that went, if any did. */
    public void rest(Label label, IntFunction<String> words) {
        rest = label;
        restWords = words;
        show(label, false);
        requestLayout();
    }

    /** Whether an extra has anything to show at the moment. */
    public void want(Node extra, boolean wanted) {
        unwanted.remove(extra);
        if (!wanted) {
            unwanted.add(extra);
        }
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        leaveOut();
        super.layoutChildren();
    }

    private void leaveOut() {
        double room = getWidth() - snappedLeftInset() - snappedRightInset();
        List<Node> kept = new ArrayList<>(extras);
        kept.removeAll(unwanted);
        int wanted = kept.size();
        while (!kept.isEmpty() && needed(kept, wanted - kept.size()) > room + 0.5) {
            kept.removeLast();
        }
        extras.forEach(extra -> show(extra, kept.contains(extra)));
        if (rest != null) {
            rest.setText(restWords.apply(wanted - kept.size()));
            show(rest, wanted > kept.size());
        }
    }

    private double needed(List<Node> kept, int left) {
        if (rest != null && left > 0) {
            rest.setText(restWords.apply(left));
        }
        double sum = 0;
        int parts = 0;
        for (Node child : getChildren()) {
            boolean counts = child == rest ? left > 0 : extras.contains(child) ? kept.contains(child) : child.isManaged();
            if (counts) {
                sum += child.prefWidth(-1);
                parts++;
            }
        }
        return sum + Math.max(0, parts - 1) * getSpacing();
    }

    private static void show(Node node, boolean shown) {
        if (node.isManaged() != shown) {
            node.setManaged(shown);
            node.setVisible(shown);
        }
    }

    /** Without the extras, which can all go. */
    @Override
    protected double computeMinWidth(double height) {
        double min = super.computeMinWidth(height);
        for (Node extra : extras) {
            if (extra.isManaged()) {
                min -= extra.minWidth(-1) + getSpacing();
            }
        }
        return Math.max(0, min);
    }

    /** With all extras there are. */
    @Override
    protected double computePrefWidth(double height) {
        double pref = super.computePrefWidth(height);
        for (Node extra : extras) {
            if (!extra.isManaged() && !unwanted.contains(extra)) {
                pref += extra.prefWidth(-1) + getSpacing();
            }
        }
        return pref;
    }
}
