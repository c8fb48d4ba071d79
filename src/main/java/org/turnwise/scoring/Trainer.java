package org.turnwise.scoring;

import java.util.ArrayList;
import java.util.List;
import org.turnwise.scoring.member.HeardCall;
import org.turnwise.scoring.member.Members;
import org.turnwise.scoring.member.Vocabulary;
import org.turnwise.scoring.novelty.MeaningNovelty;
import org.turnwise.scoring.recogniser.Recogniser;
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

    /**
     * What hears calls to come, trained on all calls.
     *
     * @param usualWords what they are compared with in meaning
     */
    record Base(Vocabulary.Stored vocabulary, Recogniser recogniser, Members members, MeaningNovelty usualWords) {}

    /**
     * What a full training gives: besides what any does, what heads can be grown over anew.
     *
     * @param scores of the snapshot's calls
     */
    record Full(Trained trained, Recognition recognition, MemberSets members, MemberScores scores) {}

    /** Shares of the time that steps take, for progress. */
    private static final double RECOGNISERS = .1;
    private static final double MEMBERS = .6;

    private Trainer() {}

    /** As {@link #full}, where only the scorer matters. */
    static Trained train(Snapshot snapshot, Progress progress) {
        return full(snapshot, progress).trained;
    }

    /**
     * Fits everything.
     *
     * @throws Training.TooFewOutcomes if a class has fewer calls than {@link Training#FEWEST_A_CLASS}
     * @throws Training.CannotHoldOut if too few customers are there to hold some out
     */
    static Full full(Snapshot snapshot, Progress progress) {
        List<Sample> samples = snapshot.samples();
        checkClasses(samples);
        int[] split = Folds.split(samples, snapshot.seed()).orElseThrow(() -> new Training.CannotHoldOut(
                "to measure a scorer, some customers are held out, but these calls belong to too few different customers for that"));
        Recognition recognition = Recognition.of(snapshot.calls(), split, progress.part(0, RECOGNISERS));
        MemberSets members = MemberSets.fit(recognition.heard(), snapshot.vocabulary(), split, progress.part(RECOGNISERS, MEMBERS));
        MemberScores scores = MemberScores.of(members, recognition.heard(), split);
        Base base = new Base(snapshot.vocabulary().stored(), recognition.recogniser(), members.all(), usualWords(samples, recognition.heard()));
        Trained trained = new HeadTraining(samples, scores, snapshot.seed()).grow(base, progress.part(MEMBERS, 1));
        return new Full(trained, recognition, members, scores);
    }

    private static MeaningNovelty usualWords(List<Sample> samples, List<HeardCall> heard) {
        List<MeaningNovelty.Finished> finished = new ArrayList<>();
        List<MeaningNovelty.Moment> moments = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            Sample sample = samples.get(i);
            finished.add(new MeaningNovelty.Finished(sample.group(), heard.get(i).wholeMeaning()));
            for (int prefix = 0; prefix < sample.lengths().length; prefix++) {
                moments.add(new MeaningNovelty.Moment(sample.group(), sample.lengths()[prefix], heard.get(i).meaning(prefix)));
            }
        }
        return MeaningNovelty.fit(finished, moments);
    }

    static void checkClasses(List<Sample> samples) {
        int yes = (int) samples.stream().filter(Sample::converted).count();
        int no = samples.size() - yes;
        if (Math.min(yes, no) < Training.FEWEST_A_CLASS) {
            throw new Training.TooFewOutcomes(yes, no);
        }
    }
}
