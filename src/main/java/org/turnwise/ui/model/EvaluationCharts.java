package org.turnwise.ui.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.turnwise.scoring.Head;
import org.turnwise.scoring.Head.Standard;
import org.turnwise.scoring.evaluation.EvaluationReport;
import org.turnwise.scoring.evaluation.Figure;
import org.turnwise.scoring.evaluation.LearningCurve;
import org.turnwise.scoring.evaluation.Reliability;
import org.turnwise.scoring.evaluation.RiskCoverage;
import org.turnwise.ui.common.Figures;
import org.turnwise.ui.common.Texts;
import org.turnwise.ui.model.Plot.Axis;
import org.turnwise.ui.model.Plot.Content;
import org.turnwise.ui.model.Plot.Layer;
import org.turnwise.ui.model.Plot.Range;
import org.turnwise.ui.model.Plot.Spot;

/** What the charts of an evaluation show, without a toolkit. Shares are drawn in per cent. */
final class EvaluationCharts {

    /** Of the chart's height, that the fullest bin's bar takes. */
    private static final double TALLEST_BAR = 15;

    /** Curves from fewer forecasts than this are mostly noise; the axis begins where they mean something. */
    private static final double FROM_COVERAGE = .1;

    private EvaluationCharts() {}

    /** What a head said beside what came true. */
    static Content reliability(EvaluationReport report, Head head) {
        List<Reliability.Bin> bins = curves(report, head).reliability();
        int fullest = bins.stream().mapToInt(Reliability.Bin::forecasts).max().orElse(1);
        List<Spot> spots = bins.stream().map(bin -> new Spot(100 * bin.meanForecast(), 100 * bin.observed())).toList();
        List<Layer> layers = List.of(
                new Layer.Bars("plot-bar", 10, bins.stream()
                        .map(bin -> new Spot(50 * (bin.from() + bin.to()), TALLEST_BAR * bin.forecasts() / fullest))
                        .toList()),
                new Layer.Line("plot-ideal", "", List.of(new Spot(0, 0), new Spot(100, 100))),
                new Layer.Whiskers("plot-whisker", bins.stream().map(bin -> new Range(100 * bin.meanForecast(), 100 * bin.low(), 100 * bin.high())).toList()),
                new Layer.Line(style(head), "", spots),
                new Layer.Dots(style(head), spots));
        return new Content(percent(25, Texts.text("model.chart.forecast")), percent(25, ""), layers, reliabilityWords(bins));
    }

    private static String reliabilityWords(List<Reliability.Bin> bins) {
        Reliability.Bin usual = bins.stream().max(Comparator.comparingInt(Reliability.Bin::forecasts)).orElseThrow();
        double all = bins.stream().mapToInt(Reliability.Bin::forecasts).sum();
        double ece = bins.stream().mapToDouble(bin -> bin.forecasts() / all * Math.abs(bin.meanForecast() - bin.observed())).sum();
        return Texts.text("model.chart.reliability.words", Figures.percent(usual.meanForecast()), Math.round(100 * usual.observed()), Figures.score(ece, 3));
    }

    /** How often the surest forecasts of each head are wrong. Heads without any part of the scorer's own are left to the table. */
    static Content risk(EvaluationReport report) {
        List<EvaluationReport.Curves> shown = report.curves().stream()
                .filter(curves -> List.of(Standard.LIVE, Standard.FINISHED, Standard.PRIOR, Standard.TFIDF).contains(curves.head()))
                .toList();
        double most = shown.stream().flatMap(curves -> curves.risk().stream()).filter(point -> point.coverage() >= FROM_COVERAGE - 1e-9)
                .mapToDouble(RiskCoverage.Point::risk).max().orElse(1);
        double top = Math.max(10, 10 * Math.ceil(10 * most));
        List<Layer> layers = new ArrayList<>();
        for (EvaluationReport.Curves curves : shown.reversed()) {
            List<Spot> spots = curves.risk().stream().filter(point -> point.coverage() >= FROM_COVERAGE - 1e-9)
                    .map(point -> new Spot(100 * point.coverage(), 100 * point.risk())).toList();
            layers.add(new Layer.Line(style(curves.head()), name(curves.head()), spots));
            if (curves.head() == Standard.LIVE) {
                layers.add(new Layer.Dots(style(curves.head()), spots.stream().filter(spot -> List.of(20L, 50L, 80L).contains(Math.round(spot.x()))).toList()));
            }
        }
        Axis y = new Axis(0, top, top > 30 ? 10 : 5, value -> String.valueOf(Math.round(value)), "");
        String words = Texts.text(
                "model.chart.risk.words", Math.round(100 * riskOfHalf(report, Standard.LIVE)), Math.round(100 * riskOfHalf(report, Standard.PRIOR)));
        return new Content(percent(25, Texts.text("model.chart.coverage")), y, layers, words);
    }

