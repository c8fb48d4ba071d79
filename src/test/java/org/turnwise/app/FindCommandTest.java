package org.turnwise.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Finding from the command line, and what a kept search is good for there. */
class FindCommandTest {

    @TempDir
    private Path folder;

    private String ran(int code, String... arguments) {
        CommandLineRun run = CommandLineRun.of(folder.resolve("workspace"), (Object[]) arguments);
        assertEquals(code, run.code(), run.err());
        return code == 0 ? run.out() : run.err();
    }

    @Test
    void aKeptSearchFeedsQueueAndExport() throws IOException {
        Path calls = Files.write(folder.resolve("calls.jsonl"), List.of(
                "{\"id\":\"one\",\"turns\":[{\"speaker\":\"rep\",\"text\":\"What about the price?\"},{\"speaker\":\"customer\",\"text\":\"Too high 🎉, the "
                        + "price\"}],\"outcome\":0}",
                "{\"id\":\"two\",\"turns\":[{\"speaker\":\"rep\",\"text\":\"Shall we begin?\"},{\"speaker\":\"customer\",\"text\":\"Yes, on "
                        + "Monday\"}],\"outcome\":1}"));
        ran(0, "import", calls.toString());
        String found = ran(0, "find", "price", "--side", "customer", "--save", "Price, by them", "--json");
        assertTrue(found.contains("\"total\":1") && found.contains("\"callId\":\"one\"") && found.contains("\"matches\":[[16,21]]"), found);
        assertTrue(found.contains("\"before\":\"What about the price?\""), found);
        assertTrue(ran(0, "find", "--list").contains("Price, by them"));
        assertTrue(ran(0, "find", "--saved", "price, by THEM").contains("[price]"));
        String queue = ran(0, "queue", "--saved", "Price, by them", "--json");
        assertTrue(queue.contains("\"one\"") && !queue.contains("\"two\"") && queue.contains("\"matching\":1"), queue);
        ran(0, "export", "--format", "jsonl", "--out", folder.resolve("out.jsonl").toString(), "--saved", "Price, by them");
        assertEquals(1, Files.readAllLines(folder.resolve("out.jsonl")).size());
        assertTrue(ran(0, "find", "--outcome", "WON_ON_CALL,WON,LOST,NO_DECISION,NOT_INTERESTED,MEETING_BOOKED", "begin").contains("turns found"));
        assertTrue(ran(1, "find", "pri*ce").contains("end of a word"));
        assertTrue(ran(1, "find", "price", "--label", "no such label").contains("no such label"));
        assertTrue(ran(1, "queue", "--saved", "unknown").contains("Price, by them"));
    }
}
