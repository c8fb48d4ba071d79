package org.turnwise.ui.rewards;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.turnwise.annotation.Blind;
import org.turnwise.call.CallId;
import org.turnwise.call.CallSummary;
import org.turnwise.reward.OutcomeKind;
import org.turnwise.reward.Outcomes;
import org.turnwise.reward.PolicyPreview;
import org.turnwise.reward.RewardPolicy;
import org.turnwise.task.Tasks;
import org.turnwise.ui.common.Texts;

/** The reward policy, and a draft of the next with what it would change. JavaFX thread; needs no toolkit. */
public final class PolicyViewModel {

    /**
     * A row of the policy.
     *
     * @param reward null for nothing
     * @param was    under the active policy
     * @param edited whether the draft says something else than the active policy
     * @param calls  how many have this outcome
     */
    public record Worth(OutcomeKind kind, @Nullable Double reward, @Nullable Double was, boolean edited, int calls) {}

    private final RewardServices services;
    private final Tasks tasks;
    private final Runnable adopted;
    private final ObservableList<Worth> worths = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable RewardPolicy> draft = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable PolicyPreview> preview = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable String> failure = new ReadOnlyObjectWrapper<>();
    private Map<OutcomeKind, Long> counts = Map.of();

    /** @param adopted called after a policy was made active */
    PolicyViewModel(RewardServices services, Tasks tasks, Runnable adopted) {
        this.services = services;
        this.tasks = tasks;
        this.adopted = adopted;
    }

    void show(List<RewardRow> calls) {
        counts = calls.stream().map(RewardRow::known).filter(Objects::nonNull).collect(Collectors.groupingBy(Outcomes.Known::kind, Collectors.counting()));
        showWorths();
    }

    private void showWorths() {
        RewardPolicy active = services.outcomes().policy();
        RewardPolicy shown = draft.get() == null ? active : draft.get();
        List<Worth> rows = new ArrayList<>();
        for (OutcomeKind kind : OutcomeKind.values()) {
            Double now = worth(shown, kind);
            Double was = worth(active, kind);
            rows.add(new Worth(kind, now, was, !Objects.equals(now, was), counts.getOrDefault(kind, 0L).intValue()));
        }
        rows.sort(Comparator.comparingDouble((Worth row) -> row.was() == null ? -2 : row.was()).reversed());
        worths.setAll(rows);
    }

    private static @Nullable Double worth(RewardPolicy policy, OutcomeKind kind) {
        OptionalDouble reward = policy.reward(kind);
        return reward.isPresent() ? reward.getAsDouble() : null;
    }

    /**
     * Writes into the draft what an outcome shall be worth, as typed; blank or "none" for nothing. Without a draft there is one then.
     *
     * @return whether it was a number from −1 to 1, or nothing
     */
    public boolean edit(OutcomeKind kind, String typed) {
        String plain = typed.strip().replace('\u2212', '-').replace(',', '.');
        boolean none = plain.isEmpty() || plain.equalsIgnoreCase(Texts.text("rewards.none"));
        try {
            RewardPolicy from = draft.get() == null ? services.outcomes().policy() : draft.get();
            RewardPolicy edited = from.with(kind, none ? null : Double.valueOf(plain));
            draft.set(edited.rewards().equals(services.outcomes().policy().rewards()) ? null : edited);
            showWorths();
            previewDraft();
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void previewDraft() {
        RewardPolicy wanted = draft.get();
        if (wanted == null) {
            preview.set(null);
            return;
        }
        tasks.quietly(Texts.text("rewards.previewing"), progress -> {
            Map<CallId, String> reps = new HashMap<>();
            for (CallSummary call : services.calls().summaries()) {
                if (call.rep() != null) {
                    reps.put(call.id(), call.rep());
                }
            }
            // of calls that are read blind nothing is compared: what changes would tell what others said of them
            Map<CallId, Outcomes.Known> known = new HashMap<>(services.outcomes().known());
            known.keySet().removeAll(Blind.calls(services.journal(), services.annotator()));
            return PolicyPreview.of(known, services.outcomes().known(wanted), reps::get);
        }, found -> {
            if (draft.get() == wanted) {
                preview.set(found);
            }
        }, error -> failure.set(String.valueOf(error.getMessage())));
    }

    public void discard() {
        draft.set(null);
        preview.set(null);
        showWorths();
    }

    /** Makes the draft the active policy, and says anew what is worth something else under it. What was said before stays. */
    public void makeActive() {
        RewardPolicy wanted = draft.get();
        if (wanted == null) {
            return;
        }
        tasks.start(new Tasks.Job<>(Texts.text("rewards.adopting"), false, progress -> {
            RewardPolicy active = services.policies().adopt(wanted, services.annotator(), services.clock().instant());
            services.outcomes().followPolicy();
            return active;
        }, active -> {
            discard();
            adopted.run();
        }, error -> failure.set(String.valueOf(error.getMessage())), () -> {}));
    }

    // ---- what is seen

    public ObservableList<Worth> worths() {
        return worths;
    }

    public int version() {
        return services.outcomes().policy().version();
    }

    public ReadOnlyObjectProperty<@Nullable RewardPolicy> draftProperty() {
        return draft.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable PolicyPreview> previewProperty() {
        return preview.getReadOnlyProperty();
    }

    /** Why the last thing could not be done, or null. */
    public ReadOnlyObjectProperty<@Nullable String> failureProperty() {
        return failure.getReadOnlyProperty();
    }
}
