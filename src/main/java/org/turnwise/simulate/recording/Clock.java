package org.turnwise.simulate.recording;

import java.util.List;
import org.turnwise.simulate.Dice;

/** Gives turns their times, from how fast people talk, how long they wait and how often they cut in. */
final class Clock {

    private Clock() {}

    static void time(List<SimulatedCall.Line> lines, Dice dice) {
        double rep = dice.between(145, 185);
        double customer = dice.between(130, 180);
        double at = dice.between(300, 2_000);
        long before = 0;
        for (int i = 0; i < lines.size(); i++) {
            SimulatedCall.Line line = lines.get(i);
            long words = line.text().chars().filter(c -> c == ' ').count() + 1;
            double took = words * 60_000 / ((line.byRep() ? rep : customer) * dice.between(0.9, 1.1));
            long start = Math.max(before, Math.round(at));
            long end = start + Math.max(200, Math.round(took));
            lines.set(i, line.at(start, end));
            boolean cutsIn = line.cutOff() || dice.chance(0.03);
            at = cutsIn ? end - Math.min(took / 2, dice.between(300, 900)) : end + dice.between(100, 1_300);
            before = start + 1;
        }
    }
}
