package org.turnwise.ui.annotate;

import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.turnwise.scoring.Forecast;
import org.turnwise.ui.command.Commands;
import org.turnwise.ui.common.Buttons;
import org.turnwise.ui.common.Figures;
import org.turnwise.ui.common.FittingRow;
import org.turnwise.ui.common.ForecastChart;
import org.turnwise.ui.common.Hint;
import org.turnwise.ui.common.Parts;
import org.turnwise.ui.common.Texts;

/** How likely the call is to convert: in figures at the turn in hand, over all its turns, and on request why. */
final class ForecastPane extends VBox {

    private final AnnotateViewModel model;
    private final ForecastChart chart;
    private final Label where = Parts.styled("", "muted");
    private final Label figure = Parts.styled("", "mono");
    private final Label extras = Parts.styled("", "mono", "muted");
    private final Label foreign = Parts.styled("", "secondary");

    /** @param onTurn told the ordinal of a turn somebody clicks */
    ForecastPane(AnnotateViewModel model, WhyViewModel whyModel, Commands commands, IntConsumer onTurn) {
        this.model = model;
        getStyleClass().addAll("forecast-pane", "rule-bottom");
        chart = new ForecastChart(onTurn);
        Label title = Parts.styled(Texts.text("annotate.forecast"), "pane-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        figure.setMinWidth(Region.USE_PREF_SIZE);
        Label turning = Parts.styled(Texts.text("annotate.turning"), "secondary");
        HBox keys = new HBox(4, Buttons.keyCap(commands.get("annotate.turning.previous")), Buttons.keyCap(commands.get("annotate.turning.next")));
        keys.setMinWidth(Region.USE_PREF_SIZE);
        keys.setAlignment(Pos.CENTER_RIGHT);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        FittingRow figures = new FittingRow();
        figures.getChildren().addAll(title, where, figure, extras, gap, keys, turning);
        figures.extras(List.of(extras, turning));
        figures.setSpacing(8);
        figures.setAlignment(Pos.CENTER_LEFT);
        foreign.setWrapText(true);
        VBox why = new VBox();
        why.setId("why");
        why.getStyleClass().add("why-pane");
        new WhyPane(whyModel, why);
        getChildren().setAll(figures, foreign, chart, why);
    }

    void show(OpenCall now) {
        chart.show(now.forecast(), now.call().turns().size(), now.turningPoints(), now.stages(model.scheme()));
        boolean tell = now.forecast() != null && now.foreign() != null;
        foreign.setText(tell ? Texts.text("annotate.forecast.foreign", Locale.of(now.foreign()).getDisplayLanguage(Locale.ENGLISH)) : "");
        foreign.setVisible(tell);
        foreign.setManaged(tell);
    }

    void select(int turn) {
        chart.select(turn);
    }

    /** What was forecast once this turn was said. */
    void showAt(OpenCall open, int turn) {
        if (open.forecast() == null) {
            where.setText(Texts.text(open.call().sidesSettled() ? "annotate.forecast.none" : "annotate.forecast.sides"));
            figure.setText("");
            extras.setText("");
        } else if (turn >= 0) {
            Forecast now = open.forecast().turns().get(turn);
            where.setText(Texts.text("annotate.forecast.at", turn));
            figure.setText(Texts.text(
                    "annotate.forecast.figure", Figures.percent(now.probability()), Math.round(100 * now.low()), Math.round(100 * now.high())));
            extras.setText(Texts.text("annotate.forecast.extras", Figures.score(now.confidence(), 2), Figures.score(now.novelty(), 2)));
        }
        Hint.on(where, where.getText());
    }
}
