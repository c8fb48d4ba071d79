package org.turnwise.reward;

import java.util.Optional;

/** What came of a call, or of its deal. The names are stable: they stand in files, exports and the ledger. */
public enum OutcomeKind {
    WON(Conversion.YES, "Won"),
    LOST(Conversion.NO, "Lost"),
    NO_DECISION(Conversion.NO, "No decision"),
    DISQUALIFIED(Conversion.SILENT, "Disqualified"),
    OPEN(Conversion.CENSORED, "Open"),

    WON_ON_CALL(Conversion.YES, "Won on the call"),
    VERBAL_COMMIT(Conversion.YES, "Verbal commitment"),
    EXPANSION_AGREED(Conversion.YES, "Expansion agreed"),
    RENEWED(Conversion.YES, "Renewed"),
    TRIAL_STARTED(Conversion.YES, "Trial started"),
    DEMO_BOOKED(Conversion.YES, "Demo booked"),
    MEETING_BOOKED(Conversion.YES, "Meeting booked"),
    PROPOSAL_DATED(Conversion.YES, "Proposal with a date"),
    REFERRED(Conversion.YES, "Referred"),
    NEXT_STEP_VAGUE(Conversion.NO, "Vague next step"),
    DISQUALIFIED_FAIR(Conversion.SILENT, "Fairly disqualified"),
    STALL(Conversion.NO, "Stalled"),
    PRICING_REJECTION(Conversion.NO, "Refused on price"),
    NOT_INTERESTED(Conversion.NO, "Not interested"),
    LOST_COMPETITOR(Conversion.NO, "Lost to a competitor"),
    CHURNED(Conversion.NO, "Churned"),
    DOWNGRADED(Conversion.NO, "Downgraded"),
    NO_SHOW(Conversion.SILENT, "No-show"),
    VOICEMAIL(Conversion.SILENT, "Voicemail"),
    GATEKEEPER(Conversion.SILENT, "Gatekeeper"),
    WRONG_NUMBER(Conversion.SILENT, "Wrong number"),
    TECH_FAIL(Conversion.SILENT, "Technical failure");

    /** What an outcome teaches about conversion. */
    public enum Conversion {
        YES,
        NO,
        /** Not known yet: the deal is open. Never counted as a no. */
        CENSORED,
        /** Says nothing about selling. */
        SILENT
    }

    private final Conversion conversion;
    private final String title;

    OutcomeKind(Conversion conversion, String title) {
        this.conversion = conversion;
        this.title = title;
    }

    public Conversion conversion() {
        return conversion;
    }

    /** Whether it says how a deal ended, and not what one call achieved. */
    public boolean endsDeal() {
        return switch (this) {
            case WON, LOST, NO_DECISION, WON_ON_CALL, LOST_COMPETITOR -> true;
            default -> false;
        };
    }

    /** Whether nobody was there to be sold to, so that what becomes of the deal teaches nothing about this call. */
    public boolean noConversation() {
        return switch (this) {
            case NO_SHOW, VOICEMAIL, GATEKEEPER, WRONG_NUMBER, TECH_FAIL -> true;
            default -> false;
        };
    }

    /** For people to read. */
    public String title() {
        return title;
    }

    public static Optional<OutcomeKind> ofName(String name) {
        for (OutcomeKind kind : values()) {
            if (kind.name().equals(name)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
