package org.turnwise.annotation;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.turnwise.call.Side;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads label schemes from JSON, and refuses those that would not work: the message names the scheme, the label and what is wrong with it. */
public final class LabelSchemeReader {

    /** A scheme that can't be used. */
    public static final class Refused extends RuntimeException {
        public Refused(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    private record SchemeJson(@Nullable String name, @Nullable String version, @Nullable List<LabelJson> labels) {}

    private record LabelJson(
            @Nullable String id,
            @Nullable String kind,
            @Nullable String name,
            @Nullable List<String> sides,
            @Nullable String key,
            @Nullable String tone,
            @Nullable String guidance,
            @Nullable String family) {}

    private final String source;

    private LabelSchemeReader(String source) {
        this.source = source;
    }

    /**
     * @param source names where the JSON comes from, for messages
     * @throws Refused if it is no scheme, or one that breaks the rules
     */
    public static LabelScheme read(InputStream json, String source) {
        return new LabelSchemeReader(source).read(json);
    }

    static LabelScheme resource(String path) {
        try (InputStream json = LabelSchemeReader.class.getResourceAsStream(path)) {
            if (json == null) {
                throw new IllegalStateException("the program is incomplete: its label scheme " + path + " is missing; install it anew");
            }
            return read(json, path);
        } catch (IOException e) {
            throw new IllegalStateException("the label scheme " + path + " of the program can't be read; install it anew", e);
        }
    }

    private LabelScheme read(InputStream json) {
        SchemeJson scheme = parse(json);
        List<Label> labels = new ArrayList<>();
        for (LabelJson label : required(scheme.labels(), "the scheme", "labels")) {
            labels.add(label(label, labels.size() + 1));
        }
        checkIds(labels);
        checkKeys(labels);
        return new LabelScheme(required(scheme.name(), "the scheme", "name"), required(scheme.version(), "the scheme", "version"), labels);
    }

    private SchemeJson parse(InputStream json) {
        try {
            return JsonMapper.builder().build().readValue(json, SchemeJson.class);
        } catch (JacksonException e) {
            throw new Refused("label scheme " + source + " is not the JSON of a scheme: " + e.getOriginalMessage(), e);
        }
    }

    private Label label(LabelJson json, int place) {
        String id = required(json.id(), "label number " + place, "id");
        String who = "label " + id;
        return new Label(
                id,
                constant(LabelKind.class, required(json.kind(), who, "kind"), who, "kind"),
                required(json.name(), who, "name"),
                sides(required(json.sides(), who, "sides"), who),
                json.key(),
                constant(Label.Tone.class, required(json.tone(), who, "tone"), who, "tone"),
                required(json.guidance(), who, "guidance"),
                json.family());
    }

    private Set<Side> sides(List<String> names, String who) {
        Set<Side> sides = EnumSet.noneOf(Side.class);
        names.forEach(name -> sides.add(constant(Side.class, name, who, "side")));
        if (sides.isEmpty()) {
            throw refused(who + " goes on no side; name at least one of " + constants(Side.class));
        }
        return sides;
    }

    private <T> T required(@Nullable T value, String who, String what) {
        if (value == null || value instanceof String words && words.isBlank()) {
            throw refused(who + " has no " + what);
        }
        return value;
    }

    private <E extends Enum<E>> E constant(Class<E> type, String name, String who, String what) {
        return Stream.of(type.getEnumConstants())
                .filter(constant -> constant.name().equals(name))
                .findFirst()
                .orElseThrow(() -> refused(who + " has the unknown " + what + " \"" + name + "\"; known are " + constants(type)));
    }

    private static <E extends Enum<E>> String constants(Class<E> type) {
        return String.join(", ", Stream.of(type.getEnumConstants()).map(Enum::name).toList());
    }

    private void checkIds(List<Label> labels) {
        Set<String> ids = new HashSet<>();
        for (Label label : labels) {
            if (!ids.add(label.id())) {
                throw refused("two labels have the id " + label.id());
            }
            if (label.kind() == LabelKind.STATUS) {
                throw refused("label " + label.id() + " is of kind STATUS, which belongs to no scheme");
            }
        }
        for (Label label : labels) {
            if (label.family() != null && !ids.contains(label.family())) {
                throw refused("label " + label.id() + " belongs to the family " + label.family() + ", which the scheme has not");
            }
        }
    }

    /** Labels of different sides may share a key, for no turn can carry both. */
    private void checkKeys(List<Label> labels) {
        for (Side side : Side.values()) {
            Map<String, Label> byKey = new HashMap<>();
            for (Label label : labels) {
                String key = label.key();
                Label other = key == null || !label.sides().contains(side) ? null : byKey.put(key, label);
                if (other != null) {
                    throw refused("labels " + other.id() + " and " + label.id() + " have the same key " + key + ", and both go on "
                            + side.name().toLowerCase(Locale.ROOT) + " turns");
                }
            }
        }
    }

    private Refused refused(String why) {
        return new Refused("label scheme " + source + ": " + why, null);
    }
}
