package org.turnwise.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnwise.intake.reading.ImportedCall;

/**
 * Calls of random words, written as each tool writes them, come back: the same speakers, the same words, the same order, and times as fine as the format has
 * them. The writers here are this test's own and know nothing of the readers.
 */
class RoundTripTest {

    private static final List<String> NAMES = List.of("Jo Bell", "Mia Roth", "José Peña", "Dr. Ann O'Neil", "Li Wei", "Anne-Marie van Dyk", "Speaker 3");
    private static final String[] WORDS = ("yes no well we you they price budget, depot line: 3:30 10 percent? a the of is it's that's; (laughs) \"quote\" "
            + "Zoë naïve 50% & < > "
            + "what when: then - so... I'd say maybe. Monday, meet at half past team@acme.example https://acme.example/x rock'n'roll, 1. 2) [sic] #7 *")
                    .split(" ", -1);

    @TempDir
    Path folder;

    private record Line(String speaker, String text, int second) {

        String clock() {
            return "%d:%02d:%02d".formatted(second / 3600, second / 60 % 60, second % 60);
        }

        String short_() {
            return second >= 3600 ? clock() : "%d:%02d".formatted(second / 60, second % 60);
        }

        String cue(char point) {
            return "%02d:%02d:%02d%c250 --> %02d:%02d:%02d%c750".formatted(second / 3600, second / 60 % 60, second % 60, point, second / 3600,
                    second / 60 % 60, second % 60, point);
        }

        String html() {
            return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        }
    }

    private static Map<String, Function<List<Line>, byte[]>> formats() {
        Map<String, Function<List<Line>, byte[]>> formats = new LinkedHashMap<>();
        formats.put("zoom.vtt", text("WEBVTT\n\n", (line, n) -> n + "\n" + line.cue('.') + "\n" + line.speaker() + ": " + line.html() + "\n\n"));
        formats.put("teams.vtt", text("WEBVTT\n\n", (line, n) -> "0f6d1c5e-1b2a-4a2d-9d1e-1a2b3c4d5e6f/" + 2 * n + "-0\n" + line.cue('.') + "\n<v "
                + line.speaker() + ">" + line.html() + "</v>\n\n"));
        formats.put("otter.srt", text("", (line, n) -> n + "\r\n" + line.cue(',') + "\r\n" + line.speaker() + ": " + line.html() + "\r\n\r\n"));
        formats.put("whisper.tsv", text("start\tend\ttext\n", (line, n) -> line.second() * 1000 + 250 + "\t" + (line.second() * 1000 + 750) + "\t["
                + line.speaker() + "]: " + line.html() + "\n"));
        formats.put("captions.sbv", text("", (line, n) -> line.clock() + ".250," + line.clock() + ".750\n" + line.speaker() + ": " + line.html() + "\n\n"));
        formats.put("turns.csv", text("speaker,text,start_seconds,end_seconds\n",
                (line, n) -> "\"" + line.speaker() + "\",\"" + line.html().replace("\"", "\"\"") + "\"," + line.second() + ".25," + line.second() + ".75\n"));
        formats.put("otter.txt", text("", (line, n) -> line.speaker() + "  " + line.short_() + "  \n" + line.text() + "\n\n"));
        formats.put("captions.txt", text("", (line, n) -> "[" + line.speaker() + "] 0" + line.clock() + "\n" + line.text() + "\n\n"));
        formats.put("fathom.txt", text("Talk\n---\n\n", (line, n) -> line.short_() + " - " + line.speaker() + "\n  " + line.text() + "\n\n"));
        formats.put("plain.txt", text("", (line, n) -> "[" + line.clock() + "] " + line.speaker() + ": " + line.text() + "\n"));
        formats.put("teams.docx", lines -> {
            StringBuilder xml = new StringBuilder("<w:document xmlns:w=\"x\"><w:body>");
            lines.forEach(line -> xml.append("<w:p><w:r><w:t>").append(line.speaker()).append("   ").append(line.short_()).append("</w:t><w:br/><w:t>")
                    .append(line.html()).append("</w:t></w:r></w:p>"));
            return Docx.of(xml + "</w:body></w:document>");
        });
        return formats;
    }

