package org.turnwise.find;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.turnwise.annotation.Annotation;
import org.turnwise.annotation.Edit;
import org.turnwise.annotation.LabelKind;
import org.turnwise.annotation.Target;
import org.turnwise.call.Call;
import org.turnwise.call.CallId;
import org.turnwise.call.CallRepository;
import org.turnwise.call.Participant;
import org.turnwise.call.Side;
import org.turnwise.call.Source;
import org.turnwise.call.TimingClass;
import org.turnwise.call.Turn;
import org.turnwise.queue.QueueItem;
import org.turnwise.store.Workspace;
import org.turnwise.task.Progress;

/** A real workspace in which somebody says something, and what is found there. */
final class Talk implements AutoCloseable {

    static final Instant DAY = Instant.parse("2026-05-04T10:00:00Z");

    final Workspace workspace;
    final Find find;
    private final Path folder;

    Talk(Path folder) {
        this.folder = folder;
        workspace = Workspace.open(folder);
        find = find();
    }

    Find find() {
        return new Find(folder.resolve("search"), workspace.turns(), java.util.Map::of, () -> "Nora");
    }

    /** A call whose turns are said by rep and customer in turn. */
    CallId call(String id, String... said) {
        List<Turn> turns = new ArrayList<>();
        for (int i = 0; i < said.length; i++) {
            turns.add(new Turn(i, i % 2 == 0 ? "Priya" : "Tom", said[i], null, null));
        }
        CallRepository.Added added = workspace.calls().add(new Call(
                new CallId(id), "Title of " + id, new Source("vtt", id + ".vtt", null), TimingClass.NONE, DAY, id,
                List.of(new Participant("Priya", "Priya Raman", Side.REP), new Participant("Tom", "Tom Okafor", Side.CUSTOMER)), turns), () -> {});
        assertEquals(CallRepository.Added.STORED, added);
        return new CallId(id);
    }

    void label(Target target, String label, String annotator) {
        LabelKind kind = target instanceof Target.OfCall ? LabelKind.OUTCOME : LabelKind.OBJECTION;
        Annotation annotation = new Annotation(UUID.randomUUID(), target, kind, label, null, annotator, DAY, "sales-core 1.0");
        workspace.journal().append(new Edit(0, Edit.Cause.DONE, null, "label", List.of(), List.of(annotation), annotator, DAY), edit -> {});
    }

    Found found(Search search, QueueItem... rows) {
        find.catchUp(Progress.silent());
        return find.search(search, () -> List.of(rows), 0, 50, Progress.silent());
    }

    /** Places as {@code call:ordinal}, the best first. */
    List<String> places(Search search, QueueItem... rows) {
        return found(search, rows).turns().stream().map(turn -> turn.call() + ":" + turn.said().turn().ordinal()).toList();
    }

    List<String> places(String words) {
        return places(new Search(words, SearchFilter.NONE));
    }

    /** What is marked in the first turn found, each mark in brackets. */
    String marked(String words) {
        Found.FoundTurn turn = found(new Search(words, SearchFilter.NONE)).turns().getFirst();
        int[] points = turn.said().turn().text().codePoints().toArray();
        StringBuilder marked = new StringBuilder();
        int at = 0;
        for (Found.Range range : turn.matches()) {
            marked.append(new String(points, at, range.start() - at)).append('[');
            marked.append(new String(points, range.start(), range.end() - range.start())).append(']');
            at = range.end();
        }
        return marked.append(new String(points, at, points.length - at)).toString();
    }

    static SearchFilter sides(Side... sides) {
        return new SearchFilter(Set.of(), Set.of(), Set.of(sides), Set.of(), Set.of(), null, null, null, null, Set.of(), Set.of(), false, Set.of());
    }

    static SearchFilter labels(Set<String> labels, Set<String> annotators) {
        return new SearchFilter(labels, annotators, Set.of(), Set.of(), Set.of(), null, null, null, null, Set.of(), Set.of(), false, Set.of());
    }

    @Override
    public void close() {
        find.close();
        workspace.close();
    }
}
