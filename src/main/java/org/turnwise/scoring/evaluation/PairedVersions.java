package org.turnwise.scoring.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.turnwise.call.CallId;
import org.turnwise.scoring.ScorerVersions;
import org.turnwise.scoring.evaluation.EvaluationReport.Verdict;
import org.turnwise.scoring.evaluation.VersionEvaluation.Held;

/**
 * Two versions on the calls that both held out, so that what is hard for both cancels out. Differences are the one's less the other's; intervals are made by
 * drawing whole customers, as everywhere. They cover which calls were held out, not chance in training: two seeds on the same calls may differ by more.
 * Immutable; any thread.
 *
 * @param calls     that both held out, with the same outcome
 * @param customers they belong to
 * @param live      Brier of the live head, pooled over 25, 50, 75 and 100 % of the turns
 * @param finished  Brier of the finished head
 * @param byPrefix  of the live head: by measure, then by prefix; without prefixes that no common call is long enough for
 */
public record PairedVersions(int calls, int customers, Change live, Change finished, Map<Measure, Map<Prefix, Change>> byPrefix) {

    /** Of fewer customers no interval can be told. */
    public static final int FEWEST_CUSTOMERS = 10;

    private static final long SEED = 0;
    private static final List<Measure> COMPARED = List.of(Measure.BRIER, Measure.AUC, Measure.LOG_LOSS);

    /** A measure of the one and of the other, on the same calls. */
    public record Change(Measure measure, double now, double before, Figure difference) {

        public Verdict verdict() {
            return Verdict.of(measure, difference);
        }
    }

    /** Held-out calls of both, side by side. */
    private record Both(Held now, Held before) {}

    public PairedVersions {
        byPrefix = Map.copyOf(byPrefix);
    }

    /** Empty if calls of fewer than {@value #FEWEST_CUSTOMERS} customers were held out from both. */
    public static Optional<PairedVersions> of(VersionEvaluation now, VersionEvaluation before) {
        Map<CallId, Held> held = new HashMap<>();
        before.calls().forEach(call -> held.put(call.call(), call));
        List<Both> both = new ArrayList<>();
        for (Held call : now.calls()) {
            Held other = held.get(call.call());
            if (other != null && other.converted() == call.converted()) {
                both.add(new Both(call, other));
            }
        }
        int[] groupOf = groups(both);
        int customers = (int) Arrays.stream(groupOf).distinct().count();
        return customers < FEWEST_CUSTOMERS ? Optional.empty() : Optional.of(of(both, groupOf, customers));
    }

    /**
     * Two versions of a workspace; empty also if one is from before evaluations were kept.
     *
     * @throws IllegalArgumentException if what was kept can't be read
     */
    public static Optional<PairedVersions> of(ScorerVersions versions, int now, int before) {
        Optional<VersionEvaluation> other = versions.evaluation(before).map(VersionEvaluation::read);
        return versions.evaluation(now).map(VersionEvaluation::read).flatMap(one -> other.flatMap(evaluated -> of(one, evaluated)));
    }

    private static int[] groups(List<Both> both) {
        Map<String, Integer> numbers = new TreeMap<>();
        both.forEach(call -> numbers.computeIfAbsent(call.now.group(), group -> numbers.size()));
        return both.stream().mapToInt(call -> numbers.getOrDefault(call.now.group(), 0)).toArray();
    }

    private static PairedVersions of(List<Both> both, int[] groupOf, int customers) {
        Bootstrap bootstrap = new Bootstrap(groupOf, SEED);
        Map<Measure, Map<Prefix, Change>> byPrefix = new EnumMap<>(Measure.class);
        for (Measure measure : COMPARED) {
            Map<Prefix, Change> changes = new LinkedHashMap<>();
            for (Prefix prefix : Prefix.STANDARD) {
                Rows now = live(both, Both::now, List.of(prefix));
                if (now.size() > 0) {
                    changes.put(prefix, change(measure, now, live(both, Both::before, List.of(prefix)), bootstrap));
                }
            }
            byPrefix.put(measure, changes);
        }
        Change live = change(Measure.BRIER, live(both, Both::now, HeldOut.POOLED), live(both, Both::before, HeldOut.POOLED), bootstrap);
        Change finished = change(Measure.BRIER, finished(both, Both::now), finished(both, Both::before), bootstrap);
        return new PairedVersions(both.size(), customers, live, finished, byPrefix);
    }

    private static Change change(Measure measure, Rows now, Rows before, Bootstrap bootstrap) {
        double[][] draws = bootstrap
                .figures(now.call(), 1, times -> new double[] {measure.of(now, now.times(times)) - measure.of(before, before.times(times))});
        double one = measure.of(now, now.once());
        double other = measure.of(before, before.once());
        return new Change(measure, one, other, Bootstrap.interval(one - other, draws[0]));
    }

    private static Rows live(List<Both> both, Function<Both, Held> which, List<Prefix> prefixes) {
        List<Rows.Row> rows = new ArrayList<>();
        for (int call = 0; call < both.size(); call++) {
            Held held = which.apply(both.get(call));
            for (Prefix prefix : prefixes) {
                Double said = held.live().get(prefix);
                if (said != null) {
                    rows.add(new Rows.Row(said, held.converted(), call));
                }
            }
        }
        return Rows.of(rows, true);
    }

    private static Rows finished(List<Both> both, Function<Both, Held> which) {
        return Rows.of(
                IntStream.range(0, both.size())
                        .mapToObj(call -> new Rows.Row(which.apply(both.get(call)).finished(), both.get(call).now.converted(), call))
                        .toList(),
                true);
    }

    /** The change at a prefix; empty if no common call was long enough, or the measure is not compared. */
    public Optional<Change> at(Prefix prefix, Measure measure) {
        return Optional.ofNullable(byPrefix.getOrDefault(measure, Map.of()).get(prefix));
    }
}
