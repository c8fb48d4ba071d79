package org.turnwise.scoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.turnwise.scoring.RunningHead.Moment;
import org.turnwise.task.Progress;

/**
 * What heads are taught: the moments of samples, as members that saw none of them speak of them.
 *
 * @param full     the weight at which all moments of a sample are taught
 * @param seen     a moment as the head is to see it
 */
record HeadLessons(List<Sample> samples, long seed, double full, UnaryOperator<Moment> seen) {

    /**
     * The trees learn from about so many moments at most, the same share of each call's. The time they take grows with the moments, what they learn hardly
     * does: moments of a call resemble each other, and trees of few leaves are soon as good as they get.
     */
    static final int MOST_ROWS = 8_000;

    /** Of whole moments. */
    static HeadLessons of(List<Sample> samples, long seed) {
        double most = samples.stream().mapToDouble(Sample::weight).max().orElse(1);
        double rows = samples.stream().mapToDouble(sample -> sample.weight() / most * sample.prefixes().length).sum();
        return new HeadLessons(samples, seed, most * Math.max(1, rows / MOST_ROWS), moment -> moment);
    }

    HeadLessons seenAs(UnaryOperator<Moment> other) {
        return new HeadLessons(samples, seed, full, other);
    }

    /** @param in the samples to learn from */
    RunningHead running(int[] in, IntFunction<Said> said, Progress progress, String what) {
        progress.report(0, what);
        progress.checkCancelled();
        List<Moment> drawn = new ArrayList<>();
        List<Boolean> drawnConverted = new ArrayList<>();
        List<Moment> all = new ArrayList<>();
        List<Boolean> converted = new ArrayList<>();
        List<Double> weight = new ArrayList<>();
        for (int i : in) {
            Sample sample = samples.get(i);
            List<Moment> moments = moments(i, said.apply(i));
            for (Moment moment : moments) {
                all.add(moment);
                converted.add(sample.converted());
                weight.add(sample.weight() / moments.size());
            }
            for (int row : rows(sample)) {
                drawn.add(moments.get(row));
                drawnConverted.add(sample.converted());
            }
        }
        RunningHead.Lesson lesson = new RunningHead.Lesson(
                drawn, booleans(drawnConverted), all, booleans(converted), weight.stream().mapToDouble(Double::doubleValue).toArray());
        return RunningHead.fit(lesson, seed, progress, what);
    }

    static FinishedHead finished(int[] in, IntFunction<Said> said) {
        return FinishedHead.fit(Arrays.stream(in).mapToObj(i -> said.apply(i).finished()).toList());
    }

    /** Of a sample, by prefix. */
    List<Moment> moments(int i, Said said) {
        Sample sample = samples.get(i);
        return IntStream.range(0, sample.prefixes().length)
                .mapToObj(prefix -> seen.apply(new Moment(sample.lengths()[prefix], sample.prefixes()[prefix], said.running()[prefix])))
                .toList();
    }

    /** The prefixes that stand for a sample where rows know no weight. */
    List<Integer> rows(Sample sample) {
        return sample.rows(full, seed);
    }

    private static boolean[] booleans(List<Boolean> list) {
        boolean[] array = new boolean[list.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = list.get(i);
        }
        return array;
    }
}
