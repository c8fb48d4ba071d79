package org.turnwise.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.turnwise.call.Call;
import org.turnwise.call.CallId;
import org.turnwise.call.Participant;
import org.turnwise.call.Side;
import org.turnwise.call.Source;
import org.turnwise.call.TimingClass;
import org.turnwise.call.Turn;
import org.turnwise.task.Progress;

class ExplanationTest {

    private static final Scorer SCORER =
            Trainer.train(Snapshot.of(SyntheticCalls.telling(160, 1), Encoding.shared(), 0, Progress.silent()), Progress.silent()).scorer();

    /**
     * Shares and base sum to the forecast by construction, so the base is what tells: a share too much or too little anywhere, and it would differ from call to
     * call and turn to turn.
     */
    @Test
    void sharesSumToTheForecastFromOneBase() {
        double base = SCORER.explain(SyntheticCalls.anyCall("first", new SplittableRandom(0)), 0, Encoding.shared()).base();
        for (int n = 0; n < 40; n++) {
            Call call = SyntheticCalls.anyCall("sum-" + n, new SplittableRandom(300 + n));
            CallForecast forecast = SCORER.forecast(call, 1, Encoding.shared());
            for (int turn = 0; turn < call.turns().size(); turn += 1 + n % 4) {
                Explanation explanation = SCORER.explain(call, turn, Encoding.shared());
                assertEquals(logOdds(forecast.turns().get(turn).probability()), explanation.logOdds(), 1e-6);
                assertEquals(base, explanation.base(), 1e-6, "base of " + call.id() + " after turn " + turn);
            }
        }
    }

    @Test
    void sharesOfTheFinishedCallSumToItsForecastFromOneBase() {
        double base = SCORER.explainFinished(SyntheticCalls.anyCall("first", new SplittableRandom(0)), Encoding.shared()).base();
        for (int n = 0; n < 60; n++) {
            Call call = SyntheticCalls.anyCall("whole-" + n, new SplittableRandom(700 + n));
            Explanation explanation = SCORER.explainFinished(call, Encoding.shared());
            assertEquals(logOdds(SCORER.forecast(call, 1, Encoding.shared()).finished().probability()), explanation.logOdds(), 1e-6);
            assertEquals(base, explanation.base(), 1e-6, "base of " + call.id());
            assertEquals(call.turns().size() - 1, explanation.turn());
        }
    }

    @Test
    void treesAreTakenApartAsTheyAreAddedUp() {
        List<Call> calls = new ArrayList<>();
        for (int n = 0; n < 30; n++) {
            calls.add(SyntheticCalls.tellingCall("trees-" + n, "g", n % 2 == 0, new SplittableRandom(n)));
        }
        double[][] rows = calls.stream().map(Sample::wholeOf).toArray(double[][]::new);
        boolean[] converted = new boolean[rows.length * 10];
        double[][] many = new double[converted.length][];
        for (int i = 0; i < many.length; i++) {
            many[i] = rows[i % rows.length];
            converted[i] = i % 2 == 0;
        }
        String[] columns = FeatureCatalogue.standard().ids();
        var trees = Boosting.fit(many, columns, converted, 0, Progress.silent(), "");
        double base = Double.NaN;
        Set<Double> said = new HashSet<>();
        for (double[] row : rows) {
            double sum = 0;
            for (double share : Boosting.shares(trees, Boosting.schema(columns), row)) {
                sum += share;
            }
            double raw = Boosting.raw(trees, Boosting.schema(columns), row);
            said.add(raw);
            assertEquals(Double.isNaN(base) ? raw - sum : base, raw - sum, 1e-9);
            base = raw - sum;
        }
        assertTrue(said.size() > 3, "the trees say different things of different calls");
    }

