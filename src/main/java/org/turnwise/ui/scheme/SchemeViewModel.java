package org.turnwise.ui.scheme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.turnwise.annotation.Journal;
import org.turnwise.annotation.Label;
import org.turnwise.annotation.LabelScheme;
import org.turnwise.annotation.agreement.Estimate;
import org.turnwise.annotation.agreement.Readings;
import org.turnwise.annotation.scheme.SchemeEdit;
import org.turnwise.annotation.scheme.SchemeFile;
import org.turnwise.annotation.scheme.SchemeVersion;
import org.turnwise.annotation.scheme.Schemes;
import org.turnwise.call.CallId;
import org.turnwise.call.CallRepository;
import org.turnwise.task.Tasks;
import org.turnwise.ui.command.Commands;
import org.turnwise.ui.common.Notice;
import org.turnwise.ui.common.Texts;

/** The label scheme in hand: what is in it and in use, and how it changes. JavaFX thread; needs no toolkit. */
public final class SchemeViewModel {

    /** @param writes runs changes one after another, and with them everything else that goes to the journal */
    public record Services(Schemes schemes, Journal journal, CallRepository calls, Readings readings, Tasks tasks, Tasks writes, String annotator) {}

    /**
     * A label in the list.
     *
     * @param uses  how many annotations carry it
     * @param kappa how far readers agree on it; empty if that isn't known
     */
    public record Row(Label label, boolean retired, int uses, Optional<Estimate> kappa) {}

    private final Services services;
    private final Commands commands;
    private final SchemeFiles files;
    private final BiConsumer<CallId, Integer> jump;
    private final LabelExamples carrying;
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final ObservableList<LabelExamples.Example> examples = FXCollections.observableArrayList();
    private final ObservableList<SchemeVersion> versions = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Row> selected = new SimpleObjectProperty<>();
    /** As the form has it; with an empty id while it is new. */
    private final ObjectProperty<@Nullable Label> draft = new SimpleObjectProperty<>();
    private Pending pending = new Pending.Nothing();
    private final ReadOnlyObjectWrapper<@Nullable Notice> notice = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<String> subtitle = new ReadOnlyObjectWrapper<>("");

    /** @param jump goes to a turn of a call */
    public SchemeViewModel(Services services, Commands commands, SchemeFiles files, BiConsumer<CallId, Integer> jump) {
        this.services = services;
        this.commands = commands;
        this.files = files;
        this.jump = jump;
        this.carrying = new LabelExamples(services.journal(), services.calls(), services.annotator());
        selected.subscribe(row -> {
            draft.set(row == null ? null : row.label());
            if (pending instanceof Pending.Retirement) {
                pending = new Pending.Nothing();
            }
            foreseeMerge();
            readExamples();
        });
    }

    ObservableList<Row> rows() {
        return rows;
    }

    ObservableList<LabelExamples.Example> examples() {
        return examples;
    }

    /** The latest first. */
    ObservableList<SchemeVersion> versions() {
        return versions;
    }

    /** The version before this one; null for the first. */
    @Nullable SchemeVersion before(SchemeVersion version) {
        return versions.stream().filter(other -> other.number() == version.number() - 1).findFirst().orElse(null);
    }

    public ObjectProperty<@Nullable Row> selectedProperty() {
        return selected;
    }

    public ObjectProperty<@Nullable Label> draftProperty() {
        return draft;
    }

    ReadOnlyObjectProperty<@Nullable Notice> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    ObservableValue<String> subtitle() {
        return subtitle.getReadOnlyProperty();
    }

    // ---- reading

    /** Reads everything anew, keeping the place. */
    public void refresh() {
        services.tasks().quietly(Texts.text("scheme.reading"), progress -> SchemeReading.of(services.schemes(), services.readings()), this::show, this::failed);
    }

    private void show(SchemeReading read) {
        Row before = selected.get();
        List<Row> all = read.rows();
        rows.setAll(all);
        versions.setAll(read.history().reversed());
        subtitle.set(Texts.text("scheme.subtitle", read.scheme().id(), read.scheme().labels().size(), read.scheme().retired().size()));
        selected.set(all.stream().filter(row -> before != null && row.label().id().equals(before.label().id())).findFirst()
                .orElse(all.isEmpty() ? null : all.getFirst()));
    }

    private void readExamples() {
        Row of = selected.get();
        if (of == null) {
            examples.clear();
            return;
        }
        services.tasks().quietly(Texts.text("scheme.reading"), progress -> carrying.of(of.label()), found -> {
            if (of.equals(selected.get())) {
                examples.setAll(found);
            }
        }, this::failed);
    }

    void jump(LabelExamples.Example to) {
        jump.accept(to.call(), to.ordinal());
    }

    // ---- what a person does

    /** Begins a label of the same kind as the one in hand. */
    void add() {
        Row like = selected.get();
        if (like != null) {
            cancel();
            Label of = like.label();
            draft.set(new Label("", of.kind(), "", of.sides(), null, of.tone(), "", null));
            notice.set(new Notice("unsure", Texts.text("scheme.adding", Texts.text("kind." + of.kind().name().toLowerCase(Locale.ROOT))),
                    Texts.text("scheme.adding.text")));
        }
    }

