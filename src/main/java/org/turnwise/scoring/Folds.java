package org.turnwise.scoring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/**
 * Splits samples so that no group (customer) is on both sides of a split, and both classes spread evenly. Large groups are placed first, each into the
 * fold that it leaves most even; ties are broken by lot. The same samples and seed give the same folds.
 */
public final class Folds {

    public static final int WISHED = 5;

    /** What is known of a call when it is put into a fold. */
    public record Member(String group, boolean converted) {}

    private record Group(long lot, int yes, int no, List<Integer> members) {
        int size() {
            return yes + no;
        }
    }

    private Folds() {}

    static Optional<int[]> split(List<Sample> samples, long seed) {
        return split(samples.stream().map(sample -> new Member(sample.group(), sample.converted())).toList(), WISHED, seed);
    }

    /**
     * The fold of each member, from 0; empty if no split leaves both classes to train on. As many folds as wished, fewer if there are too few groups.
     * The order of members says nothing.
     */
    public static Optional<int[]> split(List<Member> members, int wished, long seed) {
        List<Group> groups = groups(members, seed);
        for (int folds = Math.min(wished, groups.size()); folds >= 2; folds--) {
            int[] split = split(members.size(), groups, folds);
            if (bothClassesOutside(split, folds, i -> members.get(i).converted())) {
                return Optional.of(split);
            }
        }
        return Optional.empty();
    }

    public static int count(int[] split) {
        int most = 0;
        for (int fold : split) {
            most = Math.max(most, fold);
        }
        return most + 1;
    }

    /** Those of neither of two folds. */
    static <T> List<T> outside(List<T> members, int[] split, int a, int b) {
        List<T> outside = new ArrayList<>();
        for (int i = 0; i < split.length; i++) {
            if (split[i] != a && split[i] != b) {
                outside.add(members.get(i));
            }
        }
        return outside;
    }

    private static List<Group> groups(List<Member> samples, long seed) {
        Map<String, List<Integer>> members = new TreeMap<>();
        for (int i = 0; i < samples.size(); i++) {
            members.computeIfAbsent(samples.get(i).group(), g -> new ArrayList<>()).add(i);
        }
        Map<String, Long> lots = new HashMap<>();
        members.keySet().forEach(name -> lots.put(name, Sample.random(seed + 2, name).nextLong()));
        return members.entrySet().stream()
                .map(entry -> {
                    int yes = (int) entry.getValue().stream().filter(i -> samples.get(i).converted()).count();
                    return new Group(lots.getOrDefault(entry.getKey(), 0L), yes, entry.getValue().size() - yes, entry.getValue());
                })
                .sorted(Comparator.comparingInt(Group::size).reversed().thenComparingLong(Group::lot))
                .toList();
    }

    private static int[] split(int samples, List<Group> groups, int folds) {
        int[] split = new int[samples];
        int[] yes = new int[folds];
        int[] no = new int[folds];
        for (Group group : groups) {
            int best = 0;
            double least = Double.POSITIVE_INFINITY;
            for (int fold = 0; fold < folds; fold++) {
                // growth of the sum of squares: smallest where the classes that the group brings are rarest
                double cost = group.yes * (2.0 * yes[fold] + group.yes) + group.no * (2.0 * no[fold] + group.no) + 1e-6 * (yes[fold] + no[fold]);
                if (cost < least) {
                    least = cost;
                    best = fold;
                }
            }
            yes[best] += group.yes;
            no[best] += group.no;
            for (int member : group.members) {
                split[member] = best;
            }
        }
        return split;
    }

    /** Whether each fold has someone in it, and both classes outside. */
    static boolean bothClassesOutside(List<Sample> samples, int[] split, int folds) {
        return bothClassesOutside(split, folds, i -> samples.get(i).converted());
    }

    private static boolean bothClassesOutside(int[] split, int folds, IntPredicate converted) {
        for (int fold = 0; fold < folds; fold++) {
            boolean yes = false;
            boolean no = false;
            boolean inside = false;
            for (int i = 0; i < split.length; i++) {
                inside |= split[i] == fold;
                yes |= split[i] != fold && converted.test(i);
                no |= split[i] != fold && !converted.test(i);
            }
            if (!(yes && no && inside)) {
                return false;
            }
        }
        return true;
    }
}
