package org.turnwise.annotation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One label on one target, by one annotator, at one time.
 *
 * @param label  the {@link Label#id()}
 * @param text   the words of a note, or what a status says besides its name; null otherwise
 * @param scheme name and version the label was chosen from, for example {@code sales-core 1.0}
 */
public record Annotation(UUID id, Target target, LabelKind kind, String label, @Nullable String text, String annotator, Instant at, String scheme) {}
