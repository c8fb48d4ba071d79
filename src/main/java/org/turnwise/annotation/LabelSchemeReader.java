package org.turnwise.annotation;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
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

    private record SchemeJson(@Nullable String name, @Nullable String version, @Nullable List<@Nullable LabelJson> labels,
            @Nullable List<@Nullable LabelJson> retired) {}

    private record LabelJson(
            @Nullable String id,
            @Nullable String kind,
            @Nullable String name,
            @Nullable List<@Nullable String> sides,
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
        List<Label> labels = labels(required(scheme.labels(), "the scheme", "labels"), "label");
        List<Label> retired = scheme.retired() == null ? List.of() : labels(scheme.retired(), "retired label");
        LabelScheme read = new LabelScheme(required(scheme.name(), "the scheme", "name"), required(scheme.version(), "the scheme", "version"), labels, retired);
        SchemeCheck.problem(read).ifPresent(problem -> {
            throw refused(problem);
        });
        return read;
    }

    private List<Label> labels(List<@Nullable LabelJson> read, String what) {
        List<Label> labels = new ArrayList<>();
        for (LabelJson json : read) {
            String who = what + " number " + (labels.size() + 1);
            if (json == null) {
                throw refused(who + " is empty");
            }
            labels.add(label(json, who));
        }
        return labels;
    }

    private SchemeJson parse(InputStream json) {
        try {
            SchemeJson read = JsonMapper.builder().build().readValue(json, SchemeJson.class);
            if (read == null) {
                throw refused("it is empty");
            }
            return read;
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new Refused(
                    "label scheme " + source + " is not the JSON of a scheme" + (line > 0 ? ", line " + line : "") + ": " + e.getOriginalMessage(), e);
        }
    }

    private Label label(LabelJson json, String place) {
        String id = required(json.id(), place, "id");
        String who = "label " + id;
        return new Label(
                id,
                constant(LabelKind.class, required(json.kind(), who, "kind"), who, "kind"),
                required(json.name(), who, "name"),
                sides(required(json.sides(), who, "sides"), who),
                json.key() == null || json.key().isBlank() ? null : json.key(),
                constant(Label.Tone.class, required(json.tone(), who, "tone"), who, "tone"),
                required(json.guidance(), who, "guidance"),
                json.family());
    }

    private Set<Side> sides(List<@Nullable String> names, String who) {
        Set<Side> sides = EnumSet.noneOf(Side.class);
        names.forEach(name -> sides.add(constant(Side.class, required(name, who, "name of a side"), who, "side")));
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
                .orElseThrow(() -> refused(who + " has the unknown " + what + " \"" + (name.length() > 40 ? name.substring(0, 40) + "…" : name)
                        + "\"; known are " + constants(type)));
    }

    private static <E extends Enum<E>> String constants(Class<E> type) {
        return String.join(", ", Stream.of(type.getEnumConstants()).map(Enum::name).toList());
    }

    private Refused refused(String why) {
        return new Refused("label scheme " + source + ": " + why, null);
    }
}
