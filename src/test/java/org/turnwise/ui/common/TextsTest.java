package org.turnwise.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TextsTest {

    /** Of two texts with one key the later would silently win. */
    @Test
    void noKeyStandsTwice() throws IOException {
        Set<String> seen = new HashSet<>();
        List<String> twice = Files.readAllLines(Path.of("src/main/resources/i18n/turnwise.properties")).stream()
                .filter(line -> !line.startsWith("#") && line.contains("="))
                .map(line -> line.substring(0, line.indexOf('=')))
                .filter(key -> !seen.add(key))
                .toList();
        assertEquals(List.of(), twice);
    }

    /** Where two readings of a call are compared there is no room for the long one. */
    @Test
    void everySourceHasAShortName() {
        Set<String> without = new TreeSet<>(Texts.bundle().keySet());
        without.removeIf(key -> !key.matches("data\\.source\\.(?!left$|right$)[a-z-]+")
                || Texts.bundle().containsKey(key.replace("data.source.", "data.source.short.")));
        assertEquals(Set.of(), without);
    }
}
