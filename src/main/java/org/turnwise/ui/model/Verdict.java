package org.turnwise.ui.model;

import org.jspecify.annotations.Nullable;
import org.turnwise.scoring.Metrics;
import org.turnwise.scoring.ScorerVersion;
import org.turnwise.scoring.evaluation.PairedVersions;
import org.turnwise.scoring.evaluation.VersionEvaluation;
import org.turnwise.ui.common.Figures;
import org.turnwise.ui.common.Texts;

/**
 * Whether a version is worth having, in sentences.
 *
 * <p>Where both versions kept what they said of held-out calls, paired intervals decide ({@link MeasuredVerdict}). Where not, what can be had from counts alone
 * is the standard error of an AUC, which treats calls as independent. Comparing two versions as if they were measured on different calls makes the interval too
 * wide rather than too narrow, since the same calls make the two move together: the verdict errs towards "could be chance". For the difference in Brier score
 * no interval is given, and it is said so.
 */
public record Verdict(Tone tone, String title, String text) {

    /** What the card's colour says; also its style class. */
    public enum Tone {
        GOOD,
        UNSURE,
        BAD,
        INFO
    }

    private static final double NORMAL_95 = 1.96;

    static Verdict of(Seen seen) {
        ScorerVersion against = seen.against();
        VersionEvaluation evaluation = seen.evaluation();
        PairedVersions paired = seen.paired();
        if (against == null) {
            return evaluation == null ? againstPrior(seen.version()) : MeasuredVerdict.againstPrior(seen.version(), evaluation.report());
        }
        if (paired != null) {
            return MeasuredVerdict.against(seen.version(), against, paired);
        }
        Verdict counted = againstActive(seen.version(), against);
        String why = evaluation != null && seen.againstEvaluated()
                ? Texts.text("model.unpaired.few", PairedVersions.FEWEST_CUSTOMERS)
                : Texts.text("model.unpaired.old", evaluation == null ? seen.version().number() : against.number());
        return new Verdict(counted.tone, counted.title, counted.text + " " + why);
    }

    /** What a person ought to know before they put this version in the place of the one at work; empty if nothing speaks against it. */
    String beforePromoting(Seen seen) {
        if (seen.against() == null) {
            return "";
        }
        return switch (tone) {
            case UNSURE -> Texts.text("model.promote.noise");
            case BAD -> Texts.text("model.promote.worse");
            case GOOD, INFO -> "";
        };
    }

    private static Verdict againstPrior(ScorerVersion version) {
        Metrics now = version.metrics();
        double gain = version.prior().brier() - now.brier();
        double chance = NORMAL_95 * chanceError(version, now);
        String brier = Texts.text("model.brier", score(version.prior().brier()), score(now.brier()), finished(version));
        String range = Double.isNaN(now.auc())
                ? Texts.text("model.noauc")
                : Texts.text("model.chance", short2(now.auc()), now.calls(), short2(0.5 - chance), short2(0.5 + chance));
        String text = brier + " " + range + " " + Texts.text("model.nointerval");
        if (gain <= 0) {
            return new Verdict(Tone.BAD, Texts.text("model.notbetter", version.number()), text);
        }
        return now.auc() - 0.5 > chance
                ? new Verdict(Tone.GOOD, Texts.text("model.better", version.number(), score(gain)), text)
                : new Verdict(Tone.UNSURE, Texts.text("model.maybe", version.number(), score(gain)), text);
    }

    private static Verdict againstActive(ScorerVersion version, ScorerVersion active) {
        double gain = active.metrics().brier() - version.metrics().brier();
        double auc = version.metrics().auc() - active.metrics().auc();
        double noise = NORMAL_95 * Math.hypot(aucError(version, version.metrics()), aucError(active, active.metrics()));
        String text = Texts.text("model.versus.brier", score(active.metrics().brier()), score(version.metrics().brier()), signed(-gain)) + " "
                + Texts.text("model.versus.auc", short2(active.metrics().auc()), short2(version.metrics().auc()), signed2(auc), short2(noise)) + " "
                + Texts.text("model.versus.how", version.metrics().calls(), active.metrics().calls());
        if (Math.abs(auc) <= noise || Double.isNaN(auc) || auc > 0 != gain > 0) {
            return new Verdict(Tone.UNSURE, Texts.text(gain > 0 ? "model.versus.maybe" : "model.versus.not", version.number(), active.number()), text);
        }
        return gain > 0
                ? new Verdict(Tone.GOOD, Texts.text("model.versus.better", version.number(), active.number()), text)
                : new Verdict(Tone.BAD, Texts.text("model.versus.worse", version.number(), active.number()), text);
    }

    private static String finished(ScorerVersion version) {
        return Texts.text("model.finished.brier", score(version.priorFinished().brier()), score(version.finished().brier()));
    }

    /** Half the width of the 95 % interval of an AUC; NaN if there is no AUC. */
    static double aucMargin(ScorerVersion version, Metrics metrics) {
        return NORMAL_95 * aucError(version, metrics);
    }

    /** Hanley and McNeil's standard error of an AUC. */
    private static double aucError(ScorerVersion version, Metrics metrics) {
        double auc = metrics.auc();
        double yes = converted(version, metrics);
        double no = metrics.calls() - yes;
        double q1 = auc / (2 - auc);
        double q2 = 2 * auc * auc / (1 + auc);
        return Math.sqrt((auc * (1 - auc) + (yes - 1) * (q1 - auc * auc) + (no - 1) * (q2 - auc * auc)) / (yes * no));
    }

    /** The standard error of the AUC of forecasts that know nothing (Mann and Whitney). */
    private static double chanceError(ScorerVersion version, Metrics metrics) {
        double yes = converted(version, metrics);
        double no = metrics.calls() - yes;
        return Math.sqrt((yes + no + 1) / (12 * yes * no));
    }

    /** Of the calls measured on, at the rate of the calls trained on. */
    private static double converted(ScorerVersion version, Metrics metrics) {
        double share = version.calls() == 0 ? 0.5 : (double) version.converted() / version.calls();
        return Math.clamp(metrics.calls() * share, 1, Math.max(1, metrics.calls() - 1));
    }

    private static String score(double value) {
        return Figures.score(value, 3);
    }

    private static String short2(double value) {
        return Figures.score(value, 2);
    }

    private static String signed(double value) {
        return (value > 0 ? "+" : "") + Figures.score(value, 3);
    }

    private static String signed2(double value) {
        return (value > 0 ? "+" : "") + Figures.score(value, 2);
    }
}
