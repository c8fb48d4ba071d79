package org.turnwise.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.turnwise.annotation.Rereading;
import org.turnwise.annotation.agreement.Agreement;
import org.turnwise.annotation.agreement.Estimate;
import org.turnwise.annotation.agreement.KindAgreement;
import org.turnwise.annotation.agreement.LabelAgreement;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "agreement",
        description = {
            "How far people who submitted the same calls agree, per label and kind: Cohen's kappa and Krippendorff's alpha, with 95 %% intervals by call.",
            "Then the same for people who submitted a call twice, that came back to them: how far each agrees with themselves.",
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
            Agreement self = Agreement.of(services.readings().again(), services.scheme().now(), seed);
            Map<String, @Nullable Object> answer = new LinkedHashMap<>(object(agreement));
            answer.put("self", object(self));
            List<String> lines = new ArrayList<>(agreement.calls() == 0
                    ? List.of("No call was submitted by two people yet. Let a second person read some, and bring the labels together with: "
                            + "turnwise bundle, turnwise merge")
                    : lines(agreement.calls() + " calls read twice, by " + String.join(", ", agreement.readers()), agreement));
            if (self.calls() > 0) {
                String readers = self.readers().stream().filter(reader -> !Rereading.isAgain(reader)).collect(Collectors.joining(", "));
                lines.addAll(lines(self.calls() + " calls read twice by the same person: " + readers, self));
            }
            session.answer(answer, lines);
            return Cli.DONE;
        });
    }

    private static Map<String, @Nullable Object> object(Agreement agreement) {
        return Json.object(
                "calls", agreement.calls(),
                "readers", agreement.readers(),
                "kinds", agreement.kinds().stream().map(AgreementCommand::object).toList(),
                "labels", agreement.labels().stream().map(AgreementCommand::object).toList());
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

    private static List<String> lines(String title, Agreement agreement) {
        List<String> lines = new ArrayList<>();
        lines.add(title + ". Figures with 95 % intervals by call.");
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
