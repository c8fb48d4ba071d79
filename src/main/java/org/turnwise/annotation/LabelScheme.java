package org.turnwise.annotation;

import java.util.List;
import java.util.Optional;

/**
 * A versioned set of labels.
 *
 * @param name    for example {@code sales-core}
 * @param version for example {@code 1.0}
 * @param labels  in the order people see them
 */
public record LabelScheme(String name, String version, List<Label> labels) {

    public LabelScheme {
        labels = List.copyOf(labels);
    }

    /** Name and version, as annotations and exports carry it. */
    public String id() {
        return name + " " + version;
    }

    public Optional<Label> label(String labelId) {
        return labels.stream().filter(label -> label.id().equals(labelId)).findFirst();
    }

    public List<Label> ofKind(LabelKind kind) {
        return labels.stream().filter(label -> label.kind() == kind).toList();
    }

    /** The scheme a workspace starts with, sales-core 1.0. */
    public static LabelScheme standard() {
        return Standard.SCHEME;
    }

    private static final class Standard {
        static final LabelScheme SCHEME = LabelSchemeReader.resource("/schemes/sales-core-1.0.json");
    }
}
