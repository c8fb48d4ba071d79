package org.turnwise.scoring.evaluation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.turnwise.scoring.Head;
import org.turnwise.scoring.evaluation.EvaluationReport.Comparison;
import org.turnwise.scoring.evaluation.EvaluationReport.Curves;
import org.turnwise.scoring.evaluation.EvaluationReport.Result;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A report as JSON, one object. A figure {@code x} takes three fields: {@code x}, {@code xLow} and {@code xHigh}; what can't be told is null. Names are
 * stable, new ones may join. What is written reads back equal. Any thread.
 */
public final class EvaluationJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Map<Measure, String> COVERAGES = new EnumMap<>(Map.of(Measure.RISK_20, "20%", Measure.RISK_50, "50%", Measure.RISK_80, "80%"));

    private static final String CHANCE = "eceByChance";

    private EvaluationJson() {}

    public static ObjectNode write(EvaluationReport report) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("corpus", report.corpus()).put("folds", report.folds()).put("seed", report.seed());
        json.put("calls", report.calls()).put("converted", report.converted()).put("customers", report.customers()).put("leftOut", report.leftOut());
        json.put("level", Bootstrap.LEVEL);
        ArrayNode results = json.putArray("results");
        report.results().forEach(result -> result(result, results.addObject()));
        put(json, "martingale", report.martingale());
        ObjectNode risks = json.putObject("riskAtCoverage");
        COVERAGES.forEach((measure, coverage) -> put(risks, coverage, Objects.requireNonNull(report.riskAtCoverage().get(measure))));
        ArrayNode comparisons = json.putArray("comparisons");
        report.comparisons().forEach(comparison -> comparison(comparison, comparisons.addObject()));
        ArrayNode curves = json.putArray("curves");
        report.curves().forEach(curve -> curve(curve, curves.addObject()));
        return json;
    }

    private static void result(Result result, ObjectNode json) {
        json.put("head", result.head().label()).put("prefix", result.prefix().label()).put("n", result.calls());
        for (Measure measure : Measure.values()) {
            put(json, measure.label(), result.figure(measure));
        }
        put(json, CHANCE, result.chance());
    }

    private static void comparison(Comparison comparison, ObjectNode json) {
        json.put("head", comparison.head().label()).put("against", comparison.against().label());
        json.put("prefix", comparison.prefix().label()).put("measure", comparison.measure().label());
        put(json, "difference", comparison.difference());
        json.put("verdict", comparison.verdict().name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    /** What leaving out each part of a head changes, which {@link #write(EvaluationReport)} says too, the other way round, among the comparisons. */
    public static ArrayNode ablation(EvaluationReport report) {
        ArrayNode json = MAPPER.createArrayNode();
        for (EvaluationReport.PartLeftOut leftOut : report.ablation()) {
            ObjectNode one = json.addObject().put("head", leftOut.without().head().label()).put("without", leftOut.without().part());
            one.put("prefix", leftOut.prefix().label()).put("measure", leftOut.measure().label());
            put(one, "change", leftOut.change());
            one.put("part", switch (leftOut.verdict()) {
                case WORSE -> "helps";
                case BETTER -> "hurts";
                case WITHIN_NOISE -> "within noise";
            });
        }
        return json;
    }

    private static void curve(Curves curves, ObjectNode json) {
        json.put("head", curves.head().label());
        ArrayNode bins = json.putArray("reliability");
        for (Reliability.Bin bin : curves.reliability()) {
            ObjectNode one = bins.addObject().put("from", bin.from()).put("to", bin.to()).put("forecasts", bin.forecasts()).put("calls", bin.calls());
            put(one, "meanForecast", bin.meanForecast());
            put(one, "observed", new Figure(bin.observed(), bin.low(), bin.high()));
        }
        ArrayNode points = json.putArray("risk");
        for (RiskCoverage.Point point : curves.risk()) {
            put(points.addObject().put("coverage", point.coverage()), "risk", point.risk());
        }
    }

    /** What labels teach, in the same manner; a trend that was not measured is null. */
    public static ArrayNode write(List<LearningCurve> curves) {
        ArrayNode json = MAPPER.createArrayNode();
        for (LearningCurve curve : curves) {
            ObjectNode one = json.addObject().put("name", curve.name()).put("measure", curve.quality().label());
            LearningCurve.Trend trend = curve.trend();
            one.put("trend", trend == null ? null : trend.name().toLowerCase(Locale.ROOT));
            ArrayNode steps = one.putArray("steps");
            curve.steps().forEach(step -> put(steps.addObject().put("labeled", step.labeled()), "figure", step.figure()));
            LearningCurve.Gains gains = curve.gains();
            if (gains != null) {
                put(one, "overall", gains.overall());
                put(one, "lately", gains.lately());
            }
        }
        return json;
    }

    /** @throws IllegalArgumentException if it is no list of curves that this class wrote */
    public static List<LearningCurve> readCurves(String text) {
        try {
            List<LearningCurve> curves = new ArrayList<>();
            for (JsonNode one : MAPPER.readTree(text)) {
                List<LearningCurve.Step> steps = new ArrayList<>();
                required(one, "steps").forEach(step -> steps.add(new LearningCurve.Step(required(step, "labeled").asInt(), figure(step, "figure"))));
                LearningCurve.Gains gains = one.has("overall") ? new LearningCurve.Gains(figure(one, "overall"), figure(one, "lately")) : null;
                LearningCurve.Quality quality = LearningCurve.Quality.ofLabel(required(one, "measure").asString());
                curves.add(new LearningCurve(required(one, "name").asString(), quality, steps, gains));
            }
            return curves;
        } catch (JacksonException e) {
            throw new IllegalArgumentException("these are no learning curves: " + e.getOriginalMessage(), e);
        }
    }

    private static void put(ObjectNode json, String name, Figure figure) {
        put(json, name, figure.value());
        put(json, name + "Low", figure.low());
        put(json, name + "High", figure.high());
    }

    private static void put(ObjectNode json, String name, double value) {
        if (Double.isFinite(value)) {
            json.put(name, value);
        } else {
            json.putNull(name);
        }
    }

    /** @throws IllegalArgumentException if it is no report that this class wrote */
    public static EvaluationReport read(String text) {
        try {
            return read(MAPPER.readTree(text));
        } catch (JacksonException e) {
            throw new IllegalArgumentException("this is no evaluation: " + e.getOriginalMessage(), e);
        }
    }

    static EvaluationReport read(JsonNode json) {
        List<Result> results = new ArrayList<>();
        required(json, "results").forEach(one -> results.add(result(one)));
        List<Comparison> comparisons = new ArrayList<>();
        required(json, "comparisons").forEach(one -> comparisons.add(new Comparison(
                head(one, "head"), head(one, "against"), Prefix.ofLabel(required(one, "prefix").asString()), measure(one), figure(one, "difference"))));
        List<Curves> curves = new ArrayList<>();
        required(json, "curves").forEach(one -> curves.add(curves(one)));
        Map<Measure, Figure> risks = new EnumMap<>(Measure.class);
        COVERAGES.forEach((measure, coverage) -> risks.put(measure, figure(required(json, "riskAtCoverage"), coverage)));
        return new EvaluationReport(
                required(json, "corpus").asString(), required(json, "folds").asInt(), required(json, "seed").asLong(), required(json, "calls").asInt(),
                required(json, "converted").asInt(), required(json, "customers").asInt(), required(json, "leftOut").asInt(), results,
                figure(json, "martingale"), risks, comparisons, curves);
    }

    private static Result result(JsonNode json) {
        Map<Measure, Figure> figures = new EnumMap<>(Measure.class);
        for (Measure measure : Measure.values()) {
            figures.put(measure, figure(json, measure.label()));
        }
        return new Result(head(json, "head"), Prefix.ofLabel(required(json, "prefix").asString()), required(json, "n").asInt(), figures,
                json.has(CHANCE) ? figure(json, CHANCE) : new Figure(Double.NaN, Double.NaN, Double.NaN));
    }

    private static Curves curves(JsonNode json) {
        List<Reliability.Bin> bins = new ArrayList<>();
        for (JsonNode bin : required(json, "reliability")) {
            Figure observed = figure(bin, "observed");
            bins.add(new Reliability.Bin(
                    number(bin, "from"), number(bin, "to"), required(bin, "forecasts").asInt(), required(bin, "calls").asInt(), number(bin, "meanForecast"),
                    observed.value(), observed.low(), observed.high()));
        }
        List<RiskCoverage.Point> points = new ArrayList<>();
        required(json, "risk").forEach(point -> points.add(new RiskCoverage.Point(number(point, "coverage"), number(point, "risk"))));
        return new Curves(head(json, "head"), bins, points);
    }

    private static Head head(JsonNode json, String name) {
        return Head.ofLabel(required(json, name).asString());
    }

    private static Measure measure(JsonNode json) {
        String label = required(json, "measure").asString();
        for (Measure measure : Measure.values()) {
            if (measure.label().equals(label)) {
                return measure;
            }
        }
        throw new IllegalArgumentException("there is no measure \"" + label + "\"");
    }

    private static Figure figure(JsonNode json, String name) {
        return new Figure(number(json, name), number(json, name + "Low"), number(json, name + "High"));
    }

    private static double number(JsonNode json, String name) {
        JsonNode number = required(json, name);
        return number.isNull() ? Double.NaN : number.asDouble();
    }

    private static JsonNode required(JsonNode json, String name) {
        JsonNode field = json.get(name);
        if (field == null) {
            throw new IllegalArgumentException("an evaluation has a field \"" + name + "\"");
        }
        return field;
    }
}
