package org.turnwise.intake.roster;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Optional;
import java.util.Set;
import org.turnwise.call.Call;
import org.turnwise.call.CallHeader;
import org.turnwise.call.CallId;
import org.turnwise.call.CallRepository;
import org.turnwise.call.Participant;
import org.turnwise.call.Side;
import org.turnwise.call.SideAssignment;
import org.turnwise.intake.SideProposer;
import org.turnwise.intake.reading.RepRoster;
import org.turnwise.intake.reading.SideWords;
import org.turnwise.task.Progress;

/** Plans, makes and takes back changes of the roster of reps, with what follows for the sides in calls that are here. Any thread, one at a time. */
public final class RosterEditor {

    /** Who settles sides that follow from the roster. */
    static final String ROSTER = "roster";

    /** What can't stand on the roster. @param why the end of a sentence that begins with the entry */
    public record Refused(String entry, String why) {}

    /** A participant of a call whose side would change. @param name as people read it */
    public record Moved(CallId call, String title, String participant, String name, Side from, Side to) {}

    /**
     * A change before it is made.
     *
     * @param added   entries that are new
     * @param removed entries that would go
     * @param known   entries that are there already
     * @param moved   by call, in order of title
     * @param kept    participants whose side the roster would change, and a person has settled
     */
    public record Plan(List<String> added, List<String> removed, List<String> known, List<Refused> refused, List<Moved> moved, int kept) {

        public Plan {
            added = List.copyOf(added);
            removed = List.copyOf(removed);
            known = List.copyOf(known);
            refused = List.copyOf(refused);
            moved = List.copyOf(moved);
        }

        /** Whether there is nothing in it to do. */
        public boolean isEmpty() {
            return added.isEmpty() && removed.isEmpty();
        }

        public Set<CallId> calls() {
            Set<CallId> calls = new LinkedHashSet<>();
            moved.forEach(one -> calls.add(one.call()));
            return calls;
        }
    }

    private final CallRepository calls;
    private final RosterChanges changes;
    private final Clock clock;

    public RosterEditor(CallRepository calls, RosterChanges changes, Clock clock) {
        this.calls = calls;
        this.changes = changes;
        this.clock = clock;
    }

    /** On the roster now, in order. */
    public List<String> entries() {
        return List.copyOf(calls.repRoster().keySet());
    }

    /** @param pasted names, addresses and domains to add; may be empty. @param removed entries to take off */
    public Plan plan(String pasted, Collection<String> removed, Progress progress) {
        Pasted wanted = Pasted.of(pasted);
        Set<String> now = new HashSet<>();
        entries().forEach(entry -> now.add(folded(entry)));
        List<String> going = removed.stream().filter(entry -> now.contains(folded(entry))).toList();
        List<String> added = wanted.entries().stream().filter(entry -> !now.contains(folded(entry))).toList();
        List<String> known = wanted.entries().stream().filter(entry -> now.contains(folded(entry))).toList();
        Following following = new Following(added, going);
        for (CallHeader call : calls.headers()) {
            progress.checkCancelled();
            following.look(call);
        }
        return new Plan(added, going, known, wanted.refused(), following.moved(), following.kept);
    }

    private static String folded(String entry) {
        return entry.strip().toLowerCase(Locale.ROOT);
    }

    /** What follows from a change, call by call. */
    private final class Following {
        private final RepRoster gone;
        private final RepRoster after;
        private final SideProposer proposer;
        private final Map<CallId, Set<String>> byPeople = settledByPeople();
        private final List<Moved> moved = new ArrayList<>();
        private int kept;

        Following(List<String> added, List<String> going) {
            Set<String> goingFolded = new HashSet<>();
            going.forEach(entry -> goingFolded.add(folded(entry)));
            List<String> left = new ArrayList<>(entries().stream().filter(entry -> !goingFolded.contains(folded(entry))).toList());
            left.addAll(added);
            gone = new RepRoster(going);
            after = new RepRoster(left);
            proposer = new SideProposer(left);
        }

        void look(CallHeader call) {
            Map<String, Side> sides = new HashMap<>();
            for (Participant participant : call.participants()) {
                Side to = sideOf(participant);
                if (to != participant.side() && byPeople.getOrDefault(call.id(), Set.of()).contains(participant.key())) {
                    kept++;
                } else if (to != participant.side()) {
                    sides.put(participant.key(), to);
                }
            }
            if (!sides.isEmpty()) {
                calls.find(call.id()).ifPresent(whole -> move(whole, sides, call.title()));
            }
        }

