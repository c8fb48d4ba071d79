package org.turnwise.call;

/** Whose side a participant is on. {@link #OTHER} is a bot, a bystander, or somebody nobody has placed yet. */
public enum Side {
    REP,
    CUSTOMER,
    OTHER
}
