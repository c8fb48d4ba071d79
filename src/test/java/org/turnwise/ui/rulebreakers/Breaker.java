package org.turnwise.ui.rulebreakers;

/** Breaks the rules of a screen. */
public class Breaker {

    public org.turnwise.cli.rulebreakers.Breaker commands;
    public org.turnwise.ui.rulebreakers2.Breaker otherScreen;
}