    /** From now on the label that is selected is what this one would become. */
    void beginMerge() {
        Row row = selected.get();
        if (row != null) {
            pending = new Pending.Merge(row.label());
            notice.set(new Notice("unsure", Texts.text("scheme.merging", row.label().name()), Texts.text("scheme.merging.text")));
        }
    }

    private void foreseeMerge() {
        Row into = selected.get();
        if (pending instanceof Pending.Merge(Label from) && into != null && !into.label().id().equals(from.id())) {
            foresee(new SchemeEdit.Merge(from.id(), into.label().id()), outlook -> new Notice(
                    "unsure", Texts.text("scheme.merge.into", from.name(), into.label().name()),
                    Texts.text("scheme.merge.outlook", counted("annotation", outlook.annotations()), counted("call", outlook.calls()), into.label().name(),
                            from.name())));
        }
    }

    static String counted(String what, int count) {
        return count == 1 ? Texts.text("scheme." + what) : Texts.text("scheme." + what + "s", count);
    }

    private void foresee(SchemeEdit edit, Function<Schemes.Outlook, Notice> words) {
        services.tasks().quietly(Texts.text("scheme.reading"), progress -> words.apply(services.schemes().outlook(edit)), notice::set,
                this::failed);
    }

    void retireOrRevive() {
        Row row = selected.get();
        if (row == null) {
            return;
        }
        if (row.retired()) {
            change(() -> new SchemeEdit.Revive(row.label().id()));
            return;
        }
        pending = new Pending.Retirement(row.label());
        foresee(new SchemeEdit.Retire(row.label().id()), outlook -> new Notice(
                "unsure", Texts.text("scheme.retiring", row.label().name()),
                Texts.text("scheme.retire.outlook", counted("annotation", outlook.annotations()), counted("call", outlook.calls()))));
    }

    /** Goes to the first label of the next kind, or of the one before. */
    void goToKind(int direction) {
        Row now = selected.get();
        List<Row> firsts = rows.stream()
                .filter(row -> rows.stream().filter(other -> other.retired() == row.retired() && (row.retired() || other.label().kind() == row.label().kind()))
                        .findFirst()
                        .filter(row::equals).isPresent())
                .toList();
        int at = now == null ? -1 : rows.indexOf(now);
        firsts.stream()
                .filter(first -> direction > 0 ? rows.indexOf(first) > at : rows.indexOf(first) < at)
                .reduce((one, other) -> direction > 0 ? one : other)
                .ifPresent(selected::set);
    }

    void move(int places) {
        Row row = selected.get();
        if (row != null) {
            change(() -> new SchemeEdit.Move(row.label().id(), places));
        }
    }

    /** Nothing is pending any more, and the form is as the label is. */
    void cancel() {
        pending = new Pending.Nothing();
        notice.set(null);
        Row row = selected.get();
        draft.set(row == null ? null : row.label());
    }

    /** Does what is pending: a merge, a retirement, a new label, or what was changed in the form. */
    void apply() {
        Row row = selected.get();
        switch (pending) {
            case Pending.Merge(Label from) -> {
                if (row != null) {
                    change(() -> new SchemeEdit.Merge(from.id(), row.label().id()));
                }
            }
            case Pending.Retirement(Label gone) -> change(() -> new SchemeEdit.Retire(gone.id()));
            case Pending.Nothing nothing -> applyDraft();
        }
    }

    private void applyDraft() {
        Label wanted = draft.get();
        if (wanted != null && wanted.id().isEmpty()) {
            change(() -> new SchemeEdit.Add(new WrittenLabel(wanted).identifiedIn(services.schemes().now()).checkedAgainst(commands)));
        } else if (wanted != null) {
            change(() -> new SchemeEdit.Change(new WrittenLabel(wanted).checkedAgainst(commands)));
        }
    }

    void exportFile() {
        LabelScheme scheme = services.schemes().now();
        files.out().apply(scheme.id()).ifPresent(file -> services.tasks().start(new Tasks.Job<>(Texts.text("scheme.exporting"), false, progress -> {
            write(file, scheme);
            return file;
        }, done -> notice.set(new Notice("good", Texts.text("scheme.exported", scheme.id()), done.toString())), this::failed, () -> {})));
    }

    private static void write(Path file, LabelScheme scheme) {
        try {
            SchemeFile.write(file, scheme);
        } catch (IOException e) {
            throw new UncheckedIOException(Texts.text("scheme.cannot.write", file), e);
        }
    }

    void importFile() {
        files.in().get().ifPresent(file -> change(() -> {
            LabelScheme read = SchemeFile.read(file);
            read.labels().forEach(label -> new WrittenLabel(label).checkedAgainst(commands));
            return new SchemeEdit.Adopt(read);
        }));
    }

    private void change(Supplier<SchemeEdit> edit) {
        services.writes().quietly(
                Texts.text("scheme.changing"), progress -> services.schemes().change(edit.get(), services.annotator()), stored -> {
                    cancel();
                    notice.set(new Notice("good", stored.what(), Texts.text("scheme.changed")));
                },
                this::failed);
    }

    private void failed(Throwable error) {
        notice.set(new Notice("bad", Texts.text("scheme.failed"), String.valueOf(error.getMessage())));
    }
}
