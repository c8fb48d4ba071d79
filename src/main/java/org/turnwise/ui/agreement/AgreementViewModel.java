package org.turnwise.ui.agreement;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.turnwise.annotation.Annotation;
import org.turnwise.annotation.Comebacks;
import org.turnwise.annotation.CurrentScheme;
import org.turnwise.annotation.Edit;
import org.turnwise.annotation.Label;
import org.turnwise.annotation.LabelScheme;
import org.turnwise.annotation.Rereading;
import org.turnwise.annotation.agreement.Adjudication;
import org.turnwise.annotation.agreement.Agreement;
import org.turnwise.annotation.agreement.Disagreement;
import org.turnwise.annotation.agreement.LabelAgreement;
import org.turnwise.annotation.agreement.Readings;
import org.turnwise.annotation.merge.Conflict;
import org.turnwise.call.CallId;
import org.turnwise.exchange.Exchange;
import org.turnwise.task.Tasks;
import org.turnwise.ui.common.Notice;
import org.turnwise.ui.common.Texts;

/** How far readers agree, what they differ on, and what bundles brought. JavaFX thread; needs no toolkit. */
public final class AgreementViewModel {

    /**
     * What the screen works with.
     *
     * @param tasks     for reading and bundles
     * @param writes    for decisions, one after another
     * @param annotator who is at work
     */
    public record Services(
            Readings readings, Exchange exchange, Adjudication adjudication, CurrentScheme scheme, Comebacks comebacks, Tasks tasks, Tasks writes,
            String annotator) {}

    /** Whose readings are compared. */
    public enum Between {
        PEOPLE,
        ONESELF
    }

    private record Read(Agreement agreement, Agreement self, List<Disagreement> disagreements, List<Conflict> conflicts) {}

    private static final long SEED = 0;
    /** To choose from: calls in so many that come back, 0 for none. */
    private static final List<Integer> ONE_IN = List.of(0, 50, 20, 10, 5);

    private final Services services;
    private final Bundling bundling;
    private final ReadOnlyObjectWrapper<Between> between = new ReadOnlyObjectWrapper<>(Between.PEOPLE);
    private final ReadOnlyIntegerWrapper oneIn = new ReadOnlyIntegerWrapper();
    private @Nullable Read last;
    private final ReadOnlyObjectWrapper<@Nullable Agreement> agreement = new ReadOnlyObjectWrapper<>();
    private final ObservableList<LabelAgreement> labels = FXCollections.observableArrayList();
    private final ObservableList<Disagreement> disagreements = FXCollections.observableArrayList();
    private final ObservableList<Conflict> conflicts = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Disagreement> selected = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<@Nullable Notice> notice = new ReadOnlyObjectWrapper<>();

    /** @param changed called once a bundle brought something */
    public AgreementViewModel(Services services, BundleFiles files, Runnable changed) {
        this.services = services;
        this.bundling = new Bundling(services.exchange(), services.annotator(), files, services.tasks(), notice::set, () -> {
            refresh();
            changed.run();
        });
        oneIn.set(oneIn(services.comebacks().share()));
        between.subscribe(whose -> showFigures());
    }

    /** Reads everything anew, keeping the place. */
    public void refresh() {
        services.tasks().quietly(Texts.text("agreement.reading"), progress -> read(), this::show, this::failed);
    }

    private Read read() {
        Set<CallId> hidden = services.readings().hidden();
        return new Read(
                Agreement.of(services.readings().twice(), services.scheme().now(), SEED),
                Agreement.of(services.readings().again(), services.scheme().now(), SEED),
                services.readings().disagreements(),
                services.exchange().conflicts().stream().filter(conflict -> !conflict.settled() && !hidden.contains(conflict.subject().target().call()))
                        .toList());
    }

    private void show(Read read) {
        Disagreement before = selected.get();
        last = read;
        showFigures();
        conflicts.setAll(read.conflicts());
        disagreements.setAll(read.disagreements());
        selected.set(disagreements.stream().filter(d -> before != null && same(d, before)).findFirst().orElseGet(this::firstOpen));
    }

    private void showFigures() {
        Read read = last;
        if (read != null) {
            Agreement shown = between.get() == Between.PEOPLE ? read.agreement() : read.self();
            labels.setAll(shown.labels().stream().filter(label -> label.prevalence() > 0).toList());
            agreement.set(shown);
        }
    }

    /** Figures of the other readings. */
    public void switchBetween() {
        between.set(between.get() == Between.PEOPLE ? Between.ONESELF : Between.PEOPLE);
    }

    private static int oneIn(double share) {
        return share == 0 ? 0 : (int) Math.round(1 / share);
    }

    /** Another share of calls comes back from the next start on: the next of those to choose from, so that going through them brings back none. */
    public void nextShare() {
        int next = ONE_IN.get((ONE_IN.indexOf(oneIn.get()) + 1) % ONE_IN.size());
        services.writes().quietly(Texts.text("agreement.share.choosing"), progress -> {
            services.comebacks().choose(next == 0 ? 0 : 1.0 / next);
            return next;
        }, oneIn::set, this::failed);
    }

