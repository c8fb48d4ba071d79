package org.turnwise.ui.common;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Fills the card that tells what came of the last thing done. */
public final class Notices {

    private Notices() {}

    public static void show(HBox card, Notice notice, Feather icon) {
        Label text = Parts.styled(notice.text());
        text.setWrapText(true);
        VBox words = new VBox(2, Parts.styled(notice.title(), "semibold"), text);
        HBox.setHgrow(words, Priority.ALWAYS);
        card.getStyleClass().setAll("notice", notice.tone());
        card.getChildren().setAll(Parts.icon(icon), words);
    }
}
