package org.turnwise.app;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.turnwise.ui.agreement.BundleFiles;
import org.turnwise.ui.common.Texts;
import org.turnwise.ui.data.Choices;
import org.turnwise.ui.scheme.SchemeFiles;

/**
 * How a person is asked for files. A seam, because a system dialog can't be worked headless.
 *
 * @param data     transcripts in and datasets out
 * @param outcomes a table of outcomes
 * @param bundles  what others have labeled, in and out
 * @param schemes  label schemes, in and out
 */
public record Pickers(Choices data, Supplier<Optional<Path>> outcomes, BundleFiles bundles, SchemeFiles schemes) {

    /** Where nobody is asked for bundles or schemes. */
    public Pickers(Choices data, Supplier<Optional<Path>> outcomes) {
        this(data, outcomes, new BundleFiles(List::of, Optional::empty), new SchemeFiles(Optional::empty, name -> Optional.empty()));
    }

    /** The system's dialogs, over this window. */
    static Pickers dialogs(Supplier<Window> owner) {
        return new Pickers(Choices.dialogs(owner), () -> {
            FileChooser chooser = new FileChooser();
            chooser.setTitle(Texts.text("rewards.import"));
            return Optional.ofNullable(chooser.showOpenDialog(owner.get())).map(File::toPath);
        }, BundleFiles.dialogs(owner), SchemeFiles.dialogs(owner));
    }
}
