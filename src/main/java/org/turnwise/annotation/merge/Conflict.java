package org.turnwise.annotation.merge;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.turnwise.annotation.Annotation;

/**
 * Edits that got in each other's way, made by people who did not know of the other's.
 *
 * @param id       the same in every workspace that knows the same edits
 * @param sides    two or more, in the order of replay; the last one's labels stand, unless somebody has decided since
 * @param standing what stands there now
 * @param settled  whether somebody who knew of all sides has edited the place since
 */
public record Conflict(UUID id, Subject subject, List<Side> sides, List<Annotation> standing, boolean settled) {

    /**
     * One of the edits.
     *
     * @param took what it took off the subject
     * @param put  what it put there
     */
    public record Side(UUID edit, UUID origin, String what, Instant at, List<Annotation> took, List<Annotation> put) {}

    public Conflict {
        sides = List.copyOf(sides);
        standing = List.copyOf(standing);
    }
}
