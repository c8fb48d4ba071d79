package org.turnwise.reward;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.turnwise.call.CallId;

/**
 * One entry of the ledger: somebody or something says what came of a call.
 *
 * @param seq           place in the ledger, from 1; 0 before it is stored
 * @param kind          what came of it; null if this signal only withdraws the one it supersedes
 * @param reward        what that is worth under the policy, in [-1, 1]; null when it says nothing (censored, silent, withdrawn)
 * @param policyVersion the reward policy it was computed under
 * @param origin        who says so
 * @param reliability   how far it is believed, in (0, 1]
 * @param evidence      where it stands: file and line, or who labeled it
 * @param supersedes    the {@code seq} of the signal it takes the place of, or null
 * @param row           the row of a table that says so, or null if none does
 */
public record RewardSignal(
        long seq,
        CallId call,
        @Nullable OutcomeKind kind,
        @Nullable Double reward,
        int policyVersion,
        Origin origin,
        double reliability,
        String evidence,
        Instant at,
        @Nullable Long supersedes,
        @Nullable SourceRow row) {

    /** Who says what came of a call. A later signal supersedes an earlier one of the same origin only. */
    public enum Origin {
        /** A CRM's activities or a table of outcomes, which speak of the call itself. */
        CRM,
        /** The deal that the call was matched to, as a CRM has it. */
        DEAL,
        /** The data set the call came with. */
        DATASET,
        /** A person who read the call here. */
        ANALYST,
        /** A person who reviewed what the others say, and put another outcome in its place. */
        REVIEWER;

        /** Whether it is somebody's reading of the call, which a second reader must not know of. */
        public boolean readTheCall() {
            return this == ANALYST || this == REVIEWER;
        }
    }

    /** Without a row. */
    public RewardSignal(
            long seq,
            CallId call,
            @Nullable OutcomeKind kind,
            @Nullable Double reward,
            int policyVersion,
            Origin origin,
            double reliability,
            String evidence,
            Instant at,
            @Nullable Long supersedes) {
        this(seq, call, kind, reward, policyVersion, origin, reliability, evidence, at, supersedes, null);
    }

    public RewardSignal {
        if (reward != null && !(reward >= -1 && reward <= 1)) {
            throw new IllegalArgumentException("a reward lies in [-1, 1], not " + reward);
        }
        if (!(reliability > 0 && reliability <= 1)) {
            throw new IllegalArgumentException("a reliability lies in (0, 1], not " + reliability);
        }
    }
}
