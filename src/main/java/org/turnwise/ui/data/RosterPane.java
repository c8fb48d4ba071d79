package org.turnwise.ui.data;

import java.util.List;
import java.util.Map;
import javafx.beans.InvalidationListener;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.turnwise.intake.reading.RepRoster;
import org.turnwise.intake.roster.RosterEditor;
import org.turnwise.ui.command.Commands;
import org.turnwise.ui.common.Buttons;
import org.turnwise.ui.common.Notices;
import org.turnwise.ui.common.Parts;
import org.turnwise.ui.common.Texts;
import org.turnwise.ui.common.Words;

/** The roster of reps: who is on it, a field to paste more into, and what a change would do. */
final class RosterPane extends VBox {

    private static final Map<RepRoster.Kind, Feather> ICONS = Map.of(
            RepRoster.Kind.NAME, Feather.USER, RepRoster.Kind.ADDRESS, Feather.MAIL, RepRoster.Kind.DOMAIN, Feather.GLOBE);

    private final RosterViewModel model;
    private final ListView<String> entries = new ListView<>();
    private final TextArea pasted = new TextArea();
    private final ListView<RosterEditor.Moved> moved = new ListView<>();
    private final Label summary = Parts.styled("", "secondary");
    private final Label changes = Parts.styled("", "semibold");
    private final Label remarks = Parts.styled("", "secondary");
    private final HBox notice = new HBox();
    private final Button apply;

    RosterPane(RosterViewModel model, Commands commands) {
        this.model = model;
        apply = Buttons.of(commands.get("data.roster.apply"));
        apply.getStyleClass().add("accent");
        Label title = Parts.styled(Texts.text("data.roster"), "pane-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox header = new HBox(8, title, summary, gap, Buttons.of(commands.get("data.roster.back")));
        header.getStyleClass().add("filter-row");
        remarks.setWrapText(true);
        changes.setWrapText(true);
        changes.setMinHeight(Region.USE_PREF_SIZE);
        HBox body = new HBox(16, present(), wanted(commands), preview());
        body.getStyleClass().add("in-pane");
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().setAll(header, body);
        bind();
    }

    private VBox present() {
        entries.setId("roster");
        entries.setAccessibleText(Texts.text("data.roster"));
        entries.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        entries.setPlaceholder(Parts.styled(Texts.text("data.roster.empty"), "secondary"));
        entries.setCellFactory(list -> new EntryCell());
        entries.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE) {
                markSelected();
                event.consume();
            }
        });
        Button mark = new Button(Texts.text("data.roster.mark"), Parts.keyCap("Delete"));
        mark.setId("rosterMark");
        mark.setOnAction(event -> markSelected());
        mark.disableProperty().bind(entries.getSelectionModel().selectedItemProperty().isNull());
        VBox.setVgrow(entries, Priority.ALWAYS);
        return column(240, Parts.styled(Texts.text("data.roster.present"), "semibold"), entries, mark);
    }

    private void markSelected() {
        model.mark(List.copyOf(entries.getSelectionModel().getSelectedItems()));
    }

    private VBox wanted(Commands commands) {
        pasted.setId("rosterPaste");
        pasted.setPromptText(Texts.text("data.roster.prompt"));
        pasted.setAccessibleText(Texts.text("data.roster.add"));
        pasted.setWrapText(true);
        VBox.setVgrow(pasted, Priority.ALWAYS);
        return column(260, Parts.styled(Texts.text("data.roster.add"), "semibold"), pasted, Buttons.of(commands.get("data.roster.preview")));
    }

    private VBox preview() {
        moved.setId("rosterMoved");
        moved.setAccessibleText(Texts.text("data.roster.changes"));
        moved.setCellFactory(list -> new MovedCell());
        moved.setFocusTraversable(false);
        VBox.setVgrow(moved, Priority.ALWAYS);
        VBox column = column(320, changes, remarks, moved, notice, apply);
        HBox.setHgrow(column, Priority.ALWAYS);
        return column;
    }

    private static VBox column(double width, Node... content) {
        VBox column = new VBox(8, content);
        column.setPrefWidth(width);
        column.setMinWidth(180);
        return column;
    }

    private void bind() {
        entries.setItems(model.entries());
        pasted.textProperty().bindBidirectional(model.pastedProperty());
        model.entries().addListener((InvalidationListener) now -> summary.setText(Texts.text("data.roster.count", model.entries().size())));
        model.leaving().addListener((ListChangeListener<String>) change -> entries.refresh());
        model.planProperty().subscribe(this::show);
        model.noticeProperty().subscribe(now -> {
            notice.setVisible(now != null);
            notice.setManaged(now != null);
            if (now != null) {
                Notices.show(notice, now, now.tone().equals("bad") ? Feather.ALERT_OCTAGON : Feather.CHECK_CIRCLE);
            }
        });
    }

    private void show(RosterEditor.@Nullable Plan plan) {
        moved.getItems().setAll(plan == null ? List.of() : plan.moved());
        if (plan == null) {
            changes.setText(Texts.text("data.roster.changes"));
            remarks.setText(Texts.text("data.roster.none"));
            return;
        }
        changes.setText(Texts.text("data.roster.plan", plan.added().size(), plan.removed().size(), plan.moved().size(), plan.calls().size()));
        StringBuilder said = new StringBuilder();
        if (!plan.known().isEmpty()) {
            said.append(Texts.text("data.roster.known", plan.known().size())).append(' ');
        }
        if (plan.kept() > 0) {
            said.append(Texts.text("data.roster.kept", plan.kept())).append(' ');
        }
        plan.refused().stream().limit(5).forEach(refused -> said.append(Texts.text("data.roster.refused", refused.entry(), refused.why())).append(' '));
        remarks.setText(said.toString().strip());
    }

    @Override
    public void requestFocus() {
        pasted.requestFocus();
    }

    private final class EntryCell extends ListCell<String> {
        @Override
        protected void updateItem(@Nullable String entry, boolean empty) {
            super.updateItem(entry, empty);
            boolean leaves = entry != null && !empty && model.leaving().contains(entry);
            getStyleClass().remove("muted");
            if (leaves) {
                getStyleClass().add("muted");
            }
            setText(entry == null || empty ? null : leaves ? Texts.text("data.roster.leaves", entry) : entry);
            setGraphic(entry == null || empty ? null : Parts.icon(leaves ? Feather.X : ICONS.getOrDefault(RepRoster.kindOf(entry), Feather.USER)));
        }
    }

    private static final class MovedCell extends ListCell<RosterEditor.Moved> {
        @Override
        protected void updateItem(RosterEditor.@Nullable Moved one, boolean empty) {
            super.updateItem(one, empty);
            if (one == null || empty) {
                setText(null);
                setGraphic(null);
                return;
            }
            Label who = Parts.styled(Texts.text("data.roster.moved", one.name(), Words.of(one.from()), Words.of(one.to())));
            HBox line = new HBox(8, Parts.sideMark(one.to()), who, Parts.styled(one.title(), "secondary"));
            line.setAlignment(Pos.CENTER_LEFT);
            setText(null);
            setGraphic(line);
        }
    }
}
