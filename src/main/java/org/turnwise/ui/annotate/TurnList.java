package org.turnwise.ui.annotate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    private final Map<Integer, Integer> rowOfTurn = new HashMap<>();
    /** While the list is brought in line with the model, and has nothing to say itself. */
    private boolean restoring;

    TurnList(AnnotateViewModel model, SuggestionsViewModel suggestions, Commands commands) {
        this.model = model;
        list.setId("turnList");
        list.getStyleClass().add("turn-list");
        list.setAccessibleText(Texts.text("annotate.turns"));
        list.setCellFactory(view -> new TurnCell(model, suggestions, new SuggestionChips(suggestions, commands), speakers, view.widthProperty()));
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.getSelectionModel().getSelectedIndices().addListener((ListChangeListener<Integer>) change -> chooseSelected());
        list.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> follow(before, now));
    }

    private void follow(OpenCall.@Nullable Row before, OpenCall.@Nullable Row now) {
        if (restoring) {
            return;
        }
        if (now instanceof OpenCall.Row.OfTurn row) {
            model.selectedProperty().set(row.turn().ordinal());
        } else if (now instanceof OpenCall.Row.OfStage stage) {
            int at = list.getSelectionModel().getSelectedIndex();
            boolean goingUp = before instanceof OpenCall.Row.OfTurn row && row.turn().ordinal() == stage.span().from();
            int to = goingUp ? at - 1 : at + 1;
            // within several rows a heading may stay: stepping over it here would begin a new range
            if (list.getSelectionModel().getSelectedIndices().size() < 2) {
                list.getSelectionModel().clearAndSelect(to < 0 ? 1 : to);
            }
        }
    }

    private void chooseSelected() {
        if (!restoring) {
            model.choice().choose(list.getSelectionModel().getSelectedItems().stream()
                    .filter(OpenCall.Row.OfTurn.class::isInstance)
                    .map(row -> ((OpenCall.Row.OfTurn) row).turn().ordinal())
                    .toList());
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

    /** Puts in, takes out and replaces only the rows that changed, so that the list stays where it is and a long call costs no more than a short one. */
    private void showRows(boolean same, List<OpenCall.Row> rows) {
        if (same) {
            restoring = true;
            changeRows(list.getItems(), rows);
            restoring = false;
        } else {
            list.getItems().setAll(rows);
        }
        rowOfTurn.clear();
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i) instanceof OpenCall.Row.OfTurn row) {
                rowOfTurn.put(row.turn().ordinal(), i);
            }
        }
    }

    /** Of the same call, both have all its turns; only headings come and go. */
    private static void changeRows(List<OpenCall.Row> shown, List<OpenCall.Row> wanted) {
        for (int i = 0; i < wanted.size(); i++) {
            OpenCall.Row row = wanted.get(i);
            if (shown.get(i) instanceof OpenCall.Row.OfStage && row instanceof OpenCall.Row.OfTurn) {
                shown.remove(i);
            } else if (shown.get(i) instanceof OpenCall.Row.OfTurn && row instanceof OpenCall.Row.OfStage) {
                shown.add(i, row);
            }
            if (!row.equals(shown.get(i))) {
                shown.set(i, row);
            }
        }
    }

    /** Rows that an edit replaced are no longer selected, but the turns are still the chosen ones. */
    private void showChosen(SortedSet<Integer> chosen, int turn) {
        restoring = true;
        list.getSelectionModel().clearSelection();
        chosen.stream().filter(ordinal -> ordinal != turn).map(rowOfTurn::get).filter(Objects::nonNull).forEach(list.getSelectionModel()::select);
        Integer row = rowOfTurn.get(turn);
        if (row != null) {
            list.getSelectionModel().select(row);
        }
        restoring = false;
        model.choice().choose(chosen);
    }

    /** Not left to the list: there a stage's heading would count as a turn, and a row that an edit replaced would no longer be where the range began. */
    void extend(int step) {
        restoring = true;
        model.extend(step);
        restoring = false;
        int turn = model.selectedProperty().get();
        showChosen(model.choice().chosenProperty().get(), turn);
        Integer row = rowOfTurn.get(turn);
        if (row != null) {
            reveal(row);
        }
    }

    /** Takes the turn in hand in the list too. */
    void showSelected(int turn) {
        Integer row = rowOfTurn.get(turn);
        if (row != null && list.getSelectionModel().getSelectedIndex() != row) {
            list.getSelectionModel().clearAndSelect(row);
            reveal(row);
        }
    }

    /** Scrolls only if the row is out of sight, and then leaves two rows of what was said before. */
    private void reveal(int row) {
        list.applyCss();
        list.layout();
        if (list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
            IndexedCell<?> first = flow.getFirstVisibleCell();
            IndexedCell<?> last = flow.getLastVisibleCell();
            if (first != null && last != null && row > first.getIndex() && row < last.getIndex()) {
                return;
            }
        }
        boolean atTheEnd = row >= list.getItems().size() - 2;
        list.scrollTo(atTheEnd ? row : Math.max(0, row - 2));
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
