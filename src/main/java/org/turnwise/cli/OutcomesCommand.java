package org.turnwise.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.turnwise.intake.ImportReport;
import org.turnwise.intake.reading.Unreadable;
import org.turnwise.intake.crm.OutcomeImport;
import org.turnwise.intake.crm.deal.DealRepository;
import org.turnwise.intake.crm.matching.Attribution;
import org.turnwise.intake.crm.matching.Matching;
import org.turnwise.intake.crm.table.ColumnProfile;
import org.turnwise.intake.crm.table.DateOrder;
import org.turnwise.intake.crm.table.Meaning;
import org.turnwise.intake.crm.table.TableReading;
import org.turnwise.reward.OutcomeKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "outcomes",
        description = {
            "Record what came of calls: from a CRM's deals (Salesforce, HubSpot, Pipedrive, Zoho and others; CSV or JSON), which are matched to calls,",
            "from meetings or stages of deals, or from a table with the columns call_id and outcome."
        })
final class OutcomesCommand implements Callable<Integer> {

    private static final int MOST_LINES = 50;

    private final Session session;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FILE.csv", description = "The table.")
    private Path table = Path.of("");

    @Option(names = "--map", paramLabel = "HEADER=MEANING", description = "What a column means, as in \"Sales phase=STAGE\"; may be given several times.")
    private Map<String, String> columns = new LinkedHashMap<>();

    @Option(names = "--word", paramLabel = "VALUE=OUTCOME", description = "What a stage or status means, as in \"Signed=WON\"; may be given several times.")
    private Map<String, String> words = new LinkedHashMap<>();

    @Option(names = "--dates", paramLabel = "dmy|mdy", description = "What comes first in dates that fit both, such as 03/04/2026.")
    private @Nullable String dates;

    @Option(names = "--save", paramLabel = "NAME", description = "Keep --map, --word and --dates under this name; tables with these columns are then read so.")
    private @Nullable String save;

    @Option(names = "--profile", paramLabel = "NAME", description = "Read the table as was kept under this name.")
    private @Nullable String profile;

    @Option(names = "--dry-run", description = "Show how the columns are taken and what could not be read, and store nothing.")
    private boolean dryRun;

    OutcomesCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.inExistingWorkspace(services -> {
            ColumnProfile chosen = profile(services).orElse(null);
            return dryRun ? preview(services, chosen) : record(services, chosen);
        });
    }

    /** Empty if nothing was said of this table. */
    private Optional<ColumnProfile> profile(Services services) {
        ColumnProfile kept = profile == null
                ? ColumnProfile.NONE
                : services.profiles().find(profile).orElseThrow(() -> wrong("no profile is kept under the name " + profile));
        if (profile == null && columns.isEmpty() && words.isEmpty() && dates == null) {
            return Optional.empty();
        }
        Map<String, Meaning> meanings = new HashMap<>(kept.columns());
        columns.forEach((header, meaning) -> meanings.put(Meaning.normalised(header), named(meaning, Meaning.class, "--map")));
        Map<String, OutcomeKind> kinds = new HashMap<>(kept.words());
        words.forEach((value, kind) -> kinds.put(value.strip().toLowerCase(Locale.ROOT), named(kind, OutcomeKind.class, "--word")));
        ColumnProfile said = new ColumnProfile(save == null ? kept.name() : save, meanings, dates == null ? kept.dates() : order(dates), kinds);
        if (save != null) {
            services.profiles().keep(said);
        }
        return Optional.of(said);
    }

    private DateOrder order(String said) {
        return switch (said) {
            case "dmy" -> DateOrder.DAY_FIRST;
            case "mdy" -> DateOrder.MONTH_FIRST;
            default -> throw wrong("--dates is dmy or mdy, not " + said);
        };
    }

    private <E extends Enum<E>> E named(String name, Class<E> type, String option) {
        String wanted = name.strip().toUpperCase(Locale.ROOT).replace('-', '_');
        return EnumSet.allOf(type).stream()
                .filter(constant -> constant.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> wrong(option + ": " + name + " is none of " + EnumSet.allOf(type)));
    }

    private ParameterException wrong(String message) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
    }

    private int preview(Services services, @Nullable ColumnProfile chosen) {
        try {
            TableReading reading = services.outcomeImport().tables().read(table, chosen);
            List<ImportReport.Failed> failed =
                    reading.problems().stream().map(problem -> new ImportReport.Failed(table.toString(), problem.line(), problem.reason())).toList();
            List<String> lines = new ArrayList<>();
            reading.columns().forEach(column -> lines.add(column.header() + ": " + (column.meaning() == null ? "not looked at" : column.meaning())));
            lines.addAll(reading.notes());
            lines.add(reading.rows() + " rows, of which " + failed.size() + " can't be taken.");
            complain(failed);
            session.answer(
                    Json.object("rows", reading.rows(), "columns", columns(reading.columns()), "notes", reading.notes(), "failed", failed(failed)), lines);
            return Cli.DONE;
        } catch (Unreadable e) {
            throw new CommandFailed(table + (e.line() > 0 ? ":" + e.line() : "") + ": " + e.reason());
        }
    }

    private int record(Services services, @Nullable ColumnProfile chosen) {
        OutcomeImport.Report report = services.outcomeImport().run(table, chosen, session.progress());
        complain(report.failed());
        session.answer(document(report), lines(report));
        if (report.recorded() + report.unchanged() > 0 || !report.kind().isEmpty() && report.rows() > report.failed().size()) {
            return Cli.DONE;
        }
        session.complain(report.failed().isEmpty() ? "there is no outcome in " + table : "no outcome in " + table + " could be recorded");
        return Cli.FAILED;
    }

    private void complain(List<ImportReport.Failed> failed) {
        if (!session.json()) {
            failed.stream().limit(MOST_LINES).forEach(row -> session.complain(row.file() + (row.line() > 0 ? ":" + row.line() : "") + ": " + row.reason()));
            if (failed.size() > MOST_LINES) {
                session.complain("and " + (failed.size() - MOST_LINES) + " more; --json lists all");
            }
        }
    }

    private static Map<String, Object> document(OutcomeImport.Report report) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("kind", report.kind());
        document.put("rows", report.rows());
        document.put("recorded", report.recorded());
        document.put("unchanged", report.unchanged());
        report.deals().ifPresent(deals -> document.put("deals", Json.object("new", deals.fresh(), "changed", deals.changed(), "unchanged", deals.unchanged())));
        report.standings().ifPresent(standings -> {
            Map<String, Object> leftOut = new LinkedHashMap<>();
            for (Attribution.Reason reason : Attribution.Reason.values()) {
                leftOut.put(reason.name(), standings.leftOut().getOrDefault(reason, 0));
            }
            document.put("matched", standings.matched());
            document.put("pending", standings.pending());
            document.put("without", standings.without());
            document.put("declined", standings.declined());
            document.put("censored", standings.censored());
            document.put("leftOut", leftOut);
            document.put("withdrawn", standings.withdrawn());
        });
        document.put("columns", columns(report.columns()));
        document.put("notes", report.notes());
        document.put("failed", failed(report.failed()));
        return document;
    }

    private static List<Map<String, Object>> columns(List<TableReading.Column> columns) {
        return columns.stream().map(column -> Json.object("header", column.header(), "meaning", column.meaning() == null ? null : column.meaning().name()))
                .toList();
    }

    private static List<Map<String, Object>> failed(List<ImportReport.Failed> failed) {
        return failed.stream().map(row -> Json.object("file", row.file(), "line", row.line(), "reason", row.reason())).toList();
    }

    private static List<String> lines(OutcomeImport.Report report) {
        List<String> lines = new ArrayList<>();
        lines.add(report.rows() + (report.rows() == 1 ? " row: " : " rows: ") + report.recorded()
                + (report.recorded() == 1 ? " outcome recorded, " : " outcomes recorded, ")
                + report.unchanged() + (report.unchanged() == 1 ? " was known already, " : " were known already, ") + report.failed().size() + " failed.");
        report.deals().ifPresent(deals -> lines.add(deals(deals)));
        report.standings().ifPresent(standings -> lines.addAll(standings(standings)));
        lines.addAll(report.notes());
        return lines;
    }

    private static String deals(DealRepository.Added deals) {
        return deals.fresh() + (deals.fresh() == 1 ? " deal is new, " : " deals are new, ") + deals.changed() + " changed, "
                + deals.unchanged() + (deals.unchanged() == 1 ? " stands as it did." : " stand as they did.");
    }

    private static List<String> standings(Matching.Standings standings) {
        List<String> lines = new ArrayList<>();
        lines.add("Calls: " + standings.matched() + " matched to deals, of which " + standings.censored() + " censored, for their deal is open; "
                + standings.pending()
                + " wait for a decision; " + standings.without() + " fit no deal; " + standings.declined() + " belong to none by decision.");
        for (Attribution.Reason reason : Attribution.Reason.values()) {
            int count = standings.leftOut().getOrDefault(reason, 0);
            if (count > 0) {
                lines.add(count + (count == 1 ? " matched call is" : " matched calls are") + " left out: " + reason.words() + ".");
            }
        }
        if (standings.withdrawn() > 0) {
            lines.add(standings.withdrawn() + (standings.withdrawn() == 1 ? " outcome was" : " outcomes were")
                    + " taken back, since the match or the deal no longer says so.");
        }
        return lines;
    }
}
