package org.turnwise.ui.annotate;

import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.skin.VirtualFlow;
import org.jspecify.annotations.Nullable;
import org.turnwise.ui.command.Commands;
import org.turnwise.ui.common.SpeakerColumn;
import org.turnwise.ui.common.Texts;

/** The turns of the open call: its rows, the turn in hand and the turns chosen with it. */
final class TurnList {

    private final AnnotateViewModel model;
    private final ListView<OpenCall.Row> list = new ListView<>();
    private final SpeakerColumn speakers = new SpeakerColumn();
    /** While the list is brought in line with the model, and has nothing to say itself. */
    private boolean restoring;

    TurnList(AnnotateViewModel model, SuggestionsViewModel suggestions, Commands commands) {
        this.model = model;
        list.setId("turnList");
        list.getStyleClass().add("turn-list");
        list.setAccessibleText(Texts.text("annotate.turns"));
        list.setSkin(new TurnFlow.Skin(list));
        list.setCellFactory(view -> new TurnCell(model, suggestions, new SuggestionChips(suggestions, commands), speakers, view.widthProperty()));
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.getSelectionModel().getSelectedIndices().addListener((ListChangeListener<Integer>) change -> chooseSelected());
        list.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> follow(now));
    }

    private void follow(OpenCall.@Nullable Row now) {
        if (!restoring && now != null) {
            model.selectedProperty().set(now.turn().ordinal());
        }
    }

    private void chooseSelected() {
        if (!restoring) {
            model.choice().choose(list.getSelectionModel().getSelectedItems().stream().map(row -> row.turn().ordinal()).toList());
        }
    }

    void clear() {
        list.getItems().clear();
    }

    /** @param before what was shown until now: of the same call, only what an edit changed is drawn anew */
    void show(@Nullable OpenCall before, OpenCall now) {
        SortedSet<Integer> chosen = model.choice().chosenProperty().get();
        int turn = model.selectedProperty().get();
        boolean same = before != null && before.call().equals(now.call());
        if (!same) {
            speakers.fit(now.call());
        }
        showRows(same, now.rows(model.scheme()));
        if (same && turn >= 0) {
            restoring = true;
            model.selectedProperty().set(turn);
            restoring = false;
            showChosen(chosen, turn);
        }
    }

    /** Replaces only the rows that changed, so that the list stays where it is and a long call costs no more than a short one. */
    private void showRows(boolean same, List<OpenCall.Row> rows) {
        List<OpenCall.Row> shown = list.getItems();
        if (!same) {
            list.getItems().setAll(rows);
            return;
        }
        restoring = true;
        for (int i = 0; i < rows.size(); i++) {
            if (!rows.get(i).equals(shown.get(i))) {
                shown.set(i, rows.get(i));
            }
        }
        restoring = false;
    }

    /** Rows that an edit replaced are no longer selected, but the turns are still the chosen ones. */
    private void showChosen(SortedSet<Integer> chosen, int turn) {
        Set<Integer> wanted = chosen.isEmpty() ? Set.of(turn) : chosen;
        if (list.getSelectionModel().getSelectedIndex() == turn && Set.copyOf(list.getSelectionModel().getSelectedIndices()).equals(wanted)) {
            model.choice().choose(chosen);
            return;
        }
        restoring = true;
        list.getSelectionModel().clearSelection();
        chosen.stream().filter(ordinal -> ordinal != turn).forEach(list.getSelectionModel()::select);
        if (isShown(turn)) {
            list.getSelectionModel().select(turn);
        }
        restoring = false;
        model.choice().choose(chosen);
    }

    /** Not left to the list: there a row that an edit replaced would no longer be where the range began. */
    void extend(int step) {
        restoring = true;
        model.extend(step);
        restoring = false;
        int turn = model.selectedProperty().get();
        showChosen(model.choice().chosenProperty().get(), turn);
        if (isShown(turn)) {
            reveal(turn);
        }
    }

    /** The row of a turn is the one with its ordinal. */
    private boolean isShown(int turn) {
        return turn >= 0 && turn < list.getItems().size();
    }

    /** Takes the turn in hand in the list too. */
    void showSelected(int turn) {
        if (isShown(turn) && list.getSelectionModel().getSelectedIndex() != turn) {
            list.getSelectionModel().clearAndSelect(turn);
            reveal(turn);
        }
    }

    /** Scrolls only if the row is out of sight, and then leaves two rows of what was said before. */
    private void reveal(int row) {
        list.layout();
        if (list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
            IndexedCell<?> first = flow.getFirstVisibleCell();
            IndexedCell<?> last = flow.getLastVisibleCell();
            if (first != null && last != null && row > first.getIndex() && row < last.getIndex()) {
                return;
            }
        }
        boolean atTheEnd = row >= list.getItems().size() - 2;
        if (atTheEnd && list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
            flow.setPosition(1);
        } else {
            list.scrollTo(Math.max(0, row - 2));
        }
    }

    /** The row of the turn in hand, if it is in sight. */
    @Nullable Node inHand() {
        int turn = list.getSelectionModel().getSelectedIndex();
        return list.lookupAll(".list-cell").stream()
                .filter(node -> node instanceof IndexedCell<?> row && row.isVisible() && row.getIndex() == turn).findFirst().orElse(null);
    }

    Node node() {
        return list;
    }

    /** To be put into the same pane; it isn't seen. */
    Node ruler() {
        return speakers.ruler();
    }

    void focus() {
        list.requestFocus();
    }
}
