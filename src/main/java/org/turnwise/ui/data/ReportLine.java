package org.turnwise.ui.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.turnwise.call.CallId;
import org.turnwise.intake.ImportReport;
import org.turnwise.intake.SideProposer;
import org.turnwise.ui.common.Texts;

/**
 * A line of the import report as the list shows it: a heading with its count, or an entry below one.
 *
 * @param file whose fields a person may say the meaning of; null if there is nothing to say
 * @param call that came in by a guess of these; null if none did
 */
public record ReportLine(Group group, boolean heading, String title, String text, int count, @Nullable Path file, @Nullable CallId call) {

    ReportLine(Group group, boolean heading, String title, String text, int count) {
        this(group, heading, title, text, count, null, null);
    }

    /** The groups, and what was here already. */
    public enum Group {
        IN,
        GUESS,
        SKIPPED,
        ASIDE
    }

    /** Formats of which a guess said what the fields mean. */
    private static final Set<String> BY_FIELDS = Set.of("mapped-json", "csv");

    static List<ReportLine> of(ImportReport report) {
        List<ReportLine> lines = new ArrayList<>();
        List<ImportReport.Arrived> guessed = report.imported().stream().filter(ReportLine::guessed).toList();
        Map<String, int[]> formats = new LinkedHashMap<>();
        for (ImportReport.Arrived arrived : report.imported()) {
            if (!guessed(arrived)) {
                int[] tally = formats.computeIfAbsent(arrived.format(), format -> new int[2]);
                tally[0]++;
                tally[1] += arrived.turns();
            }
        }
        lines.add(heading(Group.IN, "data.in", report.imported().size() - guessed.size()));
        formats.forEach((format, tally) -> lines.add(new ReportLine(Group.IN, false, nameOfFormat(format), Texts.text("data.nturns", tally[1]), tally[0])));
        int open = (int) report.imported().stream().filter(ImportReport.Arrived::needsSides).count();
        if (!guessed.isEmpty() || open > 0) {
            lines.add(heading(Group.GUESS, "data.guess", guessed.size()));
            if (open > 0) {
                lines.add(new ReportLine(Group.GUESS, false, Texts.text("data.open.sides", open), Texts.text("data.open.sides.why"), 0));
            }
            guessed.forEach(arrived -> lines.add(new ReportLine(Group.GUESS, false, name(arrived.file()), guess(arrived), 0,
                    BY_FIELDS.contains(arrived.format()) ? mappable(arrived.file()) : null, arrived.call())));
        }
        if (!report.failed().isEmpty() || !report.duplicates().isEmpty()) {
            lines.add(heading(Group.SKIPPED, "data.skipped", report.failed().size() + report.duplicates().size()));
            report.failed().forEach(failed -> lines.add(new ReportLine(Group.SKIPPED, false, place(failed.file(), failed.line()), failed.reason(), 0,
                    mappable(failed.file()), null)));
            if (!report.duplicates().isEmpty()) {
                lines.add(new ReportLine(Group.SKIPPED, false, Texts.text("data.duplicates", report.duplicates().size()), Texts.text("data.duplicates.why"),
                        report.duplicates().size()));
            }
        }
        if (!report.skipped().isEmpty()) {
            lines.add(heading(Group.ASIDE, "data.aside", report.skipped().size()));
            report.skipped().forEach(skipped -> lines.add(new ReportLine(Group.ASIDE, false, name(skipped.file()), skipped.reason(), 0)));
        }
        return lines;
    }

    /** The file, if it is one whose fields a mapping can name. */
    private static @Nullable Path mappable(String file) {
        String lower = file.toLowerCase(Locale.ROOT);
        boolean fields = List.of(".json", ".jsonl", ".ndjson", ".csv", ".tsv").stream().anyMatch(lower::endsWith);
        return fields && !file.contains("!/") ? Path.of(file) : null;
    }

    private static String nameOfFormat(String format) {
        String key = "data.source." + format;
        return Texts.bundle().containsKey(key) ? Texts.text(key) : format;
    }

    private static boolean guessed(ImportReport.Arrived arrived) {
        return arrived.warnings().stream().anyMatch(warning -> !warning.equals(SideProposer.NOT_KNOWN));
    }

    private static String guess(ImportReport.Arrived arrived) {
        return String.join(" ", arrived.warnings().stream().filter(warning -> !warning.equals(SideProposer.NOT_KNOWN)).toList());
    }

    private static ReportLine heading(Group group, String key, int count) {
        return new ReportLine(group, true, Texts.text(key), "", count);
    }

    private static String place(String file, int line) {
        return line > 0 ? Texts.text("data.place", name(file), line) : name(file);
    }

    private static String name(String file) {
        Path last = Path.of(file).getFileName();
        return last == null ? file : last.toString();
    }

    /** The whole report as text, with full paths, for a message to whoever made the files. */
    static String asText(ImportReport report) {
        StringBuilder text = new StringBuilder();
        text.append(Texts.text("data.report", report.imported().size(), report.duplicates().size(), report.failed().size())).append('\n');
        report.failed().forEach(failed -> text.append(failed.file()).append(failed.line() > 0 ? ":" + failed.line() : "").append(": ").append(failed.reason())
                .append('\n'));
        report.imported().stream().filter(ReportLine::guessed).forEach(arrived -> text.append(arrived.file()).append(": ").append(guess(arrived)).append('\n'));
        report.duplicates().forEach(same -> text.append(same.file()).append(same.line() > 0 ? ":" + same.line() : "").append(": ")
                .append(Texts.text("data.same", same.call().value())).append('\n'));
        report.skipped().forEach(aside -> text.append(aside.file()).append(": ").append(aside.reason()).append('\n'));
        return text.toString();
    }
}
