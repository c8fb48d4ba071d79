package org.turnwise.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.turnwise.call.Call;
import org.turnwise.call.CallId;
import org.turnwise.call.Participant;
import org.turnwise.call.Side;
import org.turnwise.call.Source;
import org.turnwise.call.TimingClass;
import org.turnwise.call.Turn;

/** Calls made up at random, for properties that must hold of any call. */
public final class SyntheticCalls {

    private static final String[] WORDS = {
        "we", "the", "price", "maybe", "great", "problem", "what", "how", "is", "tomorrow", "team", "contract", "not", "useful", "sure", "thanks", "12", "three",
        "Salesforce", "budget", "I guess", "next step", "not interested", "sounds good", "too expensive", "hello", "can", "you", "invoice", "日本", "émigré"
    };
    private static final String[] ENDS = {".", "?", "!", "", "…", "?!"};

    private SyntheticCalls() {}

    /** Any call at all: 1 to 40 turns, up to two people a side and a bystander, times of any class. */
    public static Call anyCall(String id, SplittableRandom random) {
        TimingClass timing = TimingClass.values()[random.nextInt(TimingClass.values().length)];
        List<Participant> people = List.of(
                new Participant("r1", "Rep One", Side.REP), new Participant("r2", "Rep Two", Side.REP), new Participant("c1", "Customer One", Side.CUSTOMER),
                new Participant("c2", "Customer Two", Side.CUSTOMER), new Participant("bot", "Note taker", Side.OTHER));
        List<Turn> turns = new ArrayList<>();
        long clock = random.nextInt(5000);
        int count = 1 + random.nextInt(40);
        for (int i = 0; i < count; i++) {
            Long start = timing == TimingClass.NONE || random.nextInt(20) == 0 ? null : (Long) clock;
            long length = random.nextInt(20_000);
            Long end = start == null || !timing.measuresSegments() ? null : (Long) (start + length);
            turns.add(new Turn(i, people.get(random.nextInt(people.size())).key(), text(random, 1 + random.nextInt(25)), start, end));
            clock = Math.max(0, clock + length + random.nextInt(6000) - 1500);
        }
        return call(id, id, timing, people, turns);
    }

    /** A call whose customer agrees if it converts, and objects if not, more and more clearly. */
    public static Call tellingCall(String id, String group, boolean converts, SplittableRandom random) {
        List<Turn> turns = new ArrayList<>();
        int count = 8 + random.nextInt(16);
        for (int i = 0; i < count; i++) {
            boolean customer = i % 2 == 1;
            String text = text(random, 4 + random.nextInt(12));
            if (customer && random.nextDouble() < .2 + .4 * i / count) {
                text += converts ? " That sounds good, let's do it." : " We are not interested, it is too expensive.";
            }
            turns.add(new Turn(i, customer ? "c" : "r", text, null, null));
        }
        List<Participant> both = List.of(new Participant("r", "Rosa Rep", Side.REP), new Participant("c", "Carl", Side.CUSTOMER));
        return call(id, group, TimingClass.NONE, both, turns);
    }

    /** Half of them converted; two calls a customer. */
    public static List<Example> telling(int calls, long seed) {
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            boolean converts = i % 2 == 0;
            Call call = tellingCall(String.format("call-%04d", i), "customer-" + i / 4, converts, new SplittableRandom(seed * 31 + i));
            examples.add(new Example(call, converts, i % 5 == 0 ? .8 : 1, converts ? .5 : -.6));
        }
        return examples;
    }

    private static Call call(String id, String group, TimingClass timing, List<Participant> people, List<Turn> turns) {
        return new Call(new CallId(id), "Call " + id, new Source("test", "synthetic", null), timing, null, group, people, turns);
    }

    private static String text(SplittableRandom random, int words) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words; i++) {
            text.append(i == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]).append(random.nextInt(6) == 0 ? ENDS[random.nextInt(ENDS.length)] : "");
        }
        return text.toString();
    }
}
