package org.turnwise.ui.scheme;

import org.turnwise.annotation.Label;

/** What a person has begun to do with a label, and neither done nor given up. */
sealed interface Pending {

    /** What there is to do is what the form says. */
    record Nothing() implements Pending {}

    /** The label is to become the one that is chosen next. */
    record Merge(Label from) implements Pending {}

    record Retirement(Label of) implements Pending {}
}
