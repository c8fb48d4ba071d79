package org.turnwise.suggestion;

import java.util.List;
import java.util.Map;
import org.turnwise.call.CallId;

/** The append-only list of decisions. Any thread; durable when a method returns, within the write of an edit together with it. */
public interface Decisions {

    void append(List<Decision> decisions);

    /** Everybody's on this call, oldest first, taken back ones included. */
    List<Decision> of(CallId call);

    /** Those that came with this edit. */
    List<Decision> with(long edit);

    /**
     * Of the places that somebody decided on with this edit or later, as they decided last; what was taken back doesn't count.
     *
     * @param by whose decisions
     */
    Precision since(long edit, String by);

    /** Of every label that was decided on, how many of its suggestions were accepted; what was taken back doesn't count. */
    Map<String, Precision> precisions();
}
