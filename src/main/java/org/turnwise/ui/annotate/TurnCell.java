package org.turnwise.ui.annotate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.turnwise.annotation.Annotation;
import org.turnwise.annotation.LabelKind;
import org.turnwise.annotation.Target;
import org.turnwise.call.Participant;
import org.turnwise.call.Side;
import org.turnwise.call.Turn;
import org.turnwise.ui.common.Figures;
import org.turnwise.ui.common.ForecastChart.StageSpan;
import org.turnwise.ui.common.Hint;
import org.turnwise.ui.common.Parts;
import org.turnwise.ui.common.SpeakerColumn;
import org.turnwise.ui.common.Texts;
import org.turnwise.ui.common.Words;

/**
 * One row of the call: a turn with who said it, what was said, its labels and what it did to the forecast, under the heading of the stage that begins with it.
 */
final class TurnCell extends ListCell<OpenCall.Row> {

    /** Keeps a line under about 95 characters however wide the window is. */
    private static final double WIDEST_TEXT = 640;

    private static final double FIGURES = 84;
    private static final double LONGEST_CHIP = 320;
    private static final double BAR_HALF = 18;
    private static final double POINTS_FOR_FULL_BAR = 15;

    private static final Map<Side, PseudoClass> SIDES = Arrays.stream(Side.values())
            .collect(Collectors.toMap(side -> side, side -> PseudoClass.getPseudoClass(Words.lower(side))));

    private final AnnotateViewModel model;
    private final SuggestionChips suggested;

    private final SpeakerColumn.Cell speaker;
    private final SpanText text;
    private final FlowPane chips = new FlowPane(6, 4);
    private final Label percent = Parts.styled("", "mono");
    private final Label change = Parts.styled("", "mono");
    private final Rectangle bar = new Rectangle(0, 6);
    private final Pane barPane = new Pane(bar);
    private final StackPane deltaHolder = new StackPane();
    private final HBox turnBox;
    private final Label stageName = Parts.styled("", "semibold");
    private final Label stageTurns = Parts.styled("", "muted");
    private final Region stageMark = new Region();
    private final HBox stageBox = new HBox(stageMark, stageName, stageTurns);
    private final VBox both;
    private @Nullable Side side;
    /** What the chips say, so that those that say it already stay. */
    private List<Object> labelsShown = List.of();

    TurnCell(AnnotateViewModel model, SuggestionsViewModel suggestions, SuggestionChips suggested, SpeakerColumn speakers, ObservableValue<Number> listWidth) {
        this.model = model;
        speaker = speakers.new Cell();
        this.suggested = suggested;
        text = new SpanText((from, to) -> {
            if (getItem() instanceof OpenCall.Row row) {
                model.choice().draw(DrawnSpan.drawn(row.turn().ordinal(), row.turn().text(), from, to));
            }
        });
        // a cell that the list has no use for any more must not be held by what it listens to
        ObservableValue<Boolean> inUse = sceneProperty().map(Objects::nonNull).orElse(false);
        model.choice().drawnProperty().when(inUse).subscribe(drawn -> {
            if (getItem() instanceof OpenCall.Row row) {
                showText(row);
            }
        });
        suggestions.openProperty().when(inUse).subscribe((before, now) -> showSuggested(ordinal -> !Objects.equals(before.get(ordinal), now.get(ordinal))));
        suggestions.precisionsProperty().when(inUse).subscribe((before, now) -> {
            labelsShown = List.of();
            showSuggested(ordinal -> true);
        });
        model.selectedProperty().when(inUse).subscribe(
                (before, now) -> showSuggested(ordinal -> ordinal == before.intValue() || ordinal == now.intValue()));
        stageBox.getStyleClass().add("stage-row");
        text.setMaxWidth(WIDEST_TEXT);
        // left to itself it is never narrower than its longest part, however long that is
        chips.setMinWidth(0);
        VBox said = new VBox(6, text, chips);
        said.setMaxWidth(WIDEST_TEXT);
        said.setMinWidth(0);
        // the list asks for the height before it gives the width
        chips.prefWrapLengthProperty().bind(said.widthProperty().map(room -> room.doubleValue() <= 0 ? LONGEST_CHIP : room.doubleValue()));
        HBox.setHgrow(said, Priority.ALWAYS);
        turnBox = new HBox(sideBar(), speaker, said, figuresBox());
        turnBox.getStyleClass().add("turn-cell");
        both = new VBox(stageBox, turnBox);
        setGraphic(both);
        prefWidthProperty().bind(listWidth.map(width -> width.doubleValue() - 18));
        setMaxWidth(Region.USE_PREF_SIZE);
    }

