package org.turnwise.ui.rewards;

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
import org.turnwise.reward.RewardSignal;
import org.turnwise.ui.common.Figures;
import org.turnwise.ui.common.Parts;
import org.turnwise.ui.common.Texts;
import org.turnwise.ui.common.Words;

/** One signal: who says what, where it stands, when, what that is worth, and whether it still counts. */
final class SignalCell extends ListCell<RewardsViewModel.Step> {

    SignalCell() {
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(RewardsViewModel.@Nullable Step step, boolean empty) {
        super.updateItem(step, empty);
        setText(null);
        setGraphic(step == null || empty ? null : box(step));
    }

    private static Node box(RewardsViewModel.Step step) {
        RewardSignal signal = step.signal();
        Label origin = Parts.styled(Texts.text("rewards.origin." + Words.lower(signal.origin())), "semibold");
        origin.setGraphic(Parts.icon(switch (signal.origin()) {
            case CRM -> Feather.FILE_TEXT;
            case DEAL -> Feather.BRIEFCASE;
            case DATASET -> Feather.DATABASE;
            case ANALYST -> Feather.USER;
        }));
        Label evidence = Parts.styled(signal.evidence(), "secondary");
        evidence.setTooltip(new Tooltip(signal.evidence()));
        String reward = signal.reward() == null ? Texts.text("rewards.saysnothing") : Texts.text("rewards.worth", Figures.reward(signal.reward()), signal.policyVersion());
        Label worth = Parts.styled(reward + " · " + Texts.text("rewards.reliability", Figures.score(signal.reliability(), 2)), "secondary");
        HBox top = line(origin, signal.kind() == null ? Parts.pill(Texts.text("rewards.withdrawn"), "") : Parts.outcomePill(signal.kind()));
        HBox middle = line(evidence, Parts.styled(Figures.day(signal.at()) + " " + Figures.timeOfDay(signal.at()).substring(0, 5), "mono-small", "muted"));
        HBox bottom = line(worth, state(step));
        VBox box = new VBox(3, top, middle, bottom);
        box.getStyleClass().add("signal-cell");
        if (step.state() != RewardsViewModel.Step.State.IN_FORCE) {
            box.getStyleClass().add("past");
        }
        return box;
    }

    private static Label state(RewardsViewModel.Step step) {
        Label label = Parts.styled(switch (step.state()) {
            case IN_FORCE -> Texts.text("rewards.inforce");
            case SUPERSEDED -> Texts.text("rewards.superseded");
            case WITHDRAWAL -> Texts.text("rewards.takenback");
        }, "secondary");
        if (step.state() == RewardsViewModel.Step.State.IN_FORCE) {
            label.setGraphic(Parts.icon(Feather.CHECK));
            label.getStyleClass().add("good");
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
