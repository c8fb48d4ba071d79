package org.turnwise.ui.model;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.turnwise.scoring.ScorerVersion;
import org.turnwise.scoring.ScorerVersion.Origin;
import org.turnwise.scoring.ScorerVersions;
import org.turnwise.scoring.Training;
import org.turnwise.scoring.evaluation.LabelCurves;
import org.turnwise.scoring.evaluation.LearningCurve;
import org.turnwise.task.Tasks;
import org.turnwise.ui.common.ActiveScorer;
import org.turnwise.ui.common.OneAtATime;
import org.turnwise.ui.common.Texts;
import org.turnwise.ui.common.WorkQueue;

/** The scorer versions, what training is doing, and which version a person puts to work. JavaFX thread; needs no toolkit. */
public final class ModelViewModel {

    /** What a person must know of the last thing done. */
    public record Notice(String tone, String title, String text, boolean importOutcomes) {}

    private static final long SEED = 0;

    private final ActiveScorer scorer;
    private final ScorerVersions versions;
    private final Training training;
    private final LabelCurves labels;
    private final WorkQueue queue;
    private final Tasks tasks;
    private final UnderWay underWay;
    private final ReadOnlyObjectWrapper<@Nullable ScorerVersion> selected = new ReadOnlyObjectWrapper<>();

    private final ReadOnlyObjectWrapper<@Nullable Seen> seen = new ReadOnlyObjectWrapper<>();
    private Tasks.@Nullable Running looking;
    private final ReadOnlyObjectWrapper<List<LearningCurve>> learning = new ReadOnlyObjectWrapper<>(List.of());

    /** Held here: what it is computed from knows it only weakly. */
    private final ObservableValue<@Nullable Verdict> verdict = seen.map(now -> now == null ? null : Verdict.of(now));

    /** @param models runs what makes or changes scorers */
    public ModelViewModel(
            ActiveScorer scorer, ScorerVersions versions, Training training, LabelCurves labels, WorkQueue queue, Tasks tasks, OneAtATime models) {
        this.scorer = scorer;
        this.versions = versions;
        this.training = training;
        this.labels = labels;
        this.queue = queue;
        this.tasks = tasks;
        this.underWay = new UnderWay(models);
        scorer.all().addListener((ListChangeListener<ScorerVersion>) change -> follow());
        follow();
        selected.subscribe(this::look);
        scorer.activeProperty().subscribe(active -> look());
    }

    /** Reads behind the scenes how the selected version was measured; what is seen changes once that is read. */
    private void look() {
        if (looking != null) {
            looking.cancel();
        }
        ScorerVersion version = selected.get();
        ScorerVersion active = scorer.activeProperty().get();
        if (version == null) {
            seen.set(null);
            return;
        }
        looking = tasks.quietly(
                Texts.text("model.looking", version.number()),
                progress -> Seen.of(versions, version, active),
                this::seeIfStillWanted,
                error -> {
                    seeIfStillWanted(Seen.unreadable(version, active));
                    underWay.say(new Notice("bad", Texts.text("model.unreadable", version.number()), String.valueOf(error.getMessage()), false));
                });
    }

    private void seeIfStillWanted(Seen found) {
        if (found.version().equals(selected.get())) {
            seen.set(found);
        }
    }

    private void follow() {
        ScorerVersion before = selected.get();
        selected.set(numbered(before == null ? -1 : before.number()).orElseGet(() -> scorer.all().isEmpty() ? null : scorer.all().getFirst()));
    }

    private Optional<ScorerVersion> numbered(int number) {
        return scorer.all().stream().filter(version -> version.number() == number).findFirst();
    }

    public void select(@Nullable ScorerVersion version) {
        selected.set(version);
    }

    // ---- what can be done

    /** Trains a version from all that is known now; it waits beside the active one until a person decides. */
    public void train() {
        make("model.training", progress -> training.train(SEED, progress));
    }

    /** The same over the members of the last full training, in seconds. */
    public void refresh() {
        make("model.refreshing", progress -> training.refresh(SEED, progress));
    }

    private void make(String title, Tasks.Work<ScorerVersion> work) {
        int next = scorer.all().stream().mapToInt(ScorerVersion::number).max().orElse(0) + 1;
        underWay.start(Texts.text(title, next), work, trained -> {
            scorer.reload();
            numbered(trained.number()).ifPresent(this::select);
            underWay.say(null);
        });
    }

    /** Measures on the calls of this workspace what labels teach; it takes minutes, and nothing is kept but what is seen. */
    public void measureLabels() {
        underWay.start(Texts.text("model.labels.measuring"), progress -> labels.measure(SEED, progress), found -> {
            learning.set(found);
            if (found.isEmpty()) {
                underWay.say(new Notice("info", Texts.text("model.labels.none"), Texts.text("model.labels.none.why"), false));
            }
        });
    }

    public void cancel() {
        underWay.cancel();
    }

    /** Puts the selected version to work. */
    public void promote() {
        ScorerVersion version = selected.get();
        if (version != null && version.status() != ScorerVersion.Status.ACTIVE) {
            activate(Texts.text("model.promoting", version.number()), () -> Optional.of(versions.promote(version.number())), "model.promoted");
        }
    }

