package org.turnwise.intake.reading;

import java.util.Set;

/**
 * What is known before a file is read.
 *
 * @param reps names of people known to sell, as {@link SpeakerNames#key} writes them: such a name before a colon is a speaker even if it comes once
 */
public record ReadContext(Set<String> reps) {

    public ReadContext {
        reps = Set.copyOf(reps);
    }

    public static ReadContext none() {
        return new ReadContext(Set.of());
    }
}
