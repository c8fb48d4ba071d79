package org.turnwise.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.turnwise.annotation.agreement.Agreement;
import org.turnwise.annotation.agreement.Estimate;
import org.turnwise.annotation.agreement.KindAgreement;
import org.turnwise.annotation.agreement.LabelAgreement;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "agreement",
        description = {
            "How far people who submitted the same calls agree, per label and kind: Cohen's kappa and Krippendorff's alpha, with 95 % intervals by call.",
            "A figure that is not defined, because nobody used a label or everybody always did, is left out."
        })
final class AgreementCommand implements Callable<Integer> {

    private static final String NO_FIGURE = "–";

    private final Session session;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "0", description = "Of the draws behind the intervals (default: 0).")
    private long seed;

    AgreementCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.inExistingWorkspace(services -> {
            Agreement agreement = Agreement.of(services.readings().twice(), services.scheme().now(), seed);
            session.answer(
                    Json.object(
                            "calls", agreement.calls(),
                            "readers", agreement.readers(),
                            "kinds", agreement.kinds().stream().map(AgreementCommand::object).toList(),
                            "labels", agreement.labels().stream().map(AgreementCommand::object).toList()),
                    lines(agreement));
            return Cli.DONE;
        });
    }

    private static Map<String, @Nullable Object> object(KindAgreement kind) {
        return Json.object(
                "kind", kind.kind().name(), "scale", kind.scale().name(), "units", kind.units(), "kappa", object(kind.kappa()), "alpha", object(kind.alpha()));
    }

    private static Map<String, @Nullable Object> object(LabelAgreement label) {
        return Json.object(
                "label", label.label().id(),
                "kind", label.label().kind().name(),
                "units", label.units(),
                "prevalence", label.prevalence(),
                "kappa", object(label.kappa()),
                "alpha", object(label.alpha()));
    }

    private static @Nullable Map<String, @Nullable Object> object(Optional<Estimate> estimate) {
        return estimate.map(e -> Json.object(
                        "value", e.value(),
                        "low", e.interval() == null ? null : Double.valueOf(e.interval().low()),
                        "high", e.interval() == null ? null : Double.valueOf(e.interval().high())))
                .orElse(null);
    }

    private static List<String> lines(Agreement agreement) {
        if (agreement.calls() == 0) {
            return List.of("No call was submitted by two people yet. Let a second person read some, and bring the labels together with: turnwise bundle, turnwise merge");
        }
        List<String> lines = new ArrayList<>();
        lines.add(agreement.calls() + " calls read twice, by " + String.join(", ", agreement.readers()) + ". Figures with 95 % intervals by call.");
        Table table = new Table().row("", "units", "on", "kappa", "alpha");
        for (KindAgreement kind : agreement.kinds()) {
            if (kind.units() > 0) {
                table.row(kind.kind().name().toLowerCase(Locale.ROOT), kind.units(), "", figure(kind.kappa()), figure(kind.alpha()));
            }
        }
        for (LabelAgreement label : agreement.labels()) {
            if (label.prevalence() > 0) {
                table.row(label.label().name(), label.units(), Figures.percent(label.prevalence()), figure(label.kappa()), figure(label.alpha()));
            }
        }
        lines.addAll(table.lines());
        return lines;
    }

    private static String figure(Optional<Estimate> estimate) {
        return estimate.map(e -> two(e.value()) + (e.interval() == null ? "" : " [" + two(e.interval().low()) + ", " + two(e.interval().high())
                + "]")).orElse(NO_FIGURE);
    }

    private static String two(double figure) {
        return String.format(Locale.ROOT, "%.2f", figure);
    }
}
