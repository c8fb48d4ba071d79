package org.turnwise.simulate.plot;

import java.util.List;
import java.util.Optional;

/**
 * What a customer thinks and never says in so many words. All numbers from 0 to 1.
 *
 * @param objections at most one of a concern
 */
public record CustomerState(double need, double budget, double authority, double urgency, double trust, List<Objection> objections) {

    public CustomerState {
        need = Math.clamp(need, 0, 1);
        budget = Math.clamp(budget, 0, 1);
        authority = Math.clamp(authority, 0, 1);
        urgency = Math.clamp(urgency, 0, 1);
        trust = Math.clamp(trust, 0, 1);
        objections = List.copyOf(objections);
    }

    /** How close to a yes: 0 is the undecided customer, one unit is about one standard deviation among customers at the end of a call. */
    public double readiness() {
        double weight = 0;
        for (Objection objection : objections) {
            weight += objection.weight();
        }
        return 2.4 * (need - 0.5) + 1.2 * (budget - 0.5) + 1.0 * (authority - 0.5) + 1.5 * (urgency - 0.5) + 3.0 * (trust - 0.5) - 0.9 * weight;
    }

    public Optional<Objection> objection(Concern concern) {
        return objections.stream().filter(o -> o.concern() == concern).findFirst();
    }

    /** The objection that is being dealt with. */
    Optional<Objection> raised() {
        return objections.stream().filter(o -> o.status() == Objection.Status.RAISED).findFirst();
    }

    CustomerState with(Objection changed) {
        return withObjections(objections.stream().map(o -> o.concern() == changed.concern() ? changed : o).toList());
    }

    CustomerState withObjections(List<Objection> changed) {
        return new CustomerState(need, budget, authority, urgency, trust, changed);
    }

    CustomerState moved(double dNeed, double dBudget, double dAuthority, double dUrgency, double dTrust) {
        return new CustomerState(need + dNeed, budget + dBudget, authority + dAuthority, urgency + dUrgency, trust + dTrust, objections);
    }
}
