package org.turnwise.ui.rewards;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.turnwise.call.CallId;
import org.turnwise.intake.crm.matching.Candidate;
import org.turnwise.intake.crm.matching.Match;
import org.turnwise.intake.crm.matching.Matching;
import org.turnwise.task.Tasks;
import org.turnwise.ui.common.Texts;

/** Calls whose deal a person must say. Decisions are events: each can be taken back, one after another. JavaFX thread; needs no toolkit. */
public final class MatchesViewModel {

    /** @param shown which of the candidates is proposed now */
    public record Open(Matching.Pending pending, int shown) {

        /** Empty if the deals have changed and none is likely any more. */
        public Optional<Candidate> candidate() {
            return pending.candidates().isEmpty() ? Optional.empty() : Optional.of(pending.candidates().get(shown));
        }

        CallId call() {
            return pending.call().id();
        }
    }

    private final RewardServices services;
    private final Tasks tasks;
    private final Runnable decided;
    private final ObservableList<Open> open = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable Open> selected = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable String> failure = new ReadOnlyObjectWrapper<>();

    /** @param decided called after each decision is on disk */
    MatchesViewModel(RewardServices services, Tasks tasks, Runnable decided) {
        this.services = services;
        this.tasks = tasks;
        this.decided = decided;
    }

    private record Read(List<Matching.Pending> pending, boolean decisions) {}

    public void reload() {
        start(() -> new Read(services.matching().pending(), !services.matches().decisions().isEmpty()), this::show);
    }

    private void show(Read read) {
        Open before = selected.get();
        int place = before == null ? 0 : Math.max(0, open.indexOf(before));
        open.setAll(read.pending().stream().map(pending -> new Open(pending, 0)).toList());
        canUndo.set(read.decisions());
        Open same = open.stream().filter(entry -> before != null && entry.call().equals(before.call())).findFirst().orElse(null);
        select(same != null ? same : open.isEmpty() ? null : open.get(Math.min(place, open.size() - 1)));
    }

    public void select(@Nullable Open entry) {
        selected.set(entry);
    }

    /** The call belongs to the deal that is proposed. */
    public void accept() {
        Open entry = selected.get();
        if (entry != null) {
            entry.candidate().ifPresent(candidate -> decide(() -> services.matching().accept(entry.call(), candidate.deal().id(), services.annotator())));
        }
    }

    /** The call belongs to none. */
    public void decline() {
        Open entry = selected.get();
        if (entry != null) {
            decide(() -> services.matching().decline(entry.call(), services.annotator()));
        }
    }

    /** Proposes the next likely deal, and after the last the first again. */
    public void nextCandidate() {
        Open entry = selected.get();
        if (entry != null && entry.pending().candidates().size() > 1) {
            Open next = new Open(entry.pending(), (entry.shown() + 1) % entry.pending().candidates().size());
            open.set(open.indexOf(entry), next);
            select(next);
        }
    }

    /** Takes the last decision back. */
    public void undo() {
        start(() -> services.matching().undo(services.annotator()), undone -> {
            reload();
            decided.run();
        });
    }

    private void decide(Supplier<Match> decision) {
        start(decision, made -> {
            reload();
            decided.run();
        });
    }

    private <T> void start(Supplier<T> work, Consumer<T> done) {
        tasks.quietly(Texts.text("rewards.deciding"), progress -> work.get(), result -> {
            failure.set(null);
            done.accept(result);
        }, error -> failure.set(String.valueOf(error.getMessage())));
    }

    // ---- what is seen

    public ObservableList<Open> open() {
        return open;
    }

    public ReadOnlyObjectProperty<@Nullable Open> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canUndoProperty() {
        return canUndo.getReadOnlyProperty();
    }

    public BooleanBinding canDecide() {
        return Bindings.isNotNull(selected);
    }

    /** Why the last thing could not be done, or null. */
    public ReadOnlyObjectProperty<@Nullable String> failureProperty() {
        return failure.getReadOnlyProperty();
    }
}
