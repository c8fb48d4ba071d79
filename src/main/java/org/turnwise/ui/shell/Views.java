package org.turnwise.ui.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Map;
import java.util.Objects;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;
import org.turnwise.ui.common.ScreenView;
import org.turnwise.ui.common.Texts;

/** Loads FXML with controllers that were built with all they need. */
public final class Views {

    /** A loaded screen. */
    public record Loaded(Parent root, ScreenView view) {}

    private final Map<Class<?>, ?> controllers;

    /** @param controllers one instance for each controller class an FXML names */
    public Views(Map<Class<?>, ?> controllers) {
        this.controllers = controllers;
    }

    public Loaded load(Screen screen) {
        FXMLLoader loader = loader(screen.fxml());
        Parent root = load(loader);
        return new Loaded(root, loader.getController());
    }

    /** The frame round the screens. */
    public Parent frame() {
        return load(loader("/fxml/shell.fxml"));
    }

    Parent load(String fxml) {
        return load(loader(fxml));
    }

    private FXMLLoader loader(String fxml) {
        URL url = Objects.requireNonNull(Views.class.getResource(fxml), () -> fxml + " is not in the program");
        FXMLLoader loader = new FXMLLoader(url, Texts.bundle());
        loader.setControllerFactory(type -> Objects.requireNonNull(controllers.get(type), () -> fxml + " names a controller nobody built: " + type));
        return loader;
    }

    private static Parent load(FXMLLoader loader) {
        try {
            return loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException("can't load " + loader.getLocation(), e);
        }
    }
}
