package org.turnwise.scoring;

import java.util.ArrayList;
import java.util.List;
import org.turnwise.scoring.member.HeardCall;
import org.turnwise.scoring.recogniser.LabelledTurn;
import org.turnwise.scoring.recogniser.Recognised;
import org.turnwise.scoring.recogniser.Recogniser;
import org.turnwise.scoring.recogniser.RunningActs;
import org.turnwise.task.Progress;

/**
 * What is recognised of the turns of the calls that are learned from. Each call's turns are read by a recogniser that saw no labels of its fold, as it will be
 * with calls to come. Recognisers never see outcomes, so which other folds' labels they saw gives nothing away about those folds' outcomes. Immutable.
 *
 * @param recogniser learned from all labels, for calls to come
 * @param without    by fold, learned from the labels of the others
 * @param heard      the samples' calls in their order, with what was recognised
 */
record Recognition(Recogniser recogniser, List<Recogniser> without, List<HeardCall> heard) {

    static Recognition of(List<ReadCall> calls, int[] split, Progress progress) {
        List<LabelledTurn> all = calls.stream().flatMap(call -> call.labelled().stream()).toList();
        List<Recognised> labels = Recogniser.learnable(all);
        int folds = Folds.count(split);
        List<Recogniser> outOfFold = new ArrayList<>();
        for (int fold = 0; fold < folds; fold++) {
            List<LabelledTurn> outside = new ArrayList<>();
            for (int i = 0; i < split.length; i++) {
                if (split[i] != fold) {
                    outside.addAll(calls.get(i).labelled());
                }
            }
            outOfFold.add(Recogniser.fit(labels, outside, progress.part(fold / (folds + 1.0), (fold + 1.0) / (folds + 1))));
        }
        List<HeardCall> heard = new ArrayList<>();
        for (int i = 0; i < split.length; i++) {
            heard.add(calls.get(i).recognised(outOfFold.get(split[i])));
        }
        return new Recognition(Recogniser.fit(labels, all, progress.part(folds / (folds + 1.0), 1)), List.copyOf(outOfFold), List.copyOf(heard));
    }

    /** As the members read them. */
    static double[] readings(RunningActs acts) {
        float[] features = acts.features();
        double[] readings = new double[features.length];
        for (int i = 0; i < readings.length; i++) {
            readings[i] = features[i];
        }
        return readings;
    }
}
