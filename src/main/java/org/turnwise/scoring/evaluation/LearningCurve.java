package org.turnwise.scoring.evaluation;

import java.util.List;

/**
 * What labeling more calls brings.
 *
 * @param name  how calls were chosen for labeling, in words for a person
 * @param steps in ascending order of labeled calls
 */
public record LearningCurve(String name, List<Step> steps) {

    /**
     * @param labeled calls that were learned from
     * @param figure  reached with them, on calls that were held out
     */
    public record Step(int labeled, Figure figure) {}

    public LearningCurve {
        steps = List.copyOf(steps);
        for (int i = 1; i < steps.size(); i++) {
            if (steps.get(i).labeled() <= steps.get(i - 1).labeled()) {
                throw new IllegalArgumentException("the steps of " + name + " are not in ascending order: "
                        + steps.get(i - 1).labeled() + ", " + steps.get(i).labeled());
            }
        }
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("the curve of " + name + " has no step");
        }
    }
}
