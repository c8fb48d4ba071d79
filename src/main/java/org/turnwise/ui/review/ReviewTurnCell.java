package org.turnwise.ui.review;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.turnwise.annotation.Annotation;
import org.turnwise.annotation.LabelKind;
import org.turnwise.annotation.LabelScheme;
import org.turnwise.call.Participant;
import org.turnwise.call.Turn;
import org.turnwise.ui.common.Figures;
import org.turnwise.ui.common.Parts;
import org.turnwise.ui.common.SpeakerColumn;
import org.turnwise.ui.common.Texts;
import org.turnwise.ui.common.Wording;
import org.turnwise.ui.common.Words;

/** One turn of the call under review, to read: who, what, its labels, what it did to the forecast, how much is said about it. */
final class ReviewTurnCell extends ListCell<ReviewedCall.Row> {

    private static final double FIGURES = 74;

    private final LabelScheme scheme;
    private final SpeakerColumn.Cell speaker;

    /** @param listWidth the cell is a little narrower, so that text wraps and no bar is needed */
    ReviewTurnCell(LabelScheme scheme, SpeakerColumn speakers, ObservableValue<Number> listWidth) {
        this.scheme = scheme;
        speaker = speakers.new Cell();
        prefWidthProperty().bind(listWidth.map(width -> width.doubleValue() - 18));
        setMaxWidth(Region.USE_PREF_SIZE);
    }

    @Override
    protected void updateItem(ReviewedCall.@Nullable Row row, boolean empty) {
        super.updateItem(row, empty);
        setText(null);
        setGraphic(row == null || empty ? null : switch (row) {
            case ReviewedCall.Row.Gap(int turns) -> gap(turns);
            case ReviewedCall.Row.OfTurn turn -> turn(turn);
        });
    }

    private Node gap(int turns) {
        String words = turns == 1 ? Texts.text("review.gap.one") : Texts.text("review.gap", turns);
        setAccessibleText(words);
        HBox gap = new HBox(Parts.styled(words, "secondary"));
        gap.getStyleClass().add("review-gap");
        return gap;
    }

    private Node turn(ReviewedCall.Row.OfTurn row) {
        Turn turn = row.turn();
        Participant says = row.of().call().speakerOf(turn);
        speaker.show(row.of().call(), turn);
        setAccessibleText(says.name() + ": " + turn.text());
        Region bar = new Region();
        bar.getStyleClass().add("side-bar");
        bar.setMaxHeight(Double.MAX_VALUE);
        HBox.setMargin(bar, new Insets(-9, 0, -9, 0));
        Wording said = new Wording("turn-words");
        said.getStyleClass().add("turn-text");
        said.show(turn.text());
        VBox middle = new VBox(6, said);
        middle.setMinWidth(0);
        HBox.setHgrow(middle, Priority.ALWAYS);
        if (!row.labels().isEmpty()) {
            FlowPane chips = new FlowPane(4, 4);
            chips.setMinWidth(0);
            row.labels().forEach(annotation -> chips.getChildren().add(chip(annotation)));
            middle.getChildren().add(chips);
        }
        HBox box = new HBox(bar, speaker, middle, figures(row));
        box.getStyleClass().addAll("turn-cell", Words.lower(says.side()));
        return box;
    }

    private Label chip(Annotation annotation) {
        return switch (annotation.kind()) {
            case DELTA -> Parts.deltaPill(LabelKind.delta(annotation.label()));
            case NOTE -> {
                Label note = Parts.styled(annotation.text() == null ? "" : annotation.text(), "chip", "tone-neutral");
                note.setGraphic(Parts.icon(Feather.MESSAGE_SQUARE));
                note.setMaxWidth(260);
                note.setTooltip(new Tooltip(note.getText()));
                yield note;
            }
            case STAGE, ACT, OBJECTION, FLAG, QUALITY, RESOLUTION, SEVERITY, OUTCOME, STATUS ->
                scheme.label(annotation.label()).map(Parts::chip).orElseGet(() -> Parts.styled(annotation.label(), "chip", "tone-neutral"));
        };
    }

    private static Node figures(ReviewedCall.Row.OfTurn row) {
        VBox figures = new VBox(4);
        figures.setAlignment(Pos.TOP_RIGHT);
        figures.setMinWidth(FIGURES);
        Long change = row.of().change(row.turn().ordinal());
        if (row.of().forecast() != null && change != null) {
            figures.getChildren().addAll(
                    Parts.styled(Figures.percent(row.of().forecast().turns().get(row.turn().ordinal()).probability()), "mono"),
                    Parts.styled(Figures.signed(change), "mono", change > 0 ? "good" : change < 0 ? "bad" : "muted"));
        }
        if (row.comments() > 0) {
            Label comments = Parts.styled(String.valueOf(row.comments()), "mono", "accent-text");
            comments.setGraphic(Parts.icon(Feather.MESSAGE_SQUARE));
            figures.getChildren().add(comments);
        }
        return figures;
    }
}
