package org.turnwise.intake;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.turnwise.annotation.Annotation;
import org.turnwise.annotation.LabelKind;
import org.turnwise.call.Call;
import org.turnwise.call.CallId;
import org.turnwise.call.Participant;
import org.turnwise.call.Side;
import org.turnwise.call.Source;
import org.turnwise.call.TimingClass;
import org.turnwise.call.Turn;
import org.turnwise.intake.reading.Calls;
import org.turnwise.intake.reading.ImportedCall;
import org.turnwise.intake.reading.Unreadable;
import org.turnwise.reward.OutcomeKind;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads one conversation object. One use each. */
final class ConversationParser {

    private static final Set<String> MODELLED = Set.of(
            "id", "source", "turns", "outcome", "title", "started_at", "format", "timing", "group", "participants", "outcome_kind", "outcome_source",
            "annotations");
    private static final BigDecimal MOST_SECONDS = BigDecimal.valueOf(10_000_000);

    private final String fileName;
    private final int line;
    private final List<String> warnings = new ArrayList<>();
    private final Map<String, Participant> participants = new LinkedHashMap<>();

    ConversationParser(String fileName, int line) {
        this.fileName = fileName;
        this.line = line;
    }

    ImportedCall parse(String json) throws Unreadable {
        Fields fields = new Fields(object(json), line, "", warnings);
        try {
            CallId id = new CallId(fields.idText("id"));
            declareParticipants(fields);
            List<Turn> turns = turns(fields, fields.object().get("meta"));
            TimingClass timing = fields.has("timing") ? fields.name("timing", TimingClass.class) : timingOf(turns);
            String name = fields.optionalText("source");
            String format = fields.optionalText("format");
            Source source = new Source(format == null ? ConversationJsonl.FORMAT : format, name == null ? fileName : name, extras(fields.object()));
            String title = fields.optionalText("title");
            Call call = new Call(id, title == null ? id.value() : title, source, timing, fields.optionalInstant("started_at"), group(fields, id),
                    List.copyOf(participants.values()), turns);
            List<Annotation> annotations = ConversationAnnotations.read(fields, call);
            return new ImportedCall(call, outcome(fields, annotations), annotations, warnings, line);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new Unreadable(line, String.valueOf(e.getMessage()), e);
        }
    }

    private ObjectNode object(String json) throws Unreadable {
        try {
            JsonNode node = ConversationJsonl.JSON.readTree(json);
            if (node instanceof ObjectNode object) {
                return object;
            }
            throw new Unreadable(line, "expected one JSON object with \"id\" and \"turns\", but found \"" + Unreadable.shown(json) + "\"");
        } catch (UnexpectedEndOfInputException e) {
            throw new Unreadable(line, "the line ends before its JSON does: the file is cut off, or a call was broken into several lines; export it again", e);
        } catch (JacksonException e) {
            throw new Unreadable(line, "is not JSON that can be read: " + e.getOriginalMessage().lines().findFirst().orElse("damaged"), e);
        }
    }

    private void declareParticipants(Fields fields) throws Unreadable {
        for (Fields participant : fields.optionalObjects("participants")) {
            String key = participant.text("key");
            String name = participant.optionalText("name");
            Participant declared = new Participant(key, name == null ? key : name, participant.name("side", Side.class), participant.optionalText("email"));
            if (participants.putIfAbsent(key, declared) != null) {
                throw new Unreadable(line, "\"participants\" names \"" + Unreadable.shown(key) + "\" twice");
            }
        }
    }

    private List<Turn> turns(Fields fields, @Nullable JsonNode meta) throws Unreadable {
        boolean declared = !participants.isEmpty();
        List<Fields> objects = fields.objects("turns");
        if (objects.isEmpty()) {
            throw new Unreadable(line, "\"turns\" is empty: a call has at least one turn");
        }
        if (objects.size() > Calls.MOST_TURNS) {
            throw new Unreadable(line, "has " + objects.size() + " turns, and no one call has more than " + Calls.MOST_TURNS);
        }
        List<Turn> turns = new ArrayList<>(objects.size());
        for (Fields turn : objects) {
            Side side = side(turn);
            String text = turn.text("text");
            String key = declared ? declaredSpeaker(turn, side) : side.name().toLowerCase(Locale.ROOT);
            if (!declared) {
                participants.computeIfAbsent(key, k -> new Participant(k, nameOf(k, meta), side));
            }
            Turn said = new Turn(turns.size(), key, text, turn.optionalMillis("start"), turn.optionalMillis("end"));
            Calls.refuseEndless(said, line);
            turns.add(said);
        }
        return turns;
    }

    private Side side(Fields turn) throws Unreadable {
        String speaker = turn.text("speaker");
        return switch (speaker.strip().toLowerCase(Locale.ROOT)) {
            case "rep" -> Side.REP;
            case "customer" -> Side.CUSTOMER;
            case "other" -> Side.OTHER;
            default -> throw turn.wrong("speaker", "is \"" + Unreadable.shown(speaker) + "\", but must be rep, customer or other");
        };
    }

