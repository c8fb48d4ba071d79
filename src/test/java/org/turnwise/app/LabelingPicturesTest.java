package org.turnwise.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.turnwise.ui.shell.Theme;

/** The annotate screen with all it can show, in every theme; leaves pictures in target/pictures. */
@Execution(ExecutionMode.SAME_THREAD)
class LabelingPicturesTest {

    private static final Path PICTURES = Path.of("target/pictures");
    private static final String LONG = "We looked at what the other two suppliers wrote into their offers, and before anybody here signs for three years we "
            + "would have to see how the price per site goes down once the clinics in the north are in, because that is what our board was promised in spring";

    @TempDir
    private Path folder;

    @Test
    void everyThemeDrawsIt() throws IOException {
        StringBuilder turns = new StringBuilder();
        for (int i = 0; i < 14; i++) {
            turns.append(i == 0 ? "" : ",").append("{\"speaker\":\"%s\",\"text\":\"%s\",\"start\":%d}".formatted(
                    i % 2 == 0 ? "rep" : "customer", i % 3 == 1 ? LONG : "Yes, that is so.", 20 * i));
        }
        String call = "Second talk about the renewal with the united dental clinics of the northern region, 2026";
        Files.writeString(folder.resolve("call.jsonl"), "{\"id\":\"" + call + "\",\"participants\":["
                + "{\"key\":\"rep\",\"name\":\"Bartholomew-Christopher Featherstonehaugh\",\"side\":\"REP\"},"
                + "{\"key\":\"customer\",\"name\":\"Maximiliane von Hohenlohe-Langenburg\",\"side\":\"CUSTOMER\"}],"
                + "\"turns\":[" + turns + "]}\n");
        try (HeadlessDesktop desktop = new HeadlessDesktop(folder.resolve("workspace"), folder.resolve("call.jsonl"), folder.resolve("out.jsonl"), 1280, 800)) {
            Hands hands = desktop.hands;
            hands.press("Ctrl+O Ctrl+2 Enter Ctrl+J Home S O Down 1 ."
                    + " Shift+Right Shift+Right Shift+Right Shift+Right Shift+Right Shift+Right Shift+Right Shift+Right"
                    + " Shift+Right Shift+Right Shift+Right Shift+Right Shift+P Shift+Down Shift+Down Shift+Down L 1 Home Down L W"
                    + " Shift+Down Shift+Down Ctrl+T");
            for (Theme theme : Theme.values()) {
                show(desktop, theme);
                shoot(hands, "chosen", theme);
                hands.press("Ctrl+H");
                shoot(hands, "history", theme);
                hands.press("Ctrl+H");
            }
        }
    }

    private static void show(HeadlessDesktop desktop, Theme theme) {
        Hands.onFx(() -> {
            desktop.workbench.use(theme);
            return true;
        });
    }

    private static void shoot(Hands hands, String what, Theme theme) throws IOException {
        Path picture = PICTURES.resolve("labeling-" + what + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png");
        hands.picture(picture);
        assertTrue(Files.size(picture) > 10_000, picture.toString());
    }
}
