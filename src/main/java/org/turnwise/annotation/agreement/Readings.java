package org.turnwise.annotation.agreement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.turnwise.annotation.Annotation;
import org.turnwise.annotation.Journal;
import org.turnwise.annotation.LabelKind;
import org.turnwise.annotation.Rereading;
import org.turnwise.annotation.Statuses;
import org.turnwise.call.CallId;
import org.turnwise.call.CallRepository;
import org.turnwise.call.Turn;

/** Who has read which calls, and where they differ. Any thread. */
public final class Readings {

    /** Kinds a target carries one of: where a reader put none, that reader has said nothing. */
    private static final Set<LabelKind> ONE_EACH =
            Set.of(LabelKind.STAGE, LabelKind.QUALITY, LabelKind.DELTA, LabelKind.RESOLUTION, LabelKind.SEVERITY, LabelKind.OUTCOME);

    private final Journal journal;
    private final CallRepository calls;
    private final Supplier<Set<CallId>> hidden;

    /** @param hidden calls of which whoever asks may not know what others said; see {@link org.turnwise.annotation.Blind} */
    public Readings(Journal journal, CallRepository calls, Supplier<Set<CallId>> hidden) {
        this.journal = journal;
        this.calls = calls;
        this.hidden = hidden;
    }

    /** Calls of which whoever asks may not know what others said. */
    public Set<CallId> hidden() {
        return hidden.get();
    }

    /** Calls that two or more people have submitted, in order of id. A call that is hidden or not here is left out, however often it was read. */
    public List<ReadCall> twice() {
        List<ReadCall> read = new ArrayList<>();
        standing().forEach((id, annotations) -> {
            Set<String> readers = readers(annotations);
            if (readers.size() > 1) {
                calls.find(id).ifPresent(call -> read.add(new ReadCall(call, byReader(readers, annotations))));
            }
        });
        return read;
    }

    private Map<CallId, List<Annotation>> standing() {
        Set<CallId> submitted = journal.statuses().entrySet().stream()
                .filter(call -> call.getValue().contains(Statuses.SUBMITTED))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
        submitted.removeAll(hidden.get());
        return new TreeMap<>(journal.current(submitted));
    }

    /** Calls that people have submitted twice, each with both readings of one person; in order of id. */
    public List<ReadCall> again() {
        List<ReadCall> read = new ArrayList<>();
        standing().forEach((id, annotations) -> {
            for (String reader : readers(annotations)) {
                if (Rereading.isDone(annotations, reader)) {
                    calls.find(id).ifPresent(call -> read.add(new ReadCall(call, byReader(Set.of(reader, Rereading.by(reader)), annotations))));
                }
            }
        });
        return read;
    }

    /** Those that this person has submitted twice. */
    public List<ReadCall> again(String reader) {
        return again().stream().filter(read -> read.byReader().containsKey(reader)).toList();
    }

    /** First readings: what somebody said on reading a call again is no second opinion. */
    private static Set<String> readers(List<Annotation> annotations) {
        return annotations.stream()
                .filter(a -> a.kind() == LabelKind.STATUS && a.label().equals(Statuses.SUBMITTED))
                .map(Annotation::annotator)
                .filter(annotator -> !Rereading.isAgain(annotator))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, List<Annotation>> byReader(Set<String> readers, List<Annotation> annotations) {
        Map<String, List<Annotation>> byReader = new TreeMap<>();
        for (String reader : readers) {
            byReader.put(reader, annotations.stream().filter(a -> a.annotator().equals(reader) && a.kind() != LabelKind.STATUS).toList());
        }
        return byReader;
    }

    /** Every place where two readers differ, in order of calls and turns, decided ones too. Notes are nobody's business. */
    public List<Disagreement> disagreements() {
        List<Disagreement> found = new ArrayList<>();
        for (ReadCall read : twice()) {
            List<Annotation> standing = journal.current(read.call().id());
            Stream.concat(Stream.of((Turn) null), read.call().turns().stream()).forEach(turn -> differences(read, turn, standing, found));
        }
        return List.copyOf(found);
    }

    private static void differences(ReadCall read, @Nullable Turn turn, List<Annotation> standing, List<Disagreement> into) {
        List<String> readers = read.byReader().keySet().stream().sorted().toList();
        Map<String, Map<String, List<Annotation>>> saidBySort = new TreeMap<>();
        for (String reader : readers) {
            for (Annotation annotation : read.byReader().getOrDefault(reader, List.of())) {
                if (annotation.kind() != LabelKind.NOTE && Places.isOn(annotation.target(), turn)) {
                    saidBySort.computeIfAbsent(sort(annotation.kind()), s -> new TreeMap<>())
                            .computeIfAbsent(reader, r -> new ArrayList<>())
                            .add(annotation);
                }
            }
        }
        saidBySort.forEach((sort, said) -> {
            for (int i = 0; i < readers.size(); i++) {
                for (int j = i + 1; j < readers.size(); j++) {
                    Disagreement.Side left = side(readers.get(i), said);
                    Disagreement.Side right = side(readers.get(j), said);
                    if (differ(sort, left, right)) {
                        into.add(decided(new Disagreement(read.call(), turn, sort, left, right, null), standing));
                    }
                }
            }
        });
    }

    static String sort(LabelKind kind) {
        return kind == LabelKind.OBJECTION ? LabelKind.ACT.name() : kind.name();
    }

    private static Disagreement.Side side(String reader, Map<String, List<Annotation>> said) {
        return new Disagreement.Side(reader, said.getOrDefault(reader, List.of()));
    }

    private static boolean differ(String sort, Disagreement.Side left, Disagreement.Side right) {
        boolean unsaid = ONE_EACH.contains(LabelKind.valueOf(sort)) && (left.labels().isEmpty() || right.labels().isEmpty());
        return !unsaid && !labels(left).equals(labels(right));
    }

    private static Set<String> labels(Disagreement.Side side) {
        return side.labels().stream().map(Annotation::label).collect(Collectors.toSet());
    }

    private static Disagreement decided(Disagreement open, List<Annotation> standing) {
        return standing.stream()
                .filter(a -> a.label().equals(Statuses.ADJUDICATED) && Objects.equals(a.text(), open.place()))
                .max(Comparator.comparing(Annotation::at).thenComparing(Annotation::id))
                .map(mark -> new Disagreement(open.call(), open.turn(), open.sort(), open.left(), open.right(), by(mark.annotator(), open, standing)))
                .orElse(open);
    }

    private static List<Annotation> by(String adjudicator, Disagreement on, List<Annotation> standing) {
        return standing.stream()
                .filter(a -> a.annotator().equals(adjudicator) && a.kind() != LabelKind.STATUS && a.kind() != LabelKind.NOTE)
                .filter(a -> sort(a.kind()).equals(on.sort()) && Places.isOn(a.target(), on.turn()))
                .toList();
    }
}
