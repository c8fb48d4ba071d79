package org.turnwise.simulate.plot;

import org.turnwise.simulate.Dice;
import org.turnwise.simulate.Settings;

/**
 * Who meets when, for one call.
 *
 * @param index   of the call whose plot and words these are
 * @param account number of the customer's company
 * @param rep     number of the one who sells: mostly the one whose account it is
 * @param day     from the first day on; later calls with an account follow the first within weeks
 * @param minute  of that day
 */
public record Cast(int index, int account, int rep, int day, int minute, int turns) {

    private static final double OWN_REP = 0.85;
    private static final int WEEK = 7;

    public static Cast of(Settings settings, int index) {
        int account = settings.account(index);
        int before = index - settings.firstCall(account);
        int calls = settings.firstCall(account + 1) - settings.firstCall(account);
        Dice of = Dice.of(settings.seed() ^ 0xACC0, account, Dice.Stream.CAST);
        int owner = of.below(settings.reps());
        int first = of.below(Math.max(1, settings.days() - WEEK * calls));
        Dice own = Dice.of(settings.seed(), index, Dice.Stream.CAST);
        int rep = own.chance(OWN_REP) ? owner : own.below(settings.reps());
        int day = Math.min(settings.days() - 1, first + WEEK * before + own.below(WEEK));
        return new Cast(index, account, rep, day, 8 * 60 + own.below(9 * 60), settings.mode().turns(own));
    }
}
