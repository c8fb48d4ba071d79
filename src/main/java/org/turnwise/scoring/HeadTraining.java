package org.turnwise.scoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.turnwise.scoring.RunningHead.Moment;
import org.turnwise.scoring.novelty.FeatureNovelty;
import org.turnwise.scoring.novelty.Novelty;
import org.turnwise.task.Progress;

/**
 * Grows heads over what members say, calibrates them and measures them on held-out calls. The same samples, scores and seed give the same heads, bit for bit,
 * on any number of cores. One use.
 */
final class HeadTraining {

    /** Shares of the time that steps take, for progress. */
    private static final double HEADS = .8;

    private final List<Sample> samples;
    private final MemberScores scores;
    private final long seed;
    private final HeadLessons lessons;

    /** @param scores of the samples, in their order */
    HeadTraining(List<Sample> samples, MemberScores scores, long seed) {
        this.samples = samples;
        this.scores = scores;
        this.seed = seed;
        lessons = HeadLessons.of(samples, seed);
    }

    /** Heads for one purpose: those of one fold, or those that are handed out. */
    private record Grown(RunningHead running, FinishedHead finished) {}

    /**
     * @param base what the handed-out heads will listen to
     * @throws java.util.concurrent.CancellationException if the progress says so
     */
    Trainer.Trained grow(Trainer.Base base, Progress progress) {
        int[] split = scores.split();
        int folds = Folds.count(split);
        SideBySide together = new SideBySide(progress.part(0, HEADS), folds + 2);
        AtomicReference<ValueModel> worth = new AtomicReference<>();
        Grown[] grown = new Grown[folds + 1];
        IntStream.range(0, folds + 2).parallel().forEach(task -> {
            Progress part = together.of(task);
            if (task < folds) {
                grown[task] = withoutFold(task, part, folds);
            } else if (task == folds) {
                grown[task] = onAll(part);
            } else {
                worth.set(value(part));
            }
        });
        HeldOutScores prefixes = new HeldOutScores(samples);
        HeldOutScores wholes = new HeldOutScores(samples);
        for (int i = 0; i < split.length; i++) {
            Grown measured = grown[split[i]];
            prefixes.put(i, lessons.moments(i, scores.of(i)).stream().mapToDouble(measured.running::raw).toArray());
            wholes.put(i, measured.finished.raw(scores.of(i).finished()));
        }
        progress.report(HEADS, "Calibrating");
        progress.checkCancelled();
        RunningCalibration live = RunningCalibration.fitWithBand(prefixes.rows(i -> true), prefixes.turns(i -> true), seed);
        Calibration complete = Calibration.fitWithBand(wholes.rows(i -> true), seed);
        progress.report(.85, "Learning what is usual");
        progress.checkCancelled();
        Scorer scorer = scorer(base, grown[folds], live, complete, Objects.requireNonNull(worth.get()));
        RunningCalibration[] liveOf = runningCalibrations(prefixes, split);
        Calibration[] completeOf = calibrations(wholes, split);
        double[] priors = priors(split);
        List<CrossFitted.Heads> heads = IntStream.range(0, folds)
                .mapToObj(fold -> new CrossFitted.Heads(
                        grown[fold].running.reader(), liveOf[fold], grown[fold].finished, completeOf[fold], priors[fold]))
                .toList();
        Trainer.Trained trained = new Trainer.Trained(
                scorer, new CrossFitted(samples, scores, heads), prefixes.measure(split, liveOf), wholes.measure(split, completeOf),
                prefixes.measure(split, priors), wholes.measure(split, priors),
                new Ablation(lessons, split, scores, Arrays.stream(grown, 0, folds).map(Grown::running).toArray(RunningHead[]::new), grown[folds].running));
        progress.report(1, "Trained");
        return trained;
    }

    private Grown withoutFold(int fold, Progress progress, int folds) {
        int[] outside = scores.outside(fold);
        IntFunction<Said> without = i -> scores.of(i, fold);
        return new Grown(
                lessons.running(outside, without, progress, "Measuring on held-out calls, part " + (fold + 1) + " of " + folds),
                HeadLessons.finished(outside, without));
    }

    private Grown onAll(Progress progress) {
        int[] all = IntStream.range(0, samples.size()).toArray();
        return new Grown(lessons.running(all, scores::of, progress, "Growing the trees on all calls"), HeadLessons.finished(all, scores::of));
    }

    private Scorer scorer(Trainer.Base base, Grown grown, RunningCalibration live, Calibration complete, ValueModel value) {
        double[][] all = samples.stream().flatMap(s -> Arrays.stream(s.prefixes())).toArray(double[][]::new);
        UsualRanges usual = UsualRanges.of(samples.stream().map(Sample::whole).toArray(double[][]::new));
        return new Scorer(new Scorer.Parts(
                FeatureCatalogue.VERSION, base.vocabulary(), base.recogniser(), base.members(), grown.running, live, grown.finished, complete,
                new Novelty(FeatureNovelty.fit(all, seed), base.usualWords()), usual, prior(i -> true), value));
    }

    private ValueModel value(Progress progress) {
        List<ValueModel.Lesson> valued = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            Sample sample = samples.get(i);
            Double reward = sample.reward();
            List<Moment> moments = lessons.moments(i, scores.of(i));
            for (int row : reward == null ? List.<Integer>of() : lessons.rows(sample)) {
                double target = ValueModel.target(Objects.requireNonNull(reward), sample.judgedAfter(sample.lengths()[row]));
                valued.add(new ValueModel.Lesson(moments.get(row), sample.converted(), target));
            }
        }
        return ValueModel.fit(meanReward(true), meanReward(false), valued, seed, progress);
    }

    /** Each fold calibrated on the others. */
    private static Calibration[] calibrations(HeldOutScores scores, int[] split) {
        return IntStream.range(0, Folds.count(split))
                .mapToObj(fold -> Calibration.fit(scores.rows(i -> split[i] != fold)))
                .toArray(Calibration[]::new);
    }

    private static RunningCalibration[] runningCalibrations(HeldOutScores scores, int[] split) {
        return IntStream.range(0, Folds.count(split))
                .mapToObj(fold -> RunningCalibration.fit(scores.rows(i -> split[i] != fold), scores.turns(i -> split[i] != fold)))
                .toArray(RunningCalibration[]::new);
    }

    private double[] priors(int[] split) {
        return IntStream.range(0, Folds.count(split)).mapToDouble(fold -> prior(i -> split[i] != fold)).toArray();
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
