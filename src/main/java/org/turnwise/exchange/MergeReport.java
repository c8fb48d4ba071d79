package org.turnwise.exchange;

import java.util.List;
import org.turnwise.annotation.merge.Conflict;

/**
 * What a bundle brought, or would bring.
 *
 * @param newEdits   of {@code manifest.edits()}, how many were not known
 * @param newCalls   how many calls came in
 * @param callsAway  calls that new edits speak of and that are not here; their labels wait for them
 * @param conflicts  those that came up with this bundle and that nobody has settled
 * @param people     whose labels came from more than one workspace; one name is taken for one person
 * @param notes      what else a person should know, in sentences
 */
public record MergeReport(
        BundleManifest manifest, int newEdits, int newCalls, int callsAway, List<Conflict> conflicts, List<String> people, List<String> notes) {

    public MergeReport {
        conflicts = List.copyOf(conflicts);
        people = List.copyOf(people);
        notes = List.copyOf(notes);
    }
}
