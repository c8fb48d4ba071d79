package org.turnwise.ui.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import org.junit.jupiter.api.Test;

class CommandsTest {

    private final Commands commands = new Commands();
    private final List<String> done = new ArrayList<>();

    @Test
    void twoCommandsOfOneScreenCantShareKeys() {
        commands.add(command("a", "Ctrl+Enter", "annotate"));
        assertThrows(IllegalArgumentException.class, () -> commands.add(command("b", "Ctrl+Enter", "annotate")));
    }

    @Test
    void aCommandForEverywhereClashesWithOneOfAScreen() {
        commands.add(command("a", "?", ""));
        assertThrows(IllegalArgumentException.class, () -> commands.add(command("b", "?", "queue")));
    }

    @Test
    void keysThatBeginOtherKeysClash() {
        commands.add(command("a", "S", "annotate"));
        assertThrows(IllegalArgumentException.class, () -> commands.add(command("b", "S O", "annotate")));
    }

    @Test
    void commandsOfDifferentScreensMayShareKeys() {
        commands.add(command("a", "Ctrl+Enter", "annotate"));
        commands.add(command("b", "Ctrl+Enter", "queue"));
        assertEquals(List.of("a"), commands.on("annotate").stream().map(Command::id).toList());
    }

    @Test
    void aDisabledCommandDoesNothing() {
        SimpleBooleanProperty enabled = new SimpleBooleanProperty(false);
        Command command = command("a", "F", "annotate").when(enabled);
        assertFalse(command.run());
        enabled.set(true);
        assertTrue(command.run());
        assertEquals(List.of("a"), done);
    }

    @Test
    void keysReadAsTheyAreShown() {
        assertEquals("Ctrl ↵", command("a", "Ctrl+Enter", "").keys());
        assertEquals("S O", command("b", "S O", "").keys());
        assertEquals("⇧T", command("c", "Shift+T", "").keys());
        assertEquals("\u2212", command("d", "-", "").keys());
        assertEquals("+", command("e", "+", "").keys());
        assertEquals("", command("f", "", "").keys());
    }

    @Test
    void keysThatDontExistAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> KeyStroke.sequence("Hyper+X"));
        assertThrows(IllegalArgumentException.class, () -> KeyStroke.sequence("Entre"));
    }

    private Command command(String id, String keys, String scope) {
        return Command.of(id, "group", id, keys, scope, () -> done.add(id));
    }
}