    private static boolean same(Disagreement one, Disagreement other) {
        return one.call().id().equals(other.call().id()) && one.place().equals(other.place())
                && one.left().reader().equals(other.left().reader()) && one.right().reader().equals(other.right().reader());
    }

    private @Nullable Disagreement firstOpen() {
        return disagreements.stream().filter(d -> d.decided() == null).findFirst().orElse(disagreements.isEmpty() ? null : disagreements.getFirst());
    }

    private void failed(Throwable error) {
        notice.set(failure(error));
    }

    static Notice failure(Throwable error) {
        return new Notice("bad", Texts.text("agreement.failed"), String.valueOf(error.getMessage()));
    }

    /** Decides on the one that is selected and goes on to the next that is open. */
    public void decide(Adjudication.Decision decision) {
        Disagreement on = selected.get();
        if (on != null) {
            write(() -> Optional.of(services.adjudication().decide(on, decision)), on);
        }
    }

    /** Decides for a label that neither reader put on. */
    void decide(Label other) {
        Disagreement on = selected.get();
        if (on != null) {
            write(() -> Optional.of(services.adjudication().decide(on, other)), on);
        }
    }

    /** Labels that could take the place of both on the one that is selected, in order of the scheme. */
    List<Label> others() {
        Disagreement on = selected.get();
        return on == null ? List.of() : services.adjudication().others(on);
    }

    LabelScheme scheme() {
        return services.scheme().now();
    }

    public void undo() {
        write(services.adjudication()::undo, null);
    }

    private void write(Supplier<Optional<Edit>> edit, @Nullable Disagreement decided) {
        services.writes().quietly(Texts.text("agreement.deciding"), progress -> {
            Optional<Edit> stored = edit.get();
            return new Written(stored, read());
        }, written -> {
            show(written.read());
            notice.set(written.edit().map(stored -> new Notice("good", stored.what(),
                    Texts.text(decided == null ? "agreement.undone.text" : "agreement.decided.text"))).orElse(null));
            if (decided != null) {
                next();
            }
        }, this::failed);
    }

    private record Written(Optional<Edit> edit, Read read) {}

    /** Goes to the next that nobody has decided, from the selected one on. */
    public void next() {
        int from = Math.max(0, disagreements.indexOf(selected.get()));
        for (int i = 1; i <= disagreements.size(); i++) {
            Disagreement candidate = disagreements.get((from + i) % disagreements.size());
            if (candidate.decided() == null) {
                selected.set(candidate);
                return;
            }
        }
    }

    /** A label as people know it; by its id where the scheme has it not. */
    public String name(Annotation annotation) {
        return services.scheme().now().label(annotation.label()).map(Label::name).orElse(annotation.label());
    }

    public Optional<Label> label(Annotation annotation) {
        return services.scheme().now().label(annotation.label());
    }

    public ObservableValue<String> subtitle() {
        return agreement.map(this::subtitle).orElse("");
    }

    private String subtitle(Agreement now) {
        boolean people = between.get() == Between.PEOPLE;
        String readers = now.readers().stream().filter(reader -> !Rereading.isAgain(reader)).collect(Collectors.joining(", "));
        return now.calls() == 0
                ? Texts.text(people ? "agreement.none" : "agreement.self.none")
                : Texts.text(people ? "agreement.subtitle" : "agreement.self.subtitle", now.calls(), readers);
    }

    /** Whose figures are in view. */
    public ReadOnlyObjectProperty<Between> betweenProperty() {
        return between.getReadOnlyProperty();
    }

    /** One call in so many comes back to whoever submitted it; 0 for none. */
    public ReadOnlyIntegerProperty oneInProperty() {
        return oneIn.getReadOnlyProperty();
    }

    /** Whether nothing was read twice, by whomever. */
    public boolean nothingYet() {
        return last != null && last.agreement().calls() == 0 && last.self().calls() == 0;
    }

    public ReadOnlyObjectProperty<@Nullable Agreement> agreementProperty() {
        return agreement.getReadOnlyProperty();
    }

    /** Those that somebody used. */
    public ObservableList<LabelAgreement> labels() {
        return labels;
    }

    public ObservableList<Disagreement> disagreements() {
        return disagreements;
    }

    /** Those that nobody has settled. */
    public ObservableList<Conflict> conflicts() {
        return conflicts;
    }

    public ObjectProperty<@Nullable Disagreement> selectedProperty() {
        return selected;
    }

    public ReadOnlyObjectProperty<@Nullable Notice> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /** What goes out to other readers and comes in from them. */
    public Bundling bundling() {
        return bundling;
    }

    /** How many nobody has decided. */
    public long open() {
        return disagreements.stream().filter(d -> Objects.isNull(d.decided())).count();
    }
}
