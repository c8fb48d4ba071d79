package org.turnwise.ui.model;

import java.util.List;
import java.util.stream.Collectors;
import org.turnwise.scoring.Head;
import org.turnwise.scoring.Head.Standard;
import org.turnwise.scoring.ScorerVersion;
import org.turnwise.scoring.evaluation.EvaluationReport;
import org.turnwise.scoring.evaluation.EvaluationReport.Comparison;
import org.turnwise.scoring.evaluation.EvaluationReport.Verdict;
import org.turnwise.scoring.evaluation.Figure;
import org.turnwise.scoring.evaluation.Measure;
import org.turnwise.scoring.evaluation.PairedVersions;
import org.turnwise.scoring.evaluation.PairedVersions.Change;
import org.turnwise.scoring.evaluation.Prefix;
import org.turnwise.ui.common.Figures;
import org.turnwise.ui.common.Texts;
import org.turnwise.ui.model.Verdict.Tone;

/** What paired intervals say of a version, in sentences: a difference whose interval holds nought is noise, whatever its size. */
final class MeasuredVerdict {

    private static final Prefix HALF = new Prefix.Share(50);

    private MeasuredVerdict() {}

    /** Against the version at work, on the calls that both held out. */
    static org.turnwise.ui.model.Verdict against(ScorerVersion version, ScorerVersion active, PairedVersions paired) {
        List<Verdict> said = List.of(paired.live().verdict(), paired.finished().verdict());
        boolean better = said.contains(Verdict.BETTER);
        boolean worse = said.contains(Verdict.WORSE);
        String which = better && worse ? "mixed" : better ? "better" : worse ? "worse" : "noise";
        Tone tone = better == worse ? Tone.UNSURE : better ? Tone.GOOD : Tone.BAD;
        String brier = Texts.text("model.pair.calls", paired.calls(), paired.customers(), change(paired.live()), change(paired.finished()));
        String text = brier + " " + prefixes(paired);
        return new org.turnwise.ui.model.Verdict(tone, Texts.text("model.pair." + which, version.number(), active.number()), text);
    }

    private static String change(Change change) {
        return Texts.text(
                "model.pair.change", Figures.score(change.before(), 3), Figures.score(change.now(), 3), signed(change.difference().value()),
                interval(change.difference()));
    }

    private static String prefixes(PairedVersions paired) {
        List<Prefix> worse = Prefix.STANDARD.stream()
                .filter(prefix -> paired.at(prefix, Measure.BRIER).map(change -> change.verdict() == Verdict.WORSE).orElse(false))
                .toList();
        return worse.isEmpty() ? Texts.text("model.pair.noprefix") : Texts.text("model.pair.prefixes", names(worse));
    }

    /** Against the class prior, and beside it TF-IDF and a logistic regression, on the version's own held-out calls. */
    static org.turnwise.ui.model.Verdict againstPrior(ScorerVersion version, EvaluationReport report) {
        List<Comparison> prior = report.comparisons().stream()
                .filter(c -> c.head() == Standard.LIVE && c.against() == Standard.PRIOR && c.measure() == Measure.BRIER)
                .toList();
        List<Prefix> better = with(prior, Verdict.BETTER);
        List<Prefix> worse = with(prior, Verdict.WORSE);
        String text = Texts.text("model.prior.calls", report.calls(), report.customers()) + " "
                + versus(report, Standard.LIVE, HALF, "model.prior.half") + " " + versus(report, Standard.FINISHED, Prefix.WHOLE, "model.prior.finished");
        if (worse.isEmpty() && !better.isEmpty()) {
            String title = better.size() == prior.size()
                    ? Texts.text("model.prior.everywhere", version.number())
                    : Texts.text("model.prior.somewhere", version.number(), names(better));
            return new org.turnwise.ui.model.Verdict(Tone.GOOD, title, text);
        }
        if (worse.isEmpty()) {
            return new org.turnwise.ui.model.Verdict(Tone.UNSURE, Texts.text("model.prior.noise", version.number()), text);
        }
        return new org.turnwise.ui.model.Verdict(Tone.BAD, Texts.text("model.prior.worse", version.number(), names(worse)), text);
    }

    private static List<Prefix> with(List<Comparison> comparisons, Verdict verdict) {
        return comparisons.stream().filter(comparison -> comparison.verdict() == verdict).map(Comparison::prefix).toList();
    }

    /** Of the head less the prior and less TF-IDF with a logistic regression. */
    private static String versus(EvaluationReport report, Head head, Prefix prefix, String key) {
        return Texts.text(key, difference(report, head, Standard.PRIOR, prefix), difference(report, head, Standard.TFIDF, prefix));
    }

    private static String difference(EvaluationReport report, Head head, Head against, Prefix prefix) {
        return report.comparisons().stream()
                .filter(c -> c.head() == head && c.against() == against && c.measure() == Measure.BRIER && c.prefix().equals(prefix))
                .map(c -> signed(c.difference().value()) + " (" + interval(c.difference()) + ")")
                .findFirst()
                .orElse("–");
    }

    private static String names(List<Prefix> prefixes) {
        return prefixes.stream().map(PrefixTable::label).collect(Collectors.joining(", "));
    }

    private static String interval(Figure figure) {
        return Texts.text("model.interval", signed(figure.low()), signed(figure.high()));
    }

    private static String signed(double value) {
        return (value > 0 ? "+" : "") + Figures.score(value, 3);
    }
}
