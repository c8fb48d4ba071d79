package org.turnwise.simulate;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.List;
import org.turnwise.reward.OutcomeKind;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes a call as a line of conversation JSONL, its truth as a line beside it, and what annotators made of it. Any thread. */
final class Lines {

    private static final JsonFactory JSON = new JsonFactory();

    private Lines() {}

    /** What a recorder and a CRM would know, and nothing else. */
    static String conversation(SimulatedCall call) {
        StringWriter out = new StringWriter(2_048);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeStringProperty("id", call.id());
            json.writeStringProperty("source", "simulated");
            json.writeStringProperty("title", call.company());
            json.writeStringProperty("started_at", call.startedAt().toString());
            json.writeArrayPropertyStart("participants");
            participant(json, call.rep(), "REP");
            participant(json, call.customer() + ", " + call.company(), "CUSTOMER");
            json.writeEndArray();
            json.writeArrayPropertyStart("turns");
            for (SimulatedCall.Line line : call.lines()) {
                json.writeStartObject();
                json.writeStringProperty("speaker", line.byRep() ? "rep" : "customer");
                json.writeStringProperty("participant", line.byRep() ? call.rep() : call.customer() + ", " + call.company());
                json.writeStringProperty("text", line.text());
                if (line.startMs() >= 0) {
                    seconds(json, "start", line.startMs());
                    seconds(json, "end", line.endMs());
                }
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeNumberProperty("outcome", call.converted() ? 1 : 0);
            json.writeStringProperty("outcome_kind", call.outcome().name());
            json.writeObjectPropertyStart("meta");
            json.writeStringProperty("group", call.group());
            json.writeEndObject();
            json.writeEndObject();
        }
        return out.toString();
    }

    private static void participant(JsonGenerator json, String name, String side) {
        json.writeStartObject();
        json.writeStringProperty("key", name);
        json.writeStringProperty("name", name);
        json.writeStringProperty("side", side);
        json.writeEndObject();
    }

    private static void seconds(JsonGenerator json, String name, long millis) {
        json.writeName(name);
        json.writeNumber(BigDecimal.valueOf(millis, 3));
    }

