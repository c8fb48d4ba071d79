package org.turnwise.scoring.recogniser;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.turnwise.call.Side;
import org.turnwise.task.Progress;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RecogniserTest {

    private static final int SIZE = 8;

    /** Acts of either side lie in a direction each; a turn of the given ones, with noise. */
    private static float[] meaning(Set<String> labels, SplittableRandom random) {
        float[] meaning = new float[SIZE];
        for (int i = 0; i < SIZE; i++) {
            meaning[i] = (float) (.25 * random.nextGaussian());
        }
        labels.forEach(label -> meaning[Math.floorMod(label.hashCode(), SIZE)] += 1);
        return meaning;
    }

    private static List<LabelledTurn> turns(int count, Side side, Family family, List<String> labels, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<LabelledTurn> turns = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Set<String> said = new HashSet<>(List.of(labels.get(random.nextInt(labels.size())), labels.get(random.nextInt(labels.size()))));
            turns.add(new LabelledTurn("customer-" + i % 20, side, family, meaning(said, random), said));
        }
        return turns;
    }

    private static List<LabelledTurn> both() {
        List<LabelledTurn> turns = new ArrayList<>(turns(300, Side.CUSTOMER, Family.ACT, List.of("a", "b", "c"), 1));
        turns.addAll(turns(300, Side.REP, Family.ACT, List.of("a", "d", "e"), 2));
        turns.addAll(turns(200, Side.CUSTOMER, Family.STAGE, List.of("f", "g", "h"), 3));
        return turns;
    }

    private static Recogniser fit(List<LabelledTurn> turns) {
        return Recogniser.fit(Recogniser.learnable(turns), turns, Progress.silent());
    }

    private static byte[] bytes(Recogniser recogniser) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(recogniser);
        }
        return bytes.toByteArray();
    }

    /** golden_recogniser.py made the stored case. */
    @Test
    void agreesWithScikitLearn() throws IOException {
        JsonNode golden;
        try (InputStream in = RecogniserTest.class.getResourceAsStream("golden_recogniser.json")) {
            golden = JsonMapper.builder().build().readTree(in);
        }
        List<LabelledTurn> turns = new ArrayList<>();
        for (JsonNode turn : golden.get("turns")) {
            Set<String> labels = new HashSet<>();
            turn.get("labels").forEach(label -> labels.add(label.asString()));
            turns.add(new LabelledTurn("customer-" + turns.size() % 9, Side.CUSTOMER, Family.ACT, floats(turn.get("meaning")), labels));
        }
        Recogniser recogniser = fit(turns);
        assertEquals(4, recogniser.labels().size());
        for (int asked = 0; asked < golden.get("asked").size(); asked++) {
            double[] said = recogniser.probabilities(Side.CUSTOMER, floats(golden.get("asked").get(asked)));
            for (int label = 0; label < said.length; label++) {
                assertEquals(golden.get("labels").get(label).asString(), recogniser.labels().get(label).label());
                assertEquals(golden.get("probabilities").get(asked).get(label).asDouble(), said[label], 1e-3, "turn " + asked + ", label " + label);
            }
        }
    }

    private static float[] floats(JsonNode numbers) {
        float[] floats = new float[numbers.size()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) numbers.get(i).asDouble();
        }
        return floats;
    }

    @Test
    void tellsWhatATurnDoesAndNothingOfTheOtherSide() {
        Recogniser recogniser = fit(both());
        assertEquals(9, recogniser.labels().size());
        SplittableRandom random = new SplittableRandom(9);
        double[] customer = recogniser.probabilities(Side.CUSTOMER, meaning(Set.of("a"), random));
        double[] rep = recogniser.probabilities(Side.REP, meaning(Set.of("a"), random));
        for (int i = 0; i < customer.length; i++) {
            Recognised label = recogniser.labels().get(i);
            assertEquals(0, label.side() == Side.CUSTOMER ? rep[i] : customer[i], "of the other side: " + label);
            float[] meaning = meaning(Set.of("b"), random);
            assertEquals(recogniser.probability(i, meaning), recogniser.probabilities(label.side(), meaning)[i], "one alone or all at once");
            if (label.family() == Family.ACT) {
                double said = label.side() == Side.CUSTOMER ? customer[i] : rep[i];
                assertEquals(label.label().equals("a"), said > .5, label + " " + said);
            }
        }
    }

    @Test
    void theOrderOfTurnsSaysNothing() throws IOException {
        List<LabelledTurn> shuffled = new ArrayList<>(both());
        Collections.shuffle(shuffled, new Random(5));
        assertArrayEquals(bytes(fit(both())), bytes(fit(shuffled)));
    }

    @Test
    void whatWasNotReadForAFamilyIsNoNegativeOfIt() {
        List<LabelledTurn> turns = both();
        Recogniser before = fit(turns);
        // the same words as stages and in the rep's mouth: they are not known to lack any customer's act
        List<LabelledTurn> more = new ArrayList<>(turns);
        SplittableRandom random = new SplittableRandom(6);
        for (int i = 0; i < 400; i++) {
            more.add(new LabelledTurn("customer-" + i % 20, Side.CUSTOMER, Family.STAGE, meaning(Set.of("a"), random), Set.of("f")));
            more.add(new LabelledTurn("customer-" + i % 20, Side.REP, Family.ACT, meaning(Set.of("b"), random), Set.of("d")));
        }
        Recogniser after = fit(more);
        for (Recognised label : before.labels()) {
            if (label.side() == Side.CUSTOMER && label.family() == Family.ACT) {
                int i = before.labels().indexOf(label);
                int j = after.labels().indexOf(label);
                assertArrayEquals(before.models()[i].weights(), after.models()[j].weights(), label.toString());
            }
        }
        assertThrows(IllegalArgumentException.class, () -> new LabelledTurn("g", Side.REP, Family.ACT, new float[SIZE], Set.of()), "unlabeled is not labeled");
    }

    @Test
    void learnsOnlyWhatStandsOnEnoughTurnsOfEnoughCustomers() {
        SplittableRandom random = new SplittableRandom(7);
        List<LabelledTurn> turns = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            turns.add(new LabelledTurn("customer-" + i % 10, Side.REP, Family.ACT, meaning(Set.of("often"), random), Set.of("often")));
            turns.add(new LabelledTurn("customer-" + i % 4, Side.REP, Family.ACT, meaning(Set.of("few"), random), Set.of("few people")));
            turns.add(new LabelledTurn("customer-" + i % 10, Side.CUSTOMER, Family.ACT, meaning(Set.of("only"), random), Set.of("always")));
        }
        turns.add(new LabelledTurn("customer-1", Side.REP, Family.ACT, meaning(Set.of("once"), random), Set.of("once")));
        assertEquals(List.of(new Recognised(Side.REP, Family.ACT, "often")), Recogniser.learnable(turns));
        assertEquals(List.of(), fit(List.of()).labels());
        assertArrayEquals(new double[0], fit(List.of()).probabilities(Side.REP, new float[SIZE]));
    }

    @Test
    void keepsTheAskedLabelsWhereTheyAreMissing() {
        List<Recognised> asked = Recogniser.learnable(both());
        List<LabelledTurn> few = turns(50, Side.CUSTOMER, Family.ACT, List.of("a", "b"), 8);
        Recogniser recogniser = Recogniser.fit(asked, few, Progress.silent());
        assertEquals(asked, recogniser.labels());
        double[] said = recogniser.probabilities(Side.CUSTOMER, few.getFirst().meaning());
        assertTrue(said[asked.indexOf(new Recognised(Side.CUSTOMER, Family.ACT, "c"))] < .01, "never seen, so hardly expected");
    }

    @Test
    void readsBackAsItWasWritten() throws IOException, ClassNotFoundException {
        Recogniser recogniser = fit(both());
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes(recogniser)))) {
            Recogniser read = (Recogniser) in.readObject();
            float[] meaning = both().getFirst().meaning();
            assertEquals(recogniser.labels(), read.labels());
            assertArrayEquals(recogniser.probabilities(Side.CUSTOMER, meaning), read.probabilities(Side.CUSTOMER, meaning));
        }
    }

    @Test
    void stopsWhenAskedTo() {
        Progress stopped = new Progress() {
            @Override
            public void report(double done, String what) {}

            @Override
            public boolean cancelled() {
                return true;
            }
        };
        List<LabelledTurn> turns = both();
        assertThrows(CancellationException.class, () -> Recogniser.fit(Recogniser.learnable(turns), turns, stopped));
    }

    @Test
    void runningFeaturesAreThoseOfTheTurnsSoFar() {
        Recogniser recogniser = fit(both());
        SplittableRandom random = new SplittableRandom(11);
        List<float[]> meanings = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            meanings.add(meaning(Set.of(List.of("a", "b", "d", "f").get(random.nextInt(4))), random));
        }
        RunningActs running = new RunningActs(recogniser);
        for (int heard = 0; heard <= meanings.size(); heard++) {
            float[] expected = fromScratch(recogniser, meanings.subList(0, heard));
            assertArrayEquals(expected, running.features(), 1e-5f, "after " + heard + " turns");
            if (heard < meanings.size()) {
                running.add(side(heard), meanings.get(heard));
            }
        }
    }

    private static Side side(int turn) {
        return turn % 3 == 0 ? Side.REP : Side.CUSTOMER;
    }

    private static float[] fromScratch(Recogniser recogniser, List<float[]> heard) {
        float[] features = new float[2 * recogniser.labels().size()];
        for (int label = 0; label < recogniser.labels().size(); label++) {
            double sum = 0;
            double most = 0;
            for (int turn = 0; turn < heard.size(); turn++) {
                double p = recogniser.probabilities(side(turn), heard.get(turn))[label];
                sum += p;
                most = turn >= heard.size() - 4 ? Math.max(most, p) : most;
            }
            features[2 * label] = (float) Math.log(.01 + sum);
            features[2 * label + 1] = (float) Math.log(.01 + most);
        }
        return features;
    }
}
