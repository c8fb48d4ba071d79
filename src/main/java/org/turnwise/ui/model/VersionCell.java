package org.turnwise.ui.model;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.turnwise.scoring.ScorerVersion;
import org.turnwise.ui.common.Figures;
import org.turnwise.ui.common.Parts;
import org.turnwise.ui.common.Texts;

/** One version in the list: its number, how it stands, when it was trained and on what, and its Brier score beside the class prior's. */
final class VersionCell extends ListCell<ScorerVersion> {

    private final Label name = Parts.styled("", "semibold");
    private final StackPane status = new StackPane();
    private final Label brier = Parts.styled("", "mono");
    private final Label when = Parts.styled("", "secondary");
    private final Label prior = Parts.styled("", "mono-small", "muted");
    private final Label calls = Parts.styled("", "secondary");
    private final VBox box;

    VersionCell() {
        HBox top = new HBox(8, name, status, spring(), brier);
        top.setAlignment(Pos.CENTER_LEFT);
        HBox middle = new HBox(8, when, spring(), prior);
        middle.setAlignment(Pos.CENTER_LEFT);
        box = new VBox(2, top, middle, calls);
        box.getStyleClass().add("version-cell");
    }

    @Override
    protected void updateItem(@Nullable ScorerVersion version, boolean empty) {
        super.updateItem(version, empty);
        setText(null);
        if (version == null || empty) {
            setGraphic(null);
            return;
        }
        name.setText(Texts.text("model.version", version.number()));
        status.getChildren().setAll(pill(version.status()));
        brier.setText(Figures.score(version.finished().brier(), 3));
        prior.setText(Texts.text("model.priorfigure", Figures.score(version.priorFinished().brier(), 3)));
        when.setText(Figures.day(version.trainedAt()) + ", " + Figures.timeOfDay(version.trainedAt()).substring(0, 5));
        calls.setText(Texts.text("model.ncalls", version.calls(), version.converted()));
        setGraphic(box);
    }

    static Label pill(ScorerVersion.Status status) {
        return switch (status) {
            case CANDIDATE -> Parts.pill(Texts.text("model.candidate"), "accent");
            case ACTIVE -> Parts.pill(Texts.text("model.isactive"), "good");
            case RETIRED -> Parts.pill(Texts.text("model.retired"), "");
        };
    }

    private static Region spring() {
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        return spring;
    }
}
