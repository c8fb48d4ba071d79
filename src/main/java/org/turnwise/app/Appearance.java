package org.turnwise.app;

import javafx.scene.Parent;
import javafx.scene.Scene;
import org.turnwise.settings.Settings;
import org.turnwise.ui.shell.TextSize;
import org.turnwise.ui.shell.Theme;

/** How the window looks: its colours and the size of its text, as the person at work left them and as they change them. JavaFX thread. */
final class Appearance {

    private final Settings settings;
    private final Parent root;
    private Theme theme;
    private TextSize textSize;

    Appearance(Settings settings, Parent root) {
        this.settings = settings;
        this.root = root;
        theme = settings.get(Settings.THEME).map(Theme::valueOf).orElse(Theme.LIGHT);
        textSize = settings.get(Settings.TEXT_SIZE).map(TextSize::valueOf).orElse(TextSize.PERCENT_100);
        textSize.apply(root);
    }

    Theme theme() {
        return theme;
    }

    /** Of a scene of which the root is to become the root. */
    void attach(Scene scene) {
        theme.apply(scene);
    }

    /** For now only. */
    void use(Theme wanted) {
        theme = wanted;
        if (root.getScene() != null) {
            theme.apply(root.getScene());
        }
    }

    /** For good. */
    void nextTheme() {
        use(theme.next());
        settings.put(Settings.THEME, theme.name());
    }

    /** One larger or smaller, for good. */
    void stepText(int step) {
        use(textSize.step(step));
    }

    void usualText() {
        use(TextSize.PERCENT_100);
    }

    private void use(TextSize wanted) {
        textSize = wanted;
        textSize.apply(root);
        settings.put(Settings.TEXT_SIZE, textSize.name());
    }
}
