package org.turnwise.intake.crm.deal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.turnwise.reward.OutcomeKind;
import org.turnwise.reward.OutcomeKind.Conversion;
import org.turnwise.reward.SourceRow;

/**
 * A deal as one row of a CRM's table has it. Texts are null where the row says nothing.
 *
 * @param id            as the CRM knows it; Salesforce's in its form of 18 characters
 * @param name          empty if the row has none
 * @param segment       of the business or the customer, as the CRM writes it
 * @param accountDomain registrable part of the account's web address, in lower case
 * @param outcome       WON, LOST, NO_DECISION, DISQUALIFIED or OPEN
 * @param createdOn     the day by the CRM's clock
 * @param closedOn      only of a deal that is closed
 * @param row           where it stands
 */
public record Deal(
        String id,
        String name,
        @Nullable String accountName,
        @Nullable String accountId,
        @Nullable String accountDomain,
        @Nullable String ownerName,
        @Nullable String ownerEmail,
        List<Contact> contacts,
        @Nullable String stage,
        @Nullable String pipeline,
        @Nullable String type,
        @Nullable String segment,
        OutcomeKind outcome,
        @Nullable LocalDate createdOn,
        @Nullable LocalDate closedOn,
        @Nullable BigDecimal amount,
        @Nullable String currency,
        @Nullable String lostReason,
        SourceRow row) {

    private static final Set<OutcomeKind> KINDS =
            Set.of(OutcomeKind.WON, OutcomeKind.LOST, OutcomeKind.NO_DECISION, OutcomeKind.DISQUALIFIED, OutcomeKind.OPEN);

    public Deal {
        contacts = List.copyOf(contacts);
        if (id.isBlank()) {
            throw new IllegalArgumentException("a deal needs an id");
        }
        if (!KINDS.contains(outcome)) {
            throw new IllegalArgumentException("a deal is not " + outcome);
        }
        if (closedOn != null && outcome == OutcomeKind.OPEN) {
            throw new IllegalArgumentException("deal " + id + " is open and closed");
        }
    }

    public boolean censored() {
        return outcome.conversion() == Conversion.CENSORED;
    }

    /** Whether the deal was there and not closed yet; what a row doesn't say is no reason against it. */
    public boolean wasOpenOn(LocalDate day) {
        return (createdOn == null || !createdOn.isAfter(day)) && (closedOn == null || !closedOn.isBefore(day));
    }

    /** Whether this row says what that one says, wherever the two stand. */
    public boolean saysTheSameAs(Deal other) {
        return at(other.row).equals(other);
    }

    /** The same deal as it stands in this row. */
    public Deal at(SourceRow place) {
        return new Deal(id, name, accountName, accountId, accountDomain, ownerName, ownerEmail, contacts, stage, pipeline, type, segment, outcome,
                createdOn, closedOn, amount, currency, lostReason, place);
    }

    /** The same deal with these contacts. */
    public Deal with(List<Contact> known) {
        return new Deal(id, name, accountName, accountId, accountDomain, ownerName, ownerEmail, known, stage, pipeline, type, segment, outcome,
                createdOn, closedOn, amount, currency, lostReason, row);
    }
}
