package org.turnwise.scoring;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.turnwise.call.Side;
import org.turnwise.call.TimingClass;
import org.turnwise.call.Turn;
import org.turnwise.language.Topic;
import org.turnwise.language.Utterance;

/**
 * What is known of a call after some of its turns. It is fed turn by turn and has no other access to the call: not to later turns, not to its
 * length, not to participants who haven't spoken. A turn costs the same however many went before. Mutable; one thread.
 *
 * <p>Where nothing is measured, readings are {@link Double#NaN}: times of calls without times, shares of nothing. Turns of {@link Side#OTHER} count
 * as turns and break monologues, and add nothing to either side.
 */
public final class TurnState {

    /** Fewest changes of speaker from customer to rep before a mean pause says anything (domain rule). */
    static final int FEWEST_PAUSES = 5;

    private static final double DEAD_AIR_MS = 3_000;
    private static final double OVERLAP_MS = 500;

    private final TimingClass timing;
    private final SideTally rep = new SideTally();
    private final SideTally customer = new SideTally();
    private final Set<String> customers = new HashSet<>();
    private boolean punctuated;
    private int turns;
    private int switches;
    private int lastWords;
    private @Nullable Side lastSide;

    private @Nullable Side runSide;
    private int runWords;
    private double runMs;

    private double firstMs = Double.NaN;
    private double lastStartMs = Double.NaN;
    private double lastEndMs = Double.NaN;
    private double latestMs = Double.NaN;
    private double deadAirMs;
    private double pauseMs;
    private int pauses;
    private double answerMs;
    private int answers;
    private int interruptions;

    /** A call of which nothing has been said yet. */
    public TurnState(TimingClass timing) {
        this.timing = timing;
    }

    /** Takes in the next turn. */
    public void add(Turn turn, Side side) {
        add(turn, side, Utterance.read(turn.text()));
    }

    void add(Turn turn, Side side, Utterance said) {
        turns++;
        punctuated |= said.punctuated();
        lastWords = said.words();
        SideTally tally = tally(side);
        if (tally != null) {
            tally.add(said);
            if (punctuated ? said.markedQuestions() > 0 : said.formedQuestions() > 0) {
                tally.lastQuestionTurn = turns;
            }
        }
        if (side == Side.CUSTOMER) {
            customers.add(turn.speaker());
        }
        followTimes(turn, side, said);
        followRun(turn, side, said);
        lastSide = side;
    }

    /** A word of listening neither ends the other side's monologue nor counts as a change of speaker. */
    private void followRun(Turn turn, Side side, Utterance said) {
        if (said.backchannel() && side != runSide) {
            return;
        }
        if (side != runSide) {
            switches += runSide == null ? 0 : 1;
            runSide = side;
            runWords = 0;
            runMs = 0;
        }
        runWords += said.words();
        if (timing.measuresSegments() && turn.startMs() != null && turn.endMs() != null) {
            runMs += turn.endMs() - turn.startMs();
        }
        SideTally tally = tally(side);
        if (tally != null) {
            tally.longestRunWords = Math.max(tally.longestRunWords, runWords);
            tally.longestRunMs = Math.max(tally.longestRunMs, runMs);
        }
    }

    private void followTimes(Turn turn, Side side, Utterance said) {
        if (!measures(TimingClass.TURN_START_S) || turn.startMs() == null) {
            return;
        }
        double start = turn.startMs();
        if (timing.measuresSegments()) {
            followSegment(turn, side, said, start);
        } else if (lastSide != null && !Double.isNaN(lastStartMs)) {
            // ends aren't known: a turn lasted until the next one began, so the last one's length is not known yet
            SideTally before = tally(lastSide);
            if (before != null) {
                before.speechMs += Math.max(0, start - lastStartMs);
            }
        }
        firstMs = Double.isNaN(firstMs) ? start : Math.min(firstMs, start);
        lastStartMs = start;
        double end = turn.endMs() == null || !timing.measuresSegments() ? start : turn.endMs();
        latestMs = Double.isNaN(latestMs) ? end : Math.max(latestMs, end);
    }

