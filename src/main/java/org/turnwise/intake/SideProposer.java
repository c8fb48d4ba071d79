package org.turnwise.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.turnwise.call.Call;
import org.turnwise.call.Participant;
import org.turnwise.call.Side;
import org.turnwise.intake.reading.RepRoster;
import org.turnwise.intake.reading.SideWords;
import org.turnwise.intake.reading.SpeakerNames;

/**
 * Says who sells and who buys as far as a call's own labels and the roster of reps tell; whom they don't place stays OTHER until a person does.
 * Any thread.
 */
public final class SideProposer {

    /**
     * @param call       with the sides that are known
     * @param needsSides whether a person must still say who the rep or the customer is
     * @param warnings   what was concluded
     */
    public record Proposal(Call call, boolean needsSides, List<String> warnings) {}

    /** The warning of a call in which a person must still say who sells. */
    public static final String NOT_KNOWN = "Who sells and who buys is not known yet: say so before the call is scored.";

    private final RepRoster reps;

    /** @param reps people known to sell, as {@link RepRoster} takes them */
    public SideProposer(Collection<String> reps) {
        this.reps = new RepRoster(reps);
    }

    public Proposal propose(Call call) {
        if (call.sidesSettled()) {
            return new Proposal(call, false, List.of());
        }
        List<String> warnings = new ArrayList<>();
        Map<String, Side> sides = new HashMap<>();
        for (Participant participant : call.participants()) {
            Side side = participant.side() == Side.OTHER ? sideOf(participant) : participant.side();
            sides.put(participant.key(), side);
        }
        placeTheOthers(call, sides, warnings);
        Call placed = call.withSides(sides);
        if (!placed.sidesSettled()) {
            warnings.add(NOT_KNOWN);
        }
        return new Proposal(placed, !placed.sidesSettled(), warnings);
    }

    private Side sideOf(Participant participant) {
        if (SideWords.isBot(participant.key())) {
            return Side.OTHER;
        }
        if (reps.knows(participant).isPresent()) {
            return Side.REP;
        }
        return SideWords.sideOf(participant.key()).orElse(SpeakerNames.isGuest(participant.key()) ? Side.CUSTOMER : Side.OTHER);
    }

    /** Beside the one rep who is known, everybody else is buying. With two, the others might be colleagues whom the roster misses. */
    private static void placeTheOthers(Call call, Map<String, Side> sides, List<String> warnings) {
        List<Participant> reps = call.participants().stream().filter(p -> sides.get(p.key()) == Side.REP).toList();
        boolean customerKnown = sides.containsValue(Side.CUSTOMER);
        List<String> placed = new ArrayList<>();
        if (reps.size() == 1 && !customerKnown) {
            for (Participant participant : call.participants()) {
                boolean person = !SideWords.isBot(participant.key()) && !participant.key().equalsIgnoreCase(SpeakerNames.UNKNOWN);
                if (person && sides.get(participant.key()) == Side.OTHER) {
                    sides.put(participant.key(), Side.CUSTOMER);
                    placed.add(participant.name());
                }
            }
        }
        if (!placed.isEmpty()) {
            warnings.add(String.join(", ", placed) + (placed.size() == 1 ? " was" : " were") + " taken to be on the customer's side, since "
                    + reps.getFirst().name() + " is the only rep who is known.");
        }
    }
}
