package org.turnwise.ui.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import org.turnwise.call.CallId;
import org.turnwise.call.CallRepository;
import org.turnwise.dataset.DatasetExport;
import org.turnwise.intake.ImportReport;
import org.turnwise.intake.Importer;
import org.turnwise.intake.duplicates.Duplicates;
import org.turnwise.intake.mapping.MappingProfiles;
import org.turnwise.intake.roster.RosterEditor;
import org.turnwise.intake.watch.WatchedFolder;
import org.turnwise.scoring.Forecasts;
import org.turnwise.task.Tasks;
import org.turnwise.ui.common.OneAtATime;
import org.turnwise.ui.common.SaveState;
import org.turnwise.ui.common.Texts;
import org.turnwise.ui.common.WorkQueue;

/** What comes into the workspace and what leaves it, and who is who in between. JavaFX thread; needs no toolkit. */
public final class DataViewModel {

    /** What the middle of the screen shows. */
    public enum Part {
        PEOPLE,
        ROSTER,
        TWICE,
        FIELDS,
        EXPORT
    }

    /**
     * The services behind the screen.
     *
     * @param imports   runs imports
     * @param annotator who settles sides, by name
     * @param samples   the folder of sample calls; null if there is none
     */
    public record Services(
            CallRepository calls,
            Importer importer,
            RosterEditor roster,
            Duplicates duplicates,
            MappingProfiles mappings,
            WatchedFolder watched,
            DatasetExport export,
            Forecasts forecasts,
            WorkQueue queue,
            SaveState saveState,
            Tasks tasks,
            OneAtATime imports,
            java.time.Clock clock,
            String annotator,
            @Nullable Path samples) {}

    private final Services services;
    private final Choices choices;
    private final ImportViewModel imports;
    private final SidesViewModel sides;
    private final RosterViewModel roster;
    private final ExportViewModel export;
    private final DuplicatesViewModel twice;
    private final FieldsViewModel fields;
    private final WatchViewModel watch;
    private final ObjectProperty<Part> part = new SimpleObjectProperty<>(Part.PEOPLE);
    private final ObjectProperty<@Nullable ReportLine> line = new SimpleObjectProperty<>();
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper(-1);

    public DataViewModel(Services services, Choices choices) {
        this.services = services;
        this.choices = choices;
        imports = new ImportViewModel(services.importer(), services.tasks(), services.imports(), this::cameIn);
        sides = new SidesViewModel(
                services.calls(), services.forecasts(), services.saveState(), services.tasks(), services.clock(), services.annotator(),
                () -> services.queue().rebuild(() -> {}));
        roster = new RosterViewModel(
                services.roster(), services.forecasts(), services.saveState(), services.tasks(), services.annotator(), this::rosterChanged);
        twice = new DuplicatesViewModel(
                services.calls(), services.duplicates(), services.saveState(), services.tasks(), services.annotator(),
                () -> services.queue().rebuild(() -> {}));
        fields = new FieldsViewModel(services.mappings(), choices.files(), services.saveState(), services.tasks(), this::importAgain);
        watch = new WatchViewModel(services.watched(), choices.folder(), services.tasks(), imports);
        export = new ExportViewModel(services.export(), services.queue(), services.tasks(), choices.target());
    }

    private void rosterChanged() {
        sides.reload();
        services.queue().rebuild(() -> {});
    }

    private void cameIn() {
        services.saveState().saved();
        refresh();
        services.queue().rebuild(() -> {});
    }

    /** A file that was read by a guess comes in anew; the call that the guess made of it stays, and stays out of training and queue. */
    private void importAgain(Path file, @Nullable CallId instead) {
        imports.run(List.of(file), () -> {
            ImportReport report = imports.reportProperty().get();
            if (instead != null && report != null && report.imported().size() == 1 && !report.imported().getFirst().call().equals(instead)) {
                twice.replace(instead, report.imported().getFirst().call());
            }
        });
    }

    /** Shows how the file of the selected line of the report is read, so that it can be corrected. */
    public void changeSelected() {
        ReportLine selected = line.get();
        if (selected != null) {
            change(selected);
        }
    }

    void change(ReportLine changed) {
        Path file = changed.file();
        if (file != null) {
            part.set(Part.FIELDS);
            fields.open(file, changed.call());
        }
    }

    public void chooseFields() {
        part.set(Part.FIELDS);
        fields.choose();
    }

    /** Reads again what is there; called whenever the screen comes into view. */
    public void refresh() {
        imports.reload();
        sides.reload();
        roster.reload();
        twice.reload();
        services.tasks().quietly(Texts.text("data.reading"), progress -> services.calls().count(), count::set, error -> {});
    }

    public void importFiles() {
        imports.run(choices.files().get());
    }

    public void importFolder() {
        imports.run(choices.folder().get().map(List::of).orElse(List.of()));
    }

    public void importSamples() {
        imports.run(samples().map(List::of).orElse(List.of()));
    }

    public Optional<Path> samples() {
        return Optional.ofNullable(services.samples());
    }

    public ImportViewModel imports() {
        return imports;
    }

    public SidesViewModel sides() {
        return sides;
    }

    public RosterViewModel roster() {
        return roster;
    }

    public DuplicatesViewModel twice() {
        return twice;
    }

    public FieldsViewModel fields() {
        return fields;
    }

    public WatchViewModel watch() {
        return watch;
    }

    public ObjectProperty<Part> partProperty() {
        return part;
    }

    /** The selected line of the report. */
    public ObjectProperty<@Nullable ReportLine> lineProperty() {
        return line;
    }

    public ExportViewModel export() {
        return export;
    }

    /** Calls in the workspace; negative until they were counted. */
    public ReadOnlyIntegerProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    public ObservableValue<String> subtitle() {
        return count.map(number -> number.intValue() < 0 ? "" : Texts.text("data.subtitle", number.intValue()));
    }
}
