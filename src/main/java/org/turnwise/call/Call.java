package org.turnwise.call;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One conversation, complete and immutable.
 *
 * @param id           names it in this workspace
 * @param title        what people call it; the file's name without ending where nothing better is known
 * @param source       where it came from
 * @param timing       how far its times can be trusted
 * @param startedAt    when it began, if the source says
 * @param group        the account or customer; splits for training never cut through one. Equals the id where unknown
 * @param participants everybody a turn names, and nobody twice
 * @param turns        at least one, in order, ordinals 0, 1, 2 …
 */
public record Call(
        CallId id,
        String title,
        Source source,
        TimingClass timing,
        @Nullable Instant startedAt,
        String group,
        List<Participant> participants,
        List<Turn> turns) {

    public Call {
        participants = List.copyOf(participants);
        turns = List.copyOf(turns);
        if (turns.isEmpty()) {
            throw new IllegalArgumentException("call " + id + " has no turns");
        }
        Set<String> keys = new HashSet<>();
        for (Participant participant : participants) {
            if (!keys.add(participant.key())) {
                throw new IllegalArgumentException("call " + id + " names participant \"" + participant.key() + "\" twice");
            }
        }
        for (int i = 0; i < turns.size(); i++) {
            Turn turn = turns.get(i);
            if (turn.ordinal() != i) {
                throw new IllegalArgumentException("call " + id + ": turn " + turn.ordinal() + " stands at place " + i);
            }
            if (!keys.contains(turn.speaker())) {
                throw new IllegalArgumentException("call " + id + ": turn " + i + " is said by \"" + turn.speaker() + "\", who takes no part");
            }
        }
    }

    /** Whoever said the turn. */
    public Participant speakerOf(Turn turn) {
        for (Participant participant : participants) {
            if (participant.key().equals(turn.speaker())) {
                return participant;
            }
        }
        throw new IllegalArgumentException("\"" + turn.speaker() + "\" takes no part in call " + id);
    }

    public Side sideOf(Turn turn) {
        return speakerOf(turn).side();
    }

    /** Whether it is known who sells and who buys. Until then a call is neither scored nor trained on. */
    public boolean sidesSettled() {
        Set<Side> sides = participants.stream().map(Participant::side).collect(Collectors.toSet());
        return sides.contains(Side.REP) && sides.contains(Side.CUSTOMER);
    }

    /** The rep who speaks most, if any is settled. */
    public Optional<Participant> rep() {
        Map<String, Long> turnsByRep = new LinkedHashMap<>();
        for (Turn turn : turns) {
            if (sideOf(turn) == Side.REP) {
                turnsByRep.merge(turn.speaker(), 1L, Long::sum);
            }
        }
        return participants.stream()
                .filter(p -> turnsByRep.containsKey(p.key()))
                .reduce((a, b) -> turnsByRep.getOrDefault(b.key(), 0L) > turnsByRep.getOrDefault(a.key(), 0L) ? b : a);
    }

    /** The same call with these participants' sides settled anew; keys that take no part are ignored. */
    public Call withSides(Map<String, Side> sideByKey) {
        List<Participant> settled = participants.stream()
                .map(p -> p.onSide(sideByKey.getOrDefault(p.key(), p.side())))
                .toList();
        return new Call(id, title, source, timing, startedAt, group, settled, turns);
    }

    /** The call as it stood after its first {@code count} turns, which is all that a forecast at turn {@code count - 1} may know. */
    public Call prefix(int count) {
        return new Call(id, title, source, timing, startedAt, group, participants, turns.subList(0, count));
    }
}