    private static double riskOfHalf(EvaluationReport report, Head head) {
        return curves(report, head).risk().stream()
                .min(Comparator.comparingDouble(point -> Math.abs(point.coverage() - .5)))
                .map(RiskCoverage.Point::risk)
                .orElse(Double.NaN);
    }

    /**
     * What labeling more calls brings, and whether that is more than noise.
     *
     * @param curves the one people are offered first, then what it stands beside; at least one, all of the same quality
     */
    static Content learning(List<LearningCurve> curves) {
        List<LearningCurve.Step> steps = curves.stream().flatMap(curve -> curve.steps().stream()).toList();
        double most = steps.stream().mapToInt(LearningCurve.Step::labeled).max().orElse(1);
        double low = steps.stream().mapToDouble(step -> step.figure().low()).filter(Double::isFinite).min().orElse(.5);
        double high = steps.stream().mapToDouble(step -> step.figure().high()).filter(Double::isFinite).max().orElse(1);
        double step = high - low > .2 ? .1 : .05;
        List<Layer> layers = new ArrayList<>();
        for (int i = curves.size() - 1; i >= 0; i--) {
            LearningCurve curve = curves.get(i);
            String style = i == 0 ? style(Standard.LIVE) : style(Standard.PRIOR);
            layers.add(new Layer.Band(style + "-band", curve.steps().stream().filter(s -> Double.isFinite(s.figure().low()))
                    .map(s -> new Range(s.labeled(), s.figure().low(), s.figure().high())).toList()));
            layers.add(new Layer.Line(style, curves.size() > 1 ? curve.name() : "",
                    curve.steps().stream().map(s -> new Spot(s.labeled(), s.figure().value())).toList()));
        }
        LearningCurve first = curves.getFirst();
        LearningCurve.Step last = first.steps().getLast();
        String words = Texts.text("model.chart.learning.words", last.labeled(), first.name(), Texts.text("model.quality." + first.quality().label()),
                Figures.score(last.figure().value(), 2), Figures.score(last.figure().low(), 2), Figures.score(last.figure().high(), 2));
        double every = roundStep(most / 4);
        return new Content(
                new Axis(0, every * Math.ceil(most / every), every, value -> String.valueOf(Math.round(value)), Texts.text("model.chart.labeled")),
                new Axis(step * Math.floor(low / step), step * Math.ceil(high / step), step, value -> Figures.score(value, 2), ""), layers,
                (words + " " + trend(first)).strip());
    }

    /** What the curve says of labeling more, in a sentence; empty where its steps were not compared. */
    private static String trend(LearningCurve curve) {
        LearningCurve.Trend trend = curve.trend();
        LearningCurve.Gains gains = curve.gains();
        if (trend == null || gains == null) {
            return "";
        }
        LearningCurve.Step before = curve.steps().get(curve.steps().size() - 2);
        return Texts.text(
                "model.chart.learning." + trend.name().toLowerCase(Locale.ROOT), curve.steps().getFirst().labeled(), before.labeled(),
                curve.steps().getLast().labeled(), gain(gains.overall()), gain(gains.lately()));
    }

    private static String gain(Figure gain) {
        return Texts.text("model.chart.learning.gain", Figures.score(gain.value(), 3), Figures.score(gain.low(), 3), Figures.score(gain.high(), 3));
    }

    /** 1, 2 or 5 times a power of ten, at least as large. */
    private static double roundStep(double least) {
        double power = Math.pow(10, Math.floor(Math.log10(Math.max(1, least))));
        for (double times : new double[] {1, 2, 5}) {
            if (times * power >= least) {
                return times * power;
            }
        }
        return 10 * power;
    }

    private static Axis percent(double step, String title) {
        return new Axis(0, 100, step, value -> String.valueOf(Math.round(value)), title);
    }

    private static EvaluationReport.Curves curves(EvaluationReport report, Head head) {
        return Objects.requireNonNull(report.curves().stream().filter(curves -> curves.head().equals(head)).findFirst().orElse(null), head.label());
    }

    /** How people call a head. */
    static String name(Head head) {
        return switch (head) {
            case Standard standard -> Texts.text("model.head." + standard.label());
            case Head.Without without -> Texts.text("model.head.without", without.part().replace('-', ' '));
        };
    }

    /** Its colour, as a style class. */
    static String style(Head head) {
        return switch (head) {
            case Standard standard -> "series-" + standard.label();
            case Head.Without without -> "series-ablated";
        };
    }
}
