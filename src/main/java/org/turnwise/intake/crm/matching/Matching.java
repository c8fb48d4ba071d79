package org.turnwise.intake.crm.matching;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.turnwise.call.CallHeader;
import org.turnwise.call.CallId;
import org.turnwise.call.CallRepository;
import org.turnwise.intake.crm.deal.Deal;
import org.turnwise.intake.crm.deal.DealRepository;
import org.turnwise.intake.crm.matching.Match.State;
import org.turnwise.reward.Outcomes;
import org.turnwise.reward.RewardLedger;
import org.turnwise.reward.RewardSignal;
import org.turnwise.reward.SourceRow;
import org.turnwise.task.Progress;

/** Matches calls to deals, keeps what people decide about it, and hands on what the deals say to the ledger. Any thread, one at a time. */
public final class Matching {

    /**
     * How all calls stand after a run; every call is counted in exactly one of the first four.
     *
     * @param matched   belong to a deal
     * @param pending   wait for a person
     * @param without   no deal is likely
     * @param declined  calls of which a person said that they belong to none
     * @param censored  of those matched, whose deal is open
     * @param leftOut   of those matched, whose deal says nothing of them, by reason
     * @param recorded  signals that are new or changed
     * @param unchanged calls of which the deal says what it said before
     * @param withdrawn signals taken back
     */
    public record Standings(
            int matched,
            int pending,
            int without,
            int declined,
            int censored,
            Map<Attribution.Reason, Integer> leftOut,
            int recorded,
            int unchanged,
            int withdrawn) {

        public Standings {
            leftOut = Map.copyOf(leftOut);
        }
    }

    /** A row of a table says which deal a call belongs to. */
    public record Link(CallId call, String deal, SourceRow row) {}

    private final CallRepository calls;
    private final DealRepository deals;
    private final MatchRepository matches;
    private final Outcomes outcomes;
    private final RewardLedger ledger;
    private final Clock clock;

