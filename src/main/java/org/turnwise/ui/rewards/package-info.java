/** Outcomes and what they are worth: coverage, the ledger, the policy. */
@NullMarked
package org.turnwise.ui.rewards;

import org.jspecify.annotations.NullMarked;
