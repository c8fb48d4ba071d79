package org.turnwise.intake.crm.matching;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.turnwise.call.CallId;

/** The matches of a workspace: append-only. What a method saved is on disk when it returns; joins the caller's write. Any thread. */
public interface MatchRepository {

    /** Appends events in order, all or none; returns them with their {@code seq}. */
    List<Match> append(List<Match> matches);

    /** The last event of each call. */
    Map<CallId, Match> current();

    Optional<Match> current(CallId call);

    /** Every event of a call, oldest first. */
    List<Match> trail(CallId call);

    /** What a person decided and nobody took back, oldest first. */
    List<Match> decisions();
}
