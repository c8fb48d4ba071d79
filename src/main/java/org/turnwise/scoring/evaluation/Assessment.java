package org.turnwise.scoring.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.turnwise.scoring.Head;
import org.turnwise.scoring.Head.Standard;
import org.turnwise.scoring.HeldOutCall;
import org.turnwise.scoring.evaluation.EvaluationReport.Comparison;
import org.turnwise.scoring.evaluation.EvaluationReport.Curves;
import org.turnwise.scoring.evaluation.EvaluationReport.Result;
import org.turnwise.task.Progress;

/** Measures held-out forecasts. One use each, one thread. */
final class Assessment {

    private static final List<Measure> MEASURES = List.of(Measure.values());
    private static final List<Measure> COMPARED = List.of(Measure.AUC, Measure.BRIER, Measure.LOG_LOSS);
    private static final List<Head> OWN = List.of(Standard.LIVE, Standard.FINISHED);
    private static final List<Head> BASELINES = List.of(Standard.PRIOR, Standard.TFIDF, Standard.TFIDF_CALIBRATED, Standard.EMBEDDING, Standard.BOOSTING);

    /** Figures of one head, and the same on every draw: by measure. */
    private record Drawn(double[] values, double[][] draws) {

        Figure figure(int measure) {
            return MEASURES.get(measure) == Measure.ECE
                    ? Bootstrap.intervalWithoutBias(values[measure], draws[measure])
                    : Bootstrap.interval(values[measure], draws[measure]);
        }

        Map<Measure, Figure> figures() {
            Map<Measure, Figure> figures = new EnumMap<>(Measure.class);
            for (int measure = 0; measure < values.length; measure++) {
                figures.put(MEASURES.get(measure), figure(measure));
            }
            return figures;
        }

        Figure less(Drawn other, int measure) {
            double[] differences = new double[draws[measure].length];
            Arrays.setAll(differences, draw -> draws[measure][draw] - other.draws[measure][draw]);
            return Bootstrap.interval(values[measure] - other.values[measure], differences);
        }
    }

    private final HeldOut heldOut;
    private final long seed;
    private final Bootstrap bootstrap;
    private final List<Result> results = new ArrayList<>();
    private final List<Comparison> comparisons = new ArrayList<>();

    Assessment(HeldOut heldOut, long seed) {
        this.heldOut = heldOut;
        this.seed = seed;
        this.bootstrap = new Bootstrap(heldOut.groupOf(), seed);
    }

    /**
     * @param corpus  what is measured on, as people call it
     * @param leftOut calls of it that say neither yes nor no, or whose sides are not settled
     * @throws java.util.concurrent.CancellationException if the progress says so
     */
    EvaluationReport report(String corpus, int leftOut, int folds, Progress progress) {
        for (int i = 0; i < Prefix.STANDARD.size(); i++) {
            Prefix prefix = Prefix.STANDARD.get(i);
            measure(prefix, progress.part((double) i / (Prefix.STANDARD.size() + 1), (i + 1.0) / (Prefix.STANDARD.size() + 1)));
        }
        Map<Measure, Figure> risks = draw(heldOut.pooled(Standard.LIVE)).figures();
        risks.keySet().retainAll(EvaluationReport.RISKS);
        progress.checkCancelled();
        EvaluationReport report = new EvaluationReport(
                corpus, folds, seed, heldOut.calls().size(), (int) heldOut.calls().stream().filter(HeldOutCall::converted).count(),
                (int) Arrays.stream(heldOut.groupOf()).distinct().count(), leftOut, results, martingale(), risks, comparisons, curves());
        progress.report(1, "Measured");
        return report;
    }

    private void measure(Prefix prefix, Progress progress) {
        Map<Head, Drawn> byHead = new LinkedHashMap<>();
        for (Head head : heldOut.heads()) {
            progress.checkCancelled();
            progress.report((double) byHead.size() / heldOut.heads().size(), "Measuring at " + prefix.label());
            Rows rows = heldOut.rows(head, prefix);
            if (rows.size() > 0) {
                Drawn drawn = draw(rows);
                byHead.put(head, drawn);
                results.add(new Result(head, prefix, rows.size(), drawn.figures(), ChanceError.ece(rows, seed)));
            }
        }
        for (Head own : OWN) {
            for (Head against : byHead.keySet()) {
                if (byHead.containsKey(own) && (BASELINES.contains(against) || against instanceof Head.Without without && without.head() == own)) {
                    compare(own, against, prefix, byHead);
                }
            }
        }
    }

    private void compare(Head own, Head against, Prefix prefix, Map<Head, Drawn> byHead) {
        Drawn one = Objects.requireNonNull(byHead.get(own));
        Drawn other = Objects.requireNonNull(byHead.get(against));
        for (Measure measure : COMPARED) {
            comparisons.add(new Comparison(own, against, prefix, measure, one.less(other, MEASURES.indexOf(measure))));
        }
    }

    private Drawn draw(Rows rows) {
        double[][] draws = bootstrap.figures(rows.call(), MEASURES.size(), times -> Measure.all(rows, rows.times(times)));
        return new Drawn(Measure.all(rows, rows.once()), draws);
    }

    private Figure martingale() {
        List<HeldOutCall> calls = heldOut.calls();
        int[] all = new int[calls.size()];
        Arrays.setAll(all, call -> call);
        int[] once = new int[calls.size()];
        Arrays.fill(once, 1);
        double[][] draws = bootstrap.figures(all, 1, times -> new double[] {Martingale.ratio(calls, times)});
        return Bootstrap.interval(Martingale.ratio(calls, once), draws[0]);
    }

    private List<Curves> curves() {
        return heldOut.heads().stream()
                .map(head -> {
                    Rows rows = heldOut.pooled(head);
                    return new Curves(head, Reliability.bins(rows), RiskCoverage.curve(rows));
                })
                .toList();
    }
}
