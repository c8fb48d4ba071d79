package org.turnwise.annotation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.turnwise.call.Side;

/** What every label scheme must keep to, wherever it comes from: one that doesn't would not work on screen, or not mean one thing. */
public final class SchemeCheck {

    private static final int MOST_LABELS = 1000;
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_GUIDANCE = 2000;
    private static final Pattern ID = Pattern.compile("[A-Za-z][A-Za-z0-9_.+-]{0,63}");
    private static final Pattern SCHEME_NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} _.-]{0,59}");
    private static final Pattern DELTA_ID = Pattern.compile("DELTA_(0|[+-][12])");
    /** One to three strokes of a letter, a digit or a sign; those with Ctrl are the workbench's. */
    private static final Pattern KEY = Pattern.compile("((Alt\\+)?(Shift\\+)?[A-Z0-9!-/:-@\\[-`{-~])( (Alt\\+)?(Shift\\+)?[A-Z0-9!-/:-@\\[-`{-~]){0,2}");

    private final LabelScheme scheme;

    private SchemeCheck(LabelScheme scheme) {
        this.scheme = scheme;
    }

    /** What is wrong with it, in a sentence without a full stop that names the label; empty if nothing is. */
    public static Optional<String> problem(LabelScheme scheme) {
        SchemeCheck check = new SchemeCheck(scheme);
        return check.size().or(check::ids).or(check::words).or(check::families).or(check::keys);
    }

    private Stream<Label> all() {
        return Stream.concat(scheme.labels().stream(), scheme.retired().stream());
    }

    private Optional<String> size() {
        if (all().count() > MOST_LABELS) {
            return Optional.of("it has " + all().count() + " labels, and no more than " + MOST_LABELS + " can be worked with");
        }
        return SCHEME_NAME.matcher(scheme.name()).matches() && SCHEME_NAME.matcher(scheme.version()).matches()
                ? Optional.empty()
                : Optional.of("its name and version should be up to " + LONGEST_NAME + " letters, digits, blanks, dots or dashes");
    }

    private Optional<String> ids() {
        Set<String> ids = new HashSet<>();
        return first(all(), label -> {
            if (!ID.matcher(label.id()).matches()) {
                return "label \"" + shortened(label.id()) + "\" has no id that can be kept: a letter first, then up to 63 letters, digits, or _ . + -";
            }
            if (!ids.add(label.id())) {
                return "two labels have the id " + label.id();
            }
            if (label.kind() == LabelKind.STATUS) {
                return "label " + label.id() + " is of kind STATUS, which belongs to no scheme";
            }
            return label.kind() == LabelKind.DELTA && !DELTA_ID.matcher(label.id()).matches()
                    ? "label " + label.id() + " is of kind DELTA, whose ids go from DELTA_-2 over DELTA_0 to DELTA_+2"
                    : null;
        });
    }

    private Optional<String> words() {
        return first(all(), label -> {
            if (label.name().isBlank() || label.name().codePointCount(0, label.name().length()) > LONGEST_NAME || hasControls(label.name())) {
                return "label " + label.id() + " needs a name of 1 to " + LONGEST_NAME + " characters on one line";
            }
            if (label.sides().isEmpty()) {
                return "label " + label.id() + " goes on no side; choose at least one";
            }
            return label.guidance().length() > LONGEST_GUIDANCE
                    ? "label " + label.id() + " has guidance of " + label.guidance().length() + " characters; " + LONGEST_GUIDANCE + " are the most"
                    : null;
        });
    }

    private static boolean hasControls(String text) {
        return text.codePoints().anyMatch(Character::isISOControl);
    }

    private Optional<String> families() {
        Map<String, Label> byId = new HashMap<>();
        scheme.labels().forEach(label -> byId.put(label.id(), label));
        return first(scheme.labels().stream(), label -> {
            if (label.family() == null) {
                return null;
            }
            Label family = byId.get(label.family());
            if (family == null) {
                return "label " + label.id() + " belongs to the family " + shortened(label.family()) + ", which the scheme has not";
            }
            if (family.family() != null || family.kind() != label.kind()) {
                return "label " + label.id() + " can't be a kind of " + family.id() + ", which is "
                        + (family.kind() == label.kind() ? "itself a kind of another" : "no " + label.kind().name().toLowerCase(Locale.ROOT));
            }
            return null;
        });
    }

    /** Labels of different sides may share a key, for no turn can carry both. */
    private Optional<String> keys() {
        Optional<String> unreadable = first(scheme.labels().stream(), label -> label.key() == null || KEY.matcher(label.key()).matches()
                ? null
                : "label " + label.id() + " has the key \"" + shortened(label.key()) + "\", which is none: write one to three letters or digits with a blank"
                        + " between them, such as P, A 1 or Shift+T");
        return unreadable.or(() -> Stream.of(Side.values()).map(this::shared).flatMap(Optional::stream).findFirst());
    }

    private Optional<String> shared(Side side) {
        Map<String, Label> byKey = new HashMap<>();
        List<Label> ofSide = scheme.labels().stream().filter(label -> label.key() != null && label.sides().contains(side)).toList();
        return first(ofSide.stream(), label -> {
            Label other = byKey.put(String.valueOf(label.key()), label);
            return other == null
                    ? null
                    : "labels " + other.id() + " and " + label.id() + " have the same key " + label.key() + ", and both go on "
                            + side.name().toLowerCase(Locale.ROOT) + " turns";
        });
    }

    /** Says what is wrong with a label, or null. */
    private interface Rule {
        @Nullable String broken(Label label);
    }

    private static Optional<String> first(Stream<Label> labels, Rule rule) {
        return labels.flatMap(label -> Stream.ofNullable(rule.broken(label))).findFirst();
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
