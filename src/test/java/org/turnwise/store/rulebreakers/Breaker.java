package org.turnwise.store.rulebreakers;

/** Breaks the rules of the store, and closes a cycle. */
public class Breaker {

    public org.turnwise.cli.rulebreakers.Breaker above;
    public org.turnwise.call.rulebreakers.Breaker cycle;
}
