package org.turnwise.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.turnwise.annotation.Annotation;
import org.turnwise.annotation.CurrentScheme;
import org.turnwise.annotation.Journal;
import org.turnwise.annotation.LabelScheme;
import org.turnwise.annotation.LabelSchemeReader;
import org.turnwise.annotation.LabelSchemeWriter;
import org.turnwise.annotation.merge.Conflict;
import org.turnwise.annotation.merge.Entry;
import org.turnwise.annotation.merge.Replay;
import org.turnwise.annotation.merge.SharedJournal;
import org.turnwise.call.Call;
import org.turnwise.call.CallId;
import org.turnwise.call.CallRepository;
import org.turnwise.call.ContentHash;
import org.turnwise.intake.ConversationJsonl;
import org.turnwise.intake.reading.ImportedCall;
import org.turnwise.reward.Outcomes;
import org.turnwise.task.Progress;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes what is known here to a bundle, and takes bundles in. Any thread; durable when a method returns. */
public final class Exchange {

    private static final int CALLS_AT_ONCE = 20;

    private final CallRepository calls;
    private final Journal journal;
    private final SharedJournal shared;
    private final CurrentScheme scheme;
    private final Outcomes outcomes;
    private final String tool;
    private final Clock clock;

    /** @param tool the version of Turnwise, for manifests */
    public Exchange(CallRepository calls, Journal journal, SharedJournal shared, CurrentScheme scheme, Outcomes outcomes, String tool, Clock clock) {
        this.calls = calls;
        this.journal = journal;
        this.shared = shared;
        this.scheme = scheme;
        this.outcomes = outcomes;
        this.tool = tool;
        this.clock = clock;
    }

    /** Of all calls, those settled too. */
    public List<Conflict> conflicts() {
        return shared.conflicts();
    }

    /**
     * Writes everything known here. A file that is there is replaced once all of the new one is on disk.
     *
     * @param whole whether the calls themselves go with it, so that others can read along without having them
     * @param by    who writes it
     * @throws UncheckedIOException if it can't be written
     */
    public BundleManifest write(Path out, boolean whole, String by, Progress progress) {
        try (BundleWriter bundle = new BundleWriter(out)) {
            progress.report(0, "Reading the journal");
            List<Entry> entries = shared.entries();
            Set<CallId> spokenOf = touched(entries);
            int[] written = {0};
            bundle.part(Contents.EDITS, lines -> {
                for (Entry entry : entries) {
                    lines.add(EntryJson.write(entry));
                }
            });
            bundle.part(Contents.SCHEME, lines -> lines.add(LabelSchemeWriter.line(scheme.now())));
            Map<CallId, String> hashes = new TreeMap<>();
            if (whole) {
                bundle.part(Contents.CALLS, lines -> calls.forEach(call -> {
                    progress.checkCancelled();
                    progress.report(-1, "Writing call " + ++written[0]);
                    hashes.put(call.id(), ContentHash.of(call.turns()));
                    add(lines, call);
                }));
            } else {
                spokenOf.forEach(id -> calls.find(id).ifPresent(call -> hashes.put(id, ContentHash.of(call.turns()))));
            }
            bundle.part(Contents.HASHES, lines -> {
                for (Map.Entry<CallId, String> hash : hashes.entrySet()) {
                    lines.add(EntryJson.JSON.createObjectNode().put("call", hash.getKey().value()).put("content", hash.getValue()).toString());
                }
            });
            BundleManifest manifest =
                    new BundleManifest(BundleManifest.FORMAT, tool, shared.origin(), by, clock.instant(), entries.size(), written[0], bundle.parts());
            progress.checkCancelled();
            bundle.publish(json(manifest));
            return manifest;
        } catch (IOException e) {
            throw new UncheckedIOException("can't write the bundle to " + out, e);
        }
    }

    private static void add(BundleWriter.Lines lines, Call call) {
        try {
            lines.add(ConversationJsonl.write(new ImportedCall(call, null, List.of(), List.of(), 1)));
        } catch (IOException e) {
            throw new UncheckedIOException("can't write call " + call.id(), e);
        }
    }