    @Override
    protected void updateItem(OpenCall.@Nullable Row row, boolean empty) {
        super.updateItem(row, empty);
        // a graphic that is taken away and put back is styled anew, so an empty cell keeps it out of sight
        both.setVisible(row != null && !empty);
        if (row == null || empty) {
            setAccessibleText(null);
            return;
        }
        showStage(row.stage());
        showTurn(row);
    }

    private void showStage(@Nullable StageSpan span) {
        stageBox.setVisible(span != null);
        stageBox.setManaged(span != null);
        if (span != null) {
            stageName.setText(span.name());
            stageTurns.setText(Texts.text("annotate.stage.turns", span.from(), span.to()));
            style(stageMark, "stage-mark", span.style());
        }
    }

    private void showTurn(OpenCall.Row row) {
        Turn turn = row.turn();
        Participant says = row.call().speakerOf(turn);
        if (side != says.side()) {
            side = says.side();
            // as a class of its own it would have all that is in the row styled anew
            SIDES.forEach((each, state) -> turnBox.pseudoClassStateChanged(state, each == side));
        }
        speaker.show(row.call(), turn);
        showText(row);
        showLabels(row);
        showForecast(row);
        String stage = row.stage() == null ? "" : stageName.getText() + " " + stageTurns.getText() + ". ";
        setAccessibleText(stage + says.name() + ": " + turn.text() + " " + suggested.spoken(turn.ordinal()));
    }

    private void showText(OpenCall.Row row) {
        String said = row.turn().text();
        List<SpanText.Mark> marks = new ArrayList<>();
        for (Annotation annotation : row.annotations()) {
            if (annotation.target() instanceof Target.OfSpan span && span.misfit(row.call()).isEmpty()) {
                String tone = model.scheme().label(annotation.label()).map(label -> Words.lower(label.tone())).orElse("neutral");
                marks.add(new SpanText.Mark(said.offsetByCodePoints(0, span.from()), said.offsetByCodePoints(0, span.to()), "tone-" + tone));
            }
        }
        DrawnSpan drawn = model.choice().drawnProperty().get();
        if (drawn != null && drawn.ordinal() == row.turn().ordinal()) {
            marks.add(new SpanText.Mark(drawn.start(), drawn.end(), "drawn"));
        }
        text.show(said, marks);
    }

    private void showSuggested(IntPredicate changed) {
        if (getItem() instanceof OpenCall.Row row && changed.test(row.turn().ordinal())) {
            showLabels(row);
        }
    }

    private void showLabels(OpenCall.Row row) {
        int ordinal = row.turn().ordinal();
        boolean inHand = model.selectedProperty().get() == ordinal;
        List<Object> wanted = List.of(ordinal, row.annotations(), suggested.of(ordinal), inHand, model.scheme());
        if (wanted.equals(labelsShown)) {
            return;
        }
        labelsShown = wanted;
        chips.getChildren().clear();
        deltaHolder.getChildren().clear();
        for (Annotation annotation : row.annotations()) {
            switch (annotation.kind()) {
                case ACT, OBJECTION, FLAG, QUALITY -> chips.getChildren().add(labelChip(annotation));
                case RESOLUTION -> chips.getChildren().add(episodeChip(annotation, row.turn().ordinal()));
                case DELTA -> deltaHolder.getChildren().setAll(Parts.deltaPill(LabelKind.delta(annotation.label())));
                case NOTE -> chips.getChildren().add(noteChip(annotation));
                case STAGE, OUTCOME, SEVERITY, STATUS -> {}
            }
        }
        chips.getChildren().addAll(suggested.on(ordinal, inHand));
        chips.setVisible(!chips.getChildren().isEmpty());
        chips.setManaged(!chips.getChildren().isEmpty());
        // what gets its skin while a frame is made leaves a second frame to be made, of the whole window
        chips.applyCss();
    }

