package org.turnwise.scoring.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.turnwise.call.CallId;
import org.turnwise.scoring.Head.Standard;
import org.turnwise.scoring.HeldOutCall;
import org.turnwise.task.Progress;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a scorer version keeps of how it was measured: the report, and what was said of each held-out call, so that it can be compared with another version
 * on the calls that both held out. Reads back equal from JSON. Immutable; any thread.
 */
public record VersionEvaluation(EvaluationReport report, List<Held> calls) {

    /**
     * What was said of a call by what had not seen it.
     *
     * @param live     the live head's probability by prefix; without those that the call is too short for
     * @param finished the finished head's, once the call was complete
     */
    public record Held(CallId call, String group, boolean converted, Map<Prefix, Double> live, double finished) {

        public Held {
            live = Map.copyOf(live);
        }
    }

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String MEASURED_ON = "workspace";

    public VersionEvaluation {
        calls = List.copyOf(calls);
    }

    /** An {@link org.turnwise.scoring.Assessor}. */
    public static String assess(List<HeldOutCall> calls, int leftOut, int folds, long seed, Progress progress) {
        HeldOut heldOut = new HeldOut(calls);
        EvaluationReport report = new Assessment(heldOut, seed).report(MEASURED_ON, leftOut, folds, progress);
        return new VersionEvaluation(report, heldOut.calls().stream().map(VersionEvaluation::held).toList()).json();
    }

    private static Held held(HeldOutCall call) {
        Map<Prefix, Double> live = new LinkedHashMap<>();
        for (Prefix prefix : Prefix.STANDARD) {
            OptionalDouble said = HeldOut.said(call, Standard.LIVE, prefix);
            if (said.isPresent()) {
                live.put(prefix, said.getAsDouble());
            }
        }
        double finished = Objects.requireNonNull(call.forecasts().finished().get(Standard.FINISHED));
        return new Held(call.call(), call.group(), call.converted(), live, finished);
    }

    String json() {
        ObjectNode json = MAPPER.createObjectNode();
        json.set("report", EvaluationJson.write(report));
        ArrayNode each = json.putArray("calls");
        for (Held held : calls) {
            ObjectNode one = each.addObject().put("id", held.call.value()).put("group", held.group).put("converted", held.converted);
            ObjectNode live = one.putObject("live");
            Prefix.STANDARD.stream().filter(held.live::containsKey).forEach(prefix -> live.put(prefix.label(), held.live.get(prefix)));
            one.put("finished", held.finished);
        }
        return json.toString();
    }

    /** @throws IllegalArgumentException if it is not what {@link #assess} makes */
    public static VersionEvaluation read(String text) {
        try {
            JsonNode json = MAPPER.readTree(text);
            List<Held> calls = new ArrayList<>();
            json.required("calls").forEach(one -> calls.add(held(one)));
            return new VersionEvaluation(EvaluationJson.read(json.required("report")), calls);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("this is no evaluation of a scorer version: " + e.getOriginalMessage(), e);
        }
    }

    private static Held held(JsonNode json) {
        Map<Prefix, Double> live = new LinkedHashMap<>();
        json.required("live").properties().forEach(said -> live.put(Prefix.ofLabel(said.getKey()), said.getValue().asDouble()));
        return new Held(
                new CallId(json.required("id").asString()), json.required("group").asString(), json.required("converted").asBoolean(), live,
                json.required("finished").asDouble());
    }
}
