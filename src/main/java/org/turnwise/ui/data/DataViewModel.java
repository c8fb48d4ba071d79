package org.turnwise.ui.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import org.turnwise.call.CallRepository;
import org.turnwise.dataset.DatasetExport;
import org.turnwise.intake.Importer;
import org.turnwise.scoring.Forecasts;
import org.turnwise.task.Tasks;
import org.turnwise.ui.common.SaveState;
import org.turnwise.ui.common.Texts;
import org.turnwise.ui.common.WorkQueue;

/** What comes into the workspace and what leaves it, and who is who in between. JavaFX thread; needs no toolkit. */
public final class DataViewModel {

    /**
     * The services behind the screen.
     *
     * @param annotator who settles sides, by name
     * @param samples   the folder of sample calls; null if there is none
     */
    public record Services(
            CallRepository calls,
            Importer importer,
            DatasetExport export,
            Forecasts forecasts,
            WorkQueue queue,
            SaveState saveState,
            Tasks tasks,
            java.time.Clock clock,
            String annotator,
            @Nullable Path samples) {}

    private final Services services;
    private final Choices choices;
    private final ImportViewModel imports;
    private final SidesViewModel sides;
    private final ExportViewModel export;
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper(-1);

    public DataViewModel(Services services, Choices choices) {
        this.services = services;
        this.choices = choices;
        imports = new ImportViewModel(services.importer(), services.tasks(), this::cameIn);
        sides = new SidesViewModel(
                services.calls(), services.forecasts(), services.saveState(), services.tasks(), services.clock(), services.annotator(), () -> services.queue().rebuild(() -> {}));
        export = new ExportViewModel(services.export(), services.queue(), services.tasks(), choices.target());
    }

    private void cameIn() {
        services.saveState().saved();
        refresh();
        services.queue().rebuild(() -> {});
    }

    /** Reads again what is there; called whenever the screen comes into view. */
    public void refresh() {
        sides.reload();
        services.tasks().start(new Tasks.Job<>(Texts.text("data.reading"), true, progress -> services.calls().count(), count::set, error -> {}, () -> {}));
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
