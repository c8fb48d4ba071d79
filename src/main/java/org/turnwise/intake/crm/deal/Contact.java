package org.turnwise.intake.crm.deal;

import org.jspecify.annotations.Nullable;

/**
 * Somebody on the customer's side of a deal. At least one of the two is known.
 *
 * @param email in lower case
 */
public record Contact(@Nullable String name, @Nullable String email) {

    public Contact {
        if (name == null && email == null) {
            throw new IllegalArgumentException("a contact has a name or an e-mail");
        }
    }
}
