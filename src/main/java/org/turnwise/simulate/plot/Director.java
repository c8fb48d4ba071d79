package org.turnwise.simulate.plot;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.turnwise.reward.OutcomeKind;
import org.turnwise.simulate.Dice;

/** Lets rep, manager and customer play one call. One use, one thread. */
final class Director {

    /** Calls shorter than this get to the point at once. */
    private static final int SHORTEST_GATED = 8;
    private static final double GATED = 0.12;
    private static final int EARLIEST_ASIDE = 4;
    private static final int LATEST_ASIDE = 6;
    private static final double STRAYS = 0.025;

    private final Customer customer;
    private final Rep rep;
    private final int turns;
    private final double intentNoise;
    private final Dice dice;
    private final Dice tampering;
    private final Manager manager;

    private final List<Beat> beats = new ArrayList<>();
    private final List<CustomerState> states = new ArrayList<>();
    private final List<Episode> episodes = new ArrayList<>();
    private CustomerState state;
    private RepAct last = RepAct.R_OPEN;
    /** Turns of an aside that are still to come. */
    private int aside;
    private @Nullable Opened open;

    private record Opened(Concern concern, double severity, int turn, List<Integer> handled) {}

    Director(Rep rep, Customer customer, int turns, double intentNoise, Dice dice, Dice tampering) {
        this.rep = rep;
        this.customer = customer;
        this.turns = turns;
        this.intentNoise = intentNoise;
        this.dice = dice;
        this.tampering = tampering;
        this.state = customer.start();
        boolean gated = turns >= SHORTEST_GATED && dice.chance(GATED);
        manager = new Manager(gated ? Stage.GATE : Stage.OPENING);
    }

    Plot play() {
        states.add(state);
        boolean repTurn = manager.stage() == Stage.GATE ? throughTheGate() : dice.chance(0.8);
        for (int turn = beats.size(); turn < turns; turn++) {
            beats.add(repTurn ? repSpeaks(turn) : customerSpeaks(turn));
            states.add(state);
            repTurn = !repTurn;
        }
        close(turns, -1, Episode.Result.DEFERRED);
        double probability = probability(state);
        boolean converted = dice.chance(probability);
        OutcomeKind kind = converted ? Closing.won(state, dice) : Closing.lost(state, dice);
        return new Plot(rep, beats, states, episodes, probability, converted, kind, decidingTurn(converted));
    }

    /**
     * Somebody else picks up and puts the call through, which leaves the customer unmoved.
     *
     * @return true: the rep is next
     */
    private boolean throughTheGate() {
        if (dice.chance(0.5)) {
            beats.add(atTheDesk(CustomerAct.CHITCHAT));
        }
        beats.add(new Beat(Stage.GATE, RepAct.R_OPEN, null, null, rep.quality(RepAct.R_OPEN, dice), 0.5, Stage.GATE, false));
        beats.add(atTheDesk(CustomerAct.LOGISTICS));
        beats.forEach(beat -> states.add(state));
        return true;
    }

    private static Beat atTheDesk(CustomerAct act) {
        return new Beat(Stage.GATE, null, act, null, 0.5, 0.5, Stage.GATE, false);
    }

    private Beat repSpeaks(int turn) {
        if (aside == 0 && strays(turn)) {
            aside = dice.chance(0.5) ? 2 : 4;
            manager.interrupt(Stage.OFFTOPIC);
        }
        if (manager.stage() == Stage.OFFTOPIC) {
            double quality = rep.quality(RepAct.CHITCHAT, dice);
            state = customer.after(state, RepAct.CHITCHAT, quality);
            aside--;
            return new Beat(Stage.OFFTOPIC, RepAct.CHITCHAT, null, null, quality, 0.5, Stage.OFFTOPIC, false);
        }
        Stage wish = manager.stage() == Stage.GATE ? Stage.OPENING : rep.wish(manager.stage(), turn / (turns - 1.5), turns, dice);
        Manager.Ruling ruling = manager.rule(wish);
        boolean first = beats.stream().noneMatch(beat -> beat.byRep() && beat.stage() != Stage.GATE);
        RepAct act = rep.act(ruling.granted(), state, first, dice);
        double quality = rep.quality(act, dice);
        Concern about = open == null ? null : open.concern();
        state = customer.after(state, act, quality);
        last = act;
        if (open != null) {
            open.handled().add(turn);
        }
        return new Beat(ruling.granted(), act, null, about, quality, 0.5, wish, false);
    }

    /** Whether the two lose the thread here: in the middle of a call, when nothing is at stake. */
    private boolean strays(int turn) {
        boolean calm = open == null && manager.stage() != Stage.OPENING && manager.stage() != Stage.GATE && manager.stage() != Stage.WRAP;
        return calm && turn >= EARLIEST_ASIDE && turn < turns - LATEST_ASIDE && dice.chance(STRAYS);
    }

    private Beat customerSpeaks(int turn) {
        double warmth = customer.warmth(state, turn, dice);
        boolean hidden = tampering.chance(intentNoise);
        double shown = hidden ? 1 - warmth : warmth;
        if (manager.stage() == Stage.OFFTOPIC) {
            if (--aside == 0) {
                manager.resume();
            }
            return new Beat(Stage.OFFTOPIC, null, CustomerAct.CHITCHAT, null, 0.5, shown, Stage.OFFTOPIC, hidden);
        }
        Dice own = new Dice(dice.next());
        Customer.Reply reply = customer.reply(state, manager.stage(), last, shown, turn >= turns - 1, own);
        Stage stage = reply.act() == CustomerAct.OBJECT ? Stage.OBJECTION : manager.stage();
        state = reply.after();
        switch (reply.act()) {
            case OBJECT -> {
                manager.interrupt(Stage.OBJECTION);
                if (open == null && reply.concern() != null) {
                    open = new Opened(reply.concern(), state.objection(reply.concern()).map(Objection::severity).orElse(0.0), turn, new ArrayList<>());
                }
            }
            case P_RESOLVED -> close(turn, turn, Episode.Result.RESOLVED);
            case P_PAIN, P_METRIC -> manager.heardPain();
            default -> {
                if (reply.concern() != null) {
                    close(turn, turn, Episode.Result.UNRESOLVED);
                }
            }
        }
        return new Beat(stage, null, reply.act(), reply.concern(), 0.5, shown, stage, hidden);
    }

    private void close(int turn, int closeTurn, Episode.Result result) {
        if (open != null && turn > open.turn()) {
            episodes.add(new Episode(open.concern(), open.severity(), open.turn(), List.copyOf(open.handled()), closeTurn, result));
            open = null;
            manager.resume();
        }
    }

    private double probability(CustomerState of) {
        return Closing.probability(of, customer.undecided(), customer.temperature());
    }

    private int decidingTurn(boolean converted) {
        int deciding = -1;
        double most = 0;
        for (int turn = 0; turn < turns; turn++) {
            double change = probability(states.get(turn + 1)) - probability(states.get(turn));
            double towards = converted ? change : -change;
            if (towards > most) {
                most = towards;
                deciding = turn;
            }
        }
        return deciding;
    }
}
