package org.turnwise.scoring;

import java.util.List;
import java.util.Locale;

/** Whose forecasts are measured: the scorer's own, or one of those it has to stand beside. */
public sealed interface Head permits Head.Standard, Head.Without {

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
        /** The same with sigmoids fitted on what it says of calls it was not trained on: one while calls run, one when they are over. */
        TFIDF_CALIBRATED,
        /** Sentence embeddings alone, and a logistic regression. */
        EMBEDDING,
        /** Boosted trees over the features alone, calibrated likewise. */
        BOOSTING;

        @Override
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * One of the scorer's own heads, learned and asked without one of its parts.
     *
     * @param head {@link Standard#LIVE} or {@link Standard#FINISHED}
     * @param part in words for a label: lower case, hyphens instead of spaces
     */
    record Without(Standard head, String part) implements Head {

        private static final String BETWEEN = "-without-";

        public Without {
            if (head != Standard.LIVE && head != Standard.FINISHED) {
                throw new IllegalArgumentException("parts are left out of the scorer's own heads, not of " + head.label());
            }
            if (!part.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
                throw new IllegalArgumentException("a part is named in lower case and hyphens, not \"" + part + "\"");
            }
        }

        @Override
        public String label() {
            return head.label() + BETWEEN + part;
        }
    }

    /** @throws IllegalArgumentException if no head has this label */
    static Head ofLabel(String label) {
        for (Standard head : Standard.values()) {
            if (head.label().equals(label)) {
                return head;
            }
        }
        for (Standard head : List.of(Standard.LIVE, Standard.FINISHED)) {
            String before = head.label() + Without.BETWEEN;
            if (label.startsWith(before)) {
                return new Without(head, label.substring(before.length()));
            }
        }
        throw new IllegalArgumentException("there is no head \"" + label + "\"");
    }
}
