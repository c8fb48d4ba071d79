package org.turnwise.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.turnwise.ui.command.Command;
import org.turnwise.ui.command.KeyDispatcher;
import org.turnwise.ui.command.KeyStroke;
import org.turnwise.ui.common.FxTasks;
import org.turnwise.ui.common.Parts;
import org.turnwise.ui.common.ScreenView;

/**
 * After the first key of a sequence: what the next can mean, over the window and on the screen it is for. It goes when what the last key did is on
 * the disk, and so on the screen in the same frame: a frame of its own would stand in the way of the one that people wait for.
 */
final class NextKeys {

    private static final PseudoClass AT_THE_TOP = PseudoClass.getPseudoClass("at-the-top");
    /** What the next keys take of the window's height at most. */
    private static final double FOOT = 0.2;

    private final StackPane root;
    private final FlowPane pane;
    private final Supplier<ScreenView> current;
    private final ReadOnlyIntegerProperty writes;
    private final List<NextKey> made = new ArrayList<>();
    private @Nullable ScreenView begunOn;

    /**
     * @param root   what it is laid over
     * @param writes how many edits are on their way to the disk
     */
    NextKeys(StackPane root, FlowPane pane, Supplier<ScreenView> current, ReadOnlyIntegerProperty writes) {
        this.root = root;
        this.pane = pane;
        this.current = current;
        this.writes = writes;
    }

    void follow(KeyDispatcher keys) {
        keys.continuations().addListener((ListChangeListener<Command>) change -> {
            if (keys.continuations().isEmpty()) {
                // what the key does begins after this
                FxTasks.onUiThread(() -> hideOnceWritten(keys.continuations()));
            } else {
                show(keys);
            }
        });
    }

    /** What a next key can mean. Filled anew each time, as making one takes longer. */
    private static final class NextKey extends HBox {
        private final Label key = Parts.keyCap("");
        private final Label words = new Label();

        NextKey() {
            super(5);
            getChildren().setAll(key, words);
        }
    }

    private void show(KeyDispatcher keys) {
        List<Command> next = keys.continuations();
        while (made.size() < next.size()) {
            made.add(new NextKey());
            pane.getChildren().add(made.getLast());
        }
        for (int i = 0; i < made.size(); i++) {
            boolean meant = i < next.size();
            made.get(i).setVisible(meant);
            made.get(i).setManaged(meant);
            if (meant) {
                made.get(i).key.setText(next.get(i).strokes().stream().skip(keys.pressed()).map(KeyStroke::shown).collect(Collectors.joining(" ")));
                made.get(i).words.setText(next.get(i).text());
            }
        }
        if (!pane.isVisible()) {
            place(current.get().inHand());
        }
        pane.setVisible(true);
        begunOn = current.get();
        begunOn.begun(next);
    }

    /** At the foot of the window, unless it would lie on what the keys are about. */
    private void place(@Nullable Node inHand) {
        double foot = root.getHeight() * (1 - FOOT);
        boolean low = inHand != null && root.sceneToLocal(inHand.localToScene(inHand.getBoundsInLocal())).getMaxY() > foot;
        StackPane.setAlignment(pane, low ? Pos.TOP_CENTER : Pos.BOTTOM_CENTER);
        pane.pseudoClassStateChanged(AT_THE_TOP, low);
    }

    /** @param next what keys are begun by then, which would have it stay */
    private void hideOnceWritten(ObservableList<Command> next) {
        if (writes.get() == 0) {
            hide(next);
            return;
        }
        writes.addListener(new ChangeListener<Number>() {
            @Override
            public void changed(ObservableValue<? extends Number> property, Number before, Number now) {
                if (now.intValue() == 0) {
                    writes.removeListener(this);
                    hide(next);
                }
            }
        });
    }

    private void hide(ObservableList<Command> next) {
        if (next.isEmpty() && begunOn != null) {
            pane.setVisible(false);
            begunOn.begun(List.of());
            begunOn = null;
        }
    }
}
