package org.turnwise.simulate.output;

import java.io.StringWriter;
import org.turnwise.simulate.Knobs;
import org.turnwise.simulate.Settings;
import org.turnwise.simulate.recording.Annotators;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes down what was asked for: settings, knobs, and what annotators get wrong. */
final class Manifest {

    private Manifest() {}

    static String of(Settings settings, Format format, Annotators annotators) {
        StringWriter out = new StringWriter();
        Knobs knobs = settings.knobs();
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeNumberProperty("calls", settings.calls());
            json.writeNumberProperty("seed", settings.seed());
            json.writeStringProperty("mode", settings.mode().name());
            json.writeNumberProperty("days", settings.days());
            json.writeNumberProperty("reps", settings.reps());
            json.writeNumberProperty("accounts", settings.accounts());
            json.writeStringProperty("format", format.name());
            json.writeObjectPropertyStart("knobs");
            json.writeNumberProperty("outcomeNoise", knobs.outcomeNoise());
            json.writeNumberProperty("intentNoise", knobs.intentNoise());
            json.writeStringProperty("surrogate", knobs.surrogate().name());
            json.writeNumberProperty("drift", knobs.drift());
            json.writeNumberProperty("nearDuplicates", knobs.nearDuplicates());
            json.writeNumberProperty("anomalies", knobs.anomalies());
            json.writeNumberProperty("labelNoise", knobs.labelNoise());
            json.writeNumberProperty("transcriptionErrors", knobs.mishearing());
            json.writeNumberProperty("interruptions", knobs.interruptions());
            json.writeEndObject();
            json.writeArrayPropertyStart("annotators");
            for (int i = 0; i < annotators.count(); i++) {
                annotator(json, annotators, i);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return out.toString();
    }

    private static void annotator(JsonGenerator json, Annotators annotators, int number) {
        json.writeStartObject();
        json.writeStringProperty("name", "annotator-" + (number + 1));
        json.writeArrayPropertyStart("stages");
        Annotators.STAGES.forEach(stage -> json.writeString(stage.label()));
        json.writeEndArray();
        json.writeArrayPropertyStart("confusion");
        for (double[] row : annotators.confusion(number)) {
            json.writeArray(row, 0, row.length);
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
