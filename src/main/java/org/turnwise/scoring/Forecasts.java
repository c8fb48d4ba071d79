package org.turnwise.scoring;

import java.util.Map;
import java.util.Optional;
import org.turnwise.call.Call;
import org.turnwise.call.CallId;
import org.turnwise.call.CallRepository;
import org.turnwise.task.Progress;

/** The active scorer's forecasts, computed once and kept. Any thread. */
public final class Forecasts {

    public Forecasts(CallRepository calls, ScorerVersions versions, ForecastRepository kept) {}

    /** The forecast of a call, stored or not; empty without an active scorer or while its sides are not settled. */
    public Optional<CallForecast> of(Call call) {
        throw new UnsupportedOperationException();
    }

    /** Scores whatever the active version has not scored yet. Returns how many calls that was. */
    public int refresh(Progress progress) {
        throw new UnsupportedOperationException();
    }

    /** What {@link #refresh} has kept for the active version. */
    public Map<CallId, CallForecast> all() {
        throw new UnsupportedOperationException();
    }

    /** Called when a call's sides were settled anew. */
    public void sidesChanged(CallId call) {
        throw new UnsupportedOperationException();
    }
}
