package org.turnwise.intake.json;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.turnwise.call.TimingClass;
import org.turnwise.intake.reading.AboutCalls;
import org.turnwise.intake.reading.Format;
import org.turnwise.intake.reading.TimeScale;
import org.turnwise.intake.reading.Unreadable;
import tools.jackson.databind.node.ArrayNode;

/** Gong's transcripts: monologues of sentences in milliseconds. Who took part stands in Gong's call data, which may lie beside or be merged in. */
final class GongTranscript implements JsonFormat {

    private static final Format FORMAT = new Format("gong", TimingClass.SEGMENT_MS);

    @Override
    public Format format() {
        return FORMAT;
    }

    @Override
    public boolean fits(Value document) {
        Value monologue = document.at("transcript").head();
        return document.at("callTranscripts").head().has("transcript") || monologue.has("sentences") && monologue.node().has("speakerId");
    }

    /** One for each call id: a call that was split over pages is put together. */
    @Override
    public List<Value> calls(Value document) {
        if (!document.has("callTranscripts")) {
            return List.of(document);
        }
        Map<String, Value> calls = new LinkedHashMap<>();
        for (Value call : document.at("callTranscripts").each()) {
            String id = call.at("callId").text();
            Value earlier = calls.putIfAbsent(id == null ? call.path() : id, call);
            if (earlier != null && earlier.at("transcript").node() instanceof ArrayNode monologues && call.at("transcript").node() instanceof ArrayNode more) {
                monologues.addAll(more);
            }
        }
        return List.copyOf(calls.values());
    }

    @Override
    public void read(Value call, Talk talk) throws Unreadable {
        String id = call.first("callId", "id").text();
        String callId = id == null ? call.at("metaData").at("id").text() : id;
        AboutCalls.About about = call.has("metaData") ? GongCallData.about(call) : talk.about(callId).orElse(null);
        Map<String, String> names = new HashMap<>();
        if (about == null) {
            talk.extras(GongCallData.extras(callId, null));
        } else {
            talk.titled(about.title()).startedAt(about.startedAt()).group(about.account()).extras(about.extras());
            about.parties().forEach(party -> names.put(party.speakerId(), talk.person(party.speakerId(), party.name(), party.side())));
        }
        TimeScale scale = scale(call, about == null ? null : about.durationSeconds());
        if (scale == TimeScale.SECONDS) {
            talk.warn("Times were taken to be seconds: as milliseconds, which Gong counts, they don't fit the length of what was said.");
        }
        for (Value monologue : call.at("transcript").rows()) {
            String speakerId = monologue.at("speakerId").text();
            String speaker = speakerId == null ? null : names.getOrDefault(speakerId, speakerId);
            if (!monologue.has("sentences") && monologue.has("text")) {
                talk.said(speaker, monologue.at("text").text(), monologue.first("start", "start_ms", "startMs").time(scale),
                        monologue.first("end", "end_ms", "endMs").time(scale));
            }
            for (Value sentence : monologue.at("sentences").each()) {
                talk.said(speaker, sentence.at("text").text(), sentence.at("start").time(scale), sentence.at("end").time(scale));
            }
        }
    }

    /** Milliseconds by Gong's word, but some scripts divide. */
    private static TimeScale scale(Value call, @Nullable BigDecimal durationSeconds) {
        List<Value> sentences = call.at("transcript").each().stream().flatMap(monologue -> monologue.at("sentences").each().stream()).toList();
        return Numbers.scale(sentences, "start", "end", durationSeconds).orElse(TimeScale.MILLISECONDS);
    }
}
