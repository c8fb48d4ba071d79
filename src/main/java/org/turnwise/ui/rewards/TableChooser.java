package org.turnwise.ui.rewards;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.turnwise.ui.common.Texts;

/** Asks for a table of outcomes with the system's own dialog. */
public record TableChooser(Supplier<Window> owner) implements Supplier<Optional<Path>> {

    @Override
    public Optional<Path> get() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Texts.text("rewards.import"));
        chooser.getExtensionFilters().setAll(
                new FileChooser.ExtensionFilter(Texts.text("rewards.tables"), "*.csv", "*.tsv", "*.txt", "*.json"),
                new FileChooser.ExtensionFilter(Texts.text("rewards.anyfile"), "*.*"));
        return Optional.ofNullable(chooser.showOpenDialog(owner.get())).map(File::toPath);
    }
}
