package org.turnwise.ui.annotate;

import java.util.List;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.ListViewSkin;
import javafx.scene.control.skin.VirtualFlow;

/**
 * Scrolls through a call's turns, which differ in height. Of a turn out of sight it tells the height from how much was said, where the usual flow would
 * lay each out: that takes seconds of a call with thousands of turns, and lays the window out anew sixty times a second until it is done. What comes into
 * view is measured. JavaFX thread.
 */
final class TurnFlow extends VirtualFlow<ListCell<OpenCall.Row>> {

    private static final double CHARACTERS_A_LINE = 95;
    private static final double LINE = 20;
    private static final double ROUND_TEXT = 28;
    private static final double LOWEST = 62;
    private static final double CHIPS = 28;
    private static final double STAGE = 22;
    /** So many of the last turns are measured, so that the end of the list is where its last turn ends. */
    private static final int MEASURED = 48;

    /** Makes a list scroll in this way. */
    static final class Skin extends ListViewSkin<OpenCall.Row> {

        Skin(ListView<OpenCall.Row> list) {
            super(list);
        }

        @Override
        protected VirtualFlow<ListCell<OpenCall.Row>> createVirtualFlow() {
            return new TurnFlow(getSkinnable().getItems());
        }
    }

    private final List<OpenCall.Row> rows;
    /** Never in the window; has the height of the turn that was asked about last. */
    private final ListCell<OpenCall.Row> outOfSight = new ListCell<>();

    private TurnFlow(List<OpenCall.Row> rows) {
        this.rows = rows;
    }

    @Override
    public ListCell<OpenCall.Row> getCell(int index) {
        ListCell<OpenCall.Row> visible = getVisibleCell(index);
        if (visible != null || index < 0 || index >= rows.size() - MEASURED) {
            return super.getCell(index);
        }
        outOfSight.resize(0, height(rows.get(index)));
        return outOfSight;
    }

    private static double height(OpenCall.Row row) {
        double lines = Math.max(1, Math.ceil(row.turn().text().length() / CHARACTERS_A_LINE));
        return Math.max(LOWEST, ROUND_TEXT + lines * LINE) + (row.annotations().isEmpty() ? 0 : CHIPS) + (row.stage() == null ? 0 : STAGE);
    }
}
