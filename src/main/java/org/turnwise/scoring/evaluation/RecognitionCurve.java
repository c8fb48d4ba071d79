package org.turnwise.scoring.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.turnwise.call.CallId;
import org.turnwise.call.Turn;
import org.turnwise.language.embedding.Embedding;
import org.turnwise.language.embedding.Embeddings;
import org.turnwise.scoring.Example;
import org.turnwise.scoring.recogniser.LabelledTurn;
import org.turnwise.scoring.recogniser.Recognised;
import org.turnwise.scoring.recogniser.Recogniser;
import org.turnwise.task.Progress;

/**
 * How well it is recognised what turns of unseen customers do, against how many labeled calls it was learned from: the mean over labels of
 * {@link AveragePrecision}. Those labels count that can be learned from the whole corpus; one of which fewer calls have too few turns is not recognised by
 * then, and counts as guessed. Beside it stands guessing all of them. One use each, one thread.
 */
public final class RecognitionCurve {

    private static final double LEARNING = .8;

    /** The turns that were read for a label, and what is asked of them. */
    private record Asked(Recognised label, int[] call, LabelledTurn[] turns, boolean[] carries) {

        AveragePrecision precision(double[] said) {
            return AveragePrecision.of(call, carries, said);
        }
    }

    private final Corpus corpus;
    private final long seed;
    private final int[] split;
    private final LabelSteps steps;
    private final Map<CallId, List<LabelledTurn>> turns = new HashMap<>();
    private final List<Asked> asked;

    private RecognitionCurve(Corpus corpus, int folds, long seed, Function<Turn, float[]> meaning) {
        this.corpus = corpus;
        this.seed = seed;
        split = Evaluation.split(corpus, folds, seed);
        steps = new LabelSteps(corpus, split, seed);
        corpus.examples().forEach(example -> turns.put(example.call().id(), example.labels().labelled(example.call(), meaning)));
        asked = Recogniser.learnable(turnsOf(corpus.examples())).stream().map(this::asked).toList();
    }

    private List<LabelledTurn> turnsOf(List<Example> examples) {
        return examples.stream().filter(example -> example.labels().teach()).flatMap(example -> turnsOf(example).stream()).toList();
    }

    private List<LabelledTurn> turnsOf(Example example) {
        return Objects.requireNonNull(turns.get(example.call().id()));
    }

    private Asked asked(Recognised label) {
        List<Integer> calls = new ArrayList<>();
        List<LabelledTurn> read = new ArrayList<>();
        for (int call = 0; call < split.length; call++) {
            for (LabelledTurn turn : turnsOf(corpus.examples().get(call))) {
                if (label.concerns(turn)) {
                    calls.add(call);
                    read.add(turn);
                }
            }
        }
        boolean[] carries = new boolean[read.size()];
        for (int i = 0; i < carries.length; i++) {
            carries[i] = read.get(i).labels().contains(label.label());
        }
        return new Asked(label, calls.stream().mapToInt(Integer::intValue).toArray(), read.toArray(LabelledTurn[]::new), carries);
    }

    /**
     * @return the curve, then that of guessing; none if too little of the corpus is labeled to learn any label
     * @throws CannotEvaluate if it can't be split
     * @throws java.util.concurrent.CancellationException if the progress says so
     */
    public static List<LearningCurve> of(Corpus corpus, Embeddings embeddings, int folds, long seed, Progress progress) {
        List<String> texts = corpus.examples().stream()
                .flatMap(example -> example.labels().turns().stream().map(on -> example.call().turns().get(on.ordinal()).text()))
                .distinct()
                .toList();
        if (texts.isEmpty()) {
            return List.of();
        }
        Map<String, Embedding> meanings = embeddings.of(texts, progress.part(0, .5));
        Function<Turn, float[]> meaning = turn -> Objects.requireNonNull(meanings.get(turn.text())).values();
        return new RecognitionCurve(corpus, folds, seed, meaning).curves(progress.part(.5, 1));
    }

