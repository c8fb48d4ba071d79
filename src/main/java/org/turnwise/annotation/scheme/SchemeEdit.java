package org.turnwise.annotation.scheme;

import org.turnwise.annotation.Label;
import org.turnwise.annotation.LabelScheme;

/** One thing a person does to a label scheme. */
public sealed interface SchemeEdit {

    /** A new label, at the end of its kind. */
    record Add(Label label) implements SchemeEdit {}

    /** Another name, key, colour, guidance or other sides for the label of this id, whose kind stays. */
    record Change(Label to) implements SchemeEdit {}

    /** Up (−1) or down (+1) among the labels of its kind. */
    record Move(String label, int places) implements SchemeEdit {}

    /** Wherever one stands the other takes its place, and the one is retired. */
    record Merge(String from, String into) implements SchemeEdit {}

    /** It stays where it stands, and can't be put on any more. */
    record Retire(String label) implements SchemeEdit {}

    /** A retired label can be put on again. */
    record Revive(String label) implements SchemeEdit {}

    /** Another scheme, from a file: labels that it has not are retired. */
    record Adopt(LabelScheme scheme) implements SchemeEdit {}
}
