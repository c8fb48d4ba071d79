package org.turnwise.intake.reading;

import java.util.List;
import java.util.Set;

/**
 * What is known before a file is read.
 *
 * @param reps     names of people known to sell, as {@link SpeakerNames#key} writes them: such a name before a colon is a speaker even if it comes once
 * @param mappings how files of no known tool are to be read, where a person has said so
 * @param about    what other files of the same import say of calls
 */
public record ReadContext(Set<String> reps, List<MappingProfile> mappings, AboutCalls about) {

    public ReadContext {
        reps = Set.copyOf(reps);
        mappings = List.copyOf(mappings);
    }

    public ReadContext(Set<String> reps) {
        this(reps, List.of(), AboutCalls.NOTHING);
    }

    public static ReadContext none() {
        return new ReadContext(Set.of());
    }
}
