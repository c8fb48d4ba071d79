package org.turnwise.ui.common;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/**
 * How a person is asked for files. A seam, because a system dialog can't be worked headless.
 *
 * @param transcripts files to import; empty if nobody chose
 * @param folder      a folder to import
 * @param outcomes    a table of outcomes
 * @param export      where a dataset goes; given the name to propose
 */
public record Pickers(
        Supplier<List<Path>> transcripts, Supplier<Optional<Path>> folder, Supplier<Optional<Path>> outcomes, java.util.function.Function<String, Optional<Path>> export) {

    /** The system's dialogs, over this window. */
    public static Pickers dialogs(Supplier<Window> owner) {
        return new Pickers(
                () -> {
                    List<File> chosen = chooser("picker.transcripts").showOpenMultipleDialog(owner.get());
                    return chosen == null ? List.of() : chosen.stream().map(File::toPath).toList();
                },
                () -> {
                    DirectoryChooser chooser = new DirectoryChooser();
                    chooser.setTitle(Texts.text("picker.folder"));
                    return Optional.ofNullable(chooser.showDialog(owner.get())).map(File::toPath);
                },
                () -> Optional.ofNullable(chooser("picker.outcomes").showOpenDialog(owner.get())).map(File::toPath),
                name -> {
                    FileChooser chooser = chooser("picker.export");
                    chooser.setInitialFileName(name);
                    return Optional.ofNullable(chooser.showSaveDialog(owner.get())).map(File::toPath);
                });
    }

    private static FileChooser chooser(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Texts.text(title));
        return chooser;
    }
}
