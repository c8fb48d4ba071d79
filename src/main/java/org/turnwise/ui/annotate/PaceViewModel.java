package org.turnwise.ui.annotate;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.turnwise.annotation.CurrentScheme;
import org.turnwise.annotation.Edit;
import org.turnwise.annotation.Journal;
import org.turnwise.annotation.Statuses;
import org.turnwise.annotation.agreement.Agreement;
import org.turnwise.annotation.agreement.Readings;
import org.turnwise.annotation.pace.Given;
import org.turnwise.annotation.pace.Pace;
import org.turnwise.annotation.pace.Work;
import org.turnwise.suggestion.Decisions;
import org.turnwise.suggestion.Precision;
import org.turnwise.task.Tasks;
import org.turnwise.ui.common.Texts;
import org.turnwise.ui.common.WorkQueue;

/** How the annotator gets on: a line that is always there, and a summary of the session on demand. JavaFX thread; needs no toolkit. */
public final class PaceViewModel {

    private static final int MOST_BARS = 24;
    private static final long SEED = 0;

    /**
     * What it is read from.
     *
     * @param annotator who is at work
     * @param clock     says what today is
     * @param reads     runs reading in the background
     */
    public record Services(
            Journal journal, Decisions decisions, Readings readings, CurrentScheme scheme, String annotator, Clock clock, ZoneId zone, Tasks reads) {}

    /**
     * Where the annotator stands.
     *
     * @param today        calls submitted since midnight
     * @param given        calls that others gave to them, 0 if nobody did
     * @param left         calls that wait: of those given while any of them does, else of what the queue shows
     * @param labelsMinute empty while too little was done today to tell
     * @param work         how much what is left may be, in time worked; empty while too little was done today to tell
     */
    record Progress(int today, int given, int left, Optional<Double> labelsMinute, Optional<Work.PerCall.Range> work) {

        /** Of what was to be done, the share that is, in [0, 1]. */
        double share() {
            int done = given > 0 ? given - left : today;
            return done + left == 0 ? 0 : done / (double) (done + left);
        }
    }

    /**
     * The latest session.
     *
     * @param suggestions accepted of those decided on in it
     * @param self        how far the annotator agrees with themselves; empty before they have submitted a call twice
     */
    record Summary(Work work, List<Pace.Bar> course, Precision suggestions, Optional<Agreement> self) {}

    private final AnnotateViewModel annotate;
    private final WorkQueue queue;
    private final Services services;
    private final ReadOnlyObjectWrapper<@Nullable Progress> progress = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Summary> summary = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper wanted = new ReadOnlyBooleanWrapper();
    private @Nullable Pace pace;
    private @Nullable Given given;
    private Optional<Agreement> self = Optional.empty();
    private @Nullable LocalDate shownOn;
    private int readings;
    private boolean reading;
    /** Edits that came while all was being read anew, and may have come too late to be read. */
    private final List<Edit> meanwhile = new ArrayList<>();

    public PaceViewModel(AnnotateViewModel annotate, Services services) {
        this.annotate = annotate;
        this.queue = annotate.queue();
        this.services = services;
        annotate.editedProperty().subscribe(edit -> {
            if (edit != null) {
                follow(edit);
            }
        });
        queue.waitingProperty().subscribe(waiting -> show());
    }

    /** Null until it has been read. */
    ReadOnlyObjectProperty<@Nullable Progress> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** Null while it is not in view, and where nothing was done yet. */
    ReadOnlyObjectProperty<@Nullable Summary> summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /** Whether the summary is in view. */
    ReadOnlyBooleanProperty wantedProperty() {
        return wanted.getReadOnlyProperty();
    }

    public void toggle() {
        wanted.set(!wanted.get());
        if (wanted.get()) {
            refresh();
        } else {
            summary.set(null);
        }
    }

    private record Read(Pace pace, Given given, Optional<Agreement> self) {}

    /** Looks whether the day has ended, for what was done today begins anew then. */
    public void look() {
        if (shownOn != null && !shownOn.equals(today())) {
            show();
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(services.clock().instant(), services.zone());
    }

    /** Reads everything anew: edits may have been made on other screens. */
    public void refresh() {
        int mine = ++readings;
        reading = true;
        boolean all = wanted.get();
        services.reads().quietly(Texts.text("pace.reading"), work -> read(all), read -> {
            if (mine == readings) {
                pace = read.pace();
                given = read.given();
                self = all ? read.self() : self;
                meanwhile.forEach(this::carry);
                meanwhile.clear();
                reading = false;
                show();
                summarize();
            }
        }, this::failed);
    }

    private Read read(boolean all) {
        return new Read(
                Pace.read(services.journal(), services.annotator(), services.zone(), services.clock().instant()),
                Given.to(services.annotator(), services.journal()),
                all ? withThemselves() : Optional.empty());
    }

    private Optional<Agreement> withThemselves() {
        Agreement found = Agreement.of(services.readings().again(services.annotator()), services.scheme().now(), SEED);
        return found.calls() == 0 ? Optional.empty() : Optional.of(found);
    }

    private void follow(Edit edit) {
        if (reading) {
            meanwhile.add(edit);
        } else if (edit.added().stream().anyMatch(a -> wanted.get() && a.label().equals(Statuses.SUBMITTED))) {
            refresh();
        } else {
            carry(edit);
            show();
            summarize();
        }
    }

    private void carry(Edit edit) {
        if (pace != null) {
            pace.follow(edit);
        }
        if (given != null) {
            given.follow(edit);
        }
    }

    private void show() {
        Pace there = pace;
        Given toRead = given;
        if (there == null || toRead == null) {
            return;
        }
        shownOn = today();
        Optional<Work> today = there.today(services.clock().instant());
        boolean asGiven = toRead.waiting() > 0;
        int left = asGiven ? toRead.waiting() : queue.waitingProperty().get();
        progress.set(new Progress(
                today.map(Work::calls).orElse(0), asGiven ? toRead.all() : 0, left,
                today.flatMap(work -> work.labelsAMinute().stream().boxed().findFirst()),
                today.flatMap(work -> work.perCall().workOf(left))));
    }

    private void summarize() {
        Pace there = pace;
        Work work = there == null || !wanted.get() ? null : there.session().orElse(null);
        if (there == null || work == null) {
            summary.set(null);
            return;
        }
        List<Pace.Bar> course = there.course(MOST_BARS);
        Optional<Agreement> withThemselves = self;
        services.reads().quietly(
                Texts.text("pace.reading"),
                reads -> new Summary(work, course, services.decisions().since(work.firstEdit(), services.annotator()), withThemselves),
                read -> {
                    if (wanted.get()) {
                        summary.set(read);
                    }
                },
                this::failed);
    }

    private void failed(Throwable error) {
        reading = false;
        annotate.say(Texts.text("pace.failed", String.valueOf(error.getMessage())));
    }
}
