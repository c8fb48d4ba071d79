package org.turnwise.ui.data;

import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.turnwise.ui.command.Commands;
import org.turnwise.ui.common.Buttons;
import org.turnwise.ui.common.EmptyState;
import org.turnwise.ui.common.Notice;
import org.turnwise.ui.common.Parts;
import org.turnwise.ui.common.Texts;

/** Who sells and who buys: the table of speakers, and the keys that place one. */
final class SpeakersPane extends VBox {

    private final DataViewModel model;
    private final SidesViewModel sides;
    private final Commands commands;
    private final Label summary = Parts.styled("", "secondary");
    private final TextField search = new TextField();
    private final Button accept;
    private final TableView<Speaker> speakers = new TableView<>();
    private final StackPane instead = new StackPane();
    private final Label selected = Parts.styled("", "secondary");

    SpeakersPane(DataViewModel model, Commands commands) {
        this.model = model;
        this.sides = model.sides();
        this.commands = commands;
        accept = Buttons.of(commands.get("data.accept"));
        accept.setMinWidth(Region.USE_PREF_SIZE);
        speakers.setId("speakers");
        speakers.getStyleClass().addAll("work-table", "tall-rows");
        instead.getStyleClass().add("covers");
        speakers.setAccessibleText(Texts.text("data.who"));
        search.setPromptText(Texts.text("data.search"));
        search.setAccessibleText(Texts.text("data.search"));
        search.setPrefWidth(230);
        search.setMinWidth(150);
        Label title = Parts.styled(Texts.text("data.who"), "pane-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        HBox header = new HBox(title, summary, gap(), search, accept);
        header.getStyleClass().add("filter-row");
        StackPane table = new StackPane(speakers, instead);
        VBox.setVgrow(table, Priority.ALWAYS);
        HBox keys = new HBox(8, selected, gap());
        for (String id : new String[] {"data.rep", "data.customer", "data.other"}) {
            Button button = Buttons.of(commands.get(id));
            button.setMinWidth(Region.USE_PREF_SIZE);
            keys.getChildren().add(button);
        }
        keys.setAlignment(Pos.CENTER_LEFT);
        keys.getStyleClass().add("side-keys");
        getChildren().setAll(header, table, keys);
        bind();
    }

    private static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    private void bind() {
        SpeakerColumns.put(speakers, (speaker, side) -> {
            sides.select(speaker);
            sides.settle(side);
        });
        speakers.setItems(sides.speakers());
        speakers.getSelectionModel().selectedItemProperty().subscribe(speaker -> {
            if (speaker != null && speaker != sides.selectedProperty().get()) {
                sides.select(speaker);
            }
        });
        sides.selectedProperty().subscribe(this::showSelected);
        search.textProperty().bindBidirectional(sides.searchProperty());
        search.setOnAction(event -> speakers.requestFocus());
        InvalidationListener show = changed -> show();
        sides.speakers().addListener(show);
        sides.noticeProperty().addListener(show);
        sides.loadedProperty().addListener(show);
        model.countProperty().addListener(show);
        show();
    }

    private void showSelected(@Nullable Speaker speaker) {
        selected.setText(speaker == null ? Texts.text("data.nospeaker")
                : speaker.places().size() == 1
                        ? Texts.text("data.placing.one", speaker.name()) : Texts.text("data.placing", speaker.name(), speaker.places().size()));
        int row = speaker == null ? -1 : sides.speakers().indexOf(speaker);
        if (row >= 0 && speakers.getSelectionModel().getSelectedIndex() != row) {
            speakers.getSelectionModel().clearAndSelect(row);
            speakers.scrollTo(Math.max(0, row - 4));
        }
    }

    private void show() {
        boolean searching = !sides.searchProperty().get().isBlank();
        Notice notice = sides.noticeProperty().get();
        int open = sides.openCount();
        summary.setText(notice != null ? notice.title() + ": " + notice.text()
                : searching ? Texts.text("data.found", sides.speakers().size(), SpeakerFinder.MOST_FOUND)
                : open == 0 ? "" : Texts.text("data.open", open, sides.proposalCount()));
        summary.getStyleClass().remove("bad");
        if (notice != null) {
            summary.getStyleClass().add("bad");
        }
        accept.setText(sides.proposalCount() == 0 ? Texts.text("data.accept") : Texts.text("data.accept.n", sides.proposalCount()));
        instead.setVisible(sides.speakers().isEmpty());
        instead.getChildren().setAll(searching
                ? new EmptyState(Feather.SEARCH, Texts.text("data.notfound"), Texts.text("data.notfound.why"))
                : model.countProperty().get() > 0
                        ? new EmptyState(Feather.CHECK_CIRCLE, Texts.text("data.allsettled"), Texts.text("data.allsettled.why"), commands.get("data.label"))
                        : new EmptyState(Feather.USERS, Texts.text("data.nosides"), Texts.text("data.nosides.why")));
    }

    void find() {
        search.requestFocus();
    }

    @Override
    public void requestFocus() {
        speakers.requestFocus();
    }
}
