package org.turnwise.scoring.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.turnwise.call.Call;
import org.turnwise.scoring.Example;
import org.turnwise.scoring.Head;
import org.turnwise.scoring.Head.Standard;
import org.turnwise.scoring.HeadForecasts;
import org.turnwise.scoring.HeldOutCall;
import org.turnwise.scoring.Learner;
import org.turnwise.scoring.SyntheticCalls;
import org.turnwise.scoring.evaluation.EvaluationReport.Comparison;
import org.turnwise.scoring.evaluation.EvaluationReport.Verdict;
import org.turnwise.task.Progress;

class EvaluationTest {

    private static final Head WITHOUT_WORDS = new Head.Without(Standard.LIVE, "words");

    /** Counts how often the customer agreed less how often they objected, which tells the outcome more and more; one baseline guesses, one tells half. */
    private static final class CountingLearner implements Learner {
        final List<Set<String>> groupsLearnedFrom = new ArrayList<>();

        @Override
        public Fitted fit(List<Example> training, long seed, Progress progress) {
            progress.checkCancelled();
            Set<String> groups = new HashSet<>();
            training.forEach(example -> groups.add(example.call().group()));
            groupsLearnedFrom.add(groups);
            double prior = training.stream().filter(Example::converted).count() / (double) training.size();
            return call -> {
                assertFalse(groups.contains(call.group()), "learned from the customer of a held-out call");
                double[] live = said(call, .9);
                double[] guess = new double[live.length];
                Random random = new Random(call.id().value().hashCode());
                Arrays.setAll(guess, i -> random.nextDouble());
                return new HeadForecasts(
                        prior, Map.of(Standard.LIVE, live, Standard.TFIDF, guess, WITHOUT_WORDS, said(call, .3)),
                        Map.of(Standard.FINISHED, said(call, 1.1)[live.length - 1]));
            };
        }

        private static double[] said(Call call, double slope) {
            double[] said = new double[call.turns().size()];
            double sum = 0;
            for (int i = 0; i < said.length; i++) {
                String text = call.turns().get(i).text();
                sum += text.contains("let's do it") ? 1 : text.contains("We are not interested") ? -1 : 0;
                said[i] = 1 / (1 + Math.exp(-slope * sum));
            }
            return said;
        }
    }

    private final CountingLearner learner = new CountingLearner();
    private final Corpus corpus = new Corpus("made up", SyntheticCalls.telling(240, 1), 3);

    private EvaluationReport run(Corpus on, long seed) {
        return new Evaluation(learner, 5, seed).of(on, Progress.silent());
    }

    @Test
    void noCustomerIsLearnedFromAndForecast() {
        EvaluationReport report = run(corpus, 0);
        assertEquals(5, learner.groupsLearnedFrom.size());
        Map<String, Integer> learnedIn = new HashMap<>();
        learner.groupsLearnedFrom.forEach(groups -> groups.forEach(group -> learnedIn.merge(group, 1, Integer::sum)));
        assertEquals(60, learnedIn.size());
        assertEquals(Set.of(4), Set.copyOf(learnedIn.values()), "each customer is held out once");
        assertEquals(240, report.calls());
        assertEquals(60, report.customers());
        assertEquals(120, report.converted());
    }

    @Test
    void everyHeadStandsAtEveryPrefixItSpeaksAt() {
        EvaluationReport report = run(corpus, 0);
        assertEquals(List.of(Standard.LIVE, Standard.FINISHED, Standard.PRIOR, Standard.TFIDF, WITHOUT_WORDS), report.heads());
        long asLongAs16 = corpus.examples().stream().filter(example -> example.call().turns().size() >= 16).count();
        assertTrue(asLongAs16 > 0 && asLongAs16 < 240);
        for (Head head : report.heads()) {
            OptionalInt expected = head == Standard.FINISHED ? OptionalInt.empty() : OptionalInt.of((int) asLongAs16);
            assertEquals(expected, calls(report, head, new Prefix.Turns(16)), head.label());
            assertEquals(OptionalInt.of(240), calls(report, head, Prefix.WHOLE), head.label());
        }
        report.results().forEach(result -> result.figures().forEach((measure, figure) -> {
            assertTrue(figure.low() <= figure.high(), result + " " + measure);
            assertTrue(figure.low() >= 0, result + " " + measure);
        }));
    }

    private static OptionalInt calls(EvaluationReport report, Head head, Prefix prefix) {
        return report.result(head, prefix).map(result -> OptionalInt.of(result.calls())).orElse(OptionalInt.empty());
    }