    private void followSegment(Turn turn, Side side, Utterance said, double start) {
        SideTally tally = tally(side);
        if (!Double.isNaN(latestMs) && start - latestMs > DEAD_AIR_MS) {
            deadAirMs += start - latestMs;
        }
        if (!Double.isNaN(lastEndMs) && lastSide != side && !said.backchannel()) {
            double pause = start - lastEndMs;
            if (lastSide == Side.CUSTOMER && side == Side.REP) {
                pauseMs += Math.max(0, pause);
                pauses++;
                interruptions += pause <= -OVERLAP_MS ? 1 : 0;
            } else if (lastSide == Side.REP && side == Side.CUSTOMER) {
                answerMs += Math.max(0, pause);
                answers++;
            }
        }
        lastEndMs = Double.NaN;
        if (turn.endMs() != null) {
            lastEndMs = turn.endMs();
            if (tally != null) {
                tally.speechMs += turn.endMs() - start;
                tally.measuredWords += said.words();
            }
        }
    }

    private @Nullable SideTally tally(Side side) {
        return switch (side) {
            case REP -> rep;
            case CUSTOMER -> customer;
            case OTHER -> null;
        };
    }

    /** Whether the call's times are at least this fine. */
    private boolean measures(TimingClass needed) {
        return timing.compareTo(needed) <= 0;
    }

    /** How many turns it has been fed. */
    public int turns() {
        return turns;
    }

    SideTally rep() {
        return rep;
    }

    SideTally customer() {
        return customer;
    }

    int customersHeard() {
        return customers.size();
    }

    int lastWords() {
        return lastWords;
    }

    double customerSpokeLast() {
        return lastSide == Side.CUSTOMER ? 1 : 0;
    }

    /** Changes of side a turn, in [0, 1]. */
    double switchShare() {
        return turns < 2 ? Double.NaN : switches / (turns - 1.0);
    }

    double questions(SideTally side) {
        return side.questions(punctuated);
    }

    double questionsATurn(SideTally side) {
        return ratio(side.questions(punctuated), side.turns);
    }

    double recentQuestions(SideTally side) {
        return side.recentQuestions(punctuated);
    }

    double openShare(SideTally side) {
        double asked = Math.max(side.questions(punctuated), side.openQuestions);
        return ratio(side.openQuestions, asked);
    }

    double turnsSinceQuestion(SideTally side) {
        return side.lastQuestionTurn < 0 ? Double.NaN : turns - side.lastQuestionTurn;
    }

    static double meanWords(SideTally side) {
        return ratio(side.words, side.turns);
    }

    static double recentMeanWords(SideTally side) {
        return ratio(side.recentWords(), side.recentTurns());
    }

    /** Recent turns' length over that of all; 1 is steady. */
    static double trend(SideTally side) {
        return side.turns <= SideTally.RECENT ? Double.NaN : ratio(recentMeanWords(side), meanWords(side));
    }

    static double rate(SideTally side, Topic topic) {
        return ratio(100.0 * side.topic(topic), side.words);
    }

    static double recentRate(SideTally side, Topic topic) {
        return ratio(100.0 * side.recentTopic(topic), side.recentWords());
    }

    /** (praise − complaint) / (praise + complaint + 1), in (-1, 1); 0 while neither was heard. */
    static double sentiment(double positive, double negative) {
        return (positive - negative) / (positive + negative + 1);
    }

    double elapsedMinutes() {
        return (latestMs - firstMs) / 60_000;
    }

    double speechShare() {
        return measures(TimingClass.TURN_START_S) ? ratio(rep.speechMs, rep.speechMs + customer.speechMs) : Double.NaN;
    }

    double switchesAMinute() {
        double minutes = elapsedMinutes();
        return minutes >= 1 ? switches / minutes : Double.NaN;
    }

    double patienceSeconds() {
        return pauses < FEWEST_PAUSES ? Double.NaN : pauseMs / pauses / 1000;
    }

    double answerSeconds() {
        return answers < FEWEST_PAUSES ? Double.NaN : answerMs / answers / 1000;
    }

    double interruptionShare() {
        return pauses < FEWEST_PAUSES ? Double.NaN : (double) interruptions / pauses;
    }

    double deadAirShare() {
        return timing.measuresSegments() ? ratio(deadAirMs, latestMs - firstMs) : Double.NaN;
    }

    double longestRunSeconds(SideTally side) {
        return timing.measuresSegments() && side.speechMs > 0 ? side.longestRunMs / 1000 : Double.NaN;
    }

    double wordsAMinute(SideTally side) {
        return timing.measuresSegments() ? ratio(side.measuredWords, side.speechMs / 60_000) : Double.NaN;
    }

    /** NaN where there is nothing to divide by. */
    static double ratio(double part, double whole) {
        return whole > 0 ? part / whole : Double.NaN;
    }
}
