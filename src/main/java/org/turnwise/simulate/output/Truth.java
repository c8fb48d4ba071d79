package org.turnwise.simulate.output;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.turnwise.simulate.Anomaly;
import org.turnwise.simulate.Settings;
import org.turnwise.simulate.plot.Beat;
import org.turnwise.simulate.plot.CustomerState;
import org.turnwise.simulate.plot.Episode;
import org.turnwise.simulate.plot.Objection;
import org.turnwise.simulate.plot.Rep;
import org.turnwise.simulate.plot.Stage;
import org.turnwise.simulate.recording.Annotators;
import org.turnwise.simulate.recording.SimulatedCall;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes the truth about a call as one line of JSON, and what annotators made of it. Turns are those of the transcript, from 0. Any thread. */
final class Truth {

    private static final JsonFactory JSON = new JsonFactory();
    private static final String PLANTED_ACT = "CHITCHAT";

    private final SimulatedCall call;
    private final Settings settings;
    private final StringWriter out = new StringWriter(4_096);
    private final JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out);

    private Truth(SimulatedCall call, Settings settings) {
        this.call = call;
        this.settings = settings;
    }

    /** @param file the call's transcript, from the folder of transcripts on, or null if all calls are in one */
    static String line(SimulatedCall call, Settings settings, @Nullable String file) {
        Truth truth = new Truth(call, settings);
        try (truth.json) {
            truth.write(file);
        }
        return truth.out.toString();
    }

    private void write(@Nullable String file) {
        json.writeStartObject();
        json.writeStringProperty("call", call.id());
        if (file != null) {
            json.writeStringProperty("file", file);
        }
        json.writeStringProperty("industry", call.industry());
        json.writeBooleanProperty("converted", call.plot().converted());
        json.writeStringProperty("outcome", call.plot().outcome().name());
        number("probability", call.plot().probability());
        json.writeNumberProperty("decidingTurn", turnOf(call.plot().decidingTurn()));
        rep(call.plot().rep());
        json.writeArrayPropertyStart("turns");
        call.lines().forEach(this::turn);
        json.writeEndArray();
        json.writeArrayPropertyStart("states");
        states().forEach(this::state);
        json.writeEndArray();
        json.writeName("finalState");
        state(call.plot().states().getLast());
        json.writeArrayPropertyStart("episodes");
        call.plot().episodes().stream().filter(episode -> turnOf(episode.openTurn()) >= 0).forEach(this::episode);
        json.writeEndArray();
        planted();
        json.writeEndObject();
    }

    /** Where in the transcript a beat of the plot is told; -1 if nowhere. */
    private int turnOf(int beat) {
        for (int i = 0; beat >= 0 && i < call.lines().size(); i++) {
            if (call.lines().get(i).beat() == beat) {
                return i;
            }
        }
        return -1;
    }

    private void rep(Rep rep) {
        json.writeObjectPropertyStart("rep");
        json.writeStringProperty("name", rep.name());
        json.writeObjectPropertyStart("skills");
        rep.skills().forEach((skill, level) -> number(skill.name(), level));
        json.writeEndObject();
        json.writeEndObject();
    }

    /** The stage of a turn; one that tells nothing of the plot has nothing to do with the sale. */
    private static Stage stage(SimulatedCall call, SimulatedCall.Line line) {
        Beat beat = call.told(line);
        return beat == null ? Stage.OFFTOPIC : beat.stage();
    }

    private void turn(SimulatedCall.Line line) {
        Beat beat = call.told(line);
        json.writeStartObject();
        boolean swapped = call.planted().anomaly() == Anomaly.SWAPPED_SPEAKERS;
        json.writeStringProperty("side", line.byRep() != swapped ? "REP" : "CUSTOMER");
        json.writeStringProperty("stage", stage(call, line).label());
        json.writeArrayPropertyStart("acts");
        json.writeString(beat == null ? PLANTED_ACT : beat.label());
        json.writeEndArray();
        if (line.cutOff()) {
            json.writeBooleanProperty("cutOff", true);
        }
        if (beat == null) {
            json.writeBooleanProperty("planted", true);
        } else if (beat.byRep()) {
            number("quality", beat.quality());
            if (beat.proposed() != beat.stage()) {
                json.writeStringProperty("overruled", beat.proposed().label());
            }
        } else {
            number("warmth", beat.warmth());
            if (beat.intentHidden()) {
                json.writeBooleanProperty("intentHidden", true);
            }
        }
        json.writeEndObject();
    }

    /** One more than turns: before each turn, and after the last. What is planted moves nobody. */
    private List<CustomerState> states() {
        List<CustomerState> states = new ArrayList<>();
        CustomerState now = call.plot().states().getFirst();
        states.add(now);
        for (SimulatedCall.Line line : call.lines()) {
            now = line.beat() < 0 ? now : call.plot().states().get(line.beat() + 1);
            states.add(now);
        }
        return states;
    }

    private void state(CustomerState state) {
        json.writeStartObject();
        number("need", state.need());
        number("budget", state.budget());
        number("authority", state.authority());
        number("urgency", state.urgency());
        number("trust", state.trust());
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

    private void episode(Episode episode) {
        json.writeStartObject();
        json.writeStringProperty("objection", episode.concern().label());
        number("severity", episode.severity());
        json.writeNumberProperty("openTurn", turnOf(episode.openTurn()));
        json.writeArrayPropertyStart("handleTurns");
        episode.handleTurns().stream().map(this::turnOf).filter(turn -> turn >= 0).forEach(json::writeNumber);
        json.writeEndArray();
        json.writeNumberProperty("closeTurn", turnOf(episode.closeTurn()));
        json.writeStringProperty("result", episode.result().name());
        json.writeEndObject();
    }

    private void planted() {
        SimulatedCall.Planted planted = call.planted();
        json.writeObjectPropertyStart("planted");
        json.writeBooleanProperty("outcomeFlipped", planted.outcomeFlipped());
        json.writeStringProperty("recordedOutcome", call.outcome().name());
        number("intentNoise", settings.knobs().intentNoise());
        json.writeStringProperty("surrogate", settings.knobs().surrogate().name());
        json.writeBooleanProperty("surrogateShown", planted.surrogate());
        json.writeStringProperty("period", planted.early() ? "EARLY" : "LATE");
        number("drift", planted.drift());
        number("transcriptionErrors", settings.knobs().mishearing());
        number("interruptions", settings.knobs().interruptions());
        json.writeStringProperty("duplicateOf", planted.duplicateOf());
        json.writeStringProperty("anomaly", planted.anomaly() == null ? null : planted.anomaly().name());
        json.writeNumberProperty("anomalyTurn", planted.anomaly() == null ? -1 : planted.anomalyTurn());
        json.writeEndObject();
    }

    private void number(String name, double value) {
        json.writeName(name);
        json.writeNumber(Math.round(value * 1_000) / 1_000.0);
    }

    /** What every annotator makes of the stages of all turns, a line each. */
    static String labels(SimulatedCall call, Annotators annotators) {
        StringBuilder all = new StringBuilder();
        List<Stage> truth = call.lines().stream().map(line -> stage(call, line)).toList();
        for (int annotator = 0; annotator < annotators.count(); annotator++) {
            StringWriter out = new StringWriter();
            try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
                json.writeStartObject();
                json.writeStringProperty("call", call.id());
                json.writeStringProperty("annotator", "annotator-" + (annotator + 1));
                json.writeArrayPropertyStart("stages");
                annotators.label(annotator, call.number(), truth).forEach(stage -> json.writeString(stage.label()));
                json.writeEndArray();
                json.writeEndObject();
            }
            all.append(out).append('\n');
        }
        return all.toString();
    }
}
