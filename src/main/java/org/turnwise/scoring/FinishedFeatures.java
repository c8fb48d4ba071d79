package org.turnwise.scoring;

import java.util.Collection;
import java.util.Map;
import org.turnwise.call.CallId;

/** Features of finished calls, kept so that comparing calls needs no reading of what was said. A cache: what is missing is computed again. Any thread. */
public interface FinishedFeatures {

    /** @param catalogue the {@link FeatureCatalogue#VERSION} of the features */
    void save(int catalogue, Map<CallId, double[]> features);

    /** Those of this catalogue. */
    Map<CallId, double[]> all(int catalogue);

    /** Forgets those of these calls, because their sides were settled anew. */
    void forget(Collection<CallId> calls);

    /** Keeps nothing. */
    static FinishedFeatures forgetting() {
        return new FinishedFeatures() {
            @Override
            public void save(int catalogue, Map<CallId, double[]> features) {
                // nothing is kept
            }

            @Override
            public Map<CallId, double[]> all(int catalogue) {
                return Map.of();
            }

            @Override
            public void forget(Collection<CallId> calls) {
                // nothing was kept
            }
        };
    }
}
