package org.turnwise.scoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.turnwise.scoring.MemberScores.Said;
import org.turnwise.scoring.RunningHead.Moment;
import org.turnwise.scoring.member.Members;
import org.turnwise.task.Progress;

/**
 * Trains a scorer from a snapshot, without a workspace. The same snapshot gives the same scorer, bit for bit, on any number of cores.
 *
 * <p>Stacking. Heads learn from what members say of calls that those members were not trained on: five folds, no group (customer) in two of them, and for each
 * fold members trained on the other four.
 *
 * <p>How it is measured. Each fold's calls are scored by heads that learned from the other four folds, from members that saw neither fold; then calibrated
 * by a sigmoid fitted on the held-out scores of the other four. So no call is measured by members, heads or a calibration fitted on its outcome or on its
 * customer's. The class prior it stands beside is that of the same four folds. The scorer that is handed out is trained on all calls and calibrated on all
 * held-out scores, so it is a little better informed than the metrics say.
 */
final class Trainer {

    /**
     * What training gives.
     *
     * @param crossFitted   to forecast the same calls without having seen them
     * @param live          pooled over stratified prefixes of held-out calls
     * @param finished      on held-out calls once complete
     * @param prior         the class prior's on the same as {@code live}; its AUC is .5 by definition, a constant ranks nothing
     * @param priorFinished likewise for {@code finished}
     * @param ablation      to learn the same heads without some of their parts
     */
    record Trained(Scorer scorer, CrossFitted crossFitted, Metrics live, Metrics finished, Metrics prior, Metrics priorFinished, Ablation ablation) {}

    /** Shares of the time that steps take, for progress. */
    private static final double RECOGNISERS = .1;
    private static final double MEMBERS = .5;
    private static final double HEADS = .9;

    private final Snapshot snapshot;
    private final List<Sample> samples;
    private final long seed;
    private final HeadLessons lessons;

    private Trainer(Snapshot snapshot) {
        this.snapshot = snapshot;
        samples = snapshot.samples();
        seed = snapshot.seed();
        lessons = HeadLessons.of(samples, seed);
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
        Recognition recognition = Recognition.of(samples, split, progress.part(0, RECOGNISERS));
        MemberScores scores = MemberScores.of(recognition.heard(), snapshot.vocabulary(), split, progress.part(RECOGNISERS, MEMBERS));
        HeldOutScores prefixes = new HeldOutScores(samples);
        HeldOutScores wholes = new HeldOutScores(samples);
        RunningHead[] runningOf = new RunningHead[folds];
        FinishedHead[] finishedOf = new FinishedHead[folds];
        for (int fold = 0; fold < folds; fold++) {
            int held = fold;
            int[] outside = scores.outside(fold);
            IntFunction<Said> without = i -> scores.of(i, held);
            Progress part = progress.part(
                    MEMBERS + (HEADS - MEMBERS) * fold / (folds + 1), MEMBERS + (HEADS - MEMBERS) * (fold + 1) / (folds + 1));
            RunningHead running = lessons.running(outside, without, part, "Measuring on held-out calls, part " + (fold + 1) + " of " + folds);
            FinishedHead finished = HeadLessons.finished(outside, without);
            runningOf[fold] = running;
            finishedOf[fold] = finished;
            for (int i : scores.inside(fold)) {
                prefixes.put(i, lessons.moments(i, scores.of(i)).stream().mapToDouble(running::raw).toArray());
                wholes.put(i, finished.raw(scores.of(i).finished()));
            }
        }
        int[] all = IntStream.range(0, split.length).toArray();
        RunningHead running =
                lessons.running(all, scores::of, progress.part(MEMBERS + (HEADS - MEMBERS) * folds / (folds + 1), HEADS), "Growing the trees on all calls");
        progress.report(HEADS, "Calibrating");
        progress.checkCancelled();
        RunningCalibration live = RunningCalibration.fitWithBand(prefixes.rows(i -> true), prefixes.turns(i -> true), seed);
        Calibration complete = Calibration.fitWithBand(wholes.rows(i -> true), seed);
        progress.report(.93, "Learning what is usual");
        progress.checkCancelled();
        ValueModel value = value(scores, progress.part(.93, .97));
        Scorer scorer = scorer(recognition, running, live, HeadLessons.finished(all, scores::of), complete, value);
        RunningCalibration[] liveOf = runningCalibrations(prefixes, split);
        Calibration[] completeOf = calibrations(wholes, split);
        double[] priors = priors(split);
        List<CrossFitted.Pipeline> pipelines = IntStream.range(0, folds)
                .mapToObj(fold -> new CrossFitted.Pipeline(
                        recognition.without().get(fold), scores.without(fold), runningOf[fold], liveOf[fold], finishedOf[fold], completeOf[fold], priors[fold]))
                .toList();
        Trained trained = new Trained(
                scorer, new CrossFitted(snapshot, split, pipelines), prefixes.measure(split, liveOf), wholes.measure(split, completeOf),
                prefixes.measure(split, priors), wholes.measure(split, priors), new Ablation(lessons, split, scores, runningOf, running));
        progress.report(1, "Trained");
        return trained;
    }

    private Scorer scorer(Recognition recognition, RunningHead running, RunningCalibration live, FinishedHead finished, Calibration complete, ValueModel value) {
        Members.Kept members = Members.fit(recognition.heard(), snapshot.vocabulary()).kept(snapshot.vocabulary());
        double[][] all = samples.stream().flatMap(s -> Arrays.stream(s.prefixes())).toArray(double[][]::new);
        UsualRanges usual = UsualRanges.of(samples.stream().map(Sample::whole).toArray(double[][]::new));
        return new Scorer(new Scorer.Parts(
                FeatureCatalogue.VERSION, members.vocabulary(), recognition.recogniser(), members.members(), running, live, finished, complete, Novelty.fit(all, seed), usual,
                prior(i -> true), value));
    }

    private ValueModel value(MemberScores scores, Progress progress) {
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
