package org.turnwise.ui.scheme;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.turnwise.ui.common.Texts;

/**
 * What a person is asked for on this screen.
 *
 * @param in  a scheme to take in; empty if they changed their mind
 * @param out where to write the scheme of this name
 */
public record SchemeFiles(Supplier<Optional<Path>> in, Function<String, Optional<Path>> out) {

    /** Asks with the system's own dialogs over this window. */
    public static SchemeFiles dialogs(Supplier<Window> owner) {
        return new SchemeFiles(() -> in(owner.get()), name -> out(owner.get(), name));
    }

    private static Optional<Path> in(Window owner) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Texts.text("scheme.import"));
        return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
    }

    private static Optional<Path> out(Window owner, String name) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Texts.text("scheme.export"));
        chooser.setInitialFileName(name.replace(' ', '-') + ".json");
        return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
    }
}
