package org.turnwise.ui.rewards;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.turnwise.call.CallHeader;
import org.turnwise.call.Participant;
import org.turnwise.call.Side;
import org.turnwise.intake.crm.deal.Deal;
import org.turnwise.ui.common.Figures;
import org.turnwise.ui.common.Parts;
import org.turnwise.ui.common.Texts;

/** A call, the deal it may belong to, how sure that is and why; buttons on the row a person looks at. */
final class MatchCell extends ListCell<MatchesViewModel.Open> {

    private static final double FIGURE_WIDTH = 48;
    /** With keys, so that nothing moves when they come in. */
    private static final double BUTTONS_WIDTH = 152;
    private final MatchesViewModel model;

    MatchCell(MatchesViewModel model) {
        this.model = model;
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(MatchesViewModel.@Nullable Open open, boolean empty) {
        super.updateItem(open, empty);
        setText(null);
        setGraphic(open == null || empty ? null : row(open));
    }

    /** Keys act on the row a person looks at, so only that one names them. */
    @Override
    public void updateSelected(boolean selected) {
        super.updateSelected(selected);
        MatchesViewModel.Open open = getItem();
        if (open != null && !isEmpty()) {
            setGraphic(row(open));
        }
    }

    private HBox row(MatchesViewModel.Open open) {
        double confidence = open.pending().match().confidence();
        ProgressBar bar = new ProgressBar(confidence);
        bar.getStyleClass().add("match-bar");
        VBox figure = new VBox(3, Parts.styled(Figures.score(confidence, 2), "mono"), bar);
        figure.setAlignment(Pos.CENTER_LEFT);
        figure.setMinWidth(FIGURE_WIDTH);
        figure.setMaxWidth(FIGURE_WIDTH);
        VBox call = call(open);
        VBox deal = deal(open);
        HBox.setHgrow(call, Priority.ALWAYS);
        HBox.setHgrow(deal, Priority.ALWAYS);
        HBox row = new HBox(12, figure, call, Parts.icon(Feather.ARROW_RIGHT), deal, buttons(open));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("match-cell");
        return row;
    }

    private static VBox call(MatchesViewModel.Open open) {
        CallHeader call = open.pending().call();
        String email = call.participants().stream().filter(person -> person.side() != Side.REP).map(Participant::email).filter(found -> found != null)
                .findFirst().orElse(Texts.text("rewards.noemail"));
        String about = Stream.of(call.startedAt() == null ? null : Figures.day(call.startedAt()), call.rep(), email)
                .filter(part -> part != null)
                .collect(Collectors.joining(" · "));
        return column(Parts.styled(call.title(), "medium"), Parts.styled(about, "secondary"), Parts.styled(open.pending().match().reason(), "match-reason"));
    }

    private static VBox deal(MatchesViewModel.Open open) {
        Optional<Deal> found = open.candidate().map(candidate -> candidate.deal());
        if (found.isEmpty()) {
            return column(Parts.styled(Texts.text("rewards.nodeal"), "secondary"));
        }
        Deal deal = found.get();
        String name = deal.accountName() == null ? deal.name() : deal.accountName();
        String about = Stream.of(
                        deal.name().equals(name) ? null : deal.name(), deal.outcome().title(),
                        deal.closedOn() == null ? deal.stage() : String.valueOf(deal.closedOn()),
                        deal.amount() == null ? null : Figures.count(deal.amount().longValue()))
                .filter(part -> part != null && !part.isEmpty())
                .collect(Collectors.joining(" · "));
        int others = open.pending().candidates().size();
        Label which = Parts.styled(others > 1 ? Texts.text("rewards.which", open.shown() + 1, others, "C") : "", "secondary");
        return column(Parts.styled(name, "medium"), Parts.styled(about, "secondary"), which);
    }

    private static VBox column(Label... lines) {
        VBox column = new VBox(1);
        Stream.of(lines).filter(line -> !line.getText().isEmpty()).forEach(line -> {
            line.setTooltip(new Tooltip(line.getText()));
            column.getChildren().add(line);
        });
        column.setMinWidth(0);
        column.setPrefWidth(0);
        return column;
    }

    private HBox buttons(MatchesViewModel.Open open) {
        Button match = button("rewards.match", "M", open, model::accept);
        if (isSelected()) {
            match.getStyleClass().add("accent");
        }
        match.setDisable(open.candidate().isEmpty());
        HBox buttons = new HBox(6, match, button("rewards.nomatch", "N", open, model::decline));
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.setMinWidth(BUTTONS_WIDTH);
        buttons.setMaxWidth(BUTTONS_WIDTH);
        return buttons;
    }

    private Button button(String text, String key, MatchesViewModel.Open open, Runnable action) {
        Button button = new Button(Texts.text(text + ".short"));
        button.setTooltip(new Tooltip(Texts.text(text + ".hint") + "  " + key));
        if (isSelected()) {
            button.setGraphic(Parts.keyCap(key));
            button.setContentDisplay(ContentDisplay.RIGHT);
        }
        button.setFocusTraversable(false);
        button.setOnAction(event -> {
            model.select(open);
            action.run();
        });
        return button;
    }
}
