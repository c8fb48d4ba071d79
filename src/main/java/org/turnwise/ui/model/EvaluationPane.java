package org.turnwise.ui.model;

import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.turnwise.scoring.Head.Standard;
import org.turnwise.scoring.evaluation.EvaluationReport;
import org.turnwise.scoring.evaluation.LearningCurve;
import org.turnwise.scoring.evaluation.Measure;
import org.turnwise.scoring.evaluation.PairedVersions;
import org.turnwise.ui.common.Parts;
import org.turnwise.ui.common.Texts;

/** A whole evaluation: the table by how much was heard, and below it the charts, all from the same report. */
final class EvaluationPane extends VBox {

    private static final List<Measure> MEASURES = List.of(Measure.BRIER, Measure.AUC, Measure.LOG_LOSS, Measure.ECE);

    private final Label facts = Parts.styled("", "secondary");
    private final ToggleGroup measures = new ToggleGroup();
    private final HBox charts = new HBox(12);
    private final EvaluationReport report;
    private final PrefixTable table;
    private final VBox card;

    /** @param learning curves of what labels teach, a chart a quality in their own order, the curve offered first at the head; without any they are left out */
    EvaluationPane(EvaluationReport report, List<LearningCurve> learning) {
        super(12);
        this.report = report;
        GridPane grid = new GridPane();
        grid.getStyleClass().addAll("metrics", "by-prefix");
        table = new PrefixTable(grid);
        card = new VBox(header(), grid);
        card.getStyleClass().addAll("card", "flush");
        facts.setText(Texts.text("model.evaluated", report.folds(), report.calls(), report.customers()));
        measures.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null) {
                measures.selectToggle(before);
            } else {
                table.show(report, (Measure) now.getUserData());
            }
        });
        measures.selectToggle(measures.getToggles().getFirst());
        chart(charts, "reliability", Texts.text("model.chart.reliability.what"), EvaluationCharts.reliability(report, Standard.LIVE));
        chart(charts, "risk", Texts.text("model.chart.risk.what"), EvaluationCharts.risk(report));
        List<LearningCurve.Quality> qualities = learning.stream().map(LearningCurve::quality).distinct().toList();
        HBox teaching = qualities.size() > 1 ? new HBox(12) : charts;
        for (LearningCurve.Quality quality : qualities) {
            List<LearningCurve> curves = learning.stream().filter(curve -> curve.quality() == quality).toList();
            chart(teaching, "learning." + quality.label(), Texts.text("model.chart.learning.what." + quality.label()), EvaluationCharts.learning(curves));
        }
        getChildren().addAll(card, charts);
        if (teaching != charts) {
            getChildren().add(teaching);
        }
    }

    /** Adds to the table what sets it apart from another version, on the calls that both held out. */
    void against(int version, PairedVersions paired) {
        table.against(version, paired);
        table.show(report, (Measure) measures.getSelectedToggle().getUserData());
    }

    /** Says that what the version is compared with was learned with its members, by a full training before it. */
    void comparedByMembersOf(int full) {
        Label words = Parts.styled(Texts.text("model.compared.full", full), "muted", "card-footer");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        card.getChildren().add(words);
    }

    private HBox header() {
        HBox choice = new HBox();
        choice.getStyleClass().add("segments");
        for (Measure measure : MEASURES) {
            ToggleButton button = new ToggleButton(Texts.text("model." + measure.label().toLowerCase(Locale.ROOT) + ".head"));
            button.setUserData(measure);
            button.setToggleGroup(measures);
            button.getStyleClass().add("segment");
            if (measure == MEASURES.getFirst() || measure == MEASURES.getLast()) {
                button.getStyleClass().add(measure == MEASURES.getFirst() ? "first" : "last");
            }
            choice.getChildren().add(button);
        }
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label title = Parts.styled(Texts.text("model.byprefix"), "pane-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        choice.setMinWidth(Region.USE_PREF_SIZE);
        HBox header = new HBox(8, title, facts, space, choice);
        header.getStyleClass().add("card-header");
        return header;
    }

    private static void chart(HBox row, String name, String what, Plot.Content content) {
        Plot plot = new Plot();
        plot.show(content);
        VBox.setVgrow(plot, Priority.ALWAYS);
        Label words = Parts.styled(content.words(), "plot-words");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        VBox card = new VBox(
                2, Parts.styled(Texts.text("model.chart." + name), "pane-title"),
                Parts.styled(what, "secondary"), plot, words);
        card.getStyleClass().addAll("card", "plot-card");
        card.setMinWidth(0);
        card.setPrefWidth(100);
        HBox.setHgrow(card, Priority.ALWAYS);
        row.getChildren().add(card);
    }
}
