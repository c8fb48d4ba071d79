package org.turnwise.ui.annotate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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

    /** Makes these the children, without touching those that are among them already. */
    static void show(ObservableList<Node> children, List<? extends Node> wanted) {
        if (children.equals(wanted)) {
            return;
        }
        children.retainAll(new HashSet<>(wanted));
        for (int i = 0; i < wanted.size(); i++) {
            Node node = wanted.get(i);
            if (i >= children.size() || children.get(i) != node) {
                children.remove(node);
                children.add(i, node);
            }
        }
    }
}
