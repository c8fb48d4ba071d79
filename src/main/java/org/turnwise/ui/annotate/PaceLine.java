package org.turnwise.ui.annotate;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.turnwise.ui.command.Command;
import org.turnwise.ui.command.Commands;
import org.turnwise.ui.common.Parts;
import org.turnwise.ui.common.Texts;

/** At the foot of the queue: what is done, what is left, how fast. Pressing it opens the summary. */
final class PaceLine {

    private final Button button = new Button();
    private final ProgressBar bar = new ProgressBar(0);
    private final Label done = Parts.styled("", "secondary");
    private final Label rate = Parts.styled("", "secondary");

    PaceLine(PaceViewModel model, Commands commands, VBox root) {
        Command open = commands.get("annotate.session");
        bar.setMaxWidth(Double.MAX_VALUE);
        button.setId("pace");
        button.setGraphic(new VBox(3, bar, done, rate));
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.getStyleClass().setAll("button", "pace-line");
        button.setMaxWidth(Double.MAX_VALUE);
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(open.shownKeys().map(keys -> Texts.text("pace.explained") + "\n" + open.text() + "  " + keys));
        button.setTooltip(tooltip);
        button.setOnAction(event -> open.run());
        root.getChildren().setAll(button);
        model.progressProperty().subscribe(this::show);
    }

    private void show(PaceViewModel.@Nullable Progress now) {
        button.setVisible(now != null);
        button.setManaged(now != null);
        if (now == null) {
            return;
        }
        bar.setProgress(now.share());
        done.setText(now.given() > 0
                ? Texts.text("pace.given", now.given() - now.left(), now.given(), now.today())
                : Texts.text("pace.done", now.today(), now.left()));
        List<String> figures = new ArrayList<>();
        now.labelsMinute().ifPresent(labels -> figures.add(PaceFigures.rate(labels)));
        now.work().ifPresent(work -> figures.add(Texts.text("pace.left", PaceFigures.range(work))));
        rate.setText(String.join(" · ", figures));
        rate.setVisible(!figures.isEmpty());
        rate.setManaged(!figures.isEmpty());
        button.setAccessibleText(done.getText() + (figures.isEmpty() ? "" : ", " + String.join(", ", figures)));
    }
}
