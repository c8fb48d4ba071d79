package org.turnwise.call;

import java.time.Instant;

/**
 * One decision about which side a participant of a call is on. Later ones win; earlier ones stay on record.
 *
 * @param participant the participant's key
 * @param by          who or what decided: an annotator's name, {@code roster}, or {@code label}
 */
public record SideAssignment(CallId call, String participant, Side side, String by, Instant at) {}
