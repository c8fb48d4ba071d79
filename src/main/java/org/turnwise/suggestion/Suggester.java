package org.turnwise.suggestion;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import org.turnwise.annotation.Journal;
import org.turnwise.annotation.Label;
import org.turnwise.annotation.LabelScheme;
import org.turnwise.call.Call;
import org.turnwise.call.CallRepository;
import org.turnwise.call.Side;
import org.turnwise.call.Turn;
import org.turnwise.language.embedding.Embeddings;
import org.turnwise.scoring.recogniser.LabelledTurn;
import org.turnwise.scoring.recogniser.Recognised;
import org.turnwise.scoring.recogniser.Recogniser;
import org.turnwise.task.Progress;

/** Says which labels the turns of a call probably carry, from what people labeled on other customers' calls. Immutable; any thread. */
public final class Suggester implements Learned {

    private final LabelScheme scheme;
    private final List<Calibrated> without;

    private Suggester(LabelScheme scheme, List<Calibrated> without) {
        this.scheme = scheme;
        this.without = List.copyOf(without);
    }

    /**
     * Learns from what stands in the journal now and the reader may see; the same labels give the same suggester, bit for bit.
     *
     * @throws java.util.concurrent.CancellationException if the progress says so
     */
    public static Learned learn(String reader, Journal journal, CallRepository calls, LabelScheme scheme, Embeddings embeddings, Progress progress) {
        List<Lesson.Source> sources = Lesson.sources(reader, journal, calls, scheme, progress.part(0, .1));
        List<Lesson> unread = sources.stream().map(Lesson.Source::unread).toList();
        List<List<Recognised>> learnable = new ArrayList<>();
        for (int fold = 0; fold < Lesson.FOLDS; fold++) {
            int left = fold;
            learnable.add(Recogniser.learnable(turns(unread, other -> other != left)));
        }
        if (learnable.stream().allMatch(List::isEmpty)) {
            return tooFew(unread);
        }
        List<Lesson> lessons = Lesson.read(sources, embeddings, progress.part(.1, .5));
        return new Suggester(scheme, new Fitting(lessons, learnable).all(progress.part(.5, 1)));
    }

    private static List<LabelledTurn> turns(List<Lesson> lessons, IntPredicate fold) {
        return lessons.stream().filter(lesson -> fold.test(lesson.fold())).flatMap(lesson -> lesson.labelled().stream()).toList();
    }

    private static TooFew tooFew(List<Lesson> lessons) {
        Map<String, Integer> turns = new TreeMap<>();
        lessons.forEach(lesson -> lesson.labelled().forEach(turn -> turn.labels().forEach(label -> turns.merge(label, 1, Integer::sum))));
        return turns.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.<String, Integer>comparingByKey().reversed()))
                .map(most -> new TooFew(most.getKey(), most.getValue()))
                .orElse(new TooFew("", 0));
    }

    /** Fits of one learning: a recogniser without each fold, and one without each two for the calibration. One thread. */
    private record Fitting(List<Lesson> lessons, List<List<Recognised>> learnable) {

        private static final int PAIRS = Lesson.FOLDS * (Lesson.FOLDS - 1) / 2;

        List<Calibrated> all(Progress progress) {
            Recogniser[][] pairs = new Recogniser[Lesson.FOLDS][Lesson.FOLDS];
            double all = PAIRS + Lesson.FOLDS;
            int done = 0;
            for (int a = 0; a < Lesson.FOLDS; a++) {
                for (int b = a + 1; b < Lesson.FOLDS; b++) {
                    Set<Recognised> labels = new TreeSet<>(learnable.get(a));
                    labels.addAll(learnable.get(b));
                    pairs[a][b] = fit(List.copyOf(labels), a, b, progress.part(done / all, (done + 1) / all));
                    pairs[b][a] = pairs[a][b];
                    done++;
                }
            }
            List<Calibrated> calibrated = new ArrayList<>();
            for (int fold = 0; fold < Lesson.FOLDS; fold++) {
                Recogniser recogniser = fit(learnable.get(fold), fold, fold, progress.part(done / all, (done + 1) / all));
                calibrated.add(new Calibrated(recogniser, lines(recogniser, fold, pairs[fold])));
                done++;
            }
            return calibrated;
        }

        private Recogniser fit(List<Recognised> labels, int a, int b, Progress progress) {
            return Recogniser.fit(labels, turns(lessons, fold -> fold != a && fold != b), progress);
        }

        private List<Calibrated.Line> lines(Recogniser recogniser, int left, Recogniser[] besides) {
            List<Calibrated.Line> lines = new ArrayList<>();
            for (Recognised label : recogniser.labels()) {
                Calibrated.HeldOut heldOut = new Calibrated.HeldOut();
                for (int fold = 0; fold < Lesson.FOLDS; fold++) {
                    if (fold != left) {
                        int tested = fold;
                        heldOut.add(label, besides[fold], lessons.stream().filter(lesson -> lesson.fold() == tested).toList());
                    }
                }
                lines.add(heldOut.line());
            }
            return lines;
        }
    }

    /**
     * All that is likely, whatever the call carries already: in order of turn, the surest first. None while the call's sides are not settled.
     *
     * @throws java.util.concurrent.CancellationException if the progress says so
     */
    public List<Suggestion> likely(Call call, Embeddings embeddings, Progress progress) {
        Calibrated reader = without.get(Lesson.fold(call.group()));
        if (!call.sidesSettled() || reader.lines().isEmpty()) {
            return List.of();
        }
        Set<String> texts = new LinkedHashSet<>();
        call.turns().forEach(turn -> texts.add(turn.text()));
        Map<String, float[]> meanings = Lesson.meanings(texts, embeddings, progress);
        List<Suggestion> likely = new ArrayList<>();
        for (Turn turn : call.turns()) {
            float[] meaning = meanings.get(turn.text());
            if (meaning != null) {
                likely.addAll(onTurn(reader, turn.ordinal(), call.sideOf(turn), meaning));
            }
        }
        return likely;
    }

    private List<Suggestion> onTurn(Calibrated reader, int ordinal, Side side, float[] meaning) {
        List<Suggestion> found = new ArrayList<>();
        List<Recognised> labels = reader.recogniser().labels();
        for (int i = 0; i < labels.size(); i++) {
            double confidence = reader.probability(i, side, meaning);
            Optional<Label> label = scheme.label(labels.get(i).label());
            if (confidence >= Suggestion.LEAST && label.isPresent() && label.get().sides().contains(side)) {
                found.add(new Suggestion(ordinal, label.get(), confidence));
            }
        }
        found.sort((a, b) -> Double.compare(b.confidence(), a.confidence()));
        return found;
    }
}
