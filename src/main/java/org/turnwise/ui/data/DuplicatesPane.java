package org.turnwise.ui.data;

import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.feather.Feather;
import org.turnwise.call.Call;
import org.turnwise.call.Participant;
import org.turnwise.call.Turn;
import org.turnwise.intake.duplicates.Comparison;
import org.turnwise.ui.command.Commands;
import org.turnwise.ui.common.Buttons;
import org.turnwise.ui.common.EmptyState;
import org.turnwise.ui.common.Figures;
import org.turnwise.ui.common.Notice;
import org.turnwise.ui.common.Parts;
import org.turnwise.ui.common.Texts;
import org.turnwise.ui.common.Wording;
import org.turnwise.ui.common.Words;

/** Two calls side by side that may be one: what each source knows, and the same words as each wrote them. */
final class DuplicatesPane extends VBox {

    private final DuplicatesViewModel model;
    private final Commands commands;
    private final Label summary = Parts.styled("", "secondary");
    private final GridPane grid = new GridPane();
    private final ScrollPane scroll = new ScrollPane(grid);
    private final StackPane instead = new StackPane();
    private final HBox actions = new HBox(8);
    private final Button keepBetter;
    private final Button keepOther;

    DuplicatesPane(DuplicatesViewModel model, Commands commands) {
        this.model = model;
        this.commands = commands;
        Label title = Parts.styled(Texts.text("data.twice"), "pane-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        HBox header = new HBox(title, summary, gap(), whole(Buttons.of(commands.get("data.previouspair"))), whole(Buttons.of(commands.get("data.nextpair"))));
        header.getStyleClass().add("filter-row");
        ColumnConstraints labels = new ColumnConstraints(86);
        grid.getColumnConstraints().setAll(
                labels, new ColumnConstraints(0, 400, Double.MAX_VALUE, Priority.ALWAYS, null, true),
                new ColumnConstraints(0, 400, Double.MAX_VALUE, Priority.ALWAYS, null, true));
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        StackPane body = new StackPane(scroll, instead);
        instead.getStyleClass().add("covers");
        VBox.setVgrow(body, Priority.ALWAYS);
        keepBetter = whole(Buttons.of(commands.get("data.keepbetter")));
        keepBetter.getStyleClass().add("accent");
        keepOther = whole(Buttons.of(commands.get("data.keepother")));
        keepOther.setMaxWidth(230);
        keepBetter.setMaxWidth(260);
        Label nothing = Parts.styled(Texts.text("data.twice.kept"), "secondary");
        nothing.setMinWidth(0);
        nothing.setTooltip(new Tooltip(Texts.text("data.twice.kept.why")));
        actions.getChildren().setAll(
                nothing, gap(), whole(Buttons.of(commands.get("data.takeback"))), whole(Buttons.of(commands.get("data.keepboth"))), keepOther, keepBetter);
        actions.getStyleClass().add("side-keys");
        actions.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(header, body, actions);
        InvalidationListener show = changed -> show();
        model.comparedProperty().addListener(show);
        model.countProperty().addListener(show);
        model.loadedProperty().addListener(show);
        model.noticeProperty().addListener(show);
        show();
    }

    private static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    private static Button whole(Button button) {
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    private void show() {
        DuplicatesViewModel.Compared pair = model.comparedProperty().get();
        Notice notice = model.noticeProperty().get();
        scroll.setVisible(pair != null && notice == null);
        instead.setVisible(pair == null || notice != null);
        grid.getChildren().clear();
        summary.setText("");
        if (notice != null) {
            instead.getChildren().setAll(new EmptyState(Feather.ALERT_OCTAGON, notice.title(), notice.text()));
        } else if (pair == null) {
            instead.getChildren().setAll(model.loadedProperty().get() && model.countProperty().get() == 0
                    ? new EmptyState(Feather.COPY, Texts.text("data.twice.none"), Texts.text("data.twice.none.why"))
                    : new EmptyState(Feather.COPY, Texts.text("data.comparing"), ""));
        } else {
            show(pair);
        }
    }

    private void show(DuplicatesViewModel.Compared pair) {
        Long apart = pair.pair().apartMs();
        summary.setText(Texts.text("data.twice.pair", model.atProperty().get() + 1, model.countProperty().get(), Math.round(100 * pair.comparison().common()))
                + (apart == null ? Texts.text("data.twice.nostart") : Texts.text("data.twice.apart", Figures.clock(apart))));
        boolean sameTool = source(pair.better()).equals(source(pair.other()));
        keepBetter.setText(Texts.text("data.keepbetter.n", sameTool ? Texts.text("data.source.left") : source(pair.better())));
        keepOther.setText(Texts.text("data.keepother.n", sameTool ? Texts.text("data.source.right") : source(pair.other())));
        Call better = pair.better();
        Call other = pair.other();
        heading(better, other);
        row("data.twice.starts", start(better), start(other), false);
        row("data.twice.times", Texts.text("data.timing." + Words.lower(better.timing())), Texts.text("data.timing." + Words.lower(other.timing())),
                better.timing().compareTo(other.timing()) < 0);
        row("data.twice.length", length(better), length(other), false);
        row("data.twice.turns", Figures.count(better.turns().size()), Figures.count(other.turns().size()), false);
        row("data.twice.speakers", names(better), names(other), false);
        for (Comparison.Stretch stretch : pair.comparison().stretches()) {
            add(new Label(stretch.oneTurn() == stretch.otherTurn() ? Texts.text("data.twice.turn", stretch.oneTurn())
                    : Texts.text("data.twice.turn.both", stretch.oneTurn(), stretch.otherTurn())), flow(stretch.one()), flow(stretch.other()));
        }
    }

    private static String source(Call call) {
        String key = "data.source.short." + call.source().format();
        return Texts.bundle().containsKey(key) ? Texts.text(key) : call.source().format();
    }

    private void heading(Call better, Call other) {
        Label best = Parts.pill(Texts.text("data.twice.better"), "good");
        best.setMinWidth(Region.USE_PREF_SIZE);
        HBox left = new HBox(8, title(better), gap(), best);
        left.setAlignment(Pos.CENTER_LEFT);
        add(new Label(""), left, title(other));
        grid.getChildren().stream().filter(node -> GridPane.getRowIndex(node) == 0).forEach(node -> node.getStyleClass().add("compare-head"));
    }

    private static VBox title(Call call) {
        String name = call.source().name();
        Label file = Parts.styled(name.isBlank() ? call.title() : name, "semibold");
        file.setTooltip(new Tooltip(call.title() + "\n" + call.id()));
        file.setMinWidth(0);
        String key = "data.source." + call.source().format();
        VBox words = new VBox(1, file, Parts.styled(Texts.bundle().containsKey(key) ? Texts.text(key) : call.source().format(), "secondary"));
        words.setMinWidth(0);
        return words;
    }

    private static String start(Call call) {
        return call.startedAt() == null ? Texts.text("data.unknown") : Figures.day(call.startedAt()) + ", " + Figures.timeOfDay(call.startedAt());
    }

    private static String length(Call call) {
        Turn last = call.turns().getLast();
        Long end = last.endMs() == null ? last.startMs() : last.endMs();
        return end == null ? Texts.text("data.unknown") : Figures.clock(end);
    }

    private static String names(Call call) {
        return String.join(", ", call.participants().stream().map(Participant::name).toList());
    }

    private void row(String label, String better, String other, boolean finer) {
        Label one = wrapped(better);
        if (finer) {
            one.setGraphic(Parts.icon(Feather.CHECK));
            one.getStyleClass().add("compare-finer");
        }
        add(new Label(Texts.text(label)), one, wrapped(other));
    }

    private static Label wrapped(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        return label;
    }

    private static TextFlow flow(List<Comparison.Piece> pieces) {
        TextFlow flow = new TextFlow();
        for (Comparison.Piece piece : pieces) {
            if (piece.differs()) {
                Label label = Parts.styled(piece.text(), "differs");
                label.setWrapText(true);
                flow.getChildren().add(label);
                flow.getChildren().add(new Text(" "));
            } else {
                flow.getChildren().addAll(Wording.parts(piece.text() + " ", "said"));
            }
        }
        return flow;
    }

    private void add(Label label, Node better, Node other) {
        int row = grid.getRowCount();
        label.getStyleClass().add("muted");
        int column = 0;
        for (Node node : new Node[] {label, better, other}) {
            StackPane cell = new StackPane(node);
            StackPane.setAlignment(node, Pos.CENTER_LEFT);
            cell.getStyleClass().addAll("compare-cell", column == 0 ? "first" : "further");
            cell.setMinWidth(0);
            GridPane.setValignment(cell, VPos.TOP);
            GridPane.setFillHeight(cell, true);
            grid.add(cell, column++, row);
        }
    }

    @Override
    public void requestFocus() {
        scroll.requestFocus();
    }
}
