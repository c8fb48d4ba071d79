package org.turnwise.simulate.output;

import java.io.StringWriter;
import java.util.List;
import java.util.stream.Collectors;
import org.turnwise.simulate.recording.SimulatedCall;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** A transcript as AssemblyAI returns it with speaker labels: utterances with start and end of every word in milliseconds; speakers are letters, not names. */
record AssemblyAiJson() implements Transcript {

    private static final JsonFactory JSON = new JsonFactory();
    private static final double SURE = 0.95;

    @Override
    public String file(SimulatedCall call) {
        return "speech/" + call.rep() + "/" + call.company() + " " + Transcript.day(call) + "_" + Transcript.minute(call) + ", " + Transcript.number(call)
                + ".json";
    }

    @Override
    public String write(SimulatedCall call) {
        StringWriter out = new StringWriter(16_384);
        List<String> speakers = call.lines().stream().map(call::speaker).distinct().toList();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeStringProperty("id", call.id());
            json.writeStringProperty("language_model", "simulated");
            json.writeStringProperty("acoustic_model", "simulated");
            json.writeStringProperty("language_code", "en_us");
            json.writeStringProperty("status", "completed");
            json.writeNumberProperty("audio_duration", (call.lines().stream().mapToLong(SimulatedCall.Line::endMs).max().orElse(0) + 999) / 1_000);
            json.writeStringProperty("text", call.lines().stream().map(SimulatedCall.Line::text).collect(Collectors.joining(" ")));
            json.writeArrayPropertyStart("words");
            call.lines().forEach(line -> words(json, line, label(speakers, call, line)));
            json.writeEndArray();
            json.writeArrayPropertyStart("utterances");
            call.lines().forEach(line -> utterance(json, line, label(speakers, call, line)));
            json.writeEndArray();
            json.writeEndObject();
        }
        return out.append('\n').toString();
    }

    private static String label(List<String> speakers, SimulatedCall call, SimulatedCall.Line line) {
        return String.valueOf((char) ('A' + speakers.indexOf(call.speaker(line))));
    }

    private static void utterance(JsonGenerator json, SimulatedCall.Line line, String speaker) {
        json.writeStartObject();
        json.writeStringProperty("speaker", speaker);
        piece(json, line.text(), line.startMs(), line.endMs());
        json.writeArrayPropertyStart("words");
        words(json, line, speaker);
        json.writeEndArray();
        json.writeEndObject();
    }

    /** Every word takes its share of the turn by its letters. */
    private static void words(JsonGenerator json, SimulatedCall.Line line, String speaker) {
        long span = line.endMs() - line.startMs();
        int length = line.text().length() + 1;
        int at = 0;
        for (String word : line.text().split(" ", -1)) {
            json.writeStartObject();
            piece(json, word, line.startMs() + span * at / length, line.startMs() + span * (at + word.length()) / length);
            json.writeStringProperty("speaker", speaker);
            json.writeEndObject();
            at += word.length() + 1;
        }
    }

    private static void piece(JsonGenerator json, String text, long start, long end) {
        json.writeStringProperty("text", text);
        json.writeNumberProperty("start", start);
        json.writeNumberProperty("end", end);
        json.writeNumberProperty("confidence", SURE);
    }
}
