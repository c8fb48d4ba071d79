package org.turnwise.ui.annotate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    /** What it is made of; a label on the call seldom changes any of it. */
    private record Said(Call call, Tags tags, String why) {}

    private record Tags(@Nullable QueueReason reason, boolean flagged, @Nullable WorkStatus status, @Nullable OutcomeKind outcome) {

        /** What is told of the work on a call; that it is open or in progress shows by itself. */
        private static final Set<WorkStatus> TOLD = Set.of(WorkStatus.SUBMITTED, WorkStatus.SKIPPED);

        static Tags of(Optional<QueueItem> item, Outcomes.@Nullable Known outcome) {
            return new Tags(item.map(QueueItem::reason).orElse(null), item.map(QueueItem::flagged).orElse(false),
                    item.map(QueueItem::status).filter(TOLD::contains).orElse(null), outcome == null ? null : outcome.kind());
        }
    }

    void show(OpenCall now) {
        Optional<QueueItem> item = model.item();
        Said toSay = new Said(now.call(), Tags.of(item, now.outcome()), item.filter(of -> of.reason() == QueueReason.RECHECK).map(QueueItem::why).orElse(""));
        if (toSay.equals(said)) {
            return;
        }
        if (said == null || !said.call().equals(toSay.call())) {
            showPeople(now.call().participants());
        }
        said = toSay;
        title.setText(now.call().title());
        Hint.on(title, now.call().title() + "\n" + now.call().id());
        source.setText(now.call().startedAt() == null ? now.call().source().name() : Figures.day(now.call().startedAt()) + " · " + now.call().source().name());
        showTags(toSay.tags());
        why.setText(toSay.why());
        why.setVisible(!why.getText().isEmpty());
        why.setManaged(why.isVisible());
    }

    private void showTags(Tags wanted) {
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
