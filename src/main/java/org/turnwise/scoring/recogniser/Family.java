package org.turnwise.scoring.recogniser;

/** Labels among which whoever reads a turn chooses: one of them on a turn says that the others were considered. */
public enum Family {
    /** Where the conversation is. */
    STAGE,
    /** What the turn does; objections count among the acts. */
    ACT,
    /** Whatever the source of the call labeled its turns with, in words of its own. */
    SOURCE
}
