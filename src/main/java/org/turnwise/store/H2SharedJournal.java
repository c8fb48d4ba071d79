package org.turnwise.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.turnwise.annotation.Annotation;
import org.turnwise.annotation.Edit;
import org.turnwise.annotation.LabelKind;
import org.turnwise.annotation.merge.Conflict;
import org.turnwise.annotation.merge.Entry;
import org.turnwise.annotation.merge.Replay;
import org.turnwise.annotation.merge.SharedJournal;
import org.turnwise.call.CallId;

final class H2SharedJournal implements SharedJournal {

    private final Database database;

    H2SharedJournal(Database database) {
        this.database = database;
    }

    @Override
    public UUID origin() {
        return database.read(Stamps::origin);
    }

    @Override
    public List<Entry> entries() {
        return database.read(EntryRows::all);
    }

    @Override
    public int absorb(List<Entry> entries, Consumer<Set<CallId>> alongside) {
        return database.write(handle -> {
            List<Entry> news = unknown(entries, EntryRows.all(handle));
            if (!news.isEmpty()) {
                nameAnewIfCopied(handle, news);
                store(handle, news);
                Set<CallId> touched = touched(news);
                touched.forEach(call -> project(handle, call));
                alongside.accept(touched);
            }
            return news.size();
        });
    }

    /** In the order of replay, so that what an edit reverts is stored before it. */
    private static List<Entry> unknown(List<Entry> entries, List<Entry> known) {
        Map<UUID, Entry> byId = new HashMap<>();
        known.forEach(entry -> byId.put(entry.id(), entry));
        List<Entry> news = new ArrayList<>();
        for (Entry entry : entries) {
            Entry there = byId.putIfAbsent(entry.id(), entry);
            if (there == null) {
                news.add(entry);
            } else if (!there.equals(entry)) {
                throw new Differs("edit " + entry.id() + " (\"" + entry.what() + "\") says something else here: \"" + there.what() + "\"");
            }
        }
        checkAnnotations(byId.values());
        news.sort(Entry.ORDER);
        return news;
    }

    /** An id names one annotation, wherever it is put on and taken off. */
    private static void checkAnnotations(Collection<Entry> entries) {
        Map<UUID, Annotation> byId = new HashMap<>();
        for (Entry entry : entries) {
            Stream.concat(entry.removed().stream(), entry.added().stream()).forEach(annotation -> {
                Annotation there = byId.putIfAbsent(annotation.id(), annotation);
                if (there != null && !there.equals(annotation)) {
                    throw new Differs("edit " + entry.id() + " (\"" + entry.what() + "\") gives annotation " + annotation.id()
                            + " another meaning than it has");
                }
            });
        }
    }

    private static void nameAnewIfCopied(Handle handle, List<Entry> news) {
        UUID origin = Stamps.origin(handle);
        if (news.stream().anyMatch(entry -> entry.stamp().origin().equals(origin))) {
            handle.execute("UPDATE origin SET id = ?", UUID.randomUUID());
        }
    }

    private static void store(Handle handle, List<Entry> news) {
        Map<UUID, Long> seqs = new HashMap<>();
        handle.select("SELECT id, seq FROM edits")
                .map((row, context) -> Map.entry(row.getObject("id", UUID.class), row.getLong("seq")))
                .forEach(entry -> seqs.put(entry.getKey(), entry.getValue()));
        long seq = handle.select("SELECT COALESCE(MAX(seq), 0) FROM edits").mapTo(Long.class).one();
        for (Entry entry : news) {
            seqs.put(entry.id(), ++seq);
            H2Journal.insert(
                    handle,
                    new Edit(seq, entry.cause(), reverted(entry, seqs), entry.what(), entry.removed(), entry.added(), entry.annotator(), entry.at()),
                    entry.stamp(),
                    false);
        }
    }

    private static @Nullable Long reverted(Entry entry, Map<UUID, Long> seqs) {
        UUID reverts = entry.reverts();
        if (reverts == null) {
            return null;
        }
        Long seq = seqs.get(reverts);
        if (seq == null) {
            throw new Differs("edit " + entry.id() + " (\"" + entry.what() + "\") takes back edit " + reverts + ", which is neither here nor with it");
        }
        return seq;
    }

    private static Set<CallId> touched(List<Entry> news) {
        Set<CallId> touched = new TreeSet<>();
        news.forEach(entry -> Stream.concat(entry.removed().stream(), entry.added().stream()).map(a -> a.target().call()).forEach(touched::add));
        return touched;
    }

    /** Puts what stands on the call anew. */
    private static void project(Handle handle, CallId call) {
        handle.execute("DELETE FROM current_annotations WHERE call_id = ?", call.value());
        handle.execute("DELETE FROM label_counts WHERE call_id = ?", call.value());
        Map<UUID, Long> seqs = EntryRows.seqs(handle, call);
        int labels = 0;
        for (Replay.Standing standing : Replay.of(call, EntryRows.of(handle, call)).standing()) {
            Annotation annotation = standing.annotation();
            long seq = Objects.requireNonNull(seqs.get(standing.by().id()), "the edit was read from the same rows");
            H2Journal.stand(handle, seq, annotation, standing.by().added().indexOf(annotation));
            labels += annotation.kind() == LabelKind.STATUS ? 0 : 1;
        }
        if (labels > 0) {
            handle.execute("INSERT INTO label_counts (call_id, labels) VALUES (?, ?)", call.value(), labels);
        }
    }

    @Override
    public List<Conflict> conflicts() {
        return database.read(handle -> {
            List<CallId> shared = handle.select("""
                            SELECT a.call_id FROM edit_annotations a JOIN edits e ON e.seq = a.seq
                            GROUP BY a.call_id HAVING COUNT(DISTINCT e.origin) > 1 ORDER BY a.call_id""")
                    .mapTo(String.class)
                    .map(CallId::new)
                    .list();
            return shared.stream().flatMap(call -> Replay.of(call, EntryRows.of(handle, call)).conflicts().stream()).toList();
        });
    }
}
