package org.turnwise.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What `./turnwise` hands to Java: the window, and what measures it, must run with the same. */
class LauncherTest {

    private static final String WINDOW = "-Xmx1200m -XX:MaxNewSize=128m";

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no bash, and starts turnwise.cmd")
    void theWindowAndWhatMeasuresItHaveTheSameLittleMemory() throws Exception {
        assertEquals(WINDOW, memoryFor());
        assertEquals(WINDOW, memoryFor("-w", "calls"));
        assertEquals(WINDOW, memoryFor("--workspace=calls"));
        assertEquals(WINDOW, memoryFor("-w", "calls", "benchmark", "desk", "--here"));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no bash, and starts turnwise.cmd")
    void commandsMayHaveWhatTheMachineGives() throws Exception {
        assertEquals("", memoryFor("train"));
        assertEquals("", memoryFor("-w", "benchmark", "import", "calls"), "the workspace's name is no command");
    }

    @Test
    void theWindowsLauncherGivesTheSame() throws IOException {
        String script = Files.readString(Path.of("turnwise.cmd"));
        assertTrue(script.contains(WINDOW), "turnwise.cmd says " + WINDOW);
    }

    /** Asks the script's own function. */
    private static String memoryFor(String... arguments) throws IOException, InterruptedException {
        Matcher function = Pattern.compile("^limit_memory\\(\\) \\{$.*?^}$", Pattern.MULTILINE | Pattern.DOTALL).matcher(Files.readString(Path.of("turnwise")));
        assertTrue(function.find());
        String script = "set -u; memory=\n" + function.group() + "\nlimit_memory \"$@\"; printf %s \"$memory\"";
        List<String> command = new ArrayList<>(List.of("bash", "-c", script, "turnwise"));
        command.addAll(Arrays.asList(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        return said;
    }
}