        private Side sideOf(Participant participant) {
            if (SideWords.isBot(participant.key())) {
                return participant.side();
            }
            if (after.knows(participant).isPresent()) {
                return Side.REP;
            }
            boolean fromRoster = participant.side() == Side.REP && gone.knows(participant).isPresent();
            return fromRoster ? SideWords.sideOf(participant.key()).orElse(Side.OTHER) : participant.side();
        }

        /** The others of the call follow as they would have, had the roster been so when it came in; whom a person settled stays. */
        private void move(Call call, Map<String, Side> sides, String title) {
            Map<String, Side> all = new HashMap<>();
            call.participants().forEach(participant -> all.put(participant.key(), sides.getOrDefault(participant.key(), participant.side())));
            Call proposed = proposer.propose(call.withSides(all)).call();
            for (Participant before : call.participants()) {
                Optional<Side> to = proposed.participants().stream().filter(one -> one.key().equals(before.key())).map(Participant::side).findFirst();
                if (to.isPresent() && to.get() != before.side() && !byPeople.getOrDefault(call.id(), Set.of()).contains(before.key())) {
                    moved.add(new Moved(call.id(), title, before.key(), before.name(), before.side(), to.get()));
                }
            }
        }

        List<Moved> moved() {
            moved.sort(Comparator.comparing(Moved::title).thenComparing(one -> one.call().value()));
            return moved;
        }
    }

    /** The roster and every side that follows, in one write, but for sides that people settled since the plan was made. */
    public void apply(Plan plan, String by) {
        Map<CallId, Set<String>> settled = settledByPeople();
        List<RosterChange.Moved> moved = plan.moved().stream()
                .filter(one -> !settled.getOrDefault(one.call(), Set.of()).contains(one.participant()))
                .map(one -> new RosterChange.Moved(one.call(), one.participant(), one.from(), one.to())).toList();
        RosterChange change = new RosterChange(plan.added(), plan.removed(), moved, by, clock.instant());
        calls.atOnce(() -> {
            make(change);
            changes.append(change);
        });
    }

    private void make(RosterChange change) {
        change.removed().forEach(calls::removeFromRoster);
        change.added().forEach(entry -> calls.addToRoster(entry, change.by()));
        calls.assignSides(change.moved().stream().map(one -> new SideAssignment(one.call(), one.participant(), one.to(), ROSTER, change.at())).toList());
    }

    private Map<CallId, Set<String>> settledByPeople() {
        Map<CallId, Set<String>> settled = new HashMap<>();
        calls.decidedSides().forEach(decision -> {
            if (!decision.by().equals(ROSTER)) {
                settled.computeIfAbsent(decision.call(), call -> new HashSet<>()).add(decision.participant());
            }
        });
        return settled;
    }

    /** Whether a change stands that can be taken back, made today or long ago. */
    public boolean canTakeBack() {
        return changes.standing().isPresent();
    }

    /**
     * Takes the latest change back that stands: all is as it was before it, but for sides that were settled since.
     *
     * @return what that changed; empty if no change stands
     */
    public Optional<RosterChange> takeBack(String by) {
        Optional<RosterChange> undoing = changes.standing().map(last -> last.undone(back(last), by, clock.instant()));
        undoing.ifPresent(change -> calls.atOnce(() -> {
            make(change);
            changes.appendUndoing(change);
        }));
        return undoing;
    }

    private List<RosterChange.Moved> back(RosterChange last) {
        Map<CallId, Set<String>> since = settledByPeople();
        Map<CallId, Map<String, Side>> now = new HashMap<>();
        last.calls().forEach(id -> calls.find(id).ifPresent(call -> {
            Map<String, Side> sides = new HashMap<>();
            call.participants().forEach(participant -> sides.put(participant.key(), participant.side()));
            now.put(id, sides);
        }));
        return last.moved().stream()
                .filter(one -> now.getOrDefault(one.call(), Map.of()).get(one.participant()) == one.to()
                        && !since.getOrDefault(one.call(), Set.of()).contains(one.participant()))
                .map(one -> new RosterChange.Moved(one.call(), one.participant(), one.to(), one.from())).toList();
    }
}
