package org.turnwise.ui.scheme;

import java.util.Date;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.turnwise.annotation.LabelKind;
import org.turnwise.annotation.scheme.Differences;
import org.turnwise.annotation.scheme.SchemeVersion;
import org.turnwise.ui.command.KeyStroke;
import org.turnwise.ui.common.Parts;
import org.turnwise.ui.common.Texts;
import org.turnwise.ui.common.Wording;
import org.turnwise.ui.common.Words;

/** How a label, a turn that carries it and a version of the scheme are shown in their lists. */
final class SchemeLines {

    private SchemeLines() {}

    /** @param all the rows it stands among: the first of a kind comes with the name of the kind */
    static Node line(SchemeViewModel.Row row, List<SchemeViewModel.Row> all) {
        Label chip = Parts.chip(row.label());
        String keys = row.label().key();
        HBox line = new HBox(6, chip);
        if (row.retired()) {
            line.getChildren().add(Parts.pill(Texts.text("scheme.retired"), ""));
        }
        line.getChildren().add(gap());
        row.kappa().ifPresent(kappa -> line.getChildren()
                .add(Parts.styled("κ " + String.format(Locale.ROOT, "%.2f", kappa.value()).replace('-', '−'), "mono", "muted")));
        line.getChildren().add(Parts.styled(row.uses() == 0 ? "" : String.valueOf(row.uses()), "mono"));
        if (keys != null && !row.retired()) {
            line.getChildren().add(Parts.keyCap(String.join(" ", KeyStroke.sequence(keys).stream().map(KeyStroke::shown).toList())));
        }
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("scheme-line");
        return startsKind(row, all) ? new VBox(
                Parts.styled(row.retired() ? Texts.text("scheme.retired.all") : kind(row.label().kind()), "scheme-kind", "section-title"), line) : line;
    }

    private static boolean startsKind(SchemeViewModel.Row row, List<SchemeViewModel.Row> all) {
        int at = all.indexOf(row);
        if (at <= 0) {
            return at == 0;
        }
        SchemeViewModel.Row before = all.get(at - 1);
        return before.retired() != row.retired() || !row.retired() && before.label().kind() != row.label().kind();
    }

    static Node example(LabelExamples.Example of) {
        Label title = Parts.styled(of.title(), "secondary");
        title.setMinWidth(0);
        Wording said = new Wording("turn-words");
        said.show(of.text().isEmpty() ? of.who() : of.who() + ": " + of.text());
        VBox box = new VBox(2, said, new HBox(6, title, Parts.styled(of.text().isEmpty() ? "" : Texts.text("scheme.example.turn", of.ordinal()), "secondary")));
        box.getStyleClass().add("version-cell");
        return box;
    }

    /** @param before the version it came from; null for the first */
    static Node version(SchemeVersion version, @Nullable SchemeVersion before) {
        SchemeVersion.Change change = version.change();
        VBox box = new VBox(3, new HBox(6, Parts.styled(version.scheme().id(), "medium"), gap(), Parts.styled(
                change == null ? "" : change.by() + " · " + Texts.text("scheme.made", Date.from(change.at())), "secondary")));
        List<String> differences = before == null ? List.of(Texts.text("scheme.first")) : Differences.between(before.scheme(), version.scheme());
        if (change != null) {
            box.getChildren().add(wrapped(change.what(), "secondary"));
        }
        differences.stream().limit(12).forEach(sentence -> box.getChildren().add(wrapped(sentence, "label")));
        if (differences.size() > 12) {
            box.getChildren().add(wrapped(Texts.text("scheme.more", differences.size() - 12), "secondary"));
        }
        box.getStyleClass().add("version-cell");
        return box;
    }

    private static String kind(LabelKind kind) {
        return Texts.text("kind." + Words.lower(kind));
    }

    private static Label wrapped(String text, String style) {
        Label label = Parts.styled(text, style);
        label.setWrapText(true);
        return label;
    }

    private static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }
}
