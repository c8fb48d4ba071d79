package org.turnwise.annotation;

/** The label scheme to work with now. Ask each time: a team changes its scheme while people work. Any thread. */
public interface CurrentScheme {

    LabelScheme now();
}