    private List<LearningCurve> curves(Progress progress) {
        if (asked.isEmpty()) {
            return List.of();
        }
        int[] sizes = steps.sizes();
        List<List<AveragePrecision>> bySize = new ArrayList<>();
        for (int i = 0; i < sizes.length; i++) {
            bySize.add(recognised(sizes[i], progress.part(LEARNING * i / sizes.length, LEARNING * (i + 1) / sizes.length)));
        }
        bySize.add(asked.stream().map(label -> label.precision(new double[label.carries.length])).toList());
        progress.report(LEARNING, "Drawing customers for intervals");
        double[][] draws = new Bootstrap(groupOf(), seed).figures(read(), bySize.size(), times -> {
            progress.checkCancelled();
            return means(bySize, times);
        });
        double[] values = means(bySize, IntStream.generate(() -> 1).limit(split.length).toArray());
        progress.report(1, "Measured what labels teach");
        return List.of(
                curve("recognising " + asked.size() + " labels", sizes, Arrays.copyOf(values, sizes.length), Arrays.copyOf(draws, sizes.length)),
                curve("guessing by how common each is", sizes, repeated(values[sizes.length], sizes.length), repeated(draws[sizes.length], sizes.length)));
    }

    private static LearningCurve curve(String name, int[] sizes, double[] values, double[][] draws) {
        return LearningCurve.drawn(name, LearningCurve.Quality.AVERAGE_PRECISION, sizes, values, draws);
    }

    private static double[] repeated(double value, int times) {
        double[] all = new double[times];
        Arrays.fill(all, value);
        return all;
    }

    private static double[][] repeated(double[] draws, int times) {
        double[][] all = new double[times][];
        Arrays.fill(all, draws);
        return all;
    }

    private int[] groupOf() {
        List<String> groups = corpus.examples().stream().map(example -> example.call().group()).toList();
        Map<String, Integer> numbers = new HashMap<>();
        groups.stream().sorted().forEach(group -> numbers.putIfAbsent(group, numbers.size()));
        return groups.stream().mapToInt(group -> Objects.requireNonNull(numbers.get(group))).toArray();
    }

    /** Calls that are drawn from. */
    private int[] read() {
        return IntStream.range(0, split.length).filter(call -> corpus.examples().get(call).labels().teach()).toArray();
    }

    private static double[] means(List<List<AveragePrecision>> bySize, int[] times) {
        return bySize.parallelStream()
                .mapToDouble(precisions -> precisions.stream().mapToDouble(one -> one.value(times)).filter(Double::isFinite).average().orElse(Double.NaN))
                .toArray();
    }

    /** By label, how well its turns are found while their customers are held out. */
    private List<AveragePrecision> recognised(int size, Progress progress) {
        int folds = Arrays.stream(split).max().orElse(0) + 1;
        double[][] said = asked.stream().map(label -> new double[label.carries.length]).toArray(double[][]::new);
        for (int fold = 0; fold < folds; fold++) {
            int held = fold;
            progress.report(fold / (double) folds, "Learning from " + size + " labeled calls, fold " + (fold + 1) + " of " + folds);
            List<Example> training = IntStream.range(0, split.length).filter(i -> split[i] != held).mapToObj(i -> corpus.examples().get(i)).toList();
            List<LabelledTurn> learned = turnsOf(steps.keeping(size, training));
            Recogniser recogniser = Recogniser.fit(Recogniser.learnable(learned), learned, progress.part((fold + .1) / folds, (fold + .9) / folds));
            for (int label = 0; label < said.length; label++) {
                say(recogniser, learned, asked.get(label), held, said[label]);
            }
        }
        return IntStream.range(0, said.length).mapToObj(label -> asked.get(label).precision(said[label])).toList();
    }

    private void say(Recogniser recogniser, List<LabelledTurn> learned, Asked label, int held, double[] said) {
        int known = recogniser.labels().indexOf(label.label);
        double guess = known < 0 ? share(label.label, learned) : 0;
        for (int i = 0; i < said.length; i++) {
            if (split[label.call[i]] == held) {
                said[i] = known < 0 ? guess : recogniser.probability(known, label.turns[i].meaning());
            }
        }
    }

    /** How common a label was among the turns that were learned from. */
    private static double share(Recognised label, List<LabelledTurn> learned) {
        return learned.stream().filter(label::concerns).mapToDouble(turn -> turn.labels().contains(label.label()) ? 1 : 0).average().orElse(0);
    }
}
