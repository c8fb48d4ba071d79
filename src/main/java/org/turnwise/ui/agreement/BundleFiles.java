package org.turnwise.ui.agreement;

import java.io.File;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.turnwise.ui.common.Texts;

/**
 * What a person is asked for on this screen.
 *
 * @param in  bundles to take in; none if they changed their mind
 * @param out where to write one
 */
public record BundleFiles(Supplier<List<Path>> in, Supplier<Optional<Path>> out) {

    /** Asks with the system's own dialogs over this window. */
    public static BundleFiles dialogs(Supplier<Window> owner) {
        return new BundleFiles(() -> in(owner.get()), () -> out(owner.get()));
    }

    private static List<Path> in(Window owner) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Texts.text("agreement.merge"));
        List<File> chosen = chooser.showOpenMultipleDialog(owner);
        return chosen == null ? List.of() : chosen.stream().map(File::toPath).toList();
    }

    private static Optional<Path> out(Window owner) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Texts.text("agreement.bundle"));
        chooser.setInitialFileName("turnwise-" + LocalDate.now(ZoneId.systemDefault()) + ".bundle");
        return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
    }
}
