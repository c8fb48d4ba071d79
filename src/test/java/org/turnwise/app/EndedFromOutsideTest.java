package org.turnwise.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.turnwise.settings.Settings;

/** A system that shuts down asks its programs to end: the window then closes as if its person had closed it. */
@EnabledOnOs(OS.LINUX)
@Execution(ExecutionMode.SAME_THREAD)
class EndedFromOutsideTest {

    @TempDir
    Path folder;

    @Test
    void theWindowClosesAndKeepsItsPlace() throws Exception {
        Path workspace = folder.resolve("workspace");
        ProcessBuilder java = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--enable-native-access=ALL-UNNAMED", "-Dglass.platform=Headless", "-Dprism.order=sw",
                        "-cp", System.getProperty("java.class.path"), Tells.class.getName(), "-w", workspace.toString()))
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        java.environment().put("DISPLAY", ":none");
        Process process = java.start();
        try (BufferedReader said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            assertEquals("shown", said.readLine());
            process.destroy();
            process.waitFor();
        } finally {
            process.destroyForcibly();
        }
        try (Composition after = Composition.open(workspace, Clock.systemUTC())) {
            assertTrue(after.workspace().settings().get(Settings.WINDOW).isPresent(), "it was closed, not cut off");
        }
    }

    /** Turnwise, saying when its window is there. */
    static final class Tells {

        public static void main(String[] args) {
            Thread.ofPlatform().daemon().start(Tells::tellOnceShown);
            Main.main(args);
        }

        private static void tellOnceShown() {
            try {
                Platform.runLater(() -> {
                    if (Window.getWindows().stream().anyMatch(Window::isShowing)) {
                        System.out.println("shown");
                        System.out.flush();
                    } else {
                        Thread.ofPlatform().daemon().start(Tells::tellOnceShown);
                    }
                });
            } catch (IllegalStateException notYet) {
                LockSupport.parkNanos(50_000_000);
                tellOnceShown();
            }
        }
    }
}
