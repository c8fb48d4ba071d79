package org.turnwise.scoring.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.turnwise.call.CallId;
import org.turnwise.scoring.Head.Standard;
import org.turnwise.scoring.HeadForecasts;
import org.turnwise.scoring.HeldOutCall;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Agreement with scikit-learn, SciPy and NumPy; golden_measures.py made the stored cases. */
class GoldenMeasuresTest {

    private static final double CLOSE = 1e-9;

    private static JsonNode golden;

    @BeforeAll
    static void read() throws IOException {
        try (InputStream in = GoldenMeasuresTest.class.getResourceAsStream("golden_measures.json")) {
            golden = JsonMapper.builder().build().readTree(in);
        }
    }

    @Test
    void everyMeasureAgrees() {
        assertTrue(golden.get("cases").size() >= 15);
        for (JsonNode one : golden.get("cases")) {
            Rows rows = rows(one);
            agree(one, "once", rows, rows.once());
            int[] times = new int[rows.size()];
            Arrays.setAll(times, row -> one.get("times").get(rows.call()[row]).asInt());
            agree(one, "weighted", rows, times);
        }
    }

    private static void agree(JsonNode one, String how, Rows rows, int[] times) {
        for (Measure measure : Measure.values()) {
            JsonNode expected = one.get(how).get(measure.label());
            assertEquals(expected.isNull() ? Double.NaN : expected.asDouble(), measure.of(rows, times), CLOSE, one.get("name") + ", " + how + ": " + measure);
        }
    }

    @Test
    void reliabilityBinsAgree() {
        for (JsonNode one : golden.get("cases")) {
            List<Reliability.Bin> bins = Reliability.bins(rows(one));
            assertEquals(one.get("reliability").size(), bins.size(), one.get("name").asString());
            for (int i = 0; i < bins.size(); i++) {
                JsonNode expected = one.get("reliability").get(i);
                Reliability.Bin bin = bins.get(i);
                assertEquals(expected.get("bin").asInt() / 10.0, bin.from());
                assertEquals(expected.get("count").asInt(), bin.forecasts());
                assertEquals(expected.get("mean").asDouble(), bin.meanForecast(), CLOSE);
                assertEquals(expected.get("observed").asDouble(), bin.observed(), CLOSE);
                assertEquals(expected.get("low").asDouble(), bin.low(), CLOSE);
                assertEquals(expected.get("high").asDouble(), bin.high(), CLOSE);
            }
        }
    }

    @Test
    void riskCurvesAgree() {
        for (JsonNode one : golden.get("cases")) {
            List<RiskCoverage.Point> curve = RiskCoverage.curve(rows(one));
            assertEquals(20, curve.size());
            for (int i = 0; i < 20; i++) {
                assertEquals(one.get("curve").get(i).asDouble(), curve.get(i).risk(), CLOSE, one.get("name") + " at " + curve.get(i).coverage());
            }
        }
    }

    @Test
    void martingaleRatiosAgree() {
        for (JsonNode one : golden.get("trajectories")) {
            List<HeldOutCall> calls = new ArrayList<>();
            for (int i = 0; i < one.get("y").size(); i++) {
                double[] path = doubles(one.get("paths").get(i));
                HeadForecasts said = new HeadForecasts(one.get("before").get(i).asDouble(), Map.of(Standard.LIVE, path), Map.of());
                calls.add(new HeldOutCall(new CallId("c" + i), "g" + i, one.get("y").get(i).asInt() == 1, path.length, .5, said));
            }
            int[] once = new int[calls.size()];
            Arrays.fill(once, 1);
            assertEquals(one.get("ratio").asDouble(), Martingale.ratio(calls, once), CLOSE, one.get("name").asString());
        }
    }

    @Test
    void wilsonsIntervalAgrees() {
        for (JsonNode one : golden.get("wilson")) {
            int trials = one.get("n").asInt();
            double[] interval = Reliability.wilson((double) one.get("k").asInt() / trials, trials);
            assertEquals(one.get("low").asDouble(), interval[0], CLOSE);
            assertEquals(one.get("high").asDouble(), interval[1], CLOSE);
        }
    }

    @Test
    void quantilesAgree() {
        Figure interval = Bootstrap.interval(0, doubles(golden.get("values")));
        assertEquals(golden.get("quantiles").get(0).asDouble(), interval.low(), CLOSE);
        assertEquals(golden.get("quantiles").get(1).asDouble(), interval.high(), CLOSE);
    }

    /** Where every call is a customer of its own, the interval is as wide as DeLong's for AUC and as the central limit theorem's for Brier. */
    @Test
    void intervalsAreAsWideAsTheory() {
        JsonNode large = golden.get("large");
        Rows rows = rows(large);
        int[] alone = new int[rows.size()];
        Arrays.setAll(alone, i -> i);
        double[][] draws = new Bootstrap(alone, 3).figures(alone, 2, timesOfCalls -> {
            int[] times = new int[rows.size()];
            Arrays.setAll(times, row -> timesOfCalls[rows.call()[row]]);
            return new double[] {Measure.AUC.of(rows, times), Measure.BRIER.of(rows, times)};
        });
        Figure auc = Bootstrap.interval(large.get("auc").asDouble(), draws[0]);
        assertEquals(2 * 1.96 * large.get("delong").asDouble(), auc.high() - auc.low(), .1 * (auc.high() - auc.low()));
        Figure brier = Bootstrap.interval(Measure.BRIER.of(rows, rows.once()), draws[1]);
        assertEquals(2 * 1.96 * large.get("brierError").asDouble(), brier.high() - brier.low(), .1 * (brier.high() - brier.low()));
    }

    private static Rows rows(JsonNode one) {
        List<Rows.Row> rows = new ArrayList<>();
        for (int i = 0; i < one.get("p").size(); i++) {
            rows.add(new Rows.Row(one.get("p").get(i).asDouble(), one.get("y").get(i).asInt() == 1, i));
        }
        return Rows.of(rows, true);
    }

    private static double[] doubles(JsonNode array) {
        double[] doubles = new double[array.size()];
        Arrays.setAll(doubles, i -> array.get(i).asDouble());
        return doubles;
    }
}
