package org.turnwise.ui.data;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.turnwise.call.CallId;
import org.turnwise.call.CallRepository;
import org.turnwise.call.Side;
import org.turnwise.call.SideAssignment;
import org.turnwise.scoring.Forecasts;
import org.turnwise.task.Progress;
import org.turnwise.task.Tasks;
import org.turnwise.ui.common.Notice;
import org.turnwise.ui.common.SaveState;
import org.turnwise.ui.common.Texts;

/**
 * Who sells and who buys: names of calls that are not settled, or with a search the participants of any call. A side is written for every call of the
 * row at once; the row stays where it is, so that a slip can be corrected with the next key. JavaFX thread; needs no toolkit.
 */
public final class SidesViewModel {

    private record Decision(Speaker speaker, Side side) {}

    private final CallRepository calls;
    private final Forecasts forecasts;
    private final SaveState saveState;
    private final Tasks tasks;
    private final Clock clock;
    private final String annotator;
    private final Runnable changed;
    private final SpeakerFinder finder;
    private final ObservableList<Speaker> speakers = FXCollections.observableArrayList();
    private final StringProperty search = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<@Nullable Speaker> selected = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Notice> notice = new ReadOnlyObjectWrapper<>();
    private int reads;

    /** @param changed run after sides were settled */
    public SidesViewModel(CallRepository calls, Forecasts forecasts, SaveState saveState, Tasks tasks, Clock clock, String annotator, Runnable changed) {
        this.calls = calls;
        this.forecasts = forecasts;
        this.saveState = saveState;
        this.tasks = tasks;
        this.clock = clock;
        this.annotator = annotator;
        this.changed = changed;
        this.finder = new SpeakerFinder(calls);
        search.addListener((value, before, now) -> reload());
    }

    /** Reads again who is to be placed, or who the search finds. */
    public void reload() {
        int read = ++reads;
        String text = search.get().strip();
        tasks.quietly(Texts.text("data.reading"), progress -> find(text, progress), found -> {
            if (read == reads) {
                speakers.setAll(found);
                loaded.set(true);
                select(found.isEmpty() ? null : found.getFirst());
            }
        }, this::failed);
    }

    private List<Speaker> find(String text, Progress progress) {
        return text.isEmpty() ? finder.unsettled(progress) : finder.matching(text, progress);
    }

    public void select(@Nullable Speaker speaker) {
        selected.set(speaker);
    }

    /** Puts the selected speaker on this side in every call of the row, and goes on to the next one that is open. */
    public void settle(Side side) {
        Speaker speaker = selected.get();
        if (speaker != null) {
            write(List.of(new Decision(speaker, side)));
        }
    }

    /** Settles every speaker for whom the calls suggest a side. */
    public void acceptProposals() {
        write(proposals().stream().map(speaker -> new Decision(speaker, java.util.Objects.requireNonNull(speaker.proposed()))).toList());
    }

    private List<Speaker> proposals() {
        return speakers.stream().filter(speaker -> speaker.settled() == null && speaker.proposed() != null).toList();
    }

    private void write(List<Decision> decisions) {
        if (decisions.isEmpty()) {
            return;
        }
        tasks.start(new Tasks.Job<>(Texts.text("data.settling"), false, progress -> store(decisions), done -> {
            saveState.saved();
            notice.set(null);
            decisions.forEach(this::showSettled);
            changed.run();
        }, error -> {
            saveState.failed(error);
            failed(error);
        }, () -> {}));
    }

    private List<Decision> store(List<Decision> decisions) {
        List<SideAssignment> assignments = new ArrayList<>();
        Set<CallId> touched = new LinkedHashSet<>();
        for (Decision decision : decisions) {
            for (Speaker.Place place : decision.speaker().places()) {
                assignments.add(new SideAssignment(place.call(), place.participant(), decision.side(), annotator, clock.instant()));
                touched.add(place.call());
            }
        }
        calls.assignSides(assignments);
        for (Decision decision : decisions) {
            if (decision.side() == Side.REP) {
                calls.addToRoster(decision.speaker().name(), annotator);
            }
        }
        touched.forEach(forecasts::sidesChanged);
        return decisions;
    }

    private void showSettled(Decision decision) {
        int at = speakers.indexOf(decision.speaker());
        if (at < 0) {
            return;
        }
        boolean inHand = decision.speaker().equals(selected.get());
        Speaker settled = decision.speaker().on(decision.side(), decision.speaker().reason());
        speakers.set(at, settled);
        if (decision.side() == Side.REP) {
            proposeOthers(settled);
        }
        if (inHand) {
            select(nextOpen(at));
        }
    }

    /** Whoever speaks only in calls of a rep who was just placed is most likely buying. */
    private void proposeOthers(Speaker rep) {
        Set<CallId> sold = new LinkedHashSet<>();
        rep.places().forEach(place -> sold.add(place.call()));
        for (int i = 0; i < speakers.size(); i++) {
            Speaker other = speakers.get(i);
            if (other.settled() == null && other.proposed() == null && other.places().stream().allMatch(place -> sold.contains(place.call()))) {
                speakers.set(i, new Speaker(other.name(), other.places(), other.callTitle(), null, Side.CUSTOMER,
                        Texts.text("data.why.customer") + "; " + other.reason()));
            }
        }
    }

    private Speaker nextOpen(int from) {
        for (int step = 1; step < speakers.size(); step++) {
            Speaker speaker = speakers.get((from + step) % speakers.size());
            if (speaker.settled() == null) {
                return speaker;
            }
        }
        return speakers.get(from);
    }

    private void failed(Throwable error) {
        notice.set(new Notice("bad", Texts.text("data.sidesfailed"), String.valueOf(error.getMessage())));
    }

    public ObservableList<Speaker> speakers() {
        return speakers;
    }

    /** While empty, the names that must be placed; otherwise the participants of calls this finds. */
    public StringProperty searchProperty() {
        return search;
    }

    public ReadOnlyObjectProperty<@Nullable Speaker> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty loadedProperty() {
        return loaded.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Notice> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    public int openCount() {
        return (int) speakers.stream().filter(speaker -> speaker.settled() == null).count();
    }

    public int proposalCount() {
        return proposals().size();
    }
}
