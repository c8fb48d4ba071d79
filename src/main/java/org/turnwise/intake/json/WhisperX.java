package org.turnwise.intake.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.turnwise.call.TimingClass;
import org.turnwise.intake.reading.Format;
import org.turnwise.intake.reading.Unreadable;

/**
 * WhisperX, and what else puts speakers to Whisper's segments: seconds. Words may lack times, segments may lack a speaker, and one segment may hold words of
 * several people, where it is split.
 */
final class WhisperX implements JsonFormat {

    private static final Format FORMAT = new Format("whisperx", TimingClass.WORD_MS);
    private static final int FEWEST_WORDS = 2;
    private static final long SHORTEST_MS = 600;

    /** Words of one speaker in a row within a segment. */
    private record Run(@Nullable String speaker, List<Value> words) {}

    @Override
    public Format format() {
        return FORMAT;
    }

    @Override
    public boolean fits(Value document) {
        Value segments = document.at("segments");
        Value first = segments.head();
        if (!first.has("text") || !first.has("start")) {
            return false;
        }
        boolean whisper = document.has("language") || first.has("avg_logprob") || first.has("words");
        return document.has("word_segments") || first.at("words").head().has("score") || whisper && segments.each().stream()
                .anyMatch(segment -> segment.has("speaker"));
    }

    @Override
    public void read(Value call, Talk talk) throws Unreadable {
        for (Value segment : call.at("segments").rows()) {
            List<Run> runs = steady(runs(segment));
            if (runs.size() < 2) {
                String speaker = segment.at("speaker").text();
                talk.said(Talk.numbered(speaker == null && !runs.isEmpty() ? runs.getFirst().speaker() : speaker), segment.at("text").text(),
                        segment.seconds("start"), segment.seconds("end"));
                continue;
            }
            for (Run run : runs) {
                Words words = new Words(talk);
                Long since = start(run.words(), segment);
                for (Value word : run.words()) {
                    Long start = word.seconds("start");
                    words.word(Talk.numbered(run.speaker()), word.at("word").text(), start == null ? since : start, word.seconds("end"));
                    since = start == null ? since : start;
                }
                words.end();
            }
        }
    }

    private static @Nullable Long start(List<Value> words, Value segment) throws Unreadable {
        for (Value word : words) {
            Long start = word.seconds("start");
            if (start != null) {
                return start;
            }
        }
        return segment.seconds("start");
    }

    /** A word that names no speaker is said by whoever said the one before. */
    private static List<Run> runs(Value segment) {
        List<Run> runs = new ArrayList<>();
        String current = segment.at("speaker").text();
        for (Value word : segment.at("words").each()) {
            String speaker = word.at("speaker").text();
            current = speaker == null ? current : speaker;
            if (runs.isEmpty() || !Objects.equals(runs.getLast().speaker(), current)) {
                runs.add(new Run(current, new ArrayList<>()));
            }
            runs.getLast().words().add(word);
        }
        return runs;
    }

    /** Single words that the recogniser gave to another for an instant go to whoever spoke before. */
    private static List<Run> steady(List<Run> runs) throws Unreadable {
        List<Run> steady = new ArrayList<>();
        for (Run run : runs) {
            boolean lasting = run.words().size() >= FEWEST_WORDS || length(run) >= SHORTEST_MS;
            boolean same = !steady.isEmpty() && Objects.equals(steady.getLast().speaker(), run.speaker());
            if (steady.isEmpty() || lasting && !same) {
                steady.add(new Run(run.speaker(), new ArrayList<>(run.words())));
            } else {
                steady.getLast().words().addAll(run.words());
            }
        }
        boolean firstLasts = steady.isEmpty() || steady.getFirst().words().size() >= FEWEST_WORDS || length(steady.getFirst()) >= SHORTEST_MS;
        if (!firstLasts && steady.size() > 1) {
            Run first = steady.removeFirst();
            steady.getFirst().words().addAll(0, first.words());
        }
        return steady;
    }

    private static long length(Run run) throws Unreadable {
        Long start = run.words().getFirst().seconds("start");
        Long end = run.words().getLast().seconds("end");
        return start == null || end == null ? 0 : end - start;
    }
}