    public Matching(CallRepository calls, DealRepository deals, MatchRepository matches, Outcomes outcomes, RewardLedger ledger, Clock clock) {
        this.calls = calls;
        this.deals = deals;
        this.matches = matches;
        this.outcomes = outcomes;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Matches every call with the deals as they were last read. What people decided stands; all else follows the deals. One write. */
    public synchronized Standings run(Progress progress) {
        Map<String, Deal> known = deals.latest();
        progress.report(-1, "Matching calls to " + known.size() + " deals");
        Matcher matcher = new Matcher(known.values());
        Map<CallId, Match> current = matches.current();
        List<CallClues> clues = new ArrayList<>();
        List<Match> events = new ArrayList<>();
        for (CallHeader call : calls.headers()) {
            progress.checkCancelled();
            CallClues found = CallClues.of(call);
            clues.add(found);
            Match before = current.get(call.id());
            if (before == null || !before.byPerson()) {
                Match now = likeliest(matcher, found, null);
                if (before == null ? now.state() != State.UNMATCHED : !now.saysTheSameAs(before)) {
                    events.add(now);
                    current.put(call.id(), now);
                }
            }
        }
        DealSignals told = new DealSignals(outcomes, known, current, ledger.inForce());
        clues.forEach(told::about);
        calls.atOnce(() -> {
            matches.append(events);
            told.record();
        });
        return told.standings();
    }

    /** Tables say which deals calls belong to, as a person would; what was said before is not said again. {@link #run} afterwards tells the ledger. */
    public synchronized void link(List<Link> links) {
        List<Match> events = new ArrayList<>();
        for (Link link : links) {
            Optional<Match> before = matches.current(link.call());
            if (before.filter(match -> match.state() == State.ACCEPTED && link.deal().equals(match.deal())).isEmpty()) {
                events.add(new Match(
                        0, link.call(), State.ACCEPTED, link.deal(), 1, link.row().place() + " says so.", link.row().file(), clock.instant(), null));
            }
        }
        matches.append(events);
    }

    private Match likeliest(Matcher matcher, CallClues call, @Nullable Long reverts) {
        Optional<Matcher.Finding> found = matcher.find(call);
        if (found.isEmpty()) {
            return new Match(0, call.call(), State.UNMATCHED, null, 0, "No deal fits the call.", Match.MACHINE, clock.instant(), reverts);
        }
        Matcher.Finding finding = found.get();
        return new Match(
                0, call.call(), finding.sure() ? State.AUTOMATIC : State.PENDING, finding.candidates().getFirst().deal().id(), finding.confidence(),
                finding.reason(), Match.MACHINE, clock.instant(), reverts);
    }

    /** Deals that the call may belong to, the likeliest first. */
    public List<Candidate> candidates(CallId call) {
        Matcher matcher = new Matcher(deals.latest().values());
        return clues(call).flatMap(matcher::find).map(Matcher.Finding::candidates).orElse(List.of());
    }

    /** A call that waits for a person, and the deals it may belong to, the likeliest first. */
    public record Pending(CallHeader call, Match match, List<Candidate> candidates) {}

    /** The surest first, then by id. */
    public List<Pending> pending() {
        Matcher matcher = new Matcher(deals.latest().values());
        Map<CallId, Match> current = matches.current();
        List<Pending> pending = new ArrayList<>();
        for (CallHeader call : calls.headers()) {
            Match match = current.get(call.id());
            if (match != null && match.state() == State.PENDING) {
                pending.add(new Pending(call, match, matcher.find(CallClues.of(call)).map(Matcher.Finding::candidates).orElse(List.of())));
            }
        }
        pending.sort(Comparator.comparingDouble((Pending open) -> -open.match().confidence()).thenComparing(open -> open.call().id()));
        return pending;
    }

    private Optional<CallClues> clues(CallId call) {
        return calls.headers().stream().filter(header -> header.id().equals(call)).findFirst().map(CallClues::of);
    }

    /** What the call's deal says of it, if it belongs to one. */
    public Optional<Attribution> attribution(CallId call) {
        Optional<Deal> deal = matches.current(call).filter(Match::holds).flatMap(match -> Optional.ofNullable(match.deal())).flatMap(deals::find);
        return deal.flatMap(known -> clues(call).map(clues -> Attribution.of(known, clues.day(), clues.lengthMs(), DealSignals.others(ledger.inForce(call)))));
    }

    /** The calls that belong to a deal which says nothing of them, and why. */
    public Map<CallId, Attribution.Reason> leftOut() {
        Map<String, Deal> known = deals.latest();
        Map<CallId, Match> current = matches.current();
        Map<CallId, List<RewardSignal>> inForce = ledger.inForce();
        Map<CallId, Attribution.Reason> leftOut = new HashMap<>();
        for (CallHeader call : calls.headers()) {
            Match match = current.get(call.id());
            Deal deal = match == null || !match.holds() || match.deal() == null ? null : known.get(match.deal());
            if (deal != null) {
                CallClues clues = CallClues.of(call);
                List<RewardSignal> said = DealSignals.others(inForce.getOrDefault(call.id(), List.of()));
                if (Attribution.of(deal, clues.day(), clues.lengthMs(), said) instanceof Attribution.LeftOut none) {
                    leftOut.put(call.id(), none.reason());
                }
            }
        }
        return leftOut;
    }

    /**
     * A person says that the call belongs to this deal.
     *
     * @throws IllegalArgumentException if no such deal is known
     */
    public synchronized Match accept(CallId call, String deal, String by) {
        if (deals.find(deal).isEmpty()) {
            throw new IllegalArgumentException("no deal has the id " + deal);
        }
        return decide(new Match(0, call, State.ACCEPTED, deal, 1, by + " says so.", by, clock.instant(), null));
    }

    /** A person says that the call belongs to no deal that is known. */
    public synchronized Match decline(CallId call, String by) {
        return decide(new Match(0, call, State.NONE, null, 1, by + " says that it belongs to none.", by, clock.instant(), null));
    }

    /**
     * Takes the last decision back that wasn't taken back yet, whoever made it. What the call was before holds again; if nobody had decided then, what is
     * likely now.
     */
    public synchronized Optional<Match> undo(String by) {
        List<Match> decisions = matches.decisions();
        if (decisions.isEmpty()) {
            return Optional.empty();
        }
        Match undone = decisions.getLast();
        Optional<Match> earlier = decisions.stream().filter(match -> match.call().equals(undone.call()) && match.seq() < undone.seq()).reduce((a, b) -> b);
        Match restored = earlier
                .map(match -> new Match(0, match.call(), match.state(), match.deal(), match.confidence(), match.reason(), by, clock.instant(), undone.seq()))
                .orElseGet(() -> likely(undone, by));
        return Optional.of(decide(restored));
    }

    private Match likely(Match undone, String by) {
        Matcher matcher = new Matcher(deals.latest().values());
        Match likely = clues(undone.call())
                .map(clues -> likeliest(matcher, clues, undone.seq()))
                .orElseThrow(() -> new IllegalStateException("call " + undone.call() + " is not here"));
        return new Match(0, likely.call(), likely.state(), likely.deal(), likely.confidence(), likely.reason(), by, likely.at(), likely.reverts());
    }

    /** The decision and what follows from it, in one write. */
    private Match decide(Match decision) {
        CallId call = decision.call();
        CallClues clues = clues(call).orElseThrow(() -> new IllegalArgumentException("no call has the id " + call));
        Map<String, Deal> deal = Optional.ofNullable(decision.deal()).flatMap(deals::find).map(found -> Map.of(found.id(), found)).orElse(Map.of());
        DealSignals told = new DealSignals(outcomes, deal, Map.of(call, decision), Map.of(call, ledger.inForce(call)));
        told.about(clues);
        List<Match> stored = new ArrayList<>();
        calls.atOnce(() -> {
            stored.addAll(matches.append(List.of(decision)));
            told.record();
        });
        return stored.getFirst();
    }
}
