package org.turnwise.ui.common;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.turnwise.annotation.LabelKind;
import org.turnwise.call.Side;
import org.turnwise.queue.QueueReason;
import org.turnwise.reward.OutcomeKind;

/** The small parts screens are made of: chips, tags, pills, key caps, marks. Round says what, square says why. */
public final class Parts {

    private Parts() {}

    public static FontIcon icon(Feather icon) {
        return new FontIcon(icon);
    }

    /** A label that a person set. */
    public static Label chip(org.turnwise.annotation.Label label) {
        Label chip = styled(label.name(), "chip", "tone-" + Words.lower(label.tone()));
        if (label.kind() == LabelKind.OBJECTION) {
            chip.setGraphic(icon(Feather.ALERT_CIRCLE));
        } else if (label.kind() == LabelKind.FLAG) {
            chip.setGraphic(icon(Feather.FLAG));
        }
        return chip;
    }

    /** What a person thinks a turn changed, −2 to +2. */
    public static Label deltaPill(int delta) {
        Label pill = styled(Figures.signed(delta), "delta-pill", delta > 0 ? "up" : delta < 0 ? "down" : "flat");
        pill.setGraphic(icon(Feather.USER));
        return pill;
    }

    public static Label reasonTag(QueueReason reason) {
        Label tag = styled(Words.of(reason), "tag", Words.lower(reason));
        tag.setGraphic(icon(switch (reason) {
            case BORDERLINE -> Feather.MINUS_CIRCLE;
            case ANOMALOUS -> Feather.HEXAGON;
            case FAILURE -> Feather.TRENDING_DOWN;
            case WIN -> Feather.TRENDING_UP;
            case DISAGREEMENT -> Feather.GIT_BRANCH;
            case RECHECK -> Feather.ROTATE_CCW;
            case RANDOM -> Feather.SHUFFLE;
        }));
        return tag;
    }

    /** @param style {@code good}, {@code bad}, {@code unsure}, {@code accent}, or empty for plain */
    public static Label pill(String text, String style) {
        return style.isEmpty() ? styled(text, "pill") : styled(text, "pill", style);
    }

    public static Label outcomePill(OutcomeKind outcome) {
        Label pill = switch (outcome.conversion()) {
            case YES -> pill(outcome.title(), "good");
            case NO -> pill(outcome.title(), "bad");
            case CENSORED -> pill(Texts.text("outcome.censored"), "");
            case SILENT -> pill(outcome.title(), "");
        };
        if (outcome.conversion() == OutcomeKind.Conversion.CENSORED) {
            pill.setGraphic(icon(Feather.CLOCK));
        }
        return pill;
    }

    public static Label keyCap(String keys) {
        return styled(keys, "key-cap");
    }

    /** Square for a rep, circle for a customer, ring for anybody else: told apart without colour too. */
    public static Node sideMark(Side side) {
        Region mark = new Region();
        mark.getStyleClass().addAll("side-mark", Words.lower(side));
        return mark;
    }

    public static Label styled(String text, String... styles) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styles);
        return label;
    }
}
