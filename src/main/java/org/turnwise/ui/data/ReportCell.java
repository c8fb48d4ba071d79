package org.turnwise.ui.data;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.turnwise.ui.common.Figures;
import org.turnwise.ui.common.Parts;
import org.turnwise.ui.common.Texts;

/** A heading or an entry of the import report; reasons wrap, file names are cut in the middle. */
final class ReportCell extends ListCell<ReportLine> {

    private final Consumer<ReportLine> change;

    /** @param change what a press on an entry's button does */
    ReportCell(Consumer<ReportLine> change) {
        this.change = change;
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable ReportLine line, boolean empty) {
        super.updateItem(line, empty);
        setText(null);
        setGraphic(line == null || empty ? null : line.heading() ? heading(line) : entry(line));
    }

    private static Node heading(ReportLine line) {
        HBox box = new HBox(8, Parts.styled(line.title(), "semibold"),
                Parts.pill(Figures.count(line.count()), line.group() == ReportLine.Group.ASIDE ? "" : tone(line.group())));
        box.setAlignment(Pos.CENTER_LEFT);
        box.getStyleClass().add("report-heading");
        return box;
    }

    private Node entry(ReportLine line) {
        FontIcon icon = Parts.icon(switch (line.group()) {
            case IN -> Feather.CHECK;
            case GUESS -> Feather.HELP_CIRCLE;
            case SKIPPED -> line.count() > 0 ? Feather.COPY : Feather.X;
            case ASIDE -> Feather.MINUS;
        });
        icon.getStyleClass().add(line.group() == ReportLine.Group.SKIPPED && line.count() > 0 ? "mark-here" : "mark-" + tone(line.group()));
        Label title = Parts.styled(line.title(), line.group() == ReportLine.Group.IN ? "medium" : "mono");
        title.setTextOverrun(javafx.scene.control.OverrunStyle.CENTER_ELLIPSIS);
        title.setTooltip(new Tooltip(line.title()));
        Label text = Parts.styled(line.text(), "secondary");
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        text.prefWidthProperty().bind(getListView().widthProperty().subtract(line.file() != null ? 150 : line.group() == ReportLine.Group.IN ? 110 : 66));
        VBox words = new VBox(1, title, text);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox box = new HBox(10, icon, words);
        if (line.group() == ReportLine.Group.IN) {
            Label count = Parts.styled(Figures.count(line.count()), "mono");
            count.setMinWidth(Region.USE_PREF_SIZE);
            box.getChildren().add(count);
        }
        if (line.file() != null) {
            Button correct = new Button(Texts.text(line.group() == ReportLine.Group.GUESS ? "data.entry.change" : "data.entry.assign"));
            correct.getStyleClass().addAll("flat", "link-button");
            correct.setMinWidth(Region.USE_PREF_SIZE);
            correct.setFocusTraversable(false);
            correct.setOnAction(event -> change.accept(line));
            box.getChildren().add(correct);
        }
        box.getStyleClass().add("report-entry");
        return box;
    }

    private static String tone(ReportLine.Group group) {
        return switch (group) {
            case IN -> "good";
            case GUESS -> "unsure";
            case SKIPPED -> "bad";
            case ASIDE -> "here";
        };
    }
}
