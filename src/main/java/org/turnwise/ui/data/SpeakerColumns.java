package org.turnwise.ui.data;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.turnwise.call.Side;
import org.turnwise.ui.common.Parts;
import org.turnwise.ui.common.Texts;
import org.turnwise.ui.common.Words;

/** The table of speakers: name, where they speak, their side as a toggle, and what helps to decide. */
final class SpeakerColumns {

    private static final double SCROLL_BAR = 16;

    private SpeakerColumns() {}

    /** @param settle what a press on a side does */
    static void put(TableView<Speaker> table, BiConsumer<Speaker, Side> settle) {
        TableColumn<Speaker, Speaker> name = column("data.speaker", NameCell::new);
        TableColumn<Speaker, Speaker> in = column("data.incalls", () -> new WordsCell(SpeakerColumns::where));
        TableColumn<Speaker, Speaker> side = column("data.side", () -> new SideCell(settle));
        TableColumn<Speaker, Speaker> reason = column("data.reason", () -> new WordsCell(Speaker::reason));
        table.getColumns().setAll(List.of(name, in, side, reason));
        table.widthProperty().subscribe(width -> {
            double rest = width.doubleValue() - SCROLL_BAR - 222;
            side.setPrefWidth(222);
            name.setPrefWidth(Math.max(120, Math.floor(rest * 0.27)));
            in.setPrefWidth(Math.max(90, Math.floor(rest * 0.17)));
            reason.setPrefWidth(Math.max(150, Math.floor(rest * 0.56)));
        });
    }

    private static String where(Speaker speaker) {
        return speaker.places().size() == 1 ? speaker.callTitle() : Texts.text("data.ncalls", speaker.places().size());
    }

    private static TableColumn<Speaker, Speaker> column(String title, java.util.function.Supplier<TableCell<Speaker, Speaker>> cells) {
        TableColumn<Speaker, Speaker> column = new TableColumn<>(Texts.text(title));
        column.setSortable(false);
        column.setReorderable(false);
        column.setMinWidth(60);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(ignored -> cells.get());
        return column;
    }

    private static final class NameCell extends TableCell<Speaker, Speaker> {
        NameCell() {
            getStyleClass().add("medium");
            setGraphicTextGap(8);
        }

        @Override
        protected void updateItem(@Nullable Speaker speaker, boolean empty) {
            super.updateItem(speaker, empty);
            setText(speaker == null || empty ? null : speaker.name());
            setTooltip(speaker == null || empty ? null : new Tooltip(speaker.name()));
            setGraphic(speaker == null || empty ? null : speaker.settled() == null ? Parts.icon(Feather.HELP_CIRCLE) : Parts.sideMark(speaker.settled()));
        }
    }

    private static final class WordsCell extends TableCell<Speaker, Speaker> {
        private final Function<Speaker, String> words;

        WordsCell(Function<Speaker, String> words) {
            this.words = words;
            getStyleClass().add("muted");
        }

        @Override
        protected void updateItem(@Nullable Speaker speaker, boolean empty) {
            super.updateItem(speaker, empty);
            String text = speaker == null || empty ? null : words.apply(speaker);
            setText(text);
            setTooltip(text == null ? null : wrapped(text));
        }

        private static Tooltip wrapped(String text) {
            Tooltip tooltip = new Tooltip(text);
            tooltip.setWrapText(true);
            tooltip.setMaxWidth(480);
            return tooltip;
        }
    }

    /** Rep, customer, other: pressed for what is settled, dashed for what is only proposed. */
    private static final class SideCell extends TableCell<Speaker, Speaker> {
        private final HBox box = new HBox();

        SideCell(BiConsumer<Speaker, Side> settle) {
            box.setAlignment(Pos.CENTER_LEFT);
            for (Side side : Side.values()) {
                ToggleButton button = new ToggleButton(Words.of(side));
                button.getStyleClass().addAll("segment", side == Side.REP ? "first" : side == Side.OTHER ? "last" : "middle");
                button.setUserData(side);
                button.setFocusTraversable(false);
                button.setPrefWidth(side == Side.CUSTOMER ? 76 : 60);
                button.setOnAction(event -> {
                    Speaker speaker = getItem();
                    if (speaker != null) {
                        settle.accept(speaker, side);
                    }
                });
                box.getChildren().add(button);
            }
        }

        @Override
        protected void updateItem(@Nullable Speaker speaker, boolean empty) {
            super.updateItem(speaker, empty);
            setText(null);
            setGraphic(speaker == null || empty ? null : box);
            if (speaker != null) {
                box.getChildren().forEach(node -> {
                    ToggleButton button = (ToggleButton) node;
                    button.setSelected(button.getUserData() == speaker.settled());
                    button.getStyleClass().remove("proposed");
                    if (speaker.settled() == null && button.getUserData() == speaker.proposed()) {
                        button.getStyleClass().add("proposed");
                    }
                });
            }
        }
    }
}
