package org.turnwise.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnwise.intake.mapping.MappingProfiles;
import org.turnwise.intake.reading.MappingProfile;
import org.turnwise.intake.reading.TimeScale;
import org.turnwise.reward.Outcomes;
import org.turnwise.reward.RewardPolicy;
import org.turnwise.store.Workspace;
import org.turnwise.task.Progress;

/** Whatever lies in a folder is a line of the report: a call, one that was here already, a failure, or something left aside and why. */
class NothingVanishesTest {

    private static final String TALK = "Ann Lee: Is the %s on?\nBo Dahl: It is.\n";

    @TempDir
    Path folder;

    private Workspace workspace;
    private Importer importer;
    private Path in;

    @BeforeEach
    void open() throws IOException {
        workspace = Workspace.open(folder.resolve("workspace"));
        Outcomes outcomes = new Outcomes(workspace.rewards(), RewardPolicy.standard(), Clock.systemUTC());
        MappingProfiles mappings = new MappingProfiles(workspace.settings());
        mappings.keep(new MappingProfile("yard", "", "zin", "kol", null, null, null, TimeScale.SECONDS, null));
        importer = new Importer(workspace.calls(), workspace.journal(), outcomes, Clock.systemUTC(), Tables.of(workspace, outcomes), mappings,
                ImportRuns.forgetting());
        in = Files.createDirectories(folder.resolve("in"));
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private void file(String name, String content) throws IOException {
        Files.createDirectories(in.resolve(name).getParent());
        Files.writeString(in.resolve(name), content);
    }

    private void everySort() throws IOException {
        file("talk.txt", TALK.formatted("pump"));
        file("same.csv", "speaker,text\nAnn Lee,Is the pump on?\nBo Dahl,It is.\n");
        file("same.json", """
                {"export_info": {"session": "s"}, "conversation": [
                 {"timestamp": "2026-03-09T10:00:00Z", "role": "user", "content": "Is the pump on?"},
                 {"timestamp": "2026-03-09T10:00:04Z", "role": "assistant", "content": "It is."}]}
                """);
        file("chat.json", """
                {"export_info": {"session": "s"}, "conversation": [
                 {"timestamp": "2026-03-09T10:00:00Z", "role": "user", "content": "Is the valve on?"},
                 {"timestamp": "2026-03-09T10:00:04Z", "role": "assistant", "content": "It is not."}]}
                """);
        for (Map.Entry<String, String> nothing : Map.of(
                "none.json", "", "blank.json", " \n", "array.json", "[]", "object.json", "{}", "null.json", "null", "text.json", "\"hello\"").entrySet()) {
            file(nothing.getKey(), nothing.getValue());
        }
        file("arrays.json", "[[],[]]");
        file("nulls.json", "[null,null]");
        file("gong_none.json", "{\"callTranscripts\":[]}");
        file("gong_nones.json", "[{\"callTranscripts\":[]},{\"callTranscripts\":[]}]");
        file("azure_none.json", "{\"AudioFileResults\":[]}");
        file("about_nobody.json", "{\"metaData\":{}}");
        file("about_nobodies.json", "{\"calls\":[{\"metaData\":{\"title\":\"x\"}}]}");
        file("empty_turns.json", "{\"conversation\":[],\"messages\":[]}");
        file("blank.jsonl", "\n\n");
        file("silent.jsonl", "{\"id\":\"a\",\"turns\":[]}\n");
        file("header.vtt", "WEBVTT\n\n");
        file("header.srt", "1\n");
        file("header.csv", "speaker,text\n");
        file("mapped.csv", "kol,zin\n");
        file("nothing.csv", "");
        file("deals.csv", "deal_id,deal_name,stage,closed\n7,North yard,open,\n");
        file("outcomes.csv", "call_id,outcome\ntalk.txt,won\n");
        file("prose.txt", "It rains. The yard is under water again.\n");
        file("reps.txt", "Ann Lee\n");
        file("notes/readme.md", "how to read all this\n");
        file("notes/export.manifest.json", "{}");
        file("sound.mp3", "x");
        file(".hidden.txt", TALK.formatted("lamp"));
        file(".aside/talk.txt", TALK.formatted("lamp"));
        Map<String, byte[]> packed = new LinkedHashMap<>();
        packed.put("talk.txt", TALK.formatted("hose").getBytes(StandardCharsets.UTF_8));
        packed.put("sound.mp3", new byte[] {1});
        packed.put("a/.hidden.txt", new byte[] {1});
        packed.put("__MACOSX/._talk.txt", new byte[] {1});
        packed.put("gong.json", "{\"callTranscripts\":[]}".getBytes(StandardCharsets.UTF_8));
        Files.write(in.resolve("calls.zip"), Docx.zip(packed));
    }

    private Set<String> expected() throws IOException {
        Set<String> expected = new LinkedHashSet<>();
        try (var files = Files.walk(in)) {
            files.filter(Files::isRegularFile).map(Path::toString).filter(name -> !name.endsWith("calls.zip") && !name.contains(".aside"))
                    .forEach(expected::add);
        }
        expected.add(in.resolve(".aside").toString());
        for (String member : List.of("talk.txt", "sound.mp3", "a/.hidden.txt", "__MACOSX/._talk.txt", "gong.json")) {
            expected.add(in.resolve("calls.zip") + "!/" + member);
        }
        return expected;
    }

    @Test
    void whenAFolderComesIn() throws IOException {
        everySort();
        ImportReport report = importer.run(List.of(in), Progress.silent());
        Set<String> left = expected();
        report.imported().forEach(one -> left.remove(one.file()));
        report.duplicates().forEach(one -> left.remove(one.file()));
        report.failed().forEach(one -> left.remove(one.file()));
        report.skipped().forEach(one -> left.remove(one.file()));
        assertEquals(Set.of(), left);
        assertEquals(3, report.imported().size(), report.imported().toString());
        assertEquals(List.of("same.json", "talk.txt"), report.duplicates().stream().map(one -> in.relativize(Path.of(one.file())).toString()).toList());
        report.failed().forEach(one -> assertTrue(!one.reason().contains("fault in Turnwise"), one.toString()));
    }

    @Test
    void whenAFolderIsTriedOut() throws IOException {
        everySort();
        Importer.DryRun tried = importer.dryRun(List.of(in), Progress.silent());
        Set<String> left = expected();
        tried.calls().forEach(one -> left.remove(one.file()));
        tried.duplicates().forEach(one -> left.remove(one.file()));
        tried.failed().forEach(one -> left.remove(one.file()));
        tried.skipped().forEach(one -> left.remove(one.file()));
        assertEquals(Set.of(), left);
        assertEquals(3, tried.calls().size());
    }
}
