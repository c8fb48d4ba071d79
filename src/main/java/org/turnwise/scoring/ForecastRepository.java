package org.turnwise.scoring;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.turnwise.call.CallId;

/** Forecasts kept so that lists need no scoring. A cache: what is missing is computed again. Any thread. */
public interface ForecastRepository {

    void save(Collection<CallForecast> forecasts);

    Optional<CallForecast> find(CallId call, int version);

    /** Calls this version has scored. */
    Set<CallId> scored(int version);

    Map<CallId, CallForecast> all(int version);

    /** All of a version, one after another, so that no more than one need be in memory. */
    void forEach(int version, Consumer<CallForecast> visitor);

    /** Forgets the forecasts of these calls, because their sides were settled anew. */
    void forget(Collection<CallId> calls);

    List<Integer> versions();
}
