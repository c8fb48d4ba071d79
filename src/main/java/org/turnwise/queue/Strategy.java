package org.turnwise.queue;

import java.util.Locale;
import java.util.Optional;

/** Finds one reason to read a call. Deterministic; any thread. */
sealed interface Strategy permits Anomalous, Borderline, Contradicted, RandomSlice {

    Optional<Claim> claim(Case one);

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }
}
