package org.turnwise.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.turnwise.scoring.member.HeardCall;
import org.turnwise.scoring.member.Members;
import org.turnwise.scoring.member.Vocabulary;
import org.turnwise.task.Progress;

/**
 * What members say of calls they were not trained on, at two depths: members trained without one fold speak of that fold's calls, for what is handed out; members trained
 * without two folds speak of either fold's calls, so that heads measured on the one learn from the other without having met either. For five folds that is
 * fifteen sets of members, fitted on all cores; which core fits which changes nothing. Immutable once made.
 */
final class MemberScores {

    /** What one set of members says of a call: by prefix and member, and of the finished call by member. */
    record Said(double[][] running, double[] finished) {

        private static Said of(Members members, HeardCall call) {
            double[][] running = new double[call.prefixes()][];
            for (int prefix = 0; prefix < running.length; prefix++) {
                running[prefix] = members.running(call, prefix);
            }
            return new Said(running, members.finished(call));
        }
    }

    private final int[] split;
    private final Said[][] said;
    private final Members[] without;

    private MemberScores(int[] split, int folds) {
        this.split = split;
        this.said = new Said[split.length][folds];
        this.without = new Members[folds];
    }

    static MemberScores of(List<HeardCall> heard, Vocabulary vocabulary, int[] split, Progress progress) {
        int folds = Folds.count(split);
        MemberScores scores = new MemberScores(split, folds);
        List<int[]> pairs = new ArrayList<>();
        for (int a = 0; a < folds; a++) {
            for (int b = a; b < folds; b++) {
                pairs.add(new int[] {a, b});
            }
        }
        AtomicInteger done = new AtomicInteger();
        progress.report(0, "Reading the words of each part with members trained on the others");
        pairs.parallelStream().forEach(pair -> {
            progress.checkCancelled();
            scores.speak(heard, vocabulary, pair[0], pair[1]);
            done.incrementAndGet();
        });
        progress.checkCancelled();
        progress.report(1, "Read");
        return scores;
    }

    private void speak(List<HeardCall> heard, Vocabulary vocabulary, int a, int b) {
        List<HeardCall> training = new ArrayList<>();
        for (int i = 0; i < split.length; i++) {
            if (split[i] != a && split[i] != b) {
                training.add(heard.get(i));
            }
        }
        Members members = Members.fit(training, vocabulary);
        if (a == b) {
            without[a] = members;
        }
        for (int i = 0; i < split.length; i++) {
            if (split[i] == a) {
                said[i][b] = Said.of(members, heard.get(i));
            } else if (split[i] == b) {
                said[i][a] = Said.of(members, heard.get(i));
            }
        }
    }

    /** Of a sample, by members that saw neither its fold nor {@code other}; its own fold for {@code other} is without one fold only. */
    Said of(int sample, int other) {
        return said[sample][other];
    }

    /** By members that saw all but the sample's own fold. */
    Said of(int sample) {
        return said[sample][split[sample]];
    }

    /** Those that were trained without one fold only. */
    Members without(int fold) {
        return without[fold];
    }

    /** Samples outside a fold. */
    int[] outside(int fold) {
        return IntStream.range(0, split.length).filter(i -> split[i] != fold).toArray();
    }

    /** Samples of a fold. */
    int[] inside(int fold) {
        return IntStream.range(0, split.length).filter(i -> split[i] == fold).toArray();
    }
}
