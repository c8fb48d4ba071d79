package org.turnwise.ui.rewards;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.turnwise.intake.crm.deal.Deal;
import org.turnwise.intake.crm.matching.Match;
import org.turnwise.reward.Baselines;
import org.turnwise.reward.Outcomes;
import org.turnwise.reward.RewardSignal;
import org.turnwise.reward.SourceRow;
import org.turnwise.ui.common.Figures;
import org.turnwise.ui.common.Parts;
import org.turnwise.ui.common.Texts;
import org.turnwise.ui.common.Words;

/** One step from the CRM's row to the reward and its turns: what it is, what it says, where and when. */
final class TrailCell extends ListCell<TrailStep> {

    private static final double BARS_HEIGHT = 48;
    private static final int MOST_BARS = 120;

    TrailCell() {
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable TrailStep step, boolean empty) {
        super.updateItem(step, empty);
        setText(null);
        setGraphic(step == null || empty ? null : box(step));
    }

    private static Node box(TrailStep step) {
        return switch (step) {
            case TrailStep.OfDeal deal -> deal(deal);
            case TrailStep.OfMatch match -> match(match);
            case TrailStep.LeftOut left -> cell(false, line(title(Feather.SLASH, Texts.text("rewards.leftout")), new Label()), words(left.why()));
            case TrailStep.OfSignal signal -> signal(signal);
            case TrailStep.OfReward reward -> reward(reward);
            case TrailStep.OfTurns turns -> turns(turns.changes());
        };
    }

    private static Node deal(TrailStep.OfDeal step) {
        Deal deal = step.deal();
        String account = deal.accountName() == null ? deal.name() : deal.accountName();
        String row = Texts.text("rewards.row.place", deal.row().file(), deal.row().line(), deal.id());
        String stage = Stream.of(
                        deal.stage() == null ? null : Texts.text("rewards.row.stage", deal.stage()),
                        step.stage() == null ? null : Texts.text("rewards.row.stagethen", step.stage()),
                        deal.closedOn() == null ? null : Texts.text("rewards.row.closed", deal.closedOn()),
                        step.versions() > 1 ? Texts.text("rewards.row.versions", step.versions()) : null)
                .filter(part -> part != null)
                .reduce((a, b) -> a + " · " + b)
                .orElse("");
        return cell(false, line(title(Feather.FILE_TEXT, Texts.text("rewards.row", account)), Parts.outcomePill(deal.outcome())), words(row), words(stage),
                cells(deal.row()));
    }

    private static Node match(TrailStep.OfMatch step) {
        Match match = step.match();
        String what = Texts.text("rewards.match." + Words.lower(match.state()));
        Label confidence = Parts.styled(match.holds() || match.state() == Match.State.PENDING ? Figures.score(match.confidence(), 2) : "–", "mono");
        String who = match.by().equals(Match.MACHINE) ? "" : " · " + match.by();
        return cell(!step.latest(), line(title(Feather.LINK, what), confidence), words(match.reason()), words(Figures.day(match.at()) + who));
    }

    private static Node signal(TrailStep.OfSignal step) {
        RewardSignal signal = step.signal();
        Label origin = title(switch (signal.origin()) {
            case CRM -> Feather.FILE_TEXT;
            case DEAL -> Feather.BRIEFCASE;
            case DATASET -> Feather.DATABASE;
            case ANALYST -> Feather.USER;
            case REVIEWER -> Feather.USER_CHECK;
        }, Texts.text("rewards.origin." + Words.lower(signal.origin())));
        Label evidence = words(signal.evidence());
        String reward = signal.reward() == null
                ? Texts.text("rewards.saysnothing")
                : Texts.text("rewards.worth", Figures.reward(signal.reward()), signal.policyVersion());
        Label worth = words(reward + " · " + Texts.text("rewards.reliability", Figures.score(signal.reliability(), 2)));
        HBox top = line(origin, signal.kind() == null ? Parts.pill(Texts.text("rewards.withdrawn"), "") : Parts.outcomePill(signal.kind()));
        HBox middle = line(evidence, Parts.styled(Figures.day(signal.at()) + " " + Figures.timeOfDay(signal.at()).substring(0, 5), "mono-small", "muted"));
        Label row = cells(signal.origin() == RewardSignal.Origin.DEAL ? null : signal.row()); // a deal's row stands above
        return cell(step.state() != TrailStep.OfSignal.State.IN_FORCE, top, middle, row, line(worth, state(step)));
    }