    private static String json(BundleManifest manifest) {
        ObjectNode json = EntryJson.JSON.createObjectNode().put("format", manifest.format()).put("tool", manifest.tool());
        json.put("origin", manifest.origin().toString()).put("by", manifest.by()).put("at", manifest.at().toString());
        json.put("edits", manifest.edits()).put("calls", manifest.calls());
        ArrayNode parts = json.putArray("parts");
        manifest.parts().forEach(part -> parts.addObject().put("name", part.name()).put("bytes", part.bytes()).put("sha256", part.sha256()));
        return EntryJson.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json);
    }

    /**
     * Takes a bundle in: first its calls, then all of its edits in one write. Taking in what is known changes nothing.
     *
     * @param dryRun only say what it would bring
     * @throws BadBundle            if it can't be taken in; nothing was stored
     * @throws UncheckedIOException if it can't be read
     */
    public MergeReport merge(Path file, boolean dryRun, Progress progress) {
        progress.report(0, "Checking " + file.getFileName());
        try (BundleReader bundle = new BundleReader(file)) {
            Contents contents = Contents.read(bundle, String.valueOf(file.getFileName()));
            progress.checkCancelled();
            checkSameCalls(contents, bundle);
            checkTargets(contents, bundle);
            Map<UUID, Entry> known = shared.entries().stream().collect(Collectors.toMap(Entry::id, entry -> entry));
            List<Entry> news = contents.entries().stream().filter(entry -> !known.containsKey(entry.id())).toList();
            List<Conflict> before = shared.conflicts();
            Map<UUID, Entry> union = new HashMap<>(known);
            news.forEach(entry -> union.put(entry.id(), entry));
            List<Conflict> after = conflicts(List.copyOf(union.values()), touched(news));
            progress.report(.5, "Taking in what is new");
            int newCalls = dryRun ? countNew(contents.calls()) : add(contents.calls(), progress.part(.5, .8));
            if (!dryRun) {
                absorb(contents.entries(), bundle);
            }
            return new MergeReport(
                    bundle.manifest(), news.size(), newCalls, away(contents, news), fresh(before, after), people(union.values()), notes(contents));
        } catch (IOException e) {
            throw new UncheckedIOException("can't read the bundle " + file, e);
        }
    }

    private void absorb(List<Entry> entries, BundleReader bundle) {
        try {
            shared.absorb(entries, touched -> {
                Map<CallId, List<Annotation>> standing = new TreeMap<>(journal.current(touched));
                touched.forEach(call -> standing.putIfAbsent(call, List.of()));
                outcomes.follow(standing);
            });
        } catch (SharedJournal.Differs e) {
            throw bundle.bad("does not go with what is known here: " + e.getMessage(), e);
        }
    }

    private void checkSameCalls(Contents contents, BundleReader bundle) {
        contents.hashes().forEach((id, content) -> calls.find(id).ifPresent(call -> {
            if (!ContentHash.of(call.turns()).equals(content)) {
                throw bundle.bad("labels a call " + id + " that says something else than the call of that id here; one of the two needs another id", null);
            }
        }));
    }

    /** What a label is put on must be there: a turn the call has, words the turn says. */
    private void checkTargets(Contents contents, BundleReader bundle) {
        Map<CallId, Optional<Call>> known = new HashMap<>();
        contents.calls().forEach(one -> known.put(one.call().id(), Optional.of(one.call())));
        for (Entry entry : contents.entries()) {
            for (Annotation annotation : entry.added()) {
                known.computeIfAbsent(annotation.target().call(), calls::find).flatMap(annotation.target()::misfit).ifPresent(why -> {
                    throw bundle.bad("edit " + entry.id() + " (\"" + entry.what() + "\") can't stand: its label " + annotation.label() + " " + why, null);
                });
            }
        }
    }

    private int countNew(List<ImportedCall> incoming) {
        return (int) incoming.stream().filter(one -> calls.withContent(ContentHash.of(one.call().turns())).isEmpty()).count();
    }

    private int add(List<ImportedCall> incoming, Progress progress) {
        int[] added = {0};
        for (int from = 0; from < incoming.size(); from += CALLS_AT_ONCE) {
            progress.checkCancelled();
            progress.report((double) from / incoming.size(), "Taking in calls");
            List<ImportedCall> some = incoming.subList(from, Math.min(from + CALLS_AT_ONCE, incoming.size()));
            calls.atOnce(() -> some.forEach(one -> added[0] += calls.add(one.call(), () -> {}) == CallRepository.Added.STORED ? 1 : 0));
        }
        return added[0];
    }

    private int away(Contents contents, List<Entry> news) {
        Set<CallId> coming = contents.calls().stream().map(one -> one.call().id()).collect(Collectors.toSet());
        return (int) touched(news).stream().filter(call -> !coming.contains(call) && calls.find(call).isEmpty()).count();
    }

    private static List<Conflict> conflicts(List<Entry> entries, Set<CallId> of) {
        Map<CallId, List<Entry>> byCall = new TreeMap<>();
        entries.forEach(entry -> touched(List.of(entry)).stream()
                .filter(of::contains)
                .forEach(call -> byCall.computeIfAbsent(call, c -> new ArrayList<>()).add(entry)));
        return byCall.entrySet().stream().flatMap(call -> Replay.of(call.getKey(), call.getValue()).conflicts().stream()).toList();
    }

    private static List<Conflict> fresh(List<Conflict> before, List<Conflict> after) {
        Set<UUID> known = before.stream().filter(conflict -> !conflict.settled()).map(Conflict::id).collect(Collectors.toSet());
        return after.stream().filter(conflict -> !conflict.settled() && !known.contains(conflict.id())).toList();
    }

    /** Whoever takes part in a merge under one name in two workspaces is one person on two laptops, or two people who should know. */
    private static List<String> people(Iterable<Entry> union) {
        Map<String, Set<UUID>> origins = new TreeMap<>();
        union.forEach(entry -> origins.computeIfAbsent(entry.annotator(), name -> new HashSet<>()).add(entry.stamp().origin()));
        return origins.entrySet().stream().filter(person -> person.getValue().size() > 1).map(Map.Entry::getKey).toList();
    }

    private List<String> notes(Contents contents) {
        try {
            LabelScheme theirs = LabelSchemeReader.read(new ByteArrayInputStream(contents.scheme().getBytes(StandardCharsets.UTF_8)), Contents.SCHEME);
            LabelScheme mine = scheme.now();
            return theirs.id().equals(mine.id()) && theirs.labels().equals(mine.labels())
                    ? List.of()
                    : List.of("Its label scheme is " + theirs.id() + " and yours " + mine.id()
                            + ", and they differ; labels that yours has not are kept and shown by id.");
        } catch (LabelSchemeReader.Refused e) {
            return List.of("Its label scheme can't be read (" + e.getMessage() + "); yours stays in use.");
        }
    }

    private static Set<CallId> touched(List<Entry> entries) {
        return entries.stream()
                .flatMap(entry -> Stream.concat(entry.removed().stream(), entry.added().stream()))
                .map(annotation -> annotation.target().call())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
