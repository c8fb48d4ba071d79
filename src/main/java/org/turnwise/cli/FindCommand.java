package org.turnwise.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.turnwise.annotation.Label;
import org.turnwise.annotation.LabelScheme;
import org.turnwise.call.Side;
import org.turnwise.find.Found;
import org.turnwise.find.SavedSearch;
import org.turnwise.find.SavedSearches;
import org.turnwise.find.Search;
import org.turnwise.find.SearchFilter;
import org.turnwise.queue.QueueReason;
import org.turnwise.queue.WorkStatus;
import org.turnwise.reward.OutcomeKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "find",
        description = {
            "Find turns by what was said in them.",
            "A turn must have every word; \"words in a row\" go in quotes (and these in quotes of the shell's), begin* finds words that begin so,"
                    + " and -word leaves out turns with it (put -- before the first such word).",
            "An option given several times lets each of its values through."
        })
final class FindCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "WORDS", arity = "0..*", description = "What was said; none for every turn that the options let through.")
    private List<String> words = new ArrayList<>();

    @Option(names = "--label", paramLabel = "LABEL", description = "Only turns with this label (its name or id), or in calls that have it as a whole.")
    private List<String> labels = new ArrayList<>();

    @Option(names = "--annotator", paramLabel = "NAME", description = "Only turns labeled by this annotator, or in calls so labeled.")
    private List<String> annotators = new ArrayList<>();

    @Option(names = "--side", paramLabel = "SIDE", split = ",", description = "Only turns said by: ${COMPLETION-CANDIDATES}.")
    private List<Side> sides = new ArrayList<>();

    @Option(names = "--rep", paramLabel = "NAME", description = "Only calls of this rep.")
    private List<String> reps = new ArrayList<>();

    @Option(names = "--outcome", paramLabel = "OUTCOME", split = ",", description = "Only calls of which this came: ${COMPLETION-CANDIDATES}.")
    private List<OutcomeKind> outcomes = new ArrayList<>();

    @Option(names = "--from", paramLabel = "DAY", description = "Only calls that began on this day or later, as in 2026-05-31.")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "DAY", description = "Only calls that began on this day or before.")
    private @Nullable LocalDate to;

    @Option(names = "--forecast-from", paramLabel = "P", description = "Only calls forecast, after their last turn, at this or more, from 0 to 1.")
    private @Nullable Double least;

    @Option(names = "--forecast-to", paramLabel = "P", description = "Only calls forecast at this or less.")
    private @Nullable Double most;

    @Option(names = "--reason", paramLabel = "REASON", split = ",", description = "Only calls queued for: ${COMPLETION-CANDIDATES}.")
    private List<QueueReason> reasons = new ArrayList<>();

    @Option(names = "--status", paramLabel = "STATUS", split = ",", description = "Only calls in: ${COMPLETION-CANDIDATES}.")
    private List<WorkStatus> statuses = new ArrayList<>();

    @Option(names = "--flagged", description = "Only calls that somebody flagged.")
    private boolean flagged;

    @Option(names = "--source", paramLabel = "TEXT", description = "Only calls whose source's name has this in it, or whose format this is.")
    private List<String> sources = new ArrayList<>();

    @Option(names = "--top", paramLabel = "N", defaultValue = "20", description = "How many turns to print, at most 1000 (default: 20).")
    private int top;

    @Option(names = "--skip", paramLabel = "N", defaultValue = "0", description = "How many of the best to leave out, at most 10000 (default: 0).")
    private int skip;

    @Option(names = "--save", paramLabel = "NAME",
            description = "Keep this search under a name, for: turnwise queue --saved NAME, turnwise export --saved NAME.")
    private @Nullable String save;

    @Option(names = "--saved", paramLabel = "NAME", description = "Find what a kept search finds, instead of words and options here.")
    private @Nullable String saved;

    @Option(names = "--forget", paramLabel = "NAME", description = "Forget a kept search.")
    private @Nullable String forget;

    @Option(names = "--list", description = "List the kept searches.")
    private boolean list;

    FindCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (top < 1 || top > 1000 || skip < 0 || skip > 10_000) {
            throw new CommandFailed("--top takes a number from 1 to 1000 and --skip one from 0 to 10000, not " + top + " and " + skip);
        }
        return session.inExistingWorkspace(services -> {
            if (forget != null) {
                services.searches().forget(kept(services.searches(), forget).name());
            }
            return list || forget != null ? listKept(services.searches()) : find(services);
        });
    }

    /** @throws CommandFailed if there is none of this name */
    static SavedSearch kept(SavedSearches searches, String name) {
        return searches.named(name).orElseThrow(() -> {
            List<String> names = searches.all().stream().map(SavedSearch::name).toList();
            return new CommandFailed("no search is kept under \"" + name + "\"; "
                    + (names.isEmpty() ? "none is kept yet" : "kept are: " + String.join(", ", names)));
        });
    }

    private int listKept(SavedSearches searches) {
        List<SavedSearch> all = searches.all();
        session.answer(
                Json.object("searches",
                        all.stream().map(kept -> Json.object("name", kept.name(), "words", kept.search().words(), "filter", kept.search().filter())).toList()),
                all.isEmpty()
                        ? List.of("No search is kept. Keep one with: turnwise find WORDS --save NAME")
                        : all.stream().map(kept -> kept.name() + "   " + kept.search().words() + (kept.search().filter().isEmpty() ? "" : " (filtered)"))
                                .toList());
        return Cli.DONE;
    }

    private int find(Services services) {
        Search search = saved == null ? new Search(String.join(" ", words), filter(services.scheme().now())) : kept(services.searches(), saved).search();
        if (search.isEmpty()) {
            throw new CommandFailed("say what to find: words, or options such as --label or --side (see: turnwise find --help)");
        }
        if (save != null) {
            services.searches().keep(new SavedSearch(save, search));
        }
        services.find().catchUp(session.progress().part(0, .8));
        Found found = services.find().search(search, () -> services.queue().build(session.progress().part(.8, 1)), skip, top, session.progress().quiet());
        session.answer(
                Json.object("total", found.total(), "complete", found.complete(), "turns", found.turns().stream().map(FindCommand::turnObject).toList()),
                lines(found));
        return Cli.DONE;
    }

    private SearchFilter filter(LabelScheme scheme) {
        return new SearchFilter(
                labels.stream().map(label -> id(scheme, label)).collect(Collectors.toSet()), new HashSet<>(annotators), new HashSet<>(sides),
                new HashSet<>(reps),
                new HashSet<>(outcomes), from, to, least, most, new HashSet<>(reasons), new HashSet<>(statuses), flagged, new HashSet<>(sources));
    }

    private static String id(LabelScheme scheme, String named) {
        return scheme.labels().stream()
                .filter(label -> label.id().equalsIgnoreCase(named) || label.name().equalsIgnoreCase(named))
                .map(Label::id)
                .findFirst()
                .orElseThrow(() -> new CommandFailed("no label of " + scheme.id() + " is called \"" + named + "\""));
    }

    private static Map<String, @Nullable Object> turnObject(Found.FoundTurn turn) {
        return Json.object(
                "callId", turn.call().value(),
                "title", turn.title(),
                "rep", turn.rep(),
                "startedAt", turn.startedAt() == null ? null : turn.startedAt().toString(),
                "ordinal", turn.said().turn().ordinal(),
                "speaker", turn.said().speaker().name(),
                "side", turn.said().speaker().side().name(),
                "text", turn.said().turn().text(),
                "matches", turn.matches().stream().map(range -> List.of(range.start(), range.end())).toList(),
                "before", text(turn.before()),
                "after", text(turn.after()));
    }

    private static @Nullable String text(Found.@Nullable Said said) {
        return said == null ? null : said.turn().text();
    }

    private List<String> lines(Found found) {
        List<String> lines = new ArrayList<>();
        for (Found.FoundTurn turn : found.turns()) {
            lines.add(turn.call() + ", turn " + turn.said().turn().ordinal() + ": " + turn.title());
            lines.add("  " + turn.said().speaker().name() + ": " + marked(turn));
        }
        if (!lines.isEmpty()) {
            lines.add("");
        }
        int to = skip + found.turns().size();
        String which = found.turns().isEmpty() ? "0" : (skip + 1) + " to " + to;
        lines.add(String.format(Locale.ROOT, "%s of %s%,d turns found.%s", which, found.complete() ? "" : "at least ", found.total(),
                save == null ? "" : " Kept as \"" + save + "\"."));
        return lines;
    }

    /** The text with what was found in brackets. */
    private static String marked(Found.FoundTurn turn) {
        String text = turn.said().turn().text();
        StringBuilder marked = new StringBuilder();
        int at = 0;
        for (Found.Range range : turn.matches()) {
            int start = text.offsetByCodePoints(0, range.start());
            int end = text.offsetByCodePoints(0, range.end());
            marked.append(text, at, start).append('[').append(text, start, end).append(']');
            at = end;
        }
        return marked.append(text, at, text.length()).toString().replaceAll("\\s+", " ");
    }
}