    @Test
    void whatKnowsMoreIsFoundBetterAndEqualsAreWithinNoise() {
        EvaluationReport report = run(corpus, 0);
        Prefix half = new Prefix.Share(50);
        assertEquals(Verdict.BETTER, compare(report, Standard.LIVE, Standard.PRIOR, half, Measure.BRIER).verdict());
        assertEquals(Verdict.BETTER, compare(report, Standard.LIVE, Standard.TFIDF, half, Measure.AUC).verdict());
        assertTrue(compare(report, Standard.LIVE, Standard.TFIDF, half, Measure.AUC).difference().value() > 0);
        assertTrue(compare(report, Standard.LIVE, Standard.TFIDF, half, Measure.BRIER).difference().value() < 0);
        assertEquals(Verdict.WITHIN_NOISE, compare(report, Standard.LIVE, WITHOUT_WORDS, half, Measure.AUC).verdict(), "the same ranking");
        assertEquals(0, compare(report, Standard.LIVE, WITHOUT_WORDS, half, Measure.AUC).difference().value(), 1e-12);
        Figure prior = report.result(Standard.PRIOR, half).orElseThrow().figure(Measure.AUC);
        assertEquals(new Figure(.5, .5, .5), prior, "a prior ranks nothing, although those of five folds differ");
    }

    private static Comparison compare(EvaluationReport report, Head head, Head against, Prefix prefix, Measure measure) {
        return report.comparisons().stream()
                .filter(c -> c.head().equals(head) && c.against().equals(against) && c.prefix().equals(prefix) && c.measure() == measure)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theSameSeedGivesTheSameReportInWhateverOrderCallsCome() {
        EvaluationReport report = run(corpus, 7);
        List<Example> shuffled = new ArrayList<>(corpus.examples());
        Collections.shuffle(shuffled, new Random(1));
        assertEquals(report, run(new Corpus("made up", shuffled, 3), 7));
        assertNotEquals(report.martingale(), run(corpus, 8).martingale());
    }

    @Test
    void readsBackAsItWasWritten() {
        EvaluationReport report = run(corpus, 0);
        String json = EvaluationJson.write(report).toString();
        assertEquals(report, EvaluationJson.read(json));
        assertEquals("turn4", EvaluationJson.write(report).get("results").get(0).get("prefix").asString());
        assertThrows(IllegalArgumentException.class, () -> EvaluationJson.read("{\"corpus\":\"x\"}"));
        assertThrows(IllegalArgumentException.class, () -> EvaluationJson.read("{"));
    }

    /** Four calls that say the same are one piece of evidence, not four: the interval of one's is twice as wide as if they were strangers. */
    @Test
    void callsOfOneCustomerCountAsOnePieceOfEvidence() {
        List<HeldOutCall> strangers = new ArrayList<>();
        List<HeldOutCall> related = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(5);
        for (int customer = 0; customer < 100; customer++) {
            double p = random.nextDouble();
            boolean converted = random.nextDouble() < p;
            HeadForecasts said = new HeadForecasts(.5, Map.of(Standard.LIVE, new double[] {p}), Map.of());
            for (int call = 0; call < 4; call++) {
                Call any = SyntheticCalls.anyCall("c" + customer + "-" + call, new SplittableRandom(1));
                strangers.add(new HeldOutCall(any.id(), any.id().value(), converted, 1, .5, said));
                related.add(new HeldOutCall(any.id(), "customer " + customer, converted, 1, .5, said));
            }
        }
        double ratio = width(related) / width(strangers);
        assertTrue(ratio > 1.8 && ratio < 2.2, "ratio " + ratio);
    }

    private double width(List<HeldOutCall> calls) {
        EvaluationReport report = new Assessment(new HeldOut(calls), 0).report(corpus.name(), 0, 5, Progress.silent());
        Figure brier = report.result(Standard.LIVE, Prefix.WHOLE).orElseThrow().figure(Measure.BRIER);
        return brier.high() - brier.low();
    }

    @Test
    void whatWasAskedToStopStops() {
        Progress stopped = new Progress() {
            @Override
            public void report(double done, String what) {}

            @Override
            public boolean cancelled() {
                return true;
            }
        };
        assertThrows(CancellationException.class, () -> new Evaluation(learner, 5, 0).of(corpus, stopped));
    }

    @Test
    void prefixesLeaveOutShorterCallsAndSharesRoundUp() {
        assertEquals(OptionalInt.empty(), new Prefix.Turns(8).heard(7));
        assertEquals(OptionalInt.of(8), new Prefix.Turns(8).heard(8));
        assertEquals(OptionalInt.of(1), new Prefix.Share(25).heard(1));
        assertEquals(OptionalInt.of(2), new Prefix.Share(25).heard(5));
        assertEquals(OptionalInt.of(7), Prefix.WHOLE.heard(7));
        assertEquals(List.of("turn4", "turn8", "turn16", "25%", "50%", "75%", "100%"), Prefix.STANDARD.stream().map(Prefix::label).toList());
        Prefix.STANDARD.forEach(prefix -> assertEquals(prefix, Prefix.ofLabel(prefix.label())));
        assertThrows(IllegalArgumentException.class, () -> Prefix.ofLabel("turn0"));
        List.of(Standard.EMBEDDING, WITHOUT_WORDS).forEach(head -> assertEquals(head, Head.ofLabel(head.label())));
        assertThrows(IllegalArgumentException.class, () -> Head.ofLabel("dead"));
    }
}
