package org.turnwise.annotation.scheme;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.turnwise.annotation.Label;
import org.turnwise.annotation.LabelKind;
import org.turnwise.annotation.LabelScheme;

/** What is different in one version of a scheme from another. */
public final class Differences {

    private Differences() {}

    /** In sentences for people, in the order of the later scheme; none if people and annotations would not notice. */
    public static List<String> between(LabelScheme earlier, LabelScheme later) {
        List<String> sentences = new ArrayList<>();
        if (!earlier.name().equals(later.name())) {
            sentences.add("The scheme is called “" + later.name() + "” instead of “" + earlier.name() + "”.");
        }
        for (Label label : later.labels()) {
            if (earlier.isRetired(label.id())) {
                sentences.add("Brought back " + Draft.named(label) + ".");
            }
            earlier.label(label.id()).ifPresentOrElse(
                    before -> changes(before, label, sentences),
                    () -> sentences.add("Added " + Draft.named(label) + ", " + kind(label.kind()) + ", " + key(label.key()) + "."));
        }
        for (Label label : earlier.labels()) {
            if (later.labels().stream().noneMatch(other -> other.id().equals(label.id()))) {
                sentences.add("Retired " + Draft.named(label) + ".");
            }
        }
        for (LabelKind kind : LabelKind.values()) {
            if (!order(earlier, later, kind).equals(order(later, earlier, kind))) {
                sentences.add("The order changed among labels of kind " + kind(kind) + ".");
            }
        }
        return sentences;
    }

    private static void changes(Label before, Label after, List<String> sentences) {
        String it = Draft.named(after);
        if (!before.name().equals(after.name())) {
            sentences.add("Renamed " + Draft.named(before) + " to " + it + ".");
        }
        if (!Objects.equals(before.key(), after.key())) {
            sentences.add(it + " has " + key(after.key()) + " instead of " + key(before.key()) + ".");
        }
        if (before.tone() != after.tone()) {
            sentences.add(it + " is coloured as " + lower(after.tone()) + " instead of " + lower(before.tone()) + ".");
        }
        if (!before.sides().equals(after.sides())) {
            sentences.add(it + " goes on " + sides(after) + " turns instead of " + sides(before) + " turns.");
        }
        if (!before.guidance().equals(after.guidance())) {
            sentences.add("The guidance of " + it + " is new: " + after.guidance());
        }
        if (!Objects.equals(before.family(), after.family())) {
            sentences.add(it + (after.family() == null ? " is no kind of another any more." : " is now a kind of " + after.family() + "."));
        }
    }

    /** Of those labels that both have. */
    private static List<String> order(LabelScheme of, LabelScheme other, LabelKind kind) {
        List<String> shared = other.ofKind(kind).stream().map(Label::id).toList();
        return of.ofKind(kind).stream().map(Label::id).filter(shared::contains).toList();
    }

    static String kind(LabelKind kind) {
        return lower(kind);
    }

    private static String key(@Nullable String key) {
        return key == null ? "no key" : "the key " + key;
    }

    private static String sides(Label label) {
        return label.sides().stream().sorted().map(Differences::lower).collect(Collectors.joining(" and "));
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