    private static Label state(TrailStep.OfSignal step) {
        Label label = Parts.styled(switch (step.state()) {
            case IN_FORCE -> Texts.text("rewards.inforce");
            case SUPERSEDED -> Texts.text("rewards.superseded");
            case WITHDRAWAL -> Texts.text("rewards.takenback");
        }, "secondary");
        if (step.state() == TrailStep.OfSignal.State.IN_FORCE) {
            label.setGraphic(Parts.icon(Feather.CHECK));
            label.getStyleClass().add("good");
        }
        return label;
    }

    private static Node reward(TrailStep.OfReward step) {
        Double reward = step.known().reward();
        Label figure = Parts.styled(reward == null ? Texts.text("rewards.none") : Figures.reward(reward), "mono", "semibold");
        String weight = switch (step.known().kind().conversion()) {
            case YES, NO -> Texts.text("rewards.counts", Figures.score(step.known().weight(), 2), step.policyVersion());
            case CENSORED, SILENT -> Texts.text("rewards.counts.not", step.policyVersion());
        };
        return cell(
                false, line(title(Feather.AWARD, Texts.text("rewards.reward")), figure), words(made(step.known())), words(weight),
                usual(step.ofSegment()), usual(step.ofRep()));
    }

    /** Of one outcome alone the figure says it all. */
    private static String made(Outcomes.Known known) {
        return known.made().size() < 2 ? "" : MadeOf.words(known.made());
    }

    private static Label usual(Baselines.@Nullable Relative relative) {
        Label label = words(relative == null ? "" : UsualWords.of(relative));
        if (relative != null) {
            label.setTooltip(new Tooltip(UsualWords.of(relative) + "\n" + Texts.text("rewards.usual.why")));
        }
        return label;
    }

    /** What a row said, cell by cell, as it was written; whole in the tooltip. */
    private static Label cells(@Nullable SourceRow row) {
        if (row == null || row.cells().isEmpty()) {
            return words("");
        }
        Label label = words(row.cells().entrySet().stream().map(cell -> cell.getKey() + ": " + cell.getValue()).collect(Collectors.joining(" · ")));
        label.setTooltip(new Tooltip(row.cells().entrySet().stream().map(cell -> cell.getKey() + ": " + cell.getValue()).collect(Collectors.joining("\n"))));
        return label;
    }

    /** A bar a turn about a zero line, up where the value rose. */
    private static Node turns(List<Double> changes) {
        double most = changes.stream().mapToDouble(Math::abs).max().orElse(0);
        HBox bars = new HBox(1);
        bars.setAlignment(Pos.CENTER_LEFT);
        bars.setMinHeight(BARS_HEIGHT);
        for (double change : changes.subList(0, Math.min(MOST_BARS, changes.size()))) {
            Region bar = new Region();
            double height = most == 0 ? 1 : Math.max(1, Math.abs(change) / most * BARS_HEIGHT / 2);
            bar.getStyleClass().addAll("turn-bar", change < 0 ? "down" : "up");
            bar.setMinHeight(height);
            bar.setMaxHeight(height);
            bar.setTranslateY(change < 0 ? height / 2 : -height / 2);
            bar.setPrefWidth(7);
            bar.setMaxWidth(7);
            HBox.setHgrow(bar, Priority.SOMETIMES);
            bars.getChildren().add(bar);
        }
        double sum = changes.stream().mapToDouble(Double::doubleValue).sum();
        String text = Texts.text("rewards.turns.text", Figures.reward(sum));
        return cell(false, line(title(Feather.BAR_CHART_2, Texts.text("rewards.turns")),
                Parts.styled(Texts.text("rewards.turns.count", changes.size()), "mono")), words(text), bars);
    }

    private static Node cell(boolean past, Node... lines) {
        VBox box = new VBox(3);
        Stream.of(lines).filter(line -> !(line instanceof Label label) || !label.getText().isEmpty()).forEach(box.getChildren()::add);
        box.getStyleClass().add("signal-cell");
        if (past) {
            box.getStyleClass().add("past");
        }
        return box;
    }

    private static Label title(Feather icon, String text) {
        Label label = Parts.styled(text, "semibold");
        label.setGraphic(Parts.icon(icon));
        return label;
    }

    private static Label words(String text) {
        Label label = Parts.styled(text, "secondary");
        if (!text.isEmpty()) {
            label.setTooltip(new Tooltip(text));
        }
        return label;
    }

    private static HBox line(Label left, Label right) {
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        right.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(8, left, spring, right);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
