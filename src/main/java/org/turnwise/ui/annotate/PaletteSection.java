package org.turnwise.ui.annotate;

import java.util.List;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.turnwise.ui.common.Hint;
import org.turnwise.ui.common.Parts;

/** Labels of one kind under a heading, in columns. Those that stay when others come or go are not touched. */
final class PaletteSection extends VBox {

    private final Label title = Parts.styled("", "section-title");
    private final Label hint = Parts.styled("", "secondary");
    private final GridPane grid = new GridPane(2, 1);

    PaletteSection(int columns) {
        hint.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        for (int i = 0; i < columns; i++) {
            ColumnConstraints column = new ColumnConstraints();
            // three are so narrow that each takes what its names need
            if (columns < 3) {
                column.setPercentWidth(100.0 / columns);
            }
            column.setHgrow(Priority.ALWAYS);
            grid.getColumnConstraints().add(column);
        }
        getChildren().setAll(new HBox(8, title, gap, hint), grid);
        getStyleClass().add("inspector-section");
    }

    PaletteSection show(String heading, String besides, List<Button> rows) {
        title.setText(heading);
        Hint.on(title, heading);
        hint.setText(besides);
        grid(rows);
        return this;
    }

    /** Only the columns. */
    GridPane grid(List<Button> rows) {
        KeptNodes.show(grid.getChildren(), rows, row -> true);
        int columns = grid.getColumnConstraints().size();
        for (int i = 0; i < rows.size(); i++) {
            place(rows.get(i), i % columns, i / columns);
        }
        return grid;
    }

    /** Saying again where a row already is would lay the grid out anew. */
    private static void place(Button row, int column, int line) {
        if (!Objects.equals(GridPane.getColumnIndex(row), column) || !Objects.equals(GridPane.getRowIndex(row), line)) {
            GridPane.setConstraints(row, column, line);
        }
    }
}
