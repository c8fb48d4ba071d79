package org.turnwise.ui.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.turnwise.review.CallReview;
import org.turnwise.review.CallReview.Comment;
import org.turnwise.review.CallReview.Decision;
import org.turnwise.review.Verdict;
import org.turnwise.ui.common.Figures;
import org.turnwise.ui.common.Parts;
import org.turnwise.ui.common.Texts;
import org.turnwise.ui.common.Wording;
import org.turnwise.ui.common.Words;

/** What people said about a call and decided, in order of time, as nodes. */
record ReviewThread(CallReview review, BiFunction<Integer, String, Label> turnButton, UnaryOperator<String> outcomeName) {

    private record Entry(Instant at, Node node) {}

    List<Node> nodes() {
        List<Entry> entries = new ArrayList<>();
        review.comments().forEach(comment -> entries.add(new Entry(comment.at(), of(comment))));
        review.decisions().forEach(decision -> entries.add(new Entry(decision.at(), of(decision))));
        List<Node> nodes = new ArrayList<>(entries.stream().sorted(Comparator.comparing(Entry::at)).map(Entry::node).toList());
        if (review.decisions().size() > 1) {
            Label several = Parts.styled(Texts.text("review.several", review.decisions().size()));
            several.setWrapText(true);
            HBox box = new HBox(several);
            box.getStyleClass().addAll("notice", "unsure");
            nodes.add(box);
        }
        return nodes.isEmpty() ? List.of(Parts.styled(Texts.text("review.said.none"), "muted")) : nodes;
    }

    private Node of(Comment comment) {
        Integer turn = comment.turn();
        Label place = turn == null ? Parts.pill(Texts.text("review.wholecall"), "") : turnButton.apply(turn, Texts.text("review.turn", turn));
        place.setMinWidth(Region.USE_PREF_SIZE);
        Wording words = new Wording("turn-words");
        words.getStyleClass().add("said");
        words.show(comment.text());
        return new VBox(head(comment.by(), comment.at(), place), words);
    }

    private Node of(Decision decision) {
        VBox box = new VBox(head(decision.by(), decision.at(), pill(decision.verdict())));
        if (decision.verdict() == Verdict.CORRECTED) {
            box.getChildren().add(Parts.styled(outcomeName.apply(decision.about()), "said"));
        }
        return box;
    }

    private static HBox head(String by, Instant at, Node last) {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label name = Parts.styled(by, "semibold");
        name.setMinWidth(0);
        Label when = Parts.styled(Figures.day(at) + " " + Figures.timeOfDay(at).substring(0, 5), "secondary");
        when.setMinWidth(Region.USE_PREF_SIZE);
        HBox head = new HBox(6, name, when, gap, last);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    /** A verdict as a pill, its colour what it means. */
    static Label pill(Verdict verdict) {
        Label pill = Parts.pill(Texts.text("review.verdict." + Words.lower(verdict)), switch (verdict) {
            case CONFIRMED -> "good";
            case CORRECTED -> "accent";
            case SENT_BACK -> "unsure";
        });
        pill.setMinWidth(Region.USE_PREF_SIZE);
        return pill;
    }
}
