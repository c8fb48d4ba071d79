package org.turnwise.scoring;

import java.time.Clock;
import org.turnwise.call.CallRepository;
import org.turnwise.reward.Outcomes;
import org.turnwise.task.Progress;

/** Trains scorer versions from a workspace's calls and outcomes. */
public final class Training {

    /** Fewest calls that converted, and fewest that did not, that a scorer is trained on. */
    public static final int FEWEST_A_CLASS = 20;

    /** Not enough outcomes to train on; the message says how many there are and how many are needed. */
    public static final class TooFewOutcomes extends RuntimeException {
        private final int converted;
        private final int notConverted;

        public TooFewOutcomes(int converted, int notConverted) {
            super("to train, at least " + FEWEST_A_CLASS + " calls that converted and " + FEWEST_A_CLASS + " that did not are needed; there are "
                    + converted + " and " + notConverted);
            this.converted = converted;
            this.notConverted = notConverted;
        }

        public int converted() {
            return converted;
        }

        public int notConverted() {
            return notConverted;
        }
    }

    public Training(CallRepository calls, Outcomes outcomes, ScorerVersions versions, String scheme, Clock clock) {}

    /** @return the new candidate, stored. Cancelled (by {@link java.util.concurrent.CancellationException}) or failed, it leaves nothing behind. */
    public ScorerVersion train(long seed, Progress progress) {
        throw new UnsupportedOperationException();
    }
}
