package org.turnwise.scoring;

import java.util.Locale;

/** Whose forecasts are measured: the scorer's own, or one of those it has to stand beside. */
public sealed interface Head permits Head.Standard, Head.LiveWithout {

    /** How files and commands name it. */
    String label();

    /** Those every evaluation knows. */
    enum Standard implements Head {
        /** What is shown while a call runs. */
        LIVE,
        /** What is shown once a call is complete. */
        FINISHED,
        /** The share of training calls that converted, whatever is said. */
        PRIOR,
        /** Words alone, and a logistic regression. */
        TFIDF,
        /** Sentence embeddings alone, and a logistic regression. */
        EMBEDDING,
        /** Boosted trees over the features alone. */
        BOOSTING;

        @Override
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The live head, trained and asked without one of its parts.
     *
     * @param part in words for a label: lower case, hyphens instead of spaces
     */
    record LiveWithout(String part) implements Head {

        private static final String PREFIX = "live-without-";

        public LiveWithout {
            if (!part.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
                throw new IllegalArgumentException("a part is named in lower case and hyphens, not \"" + part + "\"");
            }
        }

        @Override
        public String label() {
            return PREFIX + part;
        }
    }

    /** @throws IllegalArgumentException if no head has this label */
    static Head ofLabel(String label) {
        for (Standard head : Standard.values()) {
            if (head.label().equals(label)) {
                return head;
            }
        }
        if (label.startsWith(LiveWithout.PREFIX)) {
            return new LiveWithout(label.substring(LiveWithout.PREFIX.length()));
        }
        throw new IllegalArgumentException("there is no head \"" + label + "\"");
    }
}
