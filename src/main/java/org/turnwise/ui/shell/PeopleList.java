package org.turnwise.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.turnwise.annotation.Labeling;
import org.turnwise.review.Team;
import org.turnwise.ui.common.Parts;
import org.turnwise.ui.common.Texts;

/** Who can be at work: everybody known, and whoever is typed. Typing narrows the list, Enter chooses. JavaFX thread. */
public final class PeopleList {

    /** Somebody to choose. */
    private sealed interface Row {
        record Known(Team.Member member) implements Row {}

        record New(String name) implements Row {}

        default String name() {
            return switch (this) {
                case Known known -> known.member().name();
                case New fresh -> fresh.name();
            };
        }
    }

    private final String atWork;
    private final UnaryOperator<String> named;
    private final Consumer<String> choose;
    private final TextField field = new TextField();
    private final ListView<Row> list = new ListView<>();
    private final Label message = Parts.styled("", "muted");
    private final VBox node;
    private List<Team.Member> members = List.of();
    private Runnable close = () -> {};

    /**
     * @param named  gives a typed name as it is kept, or throws {@link Labeling.NotAllowed}
     * @param choose called with whoever was chosen, unless they are at work already
     */
    public PeopleList(String atWork, UnaryOperator<String> named, Consumer<String> choose) {
        this.atWork = atWork;
        this.named = named;
        this.choose = choose;
        field.setPromptText(Texts.text("people.prompt"));
        field.setAccessibleText(Texts.text("people.prompt"));
        field.textProperty().subscribe((before, now) -> {
            message.setText("");
            narrow();
        });
        ListUnderField.keys(field, list, this::chooseSelected);
        list.setAccessibleText(Texts.text("people.title"));
        list.setCellFactory(view -> new PersonCell());
        list.setOnMouseClicked(event -> chooseSelected());
        message.setWrapText(true);
        Label why = Parts.styled(Texts.text("people.why"), "secondary");
        why.setWrapText(true);
        why.setMinHeight(Region.USE_PREF_SIZE);
        node = new VBox(8, Parts.styled(Texts.text("people.title"), "pane-title"), why, field, list, message);
        node.setId("people");
        node.getStyleClass().add("people");
        node.setMaxSize(460, 400);
    }

    Region node() {
        return node;
    }

    Node field() {
        return field;
    }

    /** @param work ends this list's time on the window */
    void closing(Runnable work) {
        close = work;
    }

    public void show(List<Team.Member> everybody) {
        members = everybody;
        narrow();
    }

    public void failed(Throwable error) {
        say(String.valueOf(error.getMessage()));
    }

    /** Says what a person must know before they choose; it stays until they type. */
    public void say(String what) {
        message.setText(what);
    }

    private void narrow() {
        String typed = field.getText().strip();
        String wanted = typed.toLowerCase(Locale.ROOT);
        List<Row> rows = new ArrayList<>();
        members.stream().filter(member -> member.name().toLowerCase(Locale.ROOT).contains(wanted)).map(Row.Known::new).forEach(rows::add);
        if (!typed.isEmpty() && members.stream().noneMatch(member -> member.name().equals(typed))) {
            try {
                rows.add(new Row.New(named.apply(typed)));
            } catch (Labeling.NotAllowed e) {
                message.setText(String.valueOf(e.getMessage()));
            }
        }
        list.getItems().setAll(rows);
        int here = rows.stream().map(Row::name).toList().indexOf(atWork);
        list.getSelectionModel().select(typed.isEmpty() ? Math.max(0, here) : 0);
    }

    private void chooseSelected() {
        Row row = list.getSelectionModel().getSelectedItem();
        if (row != null) {
            close.run();
            if (!row.name().equals(atWork)) {
                choose.accept(row.name());
            }
        }
    }

    private final class PersonCell extends ListCell<Row> {
        @Override
        protected void updateItem(@Nullable Row row, boolean empty) {
            super.updateItem(row, empty);
            if (row == null || empty) {
                setGraphic(null);
                return;
            }
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            boolean here = row.name().equals(atWork);
            Label name = Parts.styled(row instanceof Row.New ? Texts.text("people.new", row.name()) : row.name(), here ? "semibold" : "medium");
            name.setMinWidth(0);
            String said = switch (row) {
                case Row.Known known when here && known.member().left() == 0 -> Texts.text("people.here");
                case Row.Known known when here -> Texts.text("people.here.left", known.member().left());
                case Row.Known known -> known.member().left() == 0 ? "" : Texts.text("people.left", known.member().left());
                case Row.New fresh -> "";
            };
            Label counts = Parts.styled(said, "secondary");
            counts.setMinWidth(Region.USE_PREF_SIZE);
            HBox line = new HBox(8, Parts.icon(row instanceof Row.New ? Feather.USER_PLUS : here ? Feather.USER_CHECK : Feather.USER), name, gap, counts);
            line.setAlignment(Pos.CENTER_LEFT);
            setGraphic(line);
        }
    }
}
