package org.turnwise.ui.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.turnwise.call.CallId;
import org.turnwise.intake.UnknownFile;
import org.turnwise.intake.mapping.MappingGuess;
import org.turnwise.intake.mapping.MappingProfiles;
import org.turnwise.intake.mapping.Row;
import org.turnwise.intake.reading.MappingProfile;
import org.turnwise.intake.reading.TimeScale;
import org.turnwise.task.Tasks;
import org.turnwise.ui.common.Notice;
import org.turnwise.ui.common.SaveState;
import org.turnwise.ui.common.Texts;

/** What the fields of a file of no known tool mean: the guess, corrected, seen on the first rows, kept under a name. JavaFX thread; needs no toolkit. */
public final class FieldsViewModel {

    /** What a field may say. */
    public enum Role {
        TEXT,
        SPEAKER,
        START,
        END,
        DURATION,
        CALL,
        SIDE,
        ORDER
    }

    /**
     * A file with a mapping over it.
     *
     * @param fields  of its rows
     * @param rows    the first of them
     * @param outlook what they become
     * @param reasons why the guess was made; empty once a person has corrected it
     */
    public record Draft(
            UnknownFile file, MappingProfile mapping, List<String> fields, List<Row> rows, UnknownFile.Outlook outlook, List<String> reasons) {}

    /** Imports a file that can be read now. */
    interface Import {
        void again(Path file, @Nullable CallId instead);
    }

    private static final int SHOWN = 12;

    private final MappingProfiles mappings;
    private final Supplier<List<Path>> choose;
    private final SaveState saveState;
    private final Tasks tasks;
    private final Import then;
    private final StringProperty name = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<@Nullable Draft> draft = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Notice> notice = new ReadOnlyObjectWrapper<>();
    private @Nullable CallId instead;
    private int reads;

    FieldsViewModel(MappingProfiles mappings, Supplier<List<Path>> choose, SaveState saveState, Tasks tasks, Import then) {
        this.mappings = mappings;
        this.choose = choose;
        this.saveState = saveState;
        this.tasks = tasks;
        this.then = then;
    }

    /** Asks for a file and shows how it would be read. */
    public void choose() {
        choose.get().stream().findFirst().ifPresent(file -> open(file, null));
    }

    /** @param guessed the call that came in by a guess and is to be replaced; null if none did */
    public void open(Path file, @Nullable CallId guessed) {
        instead = guessed;
        String base = String.valueOf(file.getFileName());
        read(() -> {
            UnknownFile unknown = UnknownFile.open(file);
            Optional<MappingGuess> guess = unknown.guess();
            String rows = unknown.paths().isEmpty() ? "" : unknown.paths().getFirst();
            List<String> fields = unknown.fields(rows);
            MappingProfile mapping = guess.map(MappingGuess::profile).orElseGet(() -> new MappingProfile(
                    "guess", rows, fields.isEmpty() ? "?" : fields.getLast(), null, null, null, null, TimeScale.SECONDS, null));
            return drafted(unknown, mapping, guess.map(MappingGuess::reasons).orElse(List.of(Texts.text("data.fields.noguess"))));
        });
        name.set(base.contains(".") ? base.substring(0, base.indexOf('.')) : base);
    }

    private static Draft drafted(UnknownFile file, MappingProfile mapping, List<String> reasons) throws Exception {
        return new Draft(file, mapping, file.fields(mapping.rows()), file.rows(mapping.rows(), SHOWN), file.outlook(mapping), reasons);
    }

    private interface Reading {
        Draft read() throws Exception;
    }

    private void read(Reading reading) {
        int read = ++reads;
        tasks.quietly(Texts.text("data.fields.reading"), progress -> reading.read(), found -> {
            if (read == reads) {
                notice.set(null);
                draft.set(found);
            }
        }, error -> {
            if (read == reads) {
                draft.set(null);
                notice.set(new Notice("bad", Texts.text("data.fields.unread"), String.valueOf(error.getMessage())));
            }
        });
    }

    /** @param field null for none; the words must be somewhere, so they can't be */
    public void say(Role role, @Nullable String field) {
        Draft now = draft.get();
        if (now == null || role == Role.TEXT && field == null) {
            return;
        }
        MappingProfile m = now.mapping();
        correct(new MappingProfile(
                m.name(), m.rows(), role == Role.TEXT && field != null ? field : m.text(), role == Role.SPEAKER ? field : m.speaker(),
                role == Role.START ? field : m.start(), role == Role.END ? field : m.end(), role == Role.DURATION ? field : m.duration(), m.scale(),
                role == Role.CALL ? field : m.call(), role == Role.SIDE ? field : m.side(), role == Role.ORDER ? field : m.order()));
    }

    public void scale(TimeScale scale) {
        Draft now = draft.get();
        if (now != null) {
            MappingProfile m = now.mapping();
            correct(new MappingProfile(m.name(), m.rows(), m.text(), m.speaker(), m.start(), m.end(), m.duration(), scale, m.call(), m.side(), m.order()));
        }
    }

    /** Other rows have other fields, so what these mean is guessed anew. */
    public void rows(String path) {
        Draft now = draft.get();
        if (now != null && !path.equals(now.mapping().rows())) {
            UnknownFile file = now.file();
            read(() -> {
                Optional<MappingGuess> guess = MappingGuess.of(path, file.rows(path, 200));
                List<String> fields = file.fields(path);
                return drafted(file, guess.map(MappingGuess::profile).orElseGet(() -> new MappingProfile(
                        "guess", path, fields.isEmpty() ? "?" : fields.getLast(), null, null, null, null, TimeScale.SECONDS, null)),
                        guess.map(MappingGuess::reasons).orElse(List.of(Texts.text("data.fields.noguess"))));
            });
        }
    }

    private void correct(MappingProfile corrected) {
        Draft now = draft.get();
        if (now != null && !corrected.equals(now.mapping())) {
            read(() -> drafted(now.file(), corrected, List.of()));
        }
    }

    /** The field that says this; null if none does. */
    public static @Nullable String field(MappingProfile mapping, Role role) {
        return switch (role) {
            case TEXT -> mapping.text();
            case SPEAKER -> mapping.speaker();
            case START -> mapping.start();
            case END -> mapping.end();
            case DURATION -> mapping.duration();
            case CALL -> mapping.call();
            case SIDE -> mapping.side();
            case ORDER -> mapping.order();
        };
    }

    /** Keeps the mapping under its name, by which files with these fields are read from now on, and imports the file. */
    public void keep() {
        Draft now = draft.get();
        String called = name.get().strip();
        if (now == null || called.isEmpty()) {
            return;
        }
        tasks.quietly(Texts.text("data.fields.keeping"), progress -> {
            mappings.keep(now.mapping().named(called));
            return now;
        }, kept -> {
            saveState.saved();
            draft.set(null);
            notice.set(new Notice("good", Texts.text("data.fields.kept", called), Texts.text("data.fields.kept.why")));
            then.again(kept.file().path(), instead);
        }, error -> {
            saveState.failed(error);
            notice.set(new Notice("bad", Texts.text("data.fields.notkept"), String.valueOf(error.getMessage())));
        });
    }

    public StringProperty nameProperty() {
        return name;
    }

    public ReadOnlyObjectProperty<@Nullable Draft> draftProperty() {
        return draft.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Notice> noticeProperty() {
        return notice.getReadOnlyProperty();
    }
}
