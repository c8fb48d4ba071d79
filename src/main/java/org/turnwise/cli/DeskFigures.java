package org.turnwise.cli;

/**
 * How the window does on a workspace. Times are as a person waits, in milliseconds; beside them how long the processor worked, which is what is left of them if
 * nothing else runs on the machine.
 *
 * @param usable        from opening the workspace until the window is there and its call laid out
 * @param usableWorked  the processor's part, of all threads
 * @param ordered       from the same moment until the queue is there
 * @param orderedWorked likewise
 * @param again         ordering the queue again after a label
 * @param againWorked   likewise
 * @param filtered      narrowing the queue to some words and widening it again, the slower of both
 * @param opened        opening the long call, in order of time
 * @param keys          from a labeling key until its label is saved and laid out, in order of time
 * @param painted       from a labeling key until what it changed is on the screen, saved, in order of time
 * @param meanwhile     likewise, while a scorer is being trained in the background
 * @param drawn         drawing the whole window once, in order of time; in software
 */
public record DeskFigures(
        double usable, double usableWorked, double ordered, double orderedWorked, double again, double againWorked, double filtered, double[] opened,
        double[] keys,
        double[] painted, double[] meanwhile, double[] drawn) {}
