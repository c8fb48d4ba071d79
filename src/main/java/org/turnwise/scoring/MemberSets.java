package org.turnwise.scoring;

import java.util.ArrayList;
import java.util.List;
import org.turnwise.scoring.member.HeardCall;
import org.turnwise.scoring.member.Members;
import org.turnwise.scoring.member.Vocabulary;
import org.turnwise.task.Progress;

/**
 * Sets of members by what they were trained on: all calls; those outside one fold; those outside two. For five folds that is sixteen sets. Immutable.
 *
 * @param all     trained on every call
 * @param without trained on the calls of neither of two folds, by the lower and the higher one; the same fold twice leaves out that one only
 */
record MemberSets(Members all, Members[][] without) {

    /** Fits on all cores; which core fits which changes nothing. */
    static MemberSets fit(List<HeardCall> heard, Vocabulary vocabulary, int[] split, Progress progress) {
        int folds = Folds.count(split);
        Members[][] without = new Members[folds][folds];
        Members[] all = new Members[1];
        List<Runnable> fits = new ArrayList<>();
        fits.add(() -> all[0] = Members.fit(heard, vocabulary));
        for (int a = 0; a < folds; a++) {
            for (int b = a; b < folds; b++) {
                int lower = a;
                int higher = b;
                fits.add(() -> without[lower][higher] = Members.fit(Folds.outside(heard, split, lower, higher), vocabulary));
            }
        }
        progress.report(0, "Reading the words of each part with members trained on the others");
        fits.parallelStream().forEach(fit -> {
            progress.checkCancelled();
            fit.run();
        });
        progress.checkCancelled();
        progress.report(1, "Read");
        return new MemberSets(all[0], without);
    }

    Members without(int fold) {
        return without[fold][fold];
    }

    /**
     * What is said of a call by those that saw neither its fold nor another one, by the other; its own fold's place is taken by those without that fold only.
     */
    Said[] of(HeardCall call, int fold) {
        Said[] said = new Said[without.length];
        for (int other = 0; other < said.length; other++) {
            said[other] = Said.of(without[Math.min(fold, other)][Math.max(fold, other)], call);
        }
        return said;
    }
}
