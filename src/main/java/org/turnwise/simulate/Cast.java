package org.turnwise.simulate;

/**
 * Who meets when, for one call.
 *
 * @param index   of the call whose plot and words these are
 * @param account number of the customer's company
 * @param rep     number of the one who sells
 * @param day     from the first day on
 * @param minute  of that day
 */
record Cast(int index, int account, int rep, int day, int minute, int turns) {

    static Cast of(Settings settings, int index) {
        Dice dice = Dice.of(settings.seed(), index, Dice.Stream.CAST);
        int accounts = Math.max(1, (int) (settings.calls() * 0.7));
        return new Cast(
                index, dice.below(accounts), dice.below(settings.reps()), dice.below(settings.days()), 8 * 60 + dice.below(9 * 60), settings.mode().turns(dice));
    }
}
