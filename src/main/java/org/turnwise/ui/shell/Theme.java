package org.turnwise.ui.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/** Light, dark or high contrast: AtlantaFX Primer, with our tokens over it. */
public enum Theme {
    LIGHT,
    DARK,
    HIGH_CONTRAST;

    private static final List<String> FACES =
            List.of("Inter-Regular", "Inter-Medium", "Inter-SemiBold", "JetBrainsMono-Regular", "JetBrainsMono-Medium");

    public static void loadFonts() {
        for (String face : FACES) {
            try (InputStream font = Theme.class.getResourceAsStream("/styles/fonts/" + face + ".ttf")) {
                Font.loadFont(Objects.requireNonNull(font, face), 13);
            } catch (IOException e) {
                throw new UncheckedIOException("can't read the font " + face, e);
            }
        }
    }

    public void apply(Scene scene) {
        Application.setUserAgentStylesheet(this == DARK ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
        scene.getStylesheets().setAll(sheet("turnwise"), sheet("screens"), sheet(name().toLowerCase(Locale.ROOT)));
    }

    /** The one after this, and after the last the first. */
    public Theme next() {
        return values()[(ordinal() + 1) % values().length];
    }

    private static String sheet(String name) {
        return Objects.requireNonNull(Theme.class.getResource("/styles/" + name + ".css"), name).toExternalForm();
    }
}