    static String truth(SimulatedCall call, Settings settings) {
        StringWriter out = new StringWriter(4_096);
        Plot plot = call.plot();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeStringProperty("call", call.id());
            json.writeStringProperty("industry", call.industry());
            json.writeBooleanProperty("converted", plot.converted());
            json.writeStringProperty("outcome", plot.outcome().name());
            number(json, "probability", plot.probability());
            json.writeNumberProperty("decidingTurn", decidingTurn(call));
            rep(json, plot.rep());
            json.writeArrayPropertyStart("turns");
            call.lines().forEach(line -> turn(json, line, call));
            json.writeEndArray();
            json.writeArrayPropertyStart("states");
            plot.states().forEach(state -> state(json, state));
            json.writeEndArray();
            json.writeArrayPropertyStart("episodes");
            plot.episodes().forEach(episode -> episode(json, episode));
            json.writeEndArray();
            planted(json, call.planted(), call.outcome(), settings);
            json.writeEndObject();
        }
        return out.toString();
    }

    /** In the transcript; -1 if no turn decided or the one that did was cut off. */
    private static int decidingTurn(SimulatedCall call) {
        for (int i = 0; i < call.lines().size(); i++) {
            if (call.lines().get(i).beat() >= 0 && call.lines().get(i).beat() == call.plot().decidingTurn()) {
                return i;
            }
        }
        return -1;
    }

    private static void rep(JsonGenerator json, Rep rep) {
        json.writeObjectPropertyStart("rep");
        json.writeStringProperty("name", rep.name());
        json.writeObjectPropertyStart("skills");
        rep.skills().forEach((skill, level) -> number(json, skill.name(), level));
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void turn(JsonGenerator json, SimulatedCall.Line line, SimulatedCall call) {
        json.writeStartObject();
        json.writeNumberProperty("beat", line.beat());
        if (line.text().endsWith(Speech.CUT)) {
            json.writeBooleanProperty("cutOff", true);
        }
        if (line.beat() >= 0) {
            Beat beat = call.plot().beats().get(line.beat());
            json.writeStringProperty("side", beat.byRep() ? "REP" : "CUSTOMER");
            json.writeStringProperty("stage", beat.stage().label());
            json.writeArrayPropertyStart("acts");
            json.writeString(beat.label());
            json.writeEndArray();
            if (beat.byRep()) {
                number(json, "quality", beat.quality());
                if (beat.proposed() != beat.stage()) {
                    json.writeStringProperty("overruled", beat.proposed().label());
                }
            } else {
                number(json, "warmth", beat.warmth());
                if (beat.intentHidden()) {
                    json.writeBooleanProperty("intentHidden", true);
                }
            }
        }
        json.writeEndObject();
    }

    private static void state(JsonGenerator json, CustomerState state) {
        json.writeStartObject();
        number(json, "need", state.need());
        number(json, "budget", state.budget());
        number(json, "authority", state.authority());
        number(json, "urgency", state.urgency());
        number(json, "trust", state.trust());
        json.writeObjectPropertyStart("objections");
        for (Objection objection : state.objections()) {
            json.writeArrayPropertyStart(objection.concern().label());
            json.writeNumber(Math.round(objection.severity() * 1_000) / 1_000.0);
            json.writeString(objection.status().name());
            json.writeEndArray();
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void episode(JsonGenerator json, Episode episode) {
        json.writeStartObject();
        json.writeStringProperty("objection", episode.concern().label());
        number(json, "severity", episode.severity());
        json.writeNumberProperty("openBeat", episode.openTurn());
        json.writeArrayPropertyStart("handleBeats");
        episode.handleTurns().forEach(json::writeNumber);
        json.writeEndArray();
        json.writeNumberProperty("closeBeat", episode.closeTurn());
        json.writeStringProperty("result", episode.result().name());
        json.writeEndObject();
    }

    private static void planted(JsonGenerator json, SimulatedCall.Planted planted, OutcomeKind recorded, Settings settings) {
        json.writeObjectPropertyStart("planted");
        json.writeBooleanProperty("outcomeFlipped", planted.outcomeFlipped());
        json.writeStringProperty("recordedOutcome", recorded.name());
        number(json, "intentNoise", settings.knobs().intentNoise());
        json.writeStringProperty("surrogate", settings.knobs().surrogate().name());
        json.writeBooleanProperty("surrogateShown", planted.surrogate());
        json.writeStringProperty("period", planted.early() ? "EARLY" : "LATE");
        number(json, "drift", planted.drift());
        number(json, "transcriptionErrors", settings.knobs().mishearing());
        number(json, "interruptions", settings.knobs().interruptions());
        json.writeStringProperty("duplicateOf", planted.duplicateOf());
        json.writeStringProperty("anomaly", planted.anomaly() == null ? null : planted.anomaly().name());
        json.writeNumberProperty("anomalyTurn", planted.anomaly() == null ? -1 : planted.anomalyTurn());
        json.writeEndObject();
    }

    /** What every annotator makes of the turns that tell the plot, a line each. */
    static String labels(SimulatedCall call, int index, Annotators annotators) {
        StringBuilder all = new StringBuilder();
        List<Integer> beats = call.lines().stream().map(SimulatedCall.Line::beat).toList();
        List<Stage> truth = beats.stream().map(beat -> beat < 0 ? Stage.OFFTOPIC : call.plot().beats().get(beat).stage()).toList();
        for (int annotator = 0; annotator < annotators.count(); annotator++) {
            StringWriter out = new StringWriter();
            try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
                json.writeStartObject();
                json.writeStringProperty("call", call.id());
                json.writeStringProperty("annotator", "annotator-" + (annotator + 1));
                json.writeArrayPropertyStart("stages");
                annotators.label(annotator, index, truth).forEach(stage -> json.writeString(stage.label()));
                json.writeEndArray();
                json.writeEndObject();
            }
            all.append(out).append('\n');
        }
        return all.toString();
    }

    private static void number(JsonGenerator json, String name, double value) {
        json.writeName(name);
        json.writeNumber(Math.round(value * 1_000) / 1_000.0);
    }
}