    @Test
    void looksNoFurtherThanItsTurn() {
        for (int n = 0; n < 30; n++) {
            Call call = SyntheticCalls.anyCall("ahead-" + n, new SplittableRandom(90 + n));
            int turn = new SplittableRandom(n).nextInt(call.turns().size());
            Explanation explanation = SCORER.explain(call, turn, Encoding.shared());
            assertEquals(SCORER.explain(call.prefix(turn + 1), turn, Encoding.shared()), explanation);
            explanation.shares().forEach(share -> share.turns().forEach(each -> assertTrue(each <= turn)));
        }
    }

    @Test
    void namesWhatTheCallsDifferIn() {
        Explanation yes = SCORER.explain(call("Hello, how are you?", "That sounds good, let's do it.", "Great.", "Sounds good."), 3, Encoding.shared());
        Explanation no = SCORER.explain(call("Hello, how are you?", "We are not interested, it is too expensive.", "I see.", "Too expensive."), 3, Encoding.shared());
        assertTrue(yes.probability() > no.probability() + .2, yes.probability() + " and " + no.probability());
        Explanation.Share up = firstSaid(yes);
        Explanation.Share down = firstSaid(no);
        assertTrue(up.logOdds() > 0 && said("That sounds good, let's do it.", up), up.toString());
        assertTrue(down.logOdds() < 0 && said("We are not interested, it is too expensive.", down), down.toString());
        assertTrue(up.turns().contains(1) && down.turns().contains(1), up + " " + down);
    }

    private static boolean said(String text, Explanation.Share share) {
        return share.cause() instanceof Cause.Said said && said.side() == Side.CUSTOMER && text.toLowerCase(java.util.Locale.ROOT).contains(said.text());
    }

    @Test
    void aWordSaidOnlyInAPairIsThePair() {
        Explanation explanation = SCORER.explain(call("Hello", "We are not interested at all", "I see", "Bye"), 3, Encoding.shared());
        List<String> texts = explanation.shares().stream()
                .map(Explanation.Share::cause)
                .filter(cause -> cause instanceof Cause.Said said && said.text().contains("interested"))
                .map(cause -> ((Cause.Said) cause).text())
                .toList();
        assertEquals(List.of("not interested"), texts);
    }

    @Test
    void worksOnWhateverWasSaid() {
        List<Call> hostile = List.of(
                call(".", "…", "\u0000!", "🙂🙂"),
                call("Guten Tag, wie geht es Ihnen?", "Danke, gut, aber das ist zu teuer.", "これは何ですか", "مرحبا"),
                call("a ".repeat(40_000), "?".repeat(5_000), "$20 and 1,000.50", "\uD800"));
        for (Call call : hostile) {
            CallForecast forecast = SCORER.forecast(call, 1, Encoding.shared());
            for (int turn = 0; turn < 4; turn++) {
                Explanation explanation = SCORER.explain(call, turn, Encoding.shared());
                assertEquals(logOdds(forecast.turns().get(turn).probability()), explanation.logOdds(), 1e-6);
            }
            assertEquals(logOdds(forecast.finished().probability()), SCORER.explainFinished(call, Encoding.shared()).logOdds(), 1e-6);
        }
    }

    private static Explanation.Share firstSaid(Explanation explanation) {
        return explanation.shares().stream().filter(share -> share.cause() instanceof Cause.Said).findFirst().orElseThrow();
    }

    private static double logOdds(double probability) {
        return Math.log(probability / (1 - probability));
    }

    /** The rep and the customer in turns. */
    static Call call(String... texts) {
        List<Turn> turns = new ArrayList<>();
        for (int i = 0; i < texts.length; i++) {
            turns.add(new Turn(i, i % 2 == 0 ? "r" : "c", texts[i], null, null));
        }
        List<Participant> both = List.of(new Participant("r", "Rosa Rep", Side.REP), new Participant("c", "Carl", Side.CUSTOMER));
        return new Call(new CallId("said"), "Said", new Source("test", "said", null), TimingClass.NONE, null, "said", both, turns);
    }
}
