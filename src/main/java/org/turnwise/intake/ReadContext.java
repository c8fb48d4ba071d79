package org.turnwise.intake;

import java.util.Set;

/**
 * What is known before a file is read.
 *
 * @param reps names of people known to sell, as {@link SpeakerNames#key} writes them: such a name before a colon is a speaker even if it comes once
 */
record ReadContext(Set<String> reps) {

    ReadContext {
        reps = Set.copyOf(reps);
    }

    static ReadContext none() {
        return new ReadContext(Set.of());
    }
}
