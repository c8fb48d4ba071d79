package org.turnwise.suggestion;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.turnwise.annotation.Label;
import org.turnwise.annotation.LabelScheme;
import org.turnwise.annotation.Labeling;
import org.turnwise.annotation.Statuses;
import org.turnwise.annotation.Target;
import org.turnwise.call.Call;
import org.turnwise.call.CallId;
import org.turnwise.call.CallRepository;
import org.turnwise.call.Participant;
import org.turnwise.call.Side;
import org.turnwise.call.Source;
import org.turnwise.call.TimingClass;
import org.turnwise.call.Turn;

/** Calls of many customers who raise three objections in their own words, and a rep who greets and asks. */
public final class LabelledCalls {

    public static final LabelScheme SCHEME = LabelScheme.standard();
    public static final int CALLS = 32;

    /** What is said by whom, under the label it deserves. */
    public static final Map<String, List<String>> SAID = new TreeMap<>(Map.of(
            "O_PRICE", List.of("That price is far too high for us.", "We can not afford what this costs.", "It is too expensive for our budget.",
                    "Your fee is more than we can pay."),
            "O_COMPETITOR", List.of("We already use another vendor for that.", "Your competitor does the same for us.",
                    "We have a contract with a rival product.", "Another supplier gives us this today."),
            "O_EFFORT", List.of("Migrating all our data would be a lot of work.", "Nobody here has time to train the staff.",
                    "Switching would mean weeks of setup.", "Moving everything over is too much trouble."),
            "R_OPEN", List.of("Good morning, this is Priya calling.", "Hello, thank you for joining today.", "Hi there, it is good to meet you."),
            "R_ASK", List.of("How many people work at your depot?", "What do you use for this today?", "Who decides about such a purchase?",
                    "When would you like to begin?")));

    private static final List<String> OBJECTIONS = List.of("O_PRICE", "O_COMPETITOR", "O_EFFORT");
    private static final List<String> BLANK = List.of("Okay.", "Right, I see.", "Mhm.");

    private LabelledCalls() {}

    public static Label label(String id) {
        return SCHEME.label(id).orElseThrow();
    }

    /** The rep's turns first and then in turn with the customer's: even ordinals are the rep's. */
    public static Call call(String id, String group, List<String> said) {
        List<Turn> turns = new ArrayList<>();
        for (int i = 0; i < said.size(); i++) {
            turns.add(new Turn(i, i % 2 == 0 ? "Priya" : "Tom", said.get(i), null, null));
        }
        return new Call(
                new CallId(id), id, new Source("jsonl", id, null), TimingClass.NONE, Instant.parse("2026-11-01T10:00:00Z"), group,
                List.of(new Participant("Priya", "Priya Raman", Side.REP), new Participant("Tom", "Tom Okafor", Side.CUSTOMER)), turns);
    }

    private static String said(String label, int which) {
        List<String> ways = SAID.getOrDefault(label, BLANK);
        return ways.get(Math.floorMod(which, ways.size()));
    }

    /** The labels of call number n, by turn; a blank where nobody says a thing. */
    private static List<String> plot(int n) {
        List<String> plot = new ArrayList<>(List.of("R_OPEN", ""));
        for (int i = 0; i < 6; i++) {
            plot.add(i % 2 == 0 ? "R_ASK" : "R_OPEN");
            plot.add(OBJECTIONS.get((n + i) % OBJECTIONS.size()));
        }
        return plot;
    }

    public static Call numbered(int n) {
        List<String> plot = plot(n);
        List<String> said = new ArrayList<>();
        for (int i = 0; i < plot.size(); i++) {
            said.add(said(plot.get(i), n + i / 2));
        }
        // no two calls may say the same, or the second is the first
        said.set(1, said.get(1) + " Depot " + n + ".");
        return call("call %02d".formatted(n), "customer " + n, said);
    }

    /** Adds the calls, has them labeled by their plot and submitted. */
    public static void label(CallRepository calls, Labeling labeling) {
        for (int n = 0; n < CALLS; n++) {
            Call call = numbered(n);
            calls.add(call, () -> {});
            List<String> plot = plot(n);
            TreeMap<Integer, List<Label>> labels = new TreeMap<>();
            for (int i = 0; i < plot.size(); i++) {
                if (!plot.get(i).isEmpty()) {
                    labels.put(i, List.of(label(plot.get(i))));
                }
            }
            labeling.putOnTurns(call, labels);
            labeling.status(call.id(), Statuses.SUBMITTED, true);
        }
    }

    /** Nobody has read it yet: it greets, and objects to the price, to work and for another vendor. */
    public static Call fresh(String id) {
        return call(id, "newcomer", List.of(
                "Good morning, this is Priya calling.", "Okay.",
                "What do you use for this today?", "It is far too expensive, we can not pay that price.",
                "Who decides about such a purchase?", "Migrating the data is a lot of work and trouble.",
                "When would you like to begin?", "We already have another vendor who does that."));
    }

    public static Target turn(Call call, int ordinal) {
        return new Target.OfTurn(call.id(), ordinal);
    }
}
