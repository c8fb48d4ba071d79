package org.turnwise.annotation;

import org.turnwise.call.CallId;

/** What an annotation is about. */
public sealed interface Target {

    CallId call();

    /** A whole call. */
    record OfCall(CallId call) implements Target {}

    /** One turn, by its 0-based ordinal. */
    record OfTurn(CallId call, int ordinal) implements Target {}
}
