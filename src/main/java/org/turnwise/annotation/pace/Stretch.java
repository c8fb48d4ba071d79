package org.turnwise.annotation.pace;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.turnwise.annotation.Annotation;
import org.turnwise.annotation.Edit;
import org.turnwise.annotation.LabelKind;
import org.turnwise.annotation.Rereading;
import org.turnwise.annotation.Statuses;

/** Counts what one annotator does from one edit on. Mutable; one thread. */
final class Stretch {

    private static final int[] ROUND_MINUTES = {1, 2, 5, 10, 15, 30, 60, 120, 240};

    /** A label that was put on here and stands. */
    private record Put(Annotation annotation, Instant at, boolean timed) {}

    private final String annotator;
    private final long firstEdit;
    private final Instant from;
    private Instant to;
    private final Map<UUID, Put> put = new HashMap<>();
    /** Also what has been taken off since. */
    private final Set<UUID> everPut = new HashSet<>();
    /** Labels from before, taken off here. */
    private final Set<UUID> takenOff = new HashSet<>();
    private final Map<LabelKind, Integer> labels = new EnumMap<>(LabelKind.class);
    private int timed;
    /** How long each submitted call took in milliseconds; −1 where no edit of it has a time. */
    private final Map<UUID, Long> submitted = new HashMap<>();
    private final Set<UUID> skipped = new HashSet<>();
    private long activeMillis;
    private long sinceSubmit;
    private int timedCalls;
    private double callMillis;
    private double callSquares;
    private int changed;
    private int undone;
    private int redone;

    Stretch(String annotator, Edit first) {
        this.annotator = annotator;
        this.firstEdit = first.seq();
        this.from = first.at();
        this.to = first.at();
    }

    /** @param worked since the edit before; null if that was a pause */
    void follow(Edit edit, @Nullable Duration worked) {
        to = edit.at().isBefore(to) ? to : edit.at();
        // the time before the first edit belongs to what was before
        boolean hasTime = worked != null && edit.seq() != firstEdit;
        if (worked != null && hasTime) {
            activeMillis += worked.toMillis();
            sinceSubmit += worked.toMillis();
        }
        switch (edit.cause()) {
            case DONE -> changed += edit.removed().stream().anyMatch(this::isLabel) ? 1 : 0;
            case UNDO -> undone++;
            case REDO -> redone++;
        }
        List<Put> gone = edit.removed().stream().filter(this::isMine).flatMap(a -> takeOff(a).stream()).toList();
        edit.added().stream().filter(this::isMine).forEach(a -> putOn(a, edit, hasTime, gone));
    }

    private boolean isMine(Annotation annotation) {
        return Rereading.isBy(annotation, annotator);
    }

    private boolean isLabel(Annotation annotation) {
        return isMine(annotation) && annotation.kind() != LabelKind.STATUS;
    }

    private List<Put> takeOff(Annotation annotation) {
        if (annotation.kind() == LabelKind.STATUS) {
            unsubmit(annotation.id());
            skipped.remove(annotation.id());
            return List.of();
        }
        Put there = put.remove(annotation.id());
        if (there == null) {
            takenOff.add(annotation.id());
            return List.of();
        }
        count(there, -1);
        return List.of(there);
    }

    private void putOn(Annotation annotation, Edit edit, boolean hasTime, List<Put> gone) {
        if (annotation.kind() == LabelKind.STATUS) {
            switch (annotation.label()) {
                case Statuses.SUBMITTED -> submit(annotation.id());
                case Statuses.SKIPPED -> skipped.add(annotation.id());
                default -> {}
            }
            return;
        }
        boolean cameBack = takenOff.remove(annotation.id());
        boolean moved = gone.stream().anyMatch(one -> isMoved(one.annotation(), annotation));
        if (!cameBack && (everPut.contains(annotation.id()) || isNew(annotation, edit) || moved)) {
            Put now = new Put(annotation, edit.at(), hasTime);
            put.put(annotation.id(), now);
            everPut.add(annotation.id());
            count(now, 1);
        }
    }

    /** A changed scheme gives old labels new names; that is no labeling. */
    private static boolean isNew(Annotation annotation, Edit edit) {
        return !annotation.at().isBefore(edit.at().minus(Pace.IDLE));
    }

    private static boolean isMoved(Annotation from, Annotation to) {
        return from.target().equals(to.target()) && from.at().equals(to.at());
    }

    private void count(Put one, int by) {
        labels.merge(one.annotation().kind(), by, Integer::sum);
        timed += one.timed() ? by : 0;
    }

    private void submit(UUID id) {
        long took = sinceSubmit > 0 ? sinceSubmit : -1;
        submitted.put(id, took);
        sinceSubmit = 0;
        time(took, 1);
    }

    /** The call goes on, with the time it has taken. */
    private void unsubmit(UUID id) {
        Long took = submitted.remove(id);
        if (took != null && took > 0) {
            sinceSubmit += took;
            time(took, -1);
        }
    }

    private void time(long took, int by) {
        if (took > 0) {
            timedCalls += by;
            callMillis += by * (double) took;
            callSquares += by * (double) took * took;
        }
    }

    Work work() {
        Map<LabelKind, Integer> standing = new EnumMap<>(labels);
        standing.values().removeIf(count -> count == 0);
        return new Work(
                firstEdit, from, to, submitted.size(), skipped.size(), standing, Duration.ofMillis(activeMillis), timed,
                new Work.PerCall(timedCalls, callMillis, callSquares), changed, undone, redone);
    }

    List<Pace.Bar> course(int most) {
        long minutes = Duration.between(from, to).toMinutes() + 1;
        int chosen = ROUND_MINUTES[ROUND_MINUTES.length - 1];
        for (int i = ROUND_MINUTES.length - 1; i >= 0; i--) {
            chosen = (minutes + ROUND_MINUTES[i] - 1) / ROUND_MINUTES[i] <= most ? ROUND_MINUTES[i] : chosen;
        }
        Duration width = Duration.ofMinutes(chosen);
        int[] counts = new int[(int) ((minutes + chosen - 1) / chosen)];
        put.values().forEach(one -> counts[(int) Math.clamp(Duration.between(from, one.at()).dividedBy(width), 0, counts.length - 1)]++);
        return IntStream.range(0, counts.length).mapToObj(i -> new Pace.Bar(from.plus(width.multipliedBy(i)), width, counts[i])).toList();
    }
}
