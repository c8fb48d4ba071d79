package org.turnwise.simulate.plot;

/** What a rep can be good at. */
public enum Skill {
    OPEN,
    DISC,
    LIST,
    IMPT,
    STAK,
    PROC,
    VALU,
    OBJN,
    PRIC,
    COMP,
    NEXT
}