    /** Leaves the active version at work and brings it into view. */
    public void keep() {
        ScorerVersion active = scorer.activeProperty().get();
        if (active != null) {
            select(active);
            underWay.say(new Notice("info", Texts.text("model.kept", active.number()), Texts.text("model.kept.why"), false));
        }
    }

    public void rollBack() {
        activate(Texts.text("model.rolling"), versions::rollBack, "model.rolled");
    }

    private void activate(String title, Supplier<Optional<ScorerVersion>> change, String said) {
        underWay.start(title, progress -> change.get(), changed -> {
            scorer.reload();
            changed.flatMap(version -> numbered(version.number())).ifPresent(version -> {
                select(version);
                underWay.say(new Notice("good", Texts.text(said, version.number()), Texts.text("model.reordered"), false));
            });
            queue.rebuild(() -> {});
        });
    }

    /** The way forward: train while nothing waits for a decision, promote the first version there is. With an active one, a person decides. */
    public void goOn() {
        if (canTrainNext()) {
            train();
        } else if (scorer.activeProperty().get() == null) {
            promote();
        }
    }

    public ObservableValue<Boolean> canGoOn() {
        return Bindings.createObjectBinding(
                () -> !underWay.isBusy() && (canTrainNext() || (scorer.activeProperty().get() == null && selected.get() != null)),
                underWay.busyProperty(), scorer.all(), scorer.activeProperty(), selected);
    }

    private boolean canTrainNext() {
        return scorer.all().stream().noneMatch(version -> version.status() == ScorerVersion.Status.CANDIDATE);
    }

    public ObservableValue<Boolean> canTrain() {
        return underWay.busyProperty().map(is -> !is);
    }

    /** There is a full training whose members were kept. */
    public ObservableValue<Boolean> canRefresh() {
        return Bindings.createObjectBinding(
                () -> !underWay.isBusy() && scorer.all().stream().anyMatch(version -> version.origin() instanceof Origin.Full full && full.kept()),
                underWay.busyProperty(), scorer.all());
    }

    public ObservableValue<Boolean> canPromote() {
        return Bindings.createObjectBinding(
                () -> !underWay.isBusy() && selected.get() != null && selected.get().status() != ScorerVersion.Status.ACTIVE, underWay.busyProperty(),
                selected);
    }

    /** There is another version at work that could stay so. */
    public ObservableValue<Boolean> canKeep() {
        return Bindings.createObjectBinding(
                () -> !underWay.isBusy() && scorer.activeProperty().get() != null && selected.get() != null
                        && selected.get().number() != scorer.activeProperty().get().number(),
                underWay.busyProperty(), selected, scorer.activeProperty());
    }

    public ObservableValue<Boolean> canRollBack() {
        return Bindings.createObjectBinding(() -> !underWay.isBusy() && before().isPresent(), underWay.busyProperty(), scorer.all());
    }

    /** The version a roll back would most likely bring back: of those that were at work, the one that was last. The store decides. */
    private Optional<ScorerVersion> before() {
        return scorer.activeProperty().get() == null
                ? Optional.empty()
                : scorer.all().stream()
                        .filter(version -> version.status() == ScorerVersion.Status.RETIRED && version.activatedAt() != null)
                        .max(Comparator.comparing(version -> String.valueOf(version.activatedAt())));
    }

    /** Says to which version, where only one was at work before. */
    public ObservableValue<String> rollBackText() {
        return Bindings.createStringBinding(() -> {
            long retired = scorer.all().stream().filter(version -> version.status() == ScorerVersion.Status.RETIRED).count();
            String any = Texts.text("model.rollback");
            return retired == 1 ? before().map(version -> Texts.text("model.rollback.to", version.number())).orElse(any) : any;
        }, scorer.all());
    }

    // ---- what is seen

    public ObservableList<ScorerVersion> versions() {
        return scorer.all();
    }

    public ReadOnlyObjectProperty<@Nullable ScorerVersion> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable ScorerVersion> activeProperty() {
        return scorer.activeProperty();
    }

    /** The selected version and what it is compared with, once that is read. */
    ReadOnlyObjectProperty<@Nullable Seen> seenProperty() {
        return seen.getReadOnlyProperty();
    }

    /** What labels teach, once that was measured; empty before. */
    ReadOnlyObjectProperty<List<LearningCurve>> learningProperty() {
        return learning.getReadOnlyProperty();
    }

    public ObservableValue<@Nullable Verdict> verdict() {
        return verdict;
    }

    public ReadOnlyObjectProperty<@Nullable Notice> noticeProperty() {
        return underWay.noticeProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return underWay.busyProperty();
    }

    /** What is under way, as the status bar names it. */
    public String runningTitle() {
        return underWay.title();
    }

    public ObservableValue<String> subtitle() {
        return scorer.activeProperty().map(active -> Texts.text("model.active", active.number())).orElse(Texts.text("model.none"));
    }
}
