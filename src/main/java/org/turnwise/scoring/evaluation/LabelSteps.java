package org.turnwise.scoring.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.turnwise.call.CallId;
import org.turnwise.scoring.Example;
import org.turnwise.scoring.recogniser.CallLabels;

/**
 * Fewer labels than there are: from any training calls the labels of the first so many that have some, in an order drawn by lot. So what is learned with
 * fewer labels is learned from a part of what is learned with more. Immutable.
 */
final class LabelSteps {

    private static final int FIRST = 25;

    private final Map<CallId, Integer> place = new HashMap<>();
    private final int most;

    /** @param split the fold of each call of the corpus, each held out once */
    LabelSteps(Corpus corpus, int[] split, long seed) {
        List<CallId> read = new ArrayList<>();
        corpus.examples().stream().filter(example -> example.labels().teach()).forEach(example -> read.add(example.call().id()));
        Collections.shuffle(read, new SplittableRandom(seed));
        read.forEach(call -> place.put(call, place.size()));
        most = IntStream.of(split).distinct()
                .map(held -> (int) IntStream.range(0, split.length)
                        .filter(i -> split[i] != held && place.containsKey(corpus.examples().get(i).call().id()))
                        .count())
                .min()
                .orElse(0);
    }

    /** {@value #FIRST}, twice as many and so on, and last as many as every fold leaves to learn from; none if no call has labels. */
    int[] sizes() {
        List<Integer> sizes = new ArrayList<>();
        for (int size = FIRST; size * 4 / 3 < most; size *= 2) {
            sizes.add(size);
        }
        if (most > 0) {
            sizes.add(most);
        }
        return sizes.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The examples, of which no more than so many keep their labels. */
    List<Example> keeping(int labeled, List<Example> training) {
        List<Integer> places = training.stream().map(example -> place.get(example.call().id())).filter(found -> found != null).sorted().toList();
        int before = labeled == 0 ? 0 : labeled < places.size() ? places.get(labeled) : Integer.MAX_VALUE;
        return training.stream()
                .map(example -> place.getOrDefault(example.call().id(), Integer.MAX_VALUE) < before ? example : example.with(CallLabels.NONE))
                .toList();
    }
}
