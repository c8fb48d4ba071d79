package org.turnwise.annotation.agreement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One question put to every unit of every call, counted call by call so that calls can be drawn again and again. Mutable; one thread. */
final class Tally {

    private record Two(String first, String second) {}

    private static final class OfCall {

        private final Coincidences coincidences;
        private final Map<Two, Confusion> confusions = new HashMap<>();

        private OfCall(int values) {
            coincidences = new Coincidences(values);
        }
    }

    private final int values;
    private final Scale scale;
    private final List<OfCall> calls = new ArrayList<>();
    private int units;
    private final long[] given;

    /** @param values that can be given, numbered from 0 in the scale's order */
    Tally(int values, Scale scale) {
        this.values = values;
        this.scale = scale;
        this.given = new long[values];
    }

    void nextCall() {
        calls.add(new OfCall(values));
    }

    /** @param said what each reader said of the unit, in the readers' order; null where a reader said nothing */
    void unit(List<String> readers, List<@Nullable Integer> said) {
        OfCall call = calls.getLast();
        int[] counts = new int[values];
        int spoke = 0;
        for (int i = 0; i < readers.size(); i++) {
            Integer first = said.get(i);
            if (first == null) {
                continue;
            }
            counts[first]++;
            spoke++;
            for (int j = i + 1; j < readers.size(); j++) {
                Integer second = said.get(j);
                if (second != null) {
                    call.confusions.computeIfAbsent(new Two(readers.get(i), readers.get(j)), two -> new Confusion(values)).unit(first, second);
                }
            }
        }
        if (spoke > 1) {
            units++;
            for (int value = 0; value < values; value++) {
                given[value] += counts[value];
            }
        }
        call.coincidences.unit(counts);
    }

    int units() {
        return units;
    }

    /** Among the units that two or more spoke of; 0 without any. */
    double share(int value) {
        long all = 0;
        for (long count : given) {
            all += count;
        }
        return all == 0 ? 0 : (double) given[value] / all;
    }

    Optional<Estimate> alpha(Resampling resampling) {
        return resampling.estimate(times -> {
            Coincidences all = new Coincidences(values);
            for (int i = 0; i < times.length; i++) {
                if (times[i] > 0) {
                    all.add(calls.get(i).coincidences, times[i]);
                }
            }
            return all.alpha(scale);
        });
    }

    Optional<Estimate> kappa(Resampling resampling) {
        return resampling.estimate(times -> {
            Map<Two, Confusion> all = new HashMap<>();
            for (int i = 0; i < times.length; i++) {
                int count = times[i];
                if (count > 0) {
                    calls.get(i).confusions.forEach((two, confusion) -> all.computeIfAbsent(two, t -> new Confusion(values)).add(confusion, count));
                }
            }
            return mean(all);
        });
    }

    /** In order of names, so that the sum is the same, bit for bit. */
    private static OptionalDouble mean(Map<Two, Confusion> all) {
        TreeMap<String, Confusion> inOrder = new TreeMap<>();
        all.forEach((two, confusion) -> inOrder.put(two.first() + "\u0000" + two.second(), confusion));
        return inOrder.values().stream().map(Confusion::kappa).flatMapToDouble(OptionalDouble::stream).average();
    }
}
