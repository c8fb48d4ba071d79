package org.turnwise.annotation.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Against values computed by other means; golden_agreement.py made them, and says how. */
class AgreementStatisticsTest {

    private static final double CLOSE = 1e-9;

    @Test
    void everyFigureAgreesAndIsMissingWhereItIsNotDefined() throws IOException {
        JsonNode cases = golden();
        assertTrue(cases.size() >= 20);
        for (JsonNode one : cases) {
            String name = one.get("name").asString();
            assertFigure(one.get("kappa"), tally(one, Scale.NOMINAL).kappa(noDraws()), name + ": kappa");
            assertFigure(one.get("nominal"), tally(one, Scale.NOMINAL).alpha(noDraws()), name + ": nominal alpha");
            assertFigure(one.get("ordinal"), tally(one, Scale.ORDINAL).alpha(noDraws()), name + ": ordinal alpha");
        }
    }

    /** Published: Hayes and Krippendorff (2007), and Krippendorff's own computing of alpha-reliability, give .743 and .815 for these data. */
    @Test
    void agreesWithThePublishedFigures() throws IOException {
        JsonNode published = golden().get(0);
        assertEquals(.743, tally(published, Scale.NOMINAL).alpha(noDraws()).orElseThrow().value(), .0005);
        assertEquals(.815, tally(published, Scale.ORDINAL).alpha(noDraws()).orElseThrow().value(), .0005);
    }

    @Test
    void anIntervalHoldsTheFigureAndGrowsAsCallsGetFewer() {
        Estimate few = alike(10);
        Estimate many = alike(160);
        assertTrue(width(few) > 2 * width(many), few + " " + many);
        for (Estimate estimate : List.of(few, many)) {
            Estimate.Interval interval = interval(estimate);
            assertTrue(interval.low() <= estimate.value() && estimate.value() <= interval.high(), estimate.toString());
        }
        assertEquals(few, alike(10), "the same seed, the same interval");
    }

    @Test
    void tooFewCallsGiveAFigureWithoutAnInterval() {
        assertEquals(null, alike(Resampling.FEWEST_CALLS - 1).interval());
        assertTrue(alike(Resampling.FEWEST_CALLS).interval() != null);
    }

    /** All that differs stands in one call of six: drawn without it, in a third of draws, nothing is defined. */
    @Test
    void drawsWithoutAFigureAreLeftOut() {
        Tally tally = new Tally(2, Scale.NOMINAL);
        for (int call = 0; call < 6; call++) {
            tally.nextCall();
            tally.unit(List.of("Ann", "Ben"), List.of(0, 0));
            if (call == 3) {
                tally.unit(List.of("Ann", "Ben"), List.of(1, 1));
            }
        }
        Estimate estimate = tally.kappa(new Resampling(6, 1)).orElseThrow();
        assertEquals(new Estimate(1, new Estimate.Interval(1, 1)), estimate);
    }

    @Test
    void countsCallByCallGiveTheSameAsAllAtOnce() throws IOException {
        for (JsonNode one : golden()) {
            Tally apart = new Tally(one.get("values").asInt(), Scale.ORDINAL);
            fill(one, apart, 1);
            assertFigure(one.get("ordinal"), apart.alpha(new Resampling(Math.max(1, one.get("readers").get(0).size()), 1)), one.get("name").asString());
        }
    }

    private static Estimate alike(int calls) {
        Tally tally = new Tally(2, Scale.NOMINAL);
        for (int call = 0; call < calls; call++) {
            tally.nextCall();
            for (int turn = 0; turn < 10; turn++) {
                int first = (call + turn) % 2;
                tally.unit(List.of("Ann", "Ben"), List.of(first, (call * 7 + turn) % 10 < 8 ? first : 1 - first));
            }
            if (call % 3 == 0) {
                tally.unit(List.of("Ann", "Ben"), List.of(0, 1));
            }
        }
        return tally.alpha(new Resampling(calls, 7)).orElseThrow();
    }

    private static double width(Estimate estimate) {
        return interval(estimate).high() - interval(estimate).low();
    }

    private static Estimate.Interval interval(Estimate estimate) {
        return Optional.ofNullable(estimate.interval()).orElseThrow();
    }

    private static Tally tally(JsonNode one, Scale scale) {
        Tally tally = new Tally(one.get("values").asInt(), scale);
        fill(one, tally, Integer.MAX_VALUE);
        return tally;
    }

    private static void fill(JsonNode one, Tally tally, int unitsACall) {
        List<String> names = new ArrayList<>();
        for (int reader = 0; reader < one.get("readers").size(); reader++) {
            names.add("reader " + reader);
        }
        for (int unit = 0; unit < one.get("readers").get(0).size(); unit++) {
            if (unit == 0 || unit % unitsACall == 0) {
                tally.nextCall();
            }
            List<@Nullable Integer> said = new ArrayList<>();
            for (JsonNode reader : one.get("readers")) {
                said.add(reader.get(unit).isNull() ? null : Integer.valueOf(reader.get(unit).asInt()));
            }
            tally.unit(names, said);
        }
    }

    private static Resampling noDraws() {
        return new Resampling(1, 0);
    }

    private static void assertFigure(JsonNode expected, Optional<Estimate> actual, String what) {
        OptionalDouble value = actual.stream().mapToDouble(Estimate::value).findFirst();
        if (expected.isNull()) {
            assertEquals(OptionalDouble.empty(), value, what);
        } else {
            assertEquals(expected.asDouble(), value.orElse(Double.NaN), CLOSE, what);
        }
    }

    private static JsonNode golden() throws IOException {
        try (InputStream in = AgreementStatisticsTest.class.getResourceAsStream("golden_agreement.json")) {
            return JsonMapper.builder().build().readTree(in).get("cases");
        }
    }

    @Test
    void differencesOnAnOrderedScaleGrowWithWhatLiesBetween() {
        double[][] differences = Scale.ORDINAL.differences(new double[] {4, 2, 6});
        assertEquals("[0.0, 9.0, 49.0]", Arrays.toString(differences[0]));
        assertEquals("[49.0, 16.0, 0.0]", Arrays.toString(differences[2]));
    }
}
