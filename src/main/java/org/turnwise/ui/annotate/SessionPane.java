package org.turnwise.ui.annotate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.turnwise.annotation.LabelKind;
import org.turnwise.annotation.agreement.Agreement;
import org.turnwise.annotation.agreement.Estimate;
import org.turnwise.annotation.agreement.LabelAgreement;
import org.turnwise.annotation.pace.Work;
import org.turnwise.suggestion.Precision;
import org.turnwise.ui.command.Commands;
import org.turnwise.ui.common.Buttons;
import org.turnwise.ui.common.Figures;
import org.turnwise.ui.common.Parts;
import org.turnwise.ui.common.Texts;
import org.turnwise.ui.common.Words;

/** In place of the inspector: what the annotator did in their latest session. */
final class SessionPane {

    private static final int LEAST_STEADY = 3;

    private final VBox body = new VBox();
    private final PaceBars bars = new PaceBars();

    SessionPane(PaceViewModel model, Commands commands, VBox root) {
        root.visibleProperty().bind(model.wantedProperty());
        root.managedProperty().bind(model.wantedProperty());
        HBox header = new HBox(Parts.styled(Texts.text("pace.session"), "pane-title"), gap(), Buttons.keyCap(commands.get("annotate.session")));
        header.getStyleClass().add("pane-header");
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        root.getChildren().setAll(header, scroll);
        model.summaryProperty().subscribe(this::show);
    }

    private void show(PaceViewModel.@Nullable Summary now) {
        if (now == null) {
            body.getChildren().setAll(section(words(Texts.text("pace.session.none"))));
            return;
        }
        Work work = now.work();
        bars.show(now.course());
        List<Node> sections = new ArrayList<>();
        sections.add(section(
                Parts.styled(when(work), "medium"),
                words(Texts.text("pace.session.worked", PaceFigures.worked(work.active())))));
        sections.add(section(line(Texts.text("pace.session.calls"), work.calls()), line(Texts.text("pace.session.skipped"), work.skipped())));
        sections.add(labels(work));
        String rate = work.labelsAMinute().isPresent() ? PaceFigures.rate(work.labelsAMinute().getAsDouble()) : Texts.text("pace.session.norate");
        sections.add(section(heading(Texts.text("pace.session.course"), rate), bars));
        sections.add(suggestions(now.suggestions()));
        sections.add(section(
                line(Texts.text("pace.session.changed"), work.changed()), line(Texts.text("pace.session.undone"), work.undone()),
                line(Texts.text("pace.session.redone"), work.redone())));
        sections.add(self(now.self()));
        body.getChildren().setAll(sections);
    }

    /** With both days where it went on over midnight. */
    private static String when(Work work) {
        String began = Figures.day(work.from());
        String ended = Figures.day(work.to());
        return began.equals(ended)
                ? Texts.text("pace.session.when", began, minute(work.from()), minute(work.to()))
                : Texts.text("pace.session.overnight", began, minute(work.from()), ended, minute(work.to()));
    }

    private static String minute(Instant at) {
        String timeOfDay = Figures.timeOfDay(at);
        return timeOfDay.substring(0, timeOfDay.lastIndexOf(':'));
    }

    private static Node labels(Work work) {
        List<Node> lines = new ArrayList<>(List.of(heading(Texts.text("pace.session.labels"), Figures.count(work.labelCount()))));
        work.labels().entrySet().stream()
                .sorted(Map.Entry.<LabelKind, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> lines.add(line(Texts.text("kind." + Words.lower(entry.getKey())), entry.getValue())));
        return section(lines.toArray(Node[]::new));
    }

    private static Node suggestions(Precision so) {
        return section(
                heading(Texts.text("pace.session.suggestions"), so.decided() == 0 ? Texts.text("pace.session.undecided") : ""),
                line(Texts.text("pace.session.accepted"), so.accepted()), line(Texts.text("pace.session.rejected"), so.decided() - so.accepted()));
    }

    private static Node self(Optional<Agreement> agreement) {
        List<Node> lines = new ArrayList<>(List.of(heading(Texts.text("pace.session.self"), "")));
        if (agreement.isEmpty()) {
            lines.add(words(Texts.text("pace.session.self.none")));
            return section(lines.toArray(Node[]::new));
        }
        lines.add(line(Texts.text("pace.session.self.calls"), agreement.get().calls()));
        List<LabelAgreement> known = agreement.get().labels().stream()
                .filter(label -> label.kappa().isPresent())
                .sorted(Comparator.comparingDouble(label -> label.kappa().map(Estimate::value).orElse(1.0)))
                .toList();
        lines.add(words(Texts.text(known.isEmpty() ? "pace.session.self.few" : "pace.session.self.least")));
        known.stream().limit(LEAST_STEADY).forEach(label -> lines.add(
                line(label.label().name(), label.kappa().map(kappa -> Figures.score(kappa.value(), 2)).orElse(""))));
        return section(lines.toArray(Node[]::new));
    }

    private static Node line(String name, int count) {
        return line(name, Figures.count(count));
    }

    private static Node line(String name, String figure) {
        HBox line = new HBox(8, new Label(name), gap(), Parts.styled(figure, "mono"));
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static Node heading(String title, String figure) {
        HBox line = new HBox(8, Parts.styled(title, "section-title"), gap(), Parts.styled(figure, "mono", "muted"));
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static Label words(String text) {
        Label words = Parts.styled(Objects.requireNonNull(text), "secondary");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        return words;
    }

    private static VBox section(Node... lines) {
        VBox section = new VBox(lines);
        section.getStyleClass().add("inspector-section");
        return section;
    }

    private static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }
}
