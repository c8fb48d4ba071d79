package org.turnwise.ui.data;

import java.io.File;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.turnwise.dataset.DatasetExport;
import org.turnwise.ui.common.Texts;

/**
 * What a person is asked for on the data screen.
 *
 * @param files  transcripts to import; none if they changed their mind
 * @param folder a folder to import
 * @param target where to write an export
 */
public record Choices(
        Supplier<List<Path>> files, Supplier<Optional<Path>> folder, Function<DatasetExport.Format, Optional<Path>> target) {

    /** Asks with the system's own dialogs over this window. */
    public static Choices dialogs(Supplier<Window> owner) {
        return new Choices(() -> files(owner.get()), () -> folder(owner.get()), format -> target(format, owner.get()));
    }

    private static List<Path> files(Window owner) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Texts.text("data.import"));
        List<File> chosen = chooser.showOpenMultipleDialog(owner);
        return chosen == null ? List.of() : chosen.stream().map(File::toPath).toList();
    }

    private static Optional<Path> folder(Window owner) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(Texts.text("data.folder"));
        return Optional.ofNullable(chooser.showDialog(owner)).map(File::toPath);
    }

    private static Optional<Path> target(DatasetExport.Format format, Window owner) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Texts.text("data.export"));
        chooser.setInitialFileName("turnwise-" + LocalDate.now(ZoneId.systemDefault()) + "." + format.name().toLowerCase(Locale.ROOT));
        return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
    }
}
