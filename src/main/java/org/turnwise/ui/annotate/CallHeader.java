package org.turnwise.ui.annotate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.turnwise.call.Call;
import org.turnwise.call.Participant;
import org.turnwise.queue.QueueItem;
import org.turnwise.queue.QueueReason;
import org.turnwise.queue.WorkStatus;
import org.turnwise.reward.OutcomeKind;
import org.turnwise.reward.Outcomes;
import org.turnwise.ui.common.Figures;
import org.turnwise.ui.common.FittingRow;
import org.turnwise.ui.common.Hint;
import org.turnwise.ui.common.Parts;
import org.turnwise.ui.common.Texts;
import org.turnwise.ui.common.Words;

/** Above the turns: which call this is, who is on it, why it waits, how far it is read; while several turns are chosen, how many and what keys do with them. */
final class CallHeader extends VBox {

    /** The names of so many people are cut short rather than left out: of one who sells and one who buys. */
    private static final int ALWAYS_NAMED = 2;

    private final AnnotateViewModel model;
    private final Label title = Parts.styled("", "call-title");
    private final Label source = Parts.styled("", "muted");
    private final HBox tags = new HBox(6);
    private final FittingRow people = new FittingRow();
    private final Label morePeople = Parts.styled("", "secondary");
    private final Label chosen = Parts.styled("", "accent-text");
    private final ProgressBar progress = new ProgressBar();
    private final Label place = Parts.styled("", "mono");
    private final Label why = Parts.styled("", "secondary");
    private @Nullable Said said;
    private @Nullable Tags shownTags;

    CallHeader(AnnotateViewModel model) {
        this.model = model;
        getStyleClass().addAll("call-header", "hairline-bottom");
        title.setId("callTitle");
        tags.setAlignment(Pos.CENTER_RIGHT);
        tags.setMinWidth(Region.USE_PREF_SIZE);
        FittingRow first = new FittingRow();
        first.getChildren().addAll(title, source, gap(), tags);
        first.extras(List.of(source));
        first.setSpacing(8);
        first.setAlignment(Pos.CENTER_LEFT);
        Label advancing = Parts.pill(Texts.text("annotate.advancing"), "accent");
        advancing.setMinWidth(Region.USE_PREF_SIZE);
        advancing.visibleProperty().bind(model.marking().advancingProperty());
        advancing.managedProperty().bind(model.marking().advancingProperty());
        people.setSpacing(10);
        people.setAlignment(Pos.CENTER_LEFT);
        people.setMinWidth(0);
        HBox.setHgrow(people, Priority.SOMETIMES);
        progress.setPrefWidth(84);
        place.setMinWidth(Region.USE_PREF_SIZE);
        FittingRow second = new FittingRow();
        second.getChildren().addAll(people, chosen, gap(), advancing, progress, place);
        second.extras(List.of(progress));
        second.setSpacing(10);
        second.setAlignment(Pos.CENTER_LEFT);
        why.setWrapText(true);
        why.setMinHeight(Region.USE_PREF_SIZE);
        getChildren().setAll(first, second, why);
        showChosen("");
    }

    /** What it is made of. */
    private record Said(Call call, @Nullable QueueItem item, Outcomes.@Nullable Known outcome) {

        boolean same(@Nullable Said other) {
            return other != null && call.equals(other.call) && Objects.equals(outcome, other.outcome) && (item == other.item
                    || item != null && other.item != null && item.reason() == other.item.reason() && item.flagged() == other.item.flagged()
                            && item.status() == other.item.status() && item.why().equals(other.item.why()));
        }
    }

    void show(OpenCall now) {
        Said before = said;
        said = new Said(now.call(), model.item().orElse(null), now.outcome());
        if (said.same(before)) {
            return;
        }
        title.setText(now.call().title());
        Hint.on(title, now.call().title() + "\n" + now.call().id());
        source.setText(now.call().startedAt() == null ? now.call().source().name() : Figures.day(now.call().startedAt()) + " · " + now.call().source().name());
        showTags(now);
        if (before == null || !before.call().equals(now.call())) {
            showPeople(now.call().participants());
        }
        why.setText(model.item().filter(item -> item.reason() == QueueReason.RECHECK).map(QueueItem::why).orElse(""));
        why.setVisible(!why.getText().isEmpty());
        why.setManaged(why.isVisible());
    }

    /** What a label on the call seldom changes. */
    private record Tags(@Nullable QueueReason reason, boolean flagged, @Nullable WorkStatus status, @Nullable OutcomeKind outcome) {}

    private void showTags(OpenCall now) {
        Tags wanted = new Tags(
                model.item().map(QueueItem::reason).orElse(null), model.item().map(QueueItem::flagged).orElse(false),
                model.item().map(QueueItem::status).filter(status -> status == WorkStatus.SUBMITTED || status == WorkStatus.SKIPPED).orElse(null),
                now.outcome() == null ? null : now.outcome().kind());
        if (wanted.equals(shownTags)) {
            return;
        }
        shownTags = wanted;
        tags.getChildren().clear();
        if (wanted.reason() != null) {
            tags.getChildren().add(Parts.reasonTag(wanted.reason()));
        }
        if (wanted.flagged()) {
            tags.getChildren().add(Parts.pill(Texts.text("annotate.flagged"), "unsure"));
        }
        if (wanted.status() != null) {
            tags.getChildren().add(Parts.pill(Words.of(wanted.status()), wanted.status() == WorkStatus.SUBMITTED ? "accent" : ""));
        }
        if (wanted.outcome() != null) {
            tags.getChildren().add(Parts.outcomePill(wanted.outcome()));
        }
    }

    private void showPeople(List<Participant> participants) {
        List<Participant> bySide = participants.stream().sorted(Comparator.comparing(Participant::side)).toList();
        List<Participant> leading = bySide.stream()
                .filter(one -> bySide.stream().filter(other -> other.side() == one.side()).findFirst().orElseThrow().equals(one)).limit(ALWAYS_NAMED).toList();
        List<Participant> inOrder = new ArrayList<>(leading);
        bySide.stream().filter(one -> !leading.contains(one)).forEach(inOrder::add);
        List<Label> names = inOrder.stream().map(CallHeader::name).toList();
        people.getChildren().setAll(names);
        people.getChildren().add(morePeople);
        people.extras(names.stream().skip(leading.size()).toList());
        people.rest(morePeople, left -> Texts.text("annotate.people.more", left));
        morePeople.setMinWidth(Region.USE_PREF_SIZE);
        Hint.on(morePeople, inOrder.stream().map(one -> one.name() + ", " + Words.of(one.side())).collect(Collectors.joining("\n")));
    }

    private static Label name(Participant participant) {
        Label name = new Label(participant.name(), Parts.sideMark(participant.side()));
        Hint.on(name, participant.name() + ", " + Words.of(participant.side()));
        return name;
    }

    /** @param linkKey what links chosen turns into an objection */
    void showChosen(String linkKey) {
        int count = model.choice().chosenProperty().get().size();
        chosen.setText(count == 0 ? "" : Texts.text("annotate.chosen", count, linkKey));
        Hint.on(chosen, chosen.getText().isEmpty() ? null : chosen.getText());
        // the names give way: what keys do now matters more than who speaks, and that stands beside each turn
        chosen.setVisible(count > 0);
        chosen.setManaged(count > 0);
        people.setVisible(count == 0);
        people.setManaged(count == 0);
    }

    void showPlace(int turn, int turns) {
        progress.setProgress(turns == 0 ? 0 : (turn + 1.0) / turns);
        place.setText(Texts.text("annotate.place", turn, turns));
    }

    private static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }
}
