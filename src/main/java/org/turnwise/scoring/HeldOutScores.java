package org.turnwise.scoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Raw scores of samples by heads that did not see them, gathered fold by fold. One thread. */
final class HeldOutScores {

    private final List<Sample> samples;
    private final double[][] raw;

    HeldOutScores(List<Sample> samples) {
        this.samples = samples;
        this.raw = new double[samples.size()][];
    }

    /** The scores of a sample: one for each prefix, or one of the finished call. */
    void put(int sample, double... scores) {
        raw[sample] = scores;
    }

    /** The scores of some samples, each call counting by its weight however many scores it has. */
    Calibration.HeldOut rows(IntPredicate in) {
        int[] calls = IntStream.range(0, raw.length).filter(in).toArray();
        int count = Arrays.stream(calls).map(i -> raw[i].length).sum();
        Calibration.HeldOut rows = new Calibration.HeldOut(new double[count], new boolean[count], new double[count], new int[count]);
        Map<String, Integer> groups = new HashMap<>();
        int at = 0;
        for (int call : calls) {
            Sample sample = samples.get(call);
            int group = groups.computeIfAbsent(sample.group(), g -> groups.size());
            for (double score : raw[call]) {
                rows.raw()[at] = score;
                rows.converted()[at] = sample.converted();
                rows.weight()[at] = sample.weight() / raw[call].length;
                rows.group()[at] = group;
                at++;
            }
        }
        return rows;
    }

    /** The numbers of turns heard when {@link #rows} of prefixes were scored. */
    int[] turns(IntPredicate in) {
        return IntStream.range(0, raw.length).filter(in).flatMap(call -> Arrays.stream(samples.get(call).lengths())).toArray();
    }

    /** @param calibrations by fold, each fitted on the other folds */
    Metrics measure(int[] split, Calibration[] calibrations) {
        return measure(split, (fold, turns) -> calibrations[fold]::probability);
    }

    /**
     * Of prefixes.
     *
     * @param calibrations by fold, each fitted on the other folds
     */
    Metrics measure(int[] split, RunningCalibration[] calibrations) {
        return measure(split, (fold, turns) -> calibrations[fold].at(turns)::probability);
    }

    /** @param priors by fold, each of the other folds; a constant ranks nothing, so the AUC is .5 although the constants differ a little */
    Metrics measure(int[] split, double[] priors) {
        Metrics measured = measure(split, (fold, turns) -> score -> priors[fold]);
        return new Metrics(measured.calls(), .5, measured.brier(), measured.logLoss(), measured.ece());
    }

    /** By fold and number of turns. */
    private interface Calibrated {
        DoubleUnaryOperator of(int fold, int turns);
    }

    private Metrics measure(int[] split, Calibrated calibrated) {
        List<Double> probabilities = new ArrayList<>();
        List<Boolean> converted = new ArrayList<>();
        for (int i = 0; i < raw.length; i++) {
            int[] turns = samples.get(i).lengths();
            for (int row = 0; row < raw[i].length; row++) {
                probabilities.add(calibrated.of(split[i], turns[row]).applyAsDouble(raw[i][row]));
                converted.add(samples.get(i).converted());
            }
        }
        boolean[] outcomes = new boolean[converted.size()];
        for (int i = 0; i < outcomes.length; i++) {
            outcomes[i] = converted.get(i);
        }
        return Measures.of(raw.length, probabilities.stream().mapToDouble(Double::doubleValue).toArray(), outcomes);
    }
}
