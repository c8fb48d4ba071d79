package org.turnwise.reward;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.turnwise.call.CallId;

/**
 * What another policy would change.
 *
 * @param changed    calls whose reward would be another, or would come or go
 * @param meanBefore of the calls that have a reward, NaN if none has
 * @param meanAfter  the same under the other policy
 * @param repsMoved  reps whose mean reward would move by more than {@value #NOTABLE}
 */
public record PolicyPreview(int changed, double meanBefore, double meanAfter, int repsMoved) {

    private static final double NOTABLE = 0.02;

    /** @param rep of a call, or null if unknown */
    public static PolicyPreview of(Map<CallId, Outcomes.Known> before, Map<CallId, Outcomes.Known> after, Function<CallId, @Nullable String> rep) {
        int changed = 0;
        Map<String, Mean> repsBefore = new HashMap<>();
        Map<String, Mean> repsAfter = new HashMap<>();
        Mean allBefore = new Mean();
        Mean allAfter = new Mean();
        for (Map.Entry<CallId, Outcomes.Known> entry : before.entrySet()) {
            Double was = entry.getValue().reward();
            Outcomes.Known now = after.get(entry.getKey());
            Double is = now == null ? null : now.reward();
            changed += Objects.equals(was, is) ? 0 : 1;
            String name = rep.apply(entry.getKey());
            add(allBefore, repsBefore, name, was);
            add(allAfter, repsAfter, name, is);
        }
        int moved = 0;
        for (Map.Entry<String, Mean> entry : repsBefore.entrySet()) {
            OptionalDouble was = entry.getValue().value();
            OptionalDouble is = repsAfter.getOrDefault(entry.getKey(), new Mean()).value();
            moved += was.isPresent() != is.isPresent() || was.isPresent() && Math.abs(was.getAsDouble() - is.getAsDouble()) > NOTABLE ? 1 : 0;
        }
        return new PolicyPreview(changed, allBefore.value().orElse(Double.NaN), allAfter.value().orElse(Double.NaN), moved);
    }

    private static void add(Mean all, Map<String, Mean> reps, @Nullable String rep, @Nullable Double reward) {
        Mean own = rep == null ? null : reps.computeIfAbsent(rep, r -> new Mean());
        if (reward != null) {
            all.add(reward);
            if (own != null) {
                own.add(reward);
            }
        }
    }

    private static final class Mean {
        private double sum;
        private int count;

        void add(double value) {
            sum += value;
            count++;
        }

        OptionalDouble value() {
            return count == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / count);
        }
    }
}
