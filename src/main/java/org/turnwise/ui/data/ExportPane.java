package org.turnwise.ui.data;

import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.turnwise.dataset.DatasetExport;
import org.turnwise.ui.command.Commands;
import org.turnwise.ui.common.Buttons;
import org.turnwise.ui.common.Notice;
import org.turnwise.ui.common.Notices;
import org.turnwise.ui.common.Parts;
import org.turnwise.ui.common.Texts;
import org.turnwise.ui.common.Words;

/** What to write out, and what was written. */
final class ExportPane extends VBox {

    private final HBox notice = new HBox();

    ExportPane(ExportViewModel export, Commands commands) {
        Label title = Parts.styled(Texts.text("data.exporttitle"), "pane-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        HBox header = new HBox(8, title, Parts.styled(Texts.text("data.exporttitle.why"), "secondary"));
        header.getStyleClass().add("filter-row");
        Button button = Buttons.of(commands.get("data.export"));
        button.getStyleClass().add("accent");
        button.setMinWidth(Region.USE_PREF_SIZE);
        HBox choices = new HBox(
                16, segments(DatasetExport.Format.values(), export.formatProperty(), "data.format."),
                segments(ExportViewModel.Scope.values(), export.scopeProperty(), "data.scope."), button);
        choices.setAlignment(Pos.CENTER_LEFT);
        Label hint = Parts.styled("", "secondary");
        export.scopeProperty().subscribe(scope -> hint.setText(Texts.text("data.scopehint." + Words.lower(scope), export.queued())));
        VBox body = new VBox(12, choices, hint, notice);
        body.getStyleClass().add("in-pane");
        getChildren().setAll(header, body);
        export.noticeProperty().subscribe(this::show);
    }

    private void show(@Nullable Notice now) {
        notice.setVisible(now != null);
        notice.setManaged(now != null);
        if (now != null) {
            Notices.show(notice, now, now.tone().equals("good") ? Feather.CHECK_CIRCLE : Feather.ALERT_TRIANGLE);
            HBox.setHgrow(notice, Priority.ALWAYS);
        }
    }

    private static <T extends Enum<T>> HBox segments(T[] values, ObjectProperty<T> chosen, String texts) {
        HBox box = new HBox();
        box.setAlignment(Pos.CENTER_LEFT);
        box.setMinWidth(Region.USE_PREF_SIZE);
        ToggleGroup group = new ToggleGroup();
        for (T value : values) {
            ToggleButton button = new ToggleButton(Texts.text(texts + Words.lower(value)));
            button.getStyleClass().addAll("segment", value == values[0] ? "first" : value == values[values.length - 1] ? "last" : "middle");
            button.setToggleGroup(group);
            button.setSelected(value == chosen.get());
            button.setMinWidth(78);
            button.setOnAction(event -> {
                button.setSelected(true);
                chosen.set(value);
            });
            box.getChildren().add(button);
        }
        return box;
    }
}
