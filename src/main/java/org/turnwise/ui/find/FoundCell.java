package org.turnwise.ui.find;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;
import org.turnwise.find.Found;
import org.turnwise.find.Found.FoundTurn;
import org.turnwise.find.Found.Said;
import org.turnwise.ui.common.Figures;
import org.turnwise.ui.common.Parts;
import org.turnwise.ui.common.Texts;
import org.turnwise.ui.common.Wording;
import org.turnwise.ui.common.Words;

/** A turn that was found: whose call, who says it, what was found in it, and in one muted line each what was said before and after. */
final class FoundCell extends ListCell<FoundTurn> {

    /** Lines longer than about 95 characters are hard to follow. */
    private static final double WIDEST_TEXT = 740;
    private static final double WHO = 150;

    private final StackPane mark = new StackPane();
    private final Label who = Parts.styled("", "who");
    private final Label place = Parts.styled("", "secondary", "mono");
    private final Label title = Parts.styled("", "semibold");
    private final Label facts = Parts.styled("", "secondary");
    private final Label before = Parts.styled("", "context");
    private final TextFlow text = new TextFlow();
    private final Label after = Parts.styled("", "context");
    private final HBox box;

    FoundCell(ObservableValue<Number> listWidth) {
        Region bar = new Region();
        bar.getStyleClass().add("side-bar");
        bar.setMaxHeight(Double.MAX_VALUE);
        HBox.setMargin(bar, new Insets(-9, 0, -9, 0));
        HBox name = new HBox(7, mark, who);
        name.setAlignment(Pos.CENTER_LEFT);
        place.setPadding(new Insets(0, 0, 0, 15));
        VBox speaker = new VBox(3, name, place);
        speaker.setPadding(new Insets(0, 8, 0, 13));
        speaker.setMinWidth(WHO);
        speaker.setMaxWidth(WHO);
        title.setMinWidth(0);
        facts.setMinWidth(Region.USE_PREF_SIZE);
        HBox of = new HBox(8, title, facts);
        of.setAlignment(Pos.BASELINE_LEFT);
        for (Label context : List.of(before, after)) {
            context.setTextOverrun(OverrunStyle.ELLIPSIS);
            context.setMinWidth(0);
        }
        VBox said = new VBox(3, of, before, text, after);
        said.setMaxWidth(WIDEST_TEXT);
        said.setMinWidth(0);
        HBox.setHgrow(said, Priority.ALWAYS);
        box = new HBox(bar, speaker, said);
        prefWidthProperty().bind(listWidth.map(width -> width.doubleValue() - 18));
        setMaxWidth(Region.USE_PREF_SIZE);
    }

    @Override
    protected void updateItem(@Nullable FoundTurn turn, boolean empty) {
        super.updateItem(turn, empty);
        if (turn == null || empty) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        Said said = turn.said();
        box.getStyleClass().setAll("turn-cell", Words.lower(said.speaker().side()));
        mark.getChildren().setAll(Parts.sideMark(said.speaker().side()));
        who.setText(said.speaker().name());
        who.setTooltip(new Tooltip(said.speaker().name() + ", " + Words.of(said.speaker().side())));
        place.setText(Texts.text("find.turn", said.turn().ordinal()));
        title.setText(turn.title());
        title.setTooltip(new Tooltip(turn.title()));
        facts.setText((turn.rep() == null ? "" : turn.rep() + " · ") + (turn.startedAt() == null ? Texts.text("find.nodate") : Figures.day(turn.startedAt())));
        context(before, turn.before());
        text.getChildren().setAll(parts(said.turn().text(), turn.matches()));
        context(after, turn.after());
        setAccessibleText(turn.title() + ", " + said.speaker().name() + ": " + said.turn().text());
        setGraphic(box);
    }

    private static void context(Label line, @Nullable Said said) {
        line.setText(said == null ? "" : said.speaker().name() + ": " + said.turn().text().replaceAll("\\s+", " "));
        line.setVisible(said != null);
        line.setManaged(said != null);
    }

    private static List<Text> parts(String said, List<Found.Range> matches) {
        List<Text> parts = new ArrayList<>();
        int at = 0;
        for (Found.Range range : matches) {
            int start = said.offsetByCodePoints(0, range.start());
            int end = said.offsetByCodePoints(0, range.end());
            add(parts, said.substring(at, start), false);
            add(parts, said.substring(start, end), true);
            at = end;
        }
        add(parts, said.substring(at), false);
        return parts;
    }

    private static void add(List<Text> parts, String words, boolean match) {
        if (!words.isEmpty()) {
            for (Text part : Wording.parts(words, "found-text")) {
                if (match) {
                    part.getStyleClass().add("match");
                }
                parts.add(part);
            }
        }
    }
}
