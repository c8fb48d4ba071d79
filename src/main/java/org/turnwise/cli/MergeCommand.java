package org.turnwise.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.turnwise.annotation.Annotation;
import org.turnwise.annotation.merge.Conflict;
import org.turnwise.exchange.BadBundle;
import org.turnwise.exchange.MergeReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "merge",
        description = {
            "Take in what others have labeled, from the files they wrote with: turnwise bundle.",
            "In any order and as often as you like: the same files give the same labels, and nothing is lost. A file that can't be taken in is left out whole."
        })
final class MergeCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Bundles.")
    private List<Path> files = List.of();

    @Option(names = "--dry-run", description = "Only say what each would bring, taken by itself.")
    private boolean dryRun;

    MergeCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.inWorkspace(this::merge);
    }

    private int merge(Services services) {
        List<Map<String, @Nullable Object>> merged = new ArrayList<>();
        List<Map<String, @Nullable Object>> failed = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (Path file : files) {
            try {
                MergeReport report = services.exchange().merge(file, dryRun, session.progress());
                merged.add(object(file, report));
                lines.addAll(lines(file, report));
            } catch (BadBundle e) {
                failed.add(Json.object("file", file.toString(), "reason", e.getMessage()));
                session.complain(String.valueOf(e.getMessage()));
            }
        }
        session.answer(Json.object("merged", merged, "failed", failed), lines);
        return failed.isEmpty() ? Cli.DONE : Cli.FAILED;
    }

    private Map<String, @Nullable Object> object(Path file, MergeReport report) {
        return Json.object(
                "file", file.toString(),
                "by", report.manifest().by(),
                "at", report.manifest().at().toString(),
                "edits", report.manifest().edits(),
                "newEdits", report.newEdits(),
                "newCalls", report.newCalls(),
                "callsAway", report.callsAway(),
                "conflicts", report.conflicts().stream().map(MergeCommand::object).toList(),
                "people", report.people(),
                "notes", report.notes());
    }

    private static Map<String, @Nullable Object> object(Conflict conflict) {
        return Json.object(
                "id", conflict.id().toString(),
                "callId", conflict.subject().target().call().value(),
                "turns", conflict.subject().target().ordinals(),
                "annotator", conflict.subject().annotator(),
                "sides", conflict.sides().stream().map(side -> Json.object("what", side.what(), "at", side.at().toString(), "put",
                        labels(side.put()))).toList(),
                "standing", labels(conflict.standing()));
    }

    private static List<String> labels(List<Annotation> annotations) {
        return annotations.stream().map(Annotation::label).toList();
    }

    private List<String> lines(Path file, MergeReport report) {
        List<String> lines = new ArrayList<>();
        lines.add(file + (dryRun ? " would bring " : " brought ") + report.newEdits() + " new edits of " + report.manifest().edits() + " and "
                + report.newCalls()
                + " new calls; written by " + report.manifest().by() + ".");
        if (report.callsAway() > 0) {
            lines.add("  Labels on " + report.callsAway() + " calls that are not here wait for them; ask for a bundle with --calls, or import the calls.");
        }
        for (Conflict conflict : report.conflicts()) {
            lines.add("  Conflict in " + conflict.subject().target().call() + ": "
                    + conflict.sides().stream().map(side -> "\"" + side.what() + "\"").collect(Collectors.joining(" against "))
                    + "; now stands " + (conflict.standing().isEmpty() ? "nothing" : String.join(", ", labels(conflict.standing()))) + ".");
        }
        for (String name : report.people()) {
            lines.add("  " + name + " has labeled in more than one workspace, and is taken for one person.");
        }
        report.notes().forEach(note -> lines.add("  " + note));
        return lines;
    }
}
