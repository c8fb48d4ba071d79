package org.turnwise.cli.rulebreakers;

/** Breaks the rules of commands. */
public class Breaker {

    public org.turnwise.ui.rulebreakers.Breaker window;
}