    private String declaredSpeaker(Fields turn, Side side) throws Unreadable {
        String key = turn.has("participant") ? turn.text("participant") : side.name().toLowerCase(Locale.ROOT);
        Participant participant = participants.get(key);
        if (participant == null) {
            throw turn.wrong("participant", "is \"" + Unreadable.shown(key) + "\", whom \"participants\" does not name");
        }
        if (participant.side() != side) {
            throw turn.wrong("speaker", "says " + side + ", but \"participants\" says " + participant.side() + " of \"" + Unreadable.shown(key) + "\"");
        }
        return key;
    }

    private static String nameOf(String key, @Nullable JsonNode meta) {
        for (String field : List.of(key, key + "_name", key + "_id")) {
            JsonNode name = meta == null ? null : meta.get(field);
            if (name != null && name.isString() && !name.asString().isBlank() && name.asString().length() <= 200) {
                return name.asString();
            }
        }
        return key;
    }

    private static TimingClass timingOf(List<Turn> turns) {
        if (turns.stream().allMatch(turn -> turn.endMs() != null)) {
            return TimingClass.SEGMENT_MS;
        }
        return turns.stream().anyMatch(turn -> turn.startMs() != null) ? TimingClass.TURN_START_S : TimingClass.NONE;
    }

    private static String group(Fields fields, CallId id) throws Unreadable {
        String stated = fields.optionalText("group");
        if (stated != null) {
            return stated;
        }
        return groupIn(fields.object().get("meta"), id);
    }

    /** The group that a line's meta states, a text or a number; the call's id if it states none. */
    static String groupIn(@Nullable JsonNode meta, CallId id) {
        JsonNode group = meta instanceof ObjectNode fields ? fields.get("group") : null;
        boolean named = group != null && (group.isString() || group.isNumber() && !Fields.isNaN(group)) && !group.asString().isBlank();
        return group != null && named ? group.asString() : id.value();
    }

    /** Everything that a call has no place for, as it stands. */
    private @Nullable String extras(ObjectNode object) {
        ObjectNode extras = object.deepCopy();
        boolean groupIsOurs = object.has("group");
        extras.remove(MODELLED);
        if (groupIsOurs && extras.get("meta") instanceof ObjectNode meta) {
            if (meta.get("group") instanceof JsonNode group && group.equals(object.get("group"))) {
                meta.remove("group");
            }
            if (meta.isEmpty()) {
                extras.remove("meta");
            }
        }
        int notNumbers = withoutNaN(extras);
        if (notNumbers > 0) {
            warnings.add(notNumbers + " numbers are NaN or infinite, which JSON does not have; they were kept as null.");
        }
        return extras.isEmpty() ? null : ConversationJsonl.JSON.writeValueAsString(extras);
    }

    private static int withoutNaN(JsonNode node) {
        int found = 0;
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                if (Fields.isNaN(field.getValue())) {
                    field.setValue(object.nullNode());
                    found++;
                } else {
                    found += withoutNaN(field.getValue());
                }
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                if (Fields.isNaN(array.get(i))) {
                    array.set(i, array.nullNode());
                    found++;
                } else {
                    found += withoutNaN(array.get(i));
                }
            }
        }
        return found;
    }

    /** An outcome that an analyst labeled stands among the annotations, and comes in with them. */
    private @Nullable OutcomeKind outcome(Fields fields, List<Annotation> annotations) throws Unreadable {
        boolean labeled = annotations.stream().anyMatch(annotation -> annotation.kind() == LabelKind.OUTCOME);
        String source = fields.optionalText("outcome_source");
        OutcomeKind kind = stated(fields);
        return labeled && "ANALYST".equals(source) ? null : kind;
    }

    private @Nullable OutcomeKind stated(Fields fields) throws Unreadable {
        JsonNode number = fields.object().get("outcome");
        OutcomeKind byNumber = null;
        if (number != null && !number.isNull()) {
            boolean zeroOrOne = number.isNumber() && !Fields.isNaN(number)
                    && (number.decimalValue().compareTo(BigDecimal.ZERO) == 0 || number.decimalValue().compareTo(BigDecimal.ONE) == 0);
            if (!zeroOrOne) {
                throw fields.wrong("outcome", "is " + Unreadable.shown(number.toString()) + ", but must be 0, 1 or null");
            }
            byNumber = number.decimalValue().signum() == 0 ? OutcomeKind.LOST : OutcomeKind.WON;
        }
        return fields.has("outcome_kind") ? fields.name("outcome_kind", OutcomeKind.class) : byNumber;
    }

    static BigDecimal mostSeconds() {
        return MOST_SECONDS;
    }

    static List<Fields> each(ArrayNode array, int line, String path, List<String> warnings) throws Unreadable {
        List<Fields> objects = new ArrayList<>(array.size());
        for (int i = 0; i < array.size(); i++) {
            if (!(array.get(i) instanceof ObjectNode object)) {
                throw new Unreadable(line, path + "[" + i + "] is not an object: " + Unreadable.shown(array.get(i).toString()));
            }
            objects.add(new Fields(object, line, path + "[" + i + "].", warnings));
        }
        return objects;
    }
}
