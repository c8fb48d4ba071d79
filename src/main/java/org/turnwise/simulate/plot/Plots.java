package org.turnwise.simulate.plot;

import java.util.List;
import org.turnwise.simulate.Dice;
import org.turnwise.simulate.Knobs;
import org.turnwise.simulate.Settings;

/** Plays calls by their index. Any thread. */
public final class Plots {

    private final Settings settings;
    private final List<Rep> team;

    public Plots(Settings settings) {
        this.settings = settings;
        team = Rep.team(settings.reps(), settings.seed());
    }

    public Rep rep(int number) {
        return team.get(number);
    }

    public Plot play(Cast cast) {
        Knobs knobs = settings.knobs();
        Dice dice = Dice.of(settings.seed(), cast.index(), Dice.Stream.PLOT);
        double drift = settings.early(cast.day()) ? 0 : knobs.drift();
        Customer customer = Customer.meet(dice, settings.mode(), cast.turns(), drift);
        Dice hiding = new Dice(Dice.of(settings.seed(), cast.index(), Dice.Stream.TAMPERING).next());
        return new Director(rep(cast.rep()), customer, cast.turns(), knobs.intentNoise(), dice, hiding).play();
    }
}
