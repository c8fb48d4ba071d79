package org.turnwise.intake.crm.matching;

import java.time.LocalDate;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.turnwise.intake.crm.deal.Deal;
import org.turnwise.reward.OutcomeKind;
import org.turnwise.reward.RewardSignal;

/** What a deal says of a call that belongs to it. An open deal says that it is open, which is never a no. */
public sealed interface Attribution {

    /** The deal's outcome is the call's. */
    record Says(OutcomeKind kind) implements Attribution {}

    /** The deal says nothing of this call. */
    record LeftOut(Reason reason) implements Attribution {}

    /** Why a deal says nothing of a call. */
    enum Reason {
        /** What was said after the deal had closed didn't close it. */
        AFTER_CLOSE("the call was after the deal had closed"),
        /** Nobody was there to be sold to. */
        NO_CONVERSATION("nobody was there: a no-show, a voicemail or the like"),
        TOO_SHORT("the call took less than a minute");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        /** For people to read. */
        public String words() {
            return words;
        }
    }

    /** Shorter than this, in milliseconds, there is no sales conversation. */
    long SHORTEST_MS = 60_000;

    /** @param known what others say came of the call */
    static Attribution of(Deal deal, @Nullable LocalDate day, @Nullable Long lengthMs, Collection<RewardSignal> known) {
        if (day != null && deal.closedOn() != null && day.isAfter(deal.closedOn())) {
            return new LeftOut(Reason.AFTER_CLOSE);
        }
        if (known.stream().map(RewardSignal::kind).anyMatch(kind -> kind != null && kind.noConversation())) {
            return new LeftOut(Reason.NO_CONVERSATION);
        }
        if (lengthMs != null && lengthMs < SHORTEST_MS) {
            return new LeftOut(Reason.TOO_SHORT);
        }
        return new Says(deal.outcome());
    }
}
