package org.turnwise.intake.crm.matching;

import org.turnwise.intake.crm.deal.Deal;

/**
 * A deal that a call may belong to.
 *
 * @param confidence of the way by which it was found, in (0, 1]
 * @param contact    whether somebody on the call is a contact of the deal
 * @param owner      whether the deal's owner is on the call
 * @param open       whether the deal was open at the time of the call
 */
public record Candidate(Deal deal, Way way, double confidence, boolean contact, boolean owner, boolean open) {

    /** By what a deal is found, and how sure that makes it. */
    public enum Way {
        ID(1.0, "the call names the deal's id"),
        CONTACT_EMAIL(0.9, "a contact's e-mail"),
        CONTACT_NAME(0.8, "the account's name and a contact's full name"),
        DOMAIN(0.75, "the account's domain"),
        ACCOUNT_AND_OWNER(0.55, "the account's name, and the owner is on the call"),
        CONTACT_AND_OWNER(0.5, "a contact's full name, and the owner is on the call"),
        ACCOUNT_NAME(0.45, "the account's name only");

        private final double confidence;
        private final String words;

        Way(double confidence, String words) {
            this.confidence = confidence;
            this.words = words;
        }

        double confidence() {
            return confidence;
        }

        String words() {
            return words;
        }
    }
}
