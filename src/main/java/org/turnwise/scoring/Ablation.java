package org.turnwise.scoring;

import java.util.List;
import java.util.function.IntFunction;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.turnwise.scoring.RunningHead.Moment;
import org.turnwise.scoring.member.Members.OfFinished;
import org.turnwise.scoring.member.Members.OfRunning;
import org.turnwise.task.Progress;

/**
 * Learns the heads of a scorer again without a part, on the same folds, seed and member scores, and calibrates them as the scorer's own are. A part is left out
 * by showing nought in its place, from which neither trees nor a logistic regression learn anything. Trees and stack are learned apart from each other, so
 * leaving out either is asking the other alone.
 */
final class Ablation {

    /** A head without a part, calibrated. Immutable; any thread. */
    sealed interface Ablated permits Live, Finished {

        Part part();
    }

    /** Speaks while a call runs. */
    record Live(Part part, ToDoubleFunction<Moment> raw, RunningCalibration calibration) implements Ablated {

        double probability(Moment moment) {
            return calibration.at(moment.turns()).probability(raw.applyAsDouble(moment));
        }
    }

    /** Speaks of a finished call. */
    record Finished(Part part, FinishedHead head, Calibration calibration) implements Ablated {

        /** @param members log odds, by {@link OfFinished} */
        double probability(double[] members) {
            return calibration.probability(head.raw(members));
        }
    }

    private final HeadLessons lessons;
    private final int[] split;
    private final MemberScores scores;
    private final RunningHead[] outside;
    private final RunningHead whole;

    /**
     * @param outside the running head of each fold, learned from the others
     * @param whole   learned from all samples
     */
    Ablation(HeadLessons lessons, int[] split, MemberScores scores, RunningHead[] outside, RunningHead whole) {
        this.lessons = lessons;
        this.split = split;
        this.scores = scores;
        this.outside = outside;
        this.whole = whole;
    }

    /** @throws java.util.concurrent.CancellationException if the progress says so */
    Ablated without(Part part, Progress progress) {
        return switch (part) {
            case Part.LiveMember(OfRunning member) -> hiding(part, moment -> without(member, moment), progress);
            case Part.OfLive.FEATURES ->
                hiding(part, moment -> without(OfRunning.READINGS, new Moment(moment.turns(), new double[moment.vector().length], moment.members())), progress);
            case Part.OfLive.TREES -> saying(part, RunningHead::stackRaw);
            case Part.OfLive.STACK -> saying(part, RunningHead::treesRaw);
            case Part.FinishedMember(OfFinished member) -> finished(part, member);
        };
    }

    private static Moment without(OfRunning member, Moment moment) {
        return new Moment(moment.turns(), moment.vector(), without(member.ordinal(), moment.members()));
    }

    private static double[] without(int member, double[] members) {
        double[] others = members.clone();
        others[member] = 0;
        return others;
    }

    private Live hiding(Part part, UnaryOperator<Moment> hidden, Progress progress) {
        HeadLessons fewer = lessons.seenAs(hidden);
        String what = "Learning " + part.head().label().replace('-', ' ');
        RunningHead[] heads = new RunningHead[outside.length];
        for (int fold = 0; fold < heads.length; fold++) {
            int held = fold;
            Progress step = progress.part(fold / (heads.length + 1.0), (fold + 1) / (heads.length + 1.0));
            heads[fold] = fewer.running(scores.outside(fold), i -> scores.of(i, held), step, what);
        }
        RunningHead head = fewer.running(
                IntStream.range(0, split.length).toArray(), scores::of, progress.part(heads.length / (heads.length + 1.0), 1), what);
        HeldOutScores heldOut = heldOut(i -> raw(fewer.moments(i, scores.of(i)), heads[split[i]]::raw));
        return new Live(part, moment -> head.raw(hidden.apply(moment)), running(heldOut));
    }

    private Live saying(Part part, ToDoubleBiFunction<RunningHead, Moment> raw) {
        HeldOutScores heldOut = heldOut(i -> raw(lessons.moments(i, scores.of(i)), moment -> raw.applyAsDouble(outside[split[i]], moment)));
        return new Live(part, moment -> raw.applyAsDouble(whole, moment), running(heldOut));
    }

    private Finished finished(Part part, OfFinished member) {
        FinishedHead[] heads = IntStream.range(0, outside.length)
                .mapToObj(fold -> HeadLessons.finished(scores.outside(fold), i -> without(member, scores.of(i, fold))))
                .toArray(FinishedHead[]::new);
        FinishedHead head = HeadLessons.finished(IntStream.range(0, split.length).toArray(), i -> without(member, scores.of(i)));
        HeldOutScores heldOut = heldOut(i -> new double[] {heads[split[i]].raw(scores.of(i).finished())});
        return new Finished(part, head, Calibration.fit(heldOut.rows(i -> true)));
    }

    private static Said without(OfFinished member, Said said) {
        return new Said(said.running(), without(member.ordinal(), said.finished()));
    }

    private static double[] raw(List<Moment> moments, ToDoubleFunction<Moment> head) {
        return moments.stream().mapToDouble(head).toArray();
    }

    private HeldOutScores heldOut(IntFunction<double[]> raw) {
        HeldOutScores scored = new HeldOutScores(lessons.samples());
        for (int i = 0; i < split.length; i++) {
            scored.put(i, raw.apply(i));
        }
        return scored;
    }

    private static RunningCalibration running(HeldOutScores heldOut) {
        return RunningCalibration.fit(heldOut.rows(i -> true), heldOut.turns(i -> true));
    }
}
