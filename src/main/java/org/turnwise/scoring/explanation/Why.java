package org.turnwise.scoring.explanation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.turnwise.call.Side;
import org.turnwise.scoring.Cause;
import org.turnwise.scoring.Explanation;
import org.turnwise.scoring.Explanation.Share;
import org.turnwise.scoring.Head;

/** An explanation in one sentence, and its weightiest shares. Immutable; any thread. */
public final class Why {

    /** A share in log odds under which nobody need be told: about a point of probability. */
    private static final double WORTH_TELLING = .04;

    /** Points of probability within which a forecast is as usual. */
    private static final double AS_USUAL = .015;

    private static final int FOR = 3;
    private static final int AGAINST = 2;

    /** Said in more than one turn in this many, a phrase is how people talk. */
    private static final int BACKGROUND = 3;

    private static final Pattern TELLING = Pattern.compile(".*[\\p{L}\\p{N}?!$€£].*", Pattern.DOTALL);

    private final Explanation explanation;

    public Why(Explanation explanation) {
        this.explanation = explanation;
    }

    /** For example: 62 % after turn 14, above the usual 44 %: a yes goes with “sounds good” from the customer (turn 14); a no goes with 71 customer words. */
    public String sentence() {
        double off = explanation.probability() - explanation.prior();
        List<String> sides = new ArrayList<>();
        for (boolean yes : off >= 0 ? new boolean[] {true, false} : new boolean[] {false, true}) {
            List<String> told = told(yes).stream().limit(yes == off >= 0 ? FOR : AGAINST).toList();
            if (!told.isEmpty()) {
                sides.add((yes ? "a yes" : "a no") + " goes with " + CauseWords.inARow(told));
            }
        }
        return CauseWords.percent(explanation.probability()) + when() + ", " + besidesTheUsual(off)
                + (sides.isEmpty() ? ": nothing in it stands out." : ": " + String.join("; ", sides) + ".");
    }

    private String when() {
        return explanation.head() == Head.Standard.FINISHED ? " now that the call is over" : " after turn " + explanation.turn();
    }

    private String besidesTheUsual(double off) {
        String usual = "the usual " + CauseWords.percent(explanation.prior());
        return Math.abs(off) < AS_USUAL ? "about " + usual : (off > 0 ? "above " : "below ") + usual;
    }

    /** Something to name in the sentence. */
    private record Named(String words, double logOdds) {}

    /**
     * What goes with a yes or with a no, the weightiest first. Length is one thing, however many features tell it, and so is what a side said in several turns.
     */
    private List<String> told(boolean yes) {
        List<Named> named = new ArrayList<>();
        if (length() > 0 == yes && Math.abs(length()) >= WORTH_TELLING) {
            int turns = explanation.turn() + 1;
            named.add(new Named("the call's length (" + turns + (turns == 1 ? " turn" : " turns") + ')', length()));
        }
        Map<Side, List<Share>> meant = new EnumMap<>(Side.class);
        for (Share share : shares(yes)) {
            if (share.cause() instanceof Cause.Meant(int turn, Side side)) {
                meant.computeIfAbsent(side, each -> new ArrayList<>()).add(share);
            } else {
                named.add(new Named(CauseWords.withTurns(share), share.logOdds()));
            }
        }
        meant.forEach((side, shares) -> named.add(new Named(CauseWords.meant(side, shares), shares.stream().mapToDouble(Share::logOdds).sum())));
        return named.stream().sorted(Comparator.comparingDouble(each -> -Math.abs(each.logOdds()))).map(Named::words).toList();
    }

    /** Log odds that come of nothing but how long the call is. */
    public double length() {
        return sum(share -> share.cause().length());
    }

    /** Shares that go with a yes (or a no) and can be told to people, length and how people talk left out, the weightiest first. */
    public List<Share> shares(boolean yes) {
        return explanation.shares().stream().filter(share -> share.logOdds() > 0 == yes && tellable(share)).toList();
    }

    /** The weightiest share that goes with a yes (or a no) and has turns to look at, however little it weighs. */
    public Optional<Share> spoken(boolean yes) {
        return explanation.shares().stream().filter(share -> share.logOdds() > 0 == yes && !share.turns().isEmpty() && namable(share)).findFirst();
    }

    /** Log odds of all that {@link #shares} and {@link #length} leave out, the base aside. */
    public double rest() {
        return sum(share -> !share.cause().length() && !tellable(share));
    }

    private double sum(Predicate<Share> which) {
        return explanation.shares().stream().filter(which).mapToDouble(Share::logOdds).sum();
    }

    private boolean tellable(Share share) {
        return Math.abs(share.logOdds()) >= WORTH_TELLING && namable(share);
    }

    private boolean namable(Share share) {
        return switch (share.cause()) {
            case Cause.Said said -> TELLING.matcher(said.text()).matches() && share.turns().size() <= Math.max(2, (explanation.turn() + 1) / BACKGROUND);
            case Cause.Counted counted -> !counted.length();
            case Cause.Meant meant -> true;
            case Cause.Written written -> true;
            case Cause.Done done -> true;
            case Cause.Unsaid unsaid -> true;
        };
    }
}
