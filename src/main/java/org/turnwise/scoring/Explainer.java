package org.turnwise.scoring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.turnwise.scoring.RunningHead.Moment;
import org.turnwise.scoring.member.Evidence;
import org.turnwise.scoring.member.HeardTurn;
import org.turnwise.scoring.member.MemberEvidence;
import org.turnwise.scoring.member.Members.OfFinished;
import org.turnwise.scoring.member.Members.OfRunning;
import org.turnwise.scoring.member.Vocabulary;
import org.turnwise.scoring.recogniser.RunningActs;

/**
 * Takes a forecast apart. What is linear (members, stack, calibration) is split exactly, term by term. What a member adds through the trees is no line in its
 * log odds, so it goes, in proportion, to what drew the member the same way; a member that stands high only because less than usual drew it down has nothing of
 * the kind, and its share is put down to what was not said. One thread.
 */
final class Explainer {

    private static final int TURNS = List.of(FeatureCatalogue.standard().ids()).indexOf("turns");

    private final Scorer.Parts parts;
    private final List<HeardTurn> heard;
    private final double[] vector;
    private final MemberEvidence evidence;
    private final Map<Cause, Double> sum = new LinkedHashMap<>();

    /**
     * @param vector of the state after these turns
     * @param acts   what was recognised of them
     */
    Explainer(Scorer.Parts parts, Vocabulary vocabulary, List<HeardTurn> heard, double[] vector, double[] acts) {
        this.parts = parts;
        this.heard = heard;
        this.vector = vector;
        evidence = new MemberEvidence(parts.members(), vocabulary, heard, vector, acts, RunningActs.EACH);
    }

    Explanation running(Moment moment) {
        RunningHead.Shares shares = parts.running().shares(moment);
        add(new Evidence.Reading(TURNS), shares.late());
        for (int i = 0; i < vector.length; i++) {
            add(new Evidence.Reading(i), shares.features()[i]);
        }
        for (OfRunning member : OfRunning.values()) {
            int i = member.ordinal();
            Map<Evidence, Double> read = evidence.of(member);
            // the level counts for more or less as turns go by: that part is the number of turns' doing, the rest is the base's
            add(new Evidence.Reading(TURNS), shares.lateScale()[i] * read.getOrDefault(new Evidence.Level(), 0.0));
            addLinear(read, shares.scale()[i] + shares.lateScale()[i]);
            addDrawn(read, shares.trees()[i]);
        }
        return explanation(Head.Standard.LIVE, parts.running().raw(moment), parts.live().at(moment.turns()), parts.live().at(1));
    }

    /** @param members log odds by {@link OfFinished} */
    Explanation finished(double[] members) {
        for (OfFinished member : OfFinished.values()) {
            addLinear(evidence.of(member), parts.finished().scale(member));
        }
        return explanation(Head.Standard.FINISHED, parts.finished().raw(members), parts.complete(), parts.complete());
    }

    private void addLinear(Map<Evidence, Double> read, double scale) {
        read.forEach((each, share) -> {
            if (!(each instanceof Evidence.Level)) {
                add(each, scale * share);
            }
        });
    }

    private void addDrawn(Map<Evidence, Double> read, double amount) {
        Map<Evidence, Double> sameWay = new LinkedHashMap<>();
        read.forEach((each, share) -> {
            if (!(each instanceof Evidence.Level) && share * amount > 0) {
                sameWay.put(each, share);
            }
        });
        double all = sameWay.values().stream().mapToDouble(Double::doubleValue).sum();
        if (sameWay.isEmpty()) {
            add(new Cause.Unsaid(), amount);
        } else {
            sameWay.forEach((each, share) -> add(each, amount * share / all));
        }
    }

    private void add(Evidence read, double amount) {
        switch (read) {
            case Evidence.Reading(int feature) -> add(new Cause.Counted(FeatureCatalogue.standard().features().get(feature), vector[feature]), amount);
            case Evidence.Phrase(String text, var side) -> add(new Cause.Said(text, side), amount);
            case Evidence.Spelling(var side) -> add(new Cause.Written(side), amount);
            case Evidence.Meaning(int turn) -> add(new Cause.Meant(turn, heard.get(turn).side()), amount);
            case Evidence.Act(int label) -> add(new Cause.Done(parts.recogniser().labels().get(label)), amount);
            case Evidence.Level() -> throw new IllegalArgumentException("a level is nobody's doing");
        }
    }

    private void add(Cause cause, double amount) {
        if (amount != 0) {
            sum.merge(cause, amount, Double::sum);
        }
    }

    /**
     * Calibrates what was found so far of a raw score.
     *
     * @param first the calibration at a call's first turn: that it is another one now is the number of turns' doing, so that the base is the same all through
     */
    private Explanation explanation(Head.Standard head, double raw, Calibration calibration, Calibration first) {
        double usual = raw - sum.values().stream().mapToDouble(Double::doubleValue).sum();
        sum.replaceAll((cause, amount) -> amount * calibration.slope());
        add(new Evidence.Reading(TURNS), calibration.logOdds(usual) - first.logOdds(usual));
        double logOdds = calibration.logOdds(raw);
        List<Explanation.Share> shares = new ArrayList<>();
        Phrases phrases = new Phrases(evidence.said());
        sum.forEach((cause, amount) -> {
            switch (cause) {
                case Cause.Said(String text, var side) -> phrases.add(new Evidence.Phrase(text, side), amount);
                case Cause.Meant meant -> shares.add(new Explanation.Share(meant, amount, List.of(meant.turn())));
                default -> shares.add(new Explanation.Share(cause, amount, List.of()));
            }
        });
        shares.addAll(phrases.shares());
        // by difference, so that rounding on the way ends up where nobody looks for a reason
        double base = logOdds - shares.stream().mapToDouble(Explanation.Share::logOdds).sum();
        return new Explanation(head, heard.size() - 1, parts.prior(), base, shares);
    }
}