    private Label labelChip(Annotation annotation) {
        Label chip = model.scheme().label(annotation.label()).map(Parts::chip).orElseGet(() -> Parts.styled(annotation.label(), "chip", "tone-neutral"));
        if (annotation.target() instanceof Target.OfSpan span) {
            chip.setText(chip.getText() + ": “" + span.quote().replaceAll("\\s+", " ") + "”");
            limit(chip);
            Hint.on(chip, span.quote());
        }
        return chip;
    }

    /** Where it begins, how far it goes and how it ended; on its other turns where it began. */
    private Label episodeChip(Annotation resolution, int ordinal) {
        List<Integer> turns = resolution.target().ordinals();
        String ended = model.scheme().label(resolution.label()).map(org.turnwise.annotation.Label::name).orElse(resolution.label());
        String tone = model.scheme().label(resolution.label()).map(label -> Words.lower(label.tone())).orElse("neutral");
        Label chip = ordinal == turns.getFirst()
                ? Parts.styled(
                        Texts.text(turns.size() == 1 ? "annotate.episode.on" : "annotate.episode.from", turns.getFirst(), turns.getLast(), ended),
                        "chip", "tone-" + tone)
                : Parts.styled(Texts.text("annotate.episode.part", turns.getFirst()), "chip", "tone-neutral");
        chip.setGraphic(Parts.icon(Feather.LINK));
        return chip;
    }

    private void limit(Label chip) {
        chip.maxWidthProperty().bind(chips.widthProperty().map(room -> room.doubleValue() <= 0 ? LONGEST_CHIP : Math.min(LONGEST_CHIP, room.doubleValue())));
    }

    private Label noteChip(Annotation note) {
        String words = note.text() == null ? "" : note.text();
        Label chip = Parts.styled(words, "chip", "tone-neutral");
        chip.setGraphic(Parts.icon(Feather.MESSAGE_SQUARE));
        limit(chip);
        Hint.on(chip, words);
        return chip;
    }

    private void showForecast(OpenCall.Row row) {
        boolean known = row.forecast() != null && row.change() != null;
        percent.setVisible(known);
        change.setVisible(known);
        barPane.setVisible(known);
        if (row.forecast() == null || row.change() == null) {
            return;
        }
        long points = row.change();
        percent.setText(Figures.percent(row.forecast().probability()));
        change.setText(Figures.signed(points));
        style(change, "label", "mono", points > 0 ? "good" : points < 0 ? "bad" : "muted");
        double width = Math.min(1, Math.abs(points) / POINTS_FOR_FULL_BAR) * BAR_HALF;
        bar.setX(points >= 0 ? BAR_HALF : BAR_HALF - width);
        bar.setWidth(width);
        style(bar, points >= 0 ? "advantage-up" : "advantage-down");
    }

    /** Styles that are set again count as new ones, and cost as much. */
    private static void style(Node node, String... styles) {
        if (!node.getStyleClass().equals(List.of(styles))) {
            node.getStyleClass().setAll(styles);
        }
    }

    private static Region sideBar() {
        Region bar = new Region();
        bar.getStyleClass().add("side-bar");
        bar.setMaxHeight(Double.MAX_VALUE);
        HBox.setMargin(bar, new Insets(-9, 0, -9, 0));
        return bar;
    }

    private VBox figuresBox() {
        Line axis = new Line(BAR_HALF, -2, BAR_HALF, 10);
        axis.getStyleClass().add("advantage-axis");
        barPane.getChildren().add(axis);
        barPane.setMinSize(2 * BAR_HALF, 8);
        barPane.setMaxSize(2 * BAR_HALF, 8);
        HBox advantage = new HBox(6, barPane, change);
        advantage.setAlignment(Pos.CENTER_RIGHT);
        change.setMinWidth(28);
        change.setAlignment(Pos.CENTER_RIGHT);
        deltaHolder.setAlignment(Pos.CENTER_RIGHT);
        VBox box = new VBox(4, percent, advantage, deltaHolder);
        box.setAlignment(Pos.TOP_RIGHT);
        box.setMinWidth(FIGURES);
        box.setPrefWidth(FIGURES);
        return box;
    }
}
