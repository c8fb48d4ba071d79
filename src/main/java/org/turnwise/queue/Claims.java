package org.turnwise.queue;

import java.util.List;
import java.util.Optional;

/**
 * Finds what speaks most for reading a call. One object as long as nothing but the calls themselves changes, so that what it found of a call that is as it was
 * need not be found again.
 *
 * @param active whether a scorer is
 */
record Claims(RandomSlice lot, Anomalous anomalous, boolean active) {

    /** Of the first strategy that claims the call; they stand in order of rank. */
    Claim strongest(Case one) {
        for (Strategy strategy : List.of(lot, new Contradicted(), anomalous, new Borderline())) {
            Optional<Claim> claim = strategy.claim(one);
            if (claim.isPresent()) {
                return claim.get();
            }
        }
        return lot.rest(one, restBecause(one));
    }

    private String restBecause(Case one) {
        if (!one.call().sidesSettled()) {
            return "In order of lot: who is the rep is not settled, so it can't be forecast";
        }
        return active ? "In order of lot: not scored yet" : "In order of lot: without an active scorer nothing is known of it";
    }
}
