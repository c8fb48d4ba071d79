package org.turnwise.scoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.turnwise.task.Progress;
import smile.classification.GradientTreeBoost;

/**
 * Trains a scorer from a snapshot, without a workspace. One thread; the same snapshot gives the same scorer, bit for bit.
 *
 * <p>How it is measured. Five folds, no group (customer) in two of them. Each fold's calls are scored by trees grown on the other four; then calibrated by a
 * sigmoid fitted on the held-out scores of the other four folds. So no call is measured by trees or a calibration fitted on its outcome or on its
 * customer's. The class prior it stands beside is that of the same four folds. The scorer that is handed out is grown on all calls and calibrated on all
 * held-out scores, so it is a little better informed than the metrics say.
 */
final class Trainer {

    /**
     * What training gives.
     *
     * @param live          pooled over stratified prefixes of held-out calls
     * @param finished      on held-out calls once complete
     * @param prior         the class prior's on the same as {@code live}; its AUC is .5 by definition, a constant ranks nothing
     * @param priorFinished likewise for {@code finished}
     */
    record Trained(Scorer scorer, Metrics live, Metrics finished, Metrics prior, Metrics priorFinished) {}

    private final List<Sample> samples;
    private final long seed;
    private final double heaviest;

    private Trainer(Snapshot snapshot) {
        samples = snapshot.samples();
        seed = snapshot.seed();
        heaviest = samples.stream().mapToDouble(Sample::weight).max().orElse(1);
    }

    /**
     * @throws Training.TooFewOutcomes if a class has fewer calls than {@link Training#FEWEST_A_CLASS}
     * @throws Training.CannotHoldOut if too few customers are there to hold some out
     */
    static Trained train(Snapshot snapshot, Progress progress) {
        int yes = snapshot.converted();
        int no = snapshot.samples().size() - yes;
        if (Math.min(yes, no) < Training.FEWEST_A_CLASS) {
            throw new Training.TooFewOutcomes(yes, no);
        }
        return new Trainer(snapshot).train(progress);
    }

    private Trained train(Progress progress) {
        int[] split = Folds.split(samples, seed).orElseThrow(() -> new Training.CannotHoldOut(
                "to measure a scorer, some customers are held out, but these calls belong to too few different customers for that"));
        int folds = Folds.count(split);
        HeldOutScores prefixes = new HeldOutScores(samples, Sample::prefixes);
        HeldOutScores wholes = new HeldOutScores(samples, s -> new double[][] {s.whole()});
        for (int fold = 0; fold < folds; fold++) {
            int held = fold;
            Progress part = progress.part(.85 * fold / (folds + 1), .85 * (fold + 1) / (folds + 1));
            GradientTreeBoost trees = grow(i -> split[i] != held, part, "Measuring on held-out calls, part " + (fold + 1) + " of " + folds);
            prefixes.score(trees, i -> split[i] == held);
            wholes.score(trees, i -> split[i] == held);
        }
        GradientTreeBoost trees = grow(i -> true, progress.part(.85 * folds / (folds + 1), .85), "Growing the trees on all calls");

        progress.report(.86, "Calibrating");
        progress.checkCancelled();
        Calibration calibration = Calibration.fitWithBand(prefixes.rows(i -> true), seed);
        // finished calls are calibrated by the same sigmoids as running ones: it is one scorer, and it doesn't know that a call is over
        Calibration[] calibrations = new Calibration[folds];
        double[] priors = new double[folds];
        for (int fold = 0; fold < folds; fold++) {
            int held = fold;
            calibrations[fold] = Calibration.fit(prefixes.rows(i -> split[i] != held));
            priors[fold] = prior(i -> split[i] != held);
        }
        progress.report(.93, "Learning what is usual");
        progress.checkCancelled();
        Scorer scorer = scorer(trees, calibration);
        progress.report(1, "Trained");
        return new Trained(
                scorer, prefixes.measure(split, calibrations), wholes.measure(split, calibrations), prefixes.measure(split, priors), wholes.measure(split, priors));
    }

    private Scorer scorer(GradientTreeBoost trees, Calibration calibration) {
        double[][] all = samples.stream().flatMap(s -> Arrays.stream(s.prefixes())).toArray(double[][]::new);
        UsualRanges usual = UsualRanges.of(samples.stream().map(Sample::whole).toArray(double[][]::new));
        return new Scorer(new Scorer.Parts(
                FeatureCatalogue.VERSION, trees, calibration, Novelty.fit(all, seed), usual, prior(i -> true), meanReward(true), meanReward(false)));
    }

    private GradientTreeBoost grow(IntPredicate in, Progress progress, String what) {
        progress.report(0, what);
        progress.checkCancelled();
        List<double[]> rows = new ArrayList<>();
        List<Boolean> converted = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            if (in.test(i)) {
                for (double[] row : samples.get(i).rows(heaviest, seed)) {
                    rows.add(row);
                    converted.add(samples.get(i).converted());
                }
            }
        }
        boolean[] labels = new boolean[rows.size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = converted.get(i);
        }
        return Boosting.fit(rows.toArray(double[][]::new), labels, seed, progress, what);
    }

    private double prior(IntPredicate in) {
        double yes = 0;
        double all = 0;
        for (int i = 0; i < samples.size(); i++) {
            if (in.test(i)) {
                all += samples.get(i).weight();
                yes += samples.get(i).converted() ? samples.get(i).weight() : 0;
            }
        }
        return yes / all;
    }

    /** Where no call of a class has a reward, the ends of the scale stand in. */
    private double meanReward(boolean converted) {
        double sum = 0;
        double weight = 0;
        for (Sample sample : samples) {
            Double reward = sample.reward();
            if (sample.converted() == converted && reward != null) {
                sum += sample.weight() * reward;
                weight += sample.weight();
            }
        }
        return weight > 0 ? sum / weight : converted ? 1 : -1;
    }
}
