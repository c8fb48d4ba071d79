package org.turnwise.scoring.explanation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.turnwise.call.Side;
import org.turnwise.scoring.Cause;
import org.turnwise.scoring.Explanation;
import org.turnwise.scoring.Explanation.Share;
import org.turnwise.scoring.Feature;
import org.turnwise.scoring.FeatureCatalogue;
import org.turnwise.scoring.Head;

class WhyTest {

    private static final double PRIOR = .44;

    @Test
    void saysWhatGoesWithAYesThenWhatGoesWithANo() {
        assertEquals(
                "62 % after turn 20, above the usual 44 %: a yes goes with “sounds good” from the customer (turn 14) and 5 customer questions; "
                        + "a no goes with rep's share of words at 71 %.",
                sentence(
                        .62, Head.Standard.LIVE, 20,
                        share(new Cause.Said("sounds good", Side.CUSTOMER), .5, 14),
                        share(counted("customer.questions", 5), .4),
                        share(counted("rep.word_share", .71), -.17)));
    }

    @Test
    void belowTheUsualTheNoComesFirst() {
        assertEquals(
                "30 % now that the call is over, below the usual 44 %: a no goes with what the customer said in turns 7 and 12, “too expensive” from the customer (turns 3, 5, 7 "
                        + "and 1 more) and how the customer spells; a yes goes with what has not been said.",
                sentence(
                        .30, Head.Standard.FINISHED, 40,
                        share(new Cause.Meant(7, Side.CUSTOMER), -.25, 7), share(new Cause.Meant(12, Side.CUSTOMER), -.15, 12),
                        share(new Cause.Said("too expensive", Side.CUSTOMER), -.3, 3, 5, 7, 9),
                        share(new Cause.Written(Side.CUSTOMER), -.2),
                        share(new Cause.Said("left out", Side.REP), -.1, 2),
                        share(new Cause.Unsaid(), .1)));
    }

    @Test
    void howLongTheCallIsGoesByThatNameHoweverManyFeaturesTellIt() {
        assertEquals(
                "50 % after turn 9, above the usual 44 %: a yes goes with the call's length (10 turns) and 2 rep questions.",
                sentence(
                        .50, Head.Standard.LIVE, 9,
                        share(counted("turns", 10), .2), share(counted("rep.words", 400), .1), share(counted("minutes", 3), -.05),
                        share(counted("rep.questions", 2), .15)));
    }

    @Test
    void aFeatureWithoutAReadingIsSaidToHaveNone() {
        assertEquals(
                "41 % after turn 0, below the usual 44 %: a no goes with no reading of rep's patience and the customer's not speaking last.",
                sentence(.41, Head.Standard.LIVE, 0, share(counted("rep.patience_s", FeatureCatalogue.MISSING), -.2), share(counted("last.customer", 0), -.1)));
    }

    @Test
    void marksAndPhrasesThatAreHowPeopleTalkAreLeftOut() {
        assertEquals(
                "44 % after turn 8, about the usual 44 %: nothing in it stands out.",
                sentence(
                        .44, Head.Standard.LIVE, 8,
                        share(new Cause.Said(".", Side.REP), .9, 1), share(new Cause.Said("the", Side.REP), .9, 1, 3, 5, 7), share(counted("rep.questions", 2), .01)));
    }

    @Test
    void neverClaimsACause() {
        String sentence = sentence(.9, Head.Standard.LIVE, 3, share(counted("customer.questions", 5), 2), share(new Cause.Unsaid(), -1));
        assertFalse(sentence.matches(".*(because|due to|caus|thanks to).*"), sentence);
    }

    private static String sentence(double probability, Head.Standard head, int turn, Share... shares) {
        double base = Math.log(probability / (1 - probability)) - Arrays.stream(shares).mapToDouble(Share::logOdds).sum();
        return new Why(new Explanation(head, turn, PRIOR, base, List.of(shares))).sentence();
    }

    private static Share share(Cause cause, double logOdds, Integer... turns) {
        return new Share(cause, logOdds, List.of(turns));
    }

    private static Cause counted(String id, double value) {
        Feature feature = FeatureCatalogue.standard().features().stream().filter(f -> f.id().equals(id)).findFirst().orElseThrow();
        return new Cause.Counted(feature, value);
    }
}
