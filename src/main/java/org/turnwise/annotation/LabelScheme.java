package org.turnwise.annotation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A versioned set of labels. By itself it is a current scheme that never changes.
 *
 * @param name    for example {@code sales-core}
 * @param version for example {@code 1.0}
 * @param labels  those to choose from, in the order people see them
 * @param retired those that were, and may still stand on calls; nobody can put them on any more
 */
public record LabelScheme(String name, String version, List<Label> labels, List<Label> retired) implements CurrentScheme {

    public LabelScheme {
        labels = List.copyOf(labels);
        retired = List.copyOf(retired);
    }

    public LabelScheme(String name, String version, List<Label> labels) {
        this(name, version, labels, List.of());
    }

    @Override
    public LabelScheme now() {
        return this;
    }

    /** Name and version, as annotations and exports carry it. */
    public String id() {
        return name + " " + version;
    }

    /** Also one that is retired, so that what carries it can be shown. */
    public Optional<Label> label(String labelId) {
        return Stream.concat(labels.stream(), retired.stream()).filter(label -> label.id().equals(labelId)).findFirst();
    }

    public boolean isRetired(String labelId) {
        return retired.stream().anyMatch(label -> label.id().equals(labelId));
    }

    /** Those to choose from. */
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
