package org.turnwise.ui.annotate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.collections.ObservableList;
import javafx.scene.Node;

/** Parts of a pane that is drawn anew at every key: those that would come out the same stay as they are, as new nodes are what costs. JavaFX thread. */
final class KeptNodes {

    private record Kept(Object content, Node node) {}

    private final Map<String, Kept> byPlace = new HashMap<>();

    /** The node that was made last for this place, if it was made of the same content; else a new one. */
    Node node(String place, Object content, Supplier<Node> make) {
        Kept there = byPlace.get(place);
        if (there == null || !there.content().equals(content)) {
            there = new Kept(content, make.get());
            byPlace.put(place, there);
        }
        return there.node();
    }

    /**
     * Shows these and no other, in this order. One that is there already is not touched; one that comes back time and again is only put out of sight, since a
     * node that is put into the window is styled anew.
     *
     * @param comesBack of those that are not wanted now
     */
    static void show(ObservableList<Node> children, List<? extends Node> wanted, Predicate<Node> comesBack) {
        Set<Node> all = new HashSet<>(wanted);
        children.removeIf(node -> !all.contains(node) && !comesBack.test(node));
        children.forEach(node -> see(node, all.contains(node)));
        int at = 0;
        for (Node node : wanted) {
            while (at < children.size() && !all.contains(children.get(at))) {
                at++;
            }
            if (at == children.size() || children.get(at) != node) {
                see(node, true);
                children.remove(node);
                children.add(at, node);
            }
            at++;
        }
    }

    private static void see(Node node, boolean seen) {
        node.setVisible(seen);
        node.setManaged(seen);
    }
}
