package org.turnwise.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.turnwise.annotation.Label;
import org.turnwise.annotation.LabelScheme;
import org.turnwise.annotation.scheme.Differences;
import org.turnwise.annotation.scheme.SchemeEdit;
import org.turnwise.annotation.scheme.SchemeFile;
import org.turnwise.annotation.scheme.SchemeVersion;
import org.turnwise.annotation.scheme.Schemes;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "scheme",
        description = {
            "The label scheme of the workspace: its labels, how often each is in use, and its versions. Goes from laptop to laptop as a file.",
            "Taking one in retires the labels it has not; what carries them keeps them, and the workbench can undo it."
        })
final class SchemeCommand implements Callable<Integer> {

    private final Session session;

    @ArgGroup
    private Files files = new Files();

    private static final class Files {
        @Option(names = "--export", paramLabel = "FILE", description = "Write the scheme to this file. A file there is replaced.")
        private @Nullable Path out;

        @Option(names = "--import", paramLabel = "FILE", description = "Take in the scheme of this file.")
        private @Nullable Path in;
    }

    SchemeCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.inExistingWorkspace(services -> {
            Schemes schemes = services.scheme();
            if (files.in != null) {
                LabelScheme before = schemes.now();
                schemes.change(new SchemeEdit.Adopt(SchemeFile.read(files.in)), services.annotator());
                answer(schemes, Differences.between(before, schemes.now()), schemes.now().id() + " is in use now, in place of " + before.id() + ":");
            } else if (files.out != null) {
                write(files.out.toAbsolutePath().normalize(), schemes.now());
                answer(schemes, List.of(), "Wrote " + schemes.now().id() + " to " + files.out + ".");
            } else {
                answer(schemes, lines(schemes), schemes.now().id());
            }
            return Cli.DONE;
        });
    }

    private static void write(Path file, LabelScheme scheme) {
        try {
            SchemeFile.write(file, scheme);
        } catch (IOException e) {
            throw new UncheckedIOException("can't write " + file, e);
        }
    }

    private void answer(Schemes schemes, List<String> more, String first) {
        LabelScheme now = schemes.now();
        Map<String, Integer> uses = schemes.uses();
        List<String> lines = new ArrayList<>(List.of(first));
        lines.addAll(more);
        session.answer(
                Json.object(
                        "scheme", now.id(),
                        "labels", now.labels().stream().map(label -> object(label, uses)).toList(),
                        "retired", now.retired().stream().map(label -> object(label, uses)).toList(),
                        "versions", schemes.history().stream().map(SchemeCommand::object).toList()),
                lines);
    }

    private static Map<String, @Nullable Object> object(Label label, Map<String, Integer> uses) {
        return Json.object(
                "id", label.id(), "kind", label.kind().name(), "name", label.name(), "sides", label.sides().stream().sorted().map(Enum::name).toList(),
                "key", label.key(), "tone", label.tone().name(), "guidance", label.guidance(), "family", label.family(), "uses",
                uses.getOrDefault(label.id(), 0));
    }

    private static Map<String, @Nullable Object> object(SchemeVersion version) {
        SchemeVersion.Change change = version.change();
        return Json.object(
                "scheme", version.scheme().id(), "what", change == null ? null : change.what(), "by", change == null ? null : change.by(),
                "at", change == null ? null : change.at().toString());
    }

    private static List<String> lines(Schemes schemes) {
        Map<String, Integer> uses = schemes.uses();
        Table table = new Table().row("label", "kind", "name", "key", "in use");
        schemes.now().labels().forEach(label -> row(table, label, label.key() == null ? "" : label.key(), uses));
        schemes.now().retired().forEach(label -> row(table, label, "retired", uses));
        List<String> lines = new ArrayList<>(table.lines());
        for (SchemeVersion version : schemes.history()) {
            SchemeVersion.Change change = version.change();
            lines.add(version.scheme().id() + "  " + (change == null ? "what the workspace began with" : change.what() + " (" + change.by() + ")"));
        }
        return lines;
    }

    private static void row(Table table, Label label, String key, Map<String, Integer> uses) {
        table.row(label.id(), label.kind().name().toLowerCase(Locale.ROOT), label.name(), key, uses.getOrDefault(label.id(), 0));
    }
}
