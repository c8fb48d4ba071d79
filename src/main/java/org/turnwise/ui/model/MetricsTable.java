package org.turnwise.ui.model;

import java.util.function.ToDoubleFunction;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.turnwise.scoring.Metrics;
import org.turnwise.scoring.ScorerVersion;
import org.turnwise.ui.common.Figures;
import org.turnwise.ui.common.Parts;
import org.turnwise.ui.common.Texts;

/** Four measures for two heads; the selected version, the active one and the class prior below each other. */
final class MetricsTable {

    private static final String[] MEASURES = {"auc", "brier", "logloss", "ece"};

    private final GridPane grid;

    MetricsTable(GridPane grid) {
        this.grid = grid;
        ColumnConstraints names = new ColumnConstraints(120, 160, Double.MAX_VALUE, Priority.ALWAYS, HPos.LEFT, true);
        grid.getColumnConstraints().add(names);
        for (int i = 0; i < 2 * MEASURES.length; i++) {
            ColumnConstraints figure = new ColumnConstraints(i % 4 == 0 ? 96 : 82);
            figure.setHalignment(HPos.RIGHT);
            figure.setHgrow(Priority.SOMETIMES);
            grid.getColumnConstraints().add(figure);
        }
    }

    void show(ScorerVersion version, @Nullable ScorerVersion active) {
        grid.getChildren().clear();
        head();
        int row = 3;
        row("accent", Texts.text("model.row." + version.status().name().toLowerCase(java.util.Locale.ROOT), version.number()), version, version.metrics(),
                version.finished(), row++);
        if (active != null && active.number() != version.number()) {
            row("good", Texts.text("model.row.active", active.number()), active, active.metrics(), active.finished(), row++);
        }
        row("none", Texts.text("model.row.prior"), null, version.prior(), version.priorFinished(), row);
    }

    private void head() {
        cell(Parts.styled(""), "metrics-group", 0, 0, 1);
        cell(Parts.styled(Texts.text("model.live"), "section-title"), "metrics-group", 1, 0, 4);
        cell(Parts.styled(Texts.text("model.finishedcall"), "section-title"), "metrics-group", 5, 0, 4);
        cell(Parts.styled(Texts.text("model.scorer"), "section-title"), "metrics-head", 0, 1, 1);
        cell(Parts.styled(""), "metrics-better", 0, 2, 1);
        for (int i = 0; i < 2 * MEASURES.length; i++) {
            String measure = MEASURES[i % 4];
            cell(Parts.styled(Texts.text("model." + measure + ".head"), "section-title"), "metrics-head", 1 + i, 1, 1);
            cell(Parts.styled(Texts.text(measure.equals("auc") ? "model.higher" : "model.lower"), "mono-small", "muted"), "metrics-better", 1 + i, 2, 1);
        }
    }

    private void row(String mark, String name, @Nullable ScorerVersion owner, Metrics live, Metrics finished, int row) {
        Label label = Parts.styled(name, mark.equals("accent") ? "semibold" : "row-name");
        label.setMinWidth(0);
        cell(label, "metrics-cell", 0, row, 1);
        figures(owner, live, row, 1);
        figures(owner, finished, row, 5);
    }

    private void figures(@Nullable ScorerVersion owner, Metrics metrics, int row, int column) {
        double margin = owner == null ? Double.NaN : Verdict.aucMargin(owner, metrics);
        HBox auc = new HBox(4, figure(metrics, Metrics::auc, 2));
        if (!Double.isNaN(margin)) {
            auc.getChildren().add(Parts.styled("±" + Figures.score(margin, 2), "mono-small", "muted"));
        }
        cell(auc, "metrics-cell", column, row, 1);
        cell(figure(metrics, Metrics::brier, 3), "metrics-cell", column + 1, row, 1);
        cell(figure(metrics, Metrics::logLoss, 3), "metrics-cell", column + 2, row, 1);
        cell(figure(metrics, Metrics::ece, 3), "metrics-cell", column + 3, row, 1);
    }

    private static Label figure(Metrics metrics, ToDoubleFunction<Metrics> measure, int decimals) {
        return Parts.styled(Figures.score(measure.applyAsDouble(metrics), decimals), "mono");
    }

    /** Cells are boxes that fill their place, so that the hairline below a row has no gaps. */
    private void cell(Node content, String style, int column, int row, int span) {
        HBox box = new HBox(content);
        box.getStyleClass().addAll(style, column == 0 ? "first-column" : "figure-column");
        if (column == 5) {
            box.getStyleClass().add("second-head");
        }
        box.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        grid.add(box, column, row, span, 1);
    }
}