    private interface Writer {
        String write(Line line, int number);
    }

    private static Function<List<Line>, byte[]> text(String head, Writer writer) {
        return lines -> {
            StringBuilder text = new StringBuilder(head);
            for (int i = 0; i < lines.size(); i++) {
                text.append(writer.write(lines.get(i), i + 1));
            }
            return text.toString().getBytes(StandardCharsets.UTF_8);
        };
    }

    private static List<Line> talk(Random random) {
        List<String> names = new ArrayList<>(NAMES);
        Collections.shuffle(names, random);
        names = names.subList(0, 2 + random.nextInt(2));
        List<Line> lines = new ArrayList<>();
        int second = random.nextInt(3);
        int speaker = 0;
        for (int i = 0; i < 12 + random.nextInt(30); i++) {
            StringBuilder text = new StringBuilder("Right");
            for (int word = random.nextInt(12); word > 0; word--) {
                text.append(' ').append(WORDS[random.nextInt(WORDS.length)]);
            }
            lines.add(new Line(names.get(speaker), text.toString(), second));
            speaker = i == 0 ? 1 : (speaker + 1 + random.nextInt(names.size() - 1)) % names.size();
            second += 1 + random.nextInt(120);
        }
        return lines;
    }

    @Test
    void whatWasSaidComesBack() {
        Random random = new Random(5);
        for (int round = 0; round < 20; round++) {
            List<Line> talk = talk(random);
            for (Map.Entry<String, Function<List<Line>, byte[]>> format : formats().entrySet()) {
                Read read = Read.bytes(folder, format.getKey(), format.getValue().apply(talk));
                boolean fromFirst = format.getKey().startsWith("captions.txt");
                boolean millis = format.getKey().matches(".*\\.(vtt|srt|tsv|sbv|csv)");
                List<String> expected = talk.stream().map(line -> {
                    int second = line.second() - (fromFirst ? talk.getFirst().second() : 0);
                    return line.speaker() + "|" + (second * 1000L + (millis ? 250 : 0)) + "|" + (millis ? String.valueOf(second * 1000L + 750) : "null")
                            + "|" + line.text();
                }).toList();
                assertEquals(expected, read.turns(), format.getKey() + " in round " + round);
            }
        }
    }

    @Test
    void everyCallThatComesInCanBeWrittenAndReadAgain() throws Exception {
        int calls = 0;
        for (Path fixture : fixtures(2)) {
            for (ImportedCall read : Read.of(fixture).calls()) {
                ImportedCall again = ConversationJsonl.read(ConversationJsonl.write(read), fixture.getFileName().toString(), 1);
                assertEquals(read.call(), again.call(), fixture.toString());
                calls++;
            }
        }
        assertTrue(calls > 40, calls + " calls");
    }

    @Test
    void whoSpeaksStandsInTheFile() throws IOException {
        for (Path fixture : fixtures(1)) {
            String text = Files.readString(fixture, StandardCharsets.ISO_8859_1);
            for (ImportedCall read : Read.of(fixture).calls()) {
                read.call().participants().stream().map(participant -> participant.key())
                        .filter(key -> key.chars().allMatch(c -> c < 128) && !key.equals("Unknown speaker"))
                        .forEach(key -> assertTrue(text.contains(key) || text.replace("\0", "").contains(key), key + " is not in " + fixture));
            }
        }
    }

    private static List<Path> fixtures(int depth) throws IOException {
        try (Stream<Path> files = Files.walk(Read.FIXTURES, depth)) {
            return files.filter(file -> Files.isRegularFile(file) && !file.toString().endsWith(".xml")).sorted().toList();
        }
    }
}
