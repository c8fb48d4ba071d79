package org.turnwise.scoring.novelty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.turnwise.call.Side;
import org.turnwise.language.embedding.Embedding;

/** Calls are made up: each turn means its side's usual direction and some of its own. */
class NoveltyTest {

    private static final int WIDTH = 2 * Embedding.SIZE;
    private final SplittableRandom random = new SplittableRandom(3);
    private final float[] rep = unit(direction());
    private final float[] customer = unit(direction());

    private float[] direction() {
        float[] direction = new float[Embedding.SIZE];
        for (int i = 0; i < direction.length; i++) {
            direction[i] = (float) (random.nextDouble() + random.nextDouble() - 1);
        }
        return direction;
    }

    private static float[] unit(float[] direction) {
        double squares = 0;
        for (float each : direction) {
            squares += each * each;
        }
        float[] unit = direction.clone();
        for (int i = 0; i < unit.length; i++) {
            unit[i] /= (float) Math.sqrt(squares);
        }
        return unit;
    }

    private float[] turn(float[] about) {
        float[] own = unit(direction());
        float[] turn = new float[Embedding.SIZE];
        for (int i = 0; i < turn.length; i++) {
            turn[i] = about[i] + own[i];
        }
        return unit(turn);
    }

    private static float[] place(List<float[]> ofRep, List<float[]> ofCustomer) {
        float[] place = new float[WIDTH];
        System.arraycopy(unit(sum(ofRep)), 0, place, 0, Embedding.SIZE);
        System.arraycopy(unit(sum(ofCustomer)), 0, place, Embedding.SIZE, Embedding.SIZE);
        return place;
    }

    private static float[] sum(List<float[]> turns) {
        float[] sum = new float[Embedding.SIZE];
        for (float[] turn : turns) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += turn[i];
            }
        }
        return sum;
    }

    private record Said(List<float[]> rep, List<float[]> customer) {
        float[] place() {
            return NoveltyTest.place(rep, customer);
        }
    }

    private Said said(int each) {
        Said said = new Said(new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < each; i++) {
            said.rep.add(turn(rep));
            said.customer.add(turn(customer));
        }
        return said;
    }

    private double[] vector() {
        return random.doubles(6).toArray();
    }

    private Novelty fitted(int calls) {
        List<MeaningNovelty.Moment> moments = new ArrayList<>();
        List<double[]> vectors = new ArrayList<>();
        List<MeaningNovelty.Finished> finished = new ArrayList<>();
        for (int call = 0; call < calls; call++) {
            Said said = said(6);
            finished.add(new MeaningNovelty.Finished("g" + call / 2, said.place()));
            for (int turns : new int[] {1, 3, 6}) {
                Said part = new Said(said.rep.subList(0, turns), said.customer.subList(0, turns));
                moments.add(new MeaningNovelty.Moment("g" + call / 2, 2 * turns, part.place()));
                vectors.add(vector());
            }
        }
        return new Novelty(FeatureNovelty.fit(vectors.toArray(double[][]::new), 5), MeaningNovelty.fit(finished, moments));
    }

    private double follow(Novelty novelty, Said said, double[] vector) {
        Novelty.Running running = novelty.reader().running();
        for (int i = 0; i < said.rep.size(); i++) {
            running.add(Side.REP, said.rep.get(i));
            running.add(Side.CUSTOMER, said.customer.get(i));
        }
        return running.of(vector);
    }

    @Test
    void aboutOneInTwentyNewCallsOfTheKindIsUnusual() {
        Novelty novelty = fitted(120);
        double[] found = new double[400];
        for (int i = 0; i < found.length; i++) {
            found[i] = follow(novelty, said(i % 2 == 0 ? 3 : 6), vector());
        }
        long unusual = Arrays.stream(found).filter(each -> each > Novelty.UNUSUAL).count();
        assertTrue(unusual >= 4 && unusual <= 50, unusual + " of 400 are unusual");
    }

    @Test
    void wordsAboutSomethingElseAreUnusualHoweverUsualTheCounts() {
        Novelty novelty = fitted(120);
        float[] elsewhere = unit(direction());
        Said strange = new Said(List.of(turn(elsewhere), turn(elsewhere), turn(elsewhere)), List.of(turn(elsewhere), turn(elsewhere), turn(elsewhere)));
        double found = follow(novelty, strange, vector());
        assertTrue(found > .7, "novelty " + found);
    }

    @Test
    void countsFarOutAreUnusualHoweverUsualTheWords() {
        Novelty novelty = fitted(120);
        double found = follow(novelty, said(3), new double[] {40, -40, 40, -40, 40, -40});
        assertTrue(found > Novelty.UNUSUAL, "novelty " + found);
    }

    /** The same distance by its definition, one call after the other, in plain arithmetic. */
    @Test
    void distanceIsThatToTheNearestButOne() {
        List<MeaningNovelty.Finished> finished = new ArrayList<>();
        List<MeaningNovelty.Moment> moments = new ArrayList<>();
        for (int call = 0; call < 40; call++) {
            finished.add(new MeaningNovelty.Finished("g" + call, said(5).place()));
            moments.add(new MeaningNovelty.Moment("g" + call, 10, finished.get(call).place()));
        }
        MeaningNovelty fitted = MeaningNovelty.fit(finished, moments);
        Said now = said(4);
        float[] at = now.place();
        double[] cosines = Arrays.stream(fitted.places())
                .mapToDouble(place -> {
                    double dot = 0;
                    for (int i = 0; i < WIDTH; i++) {
                        dot += at[i] * place[i] / 127.0;
                    }
                    return dot / 2;
                })
                .sorted()
                .toArray();
        double sum = 0;
        for (int i = 2; i <= 9; i++) {
            sum += cosines[cosines.length - i];
        }
        MeaningNovelty.Running running = fitted.new Running(new MeaningNovelty.Near(fitted.places()));
        for (int i = 0; i < 4; i++) {
            running.add(Side.REP, now.rep.get(i));
            running.add(Side.OTHER, now.customer.get(0));
            running.add(Side.CUSTOMER, now.customer.get(i));
        }
        double expected = fitted.scales()[3].of(1 - sum / 8);
        assertEquals(expected, running.unbounded(), 1e-2);
    }

    @Test
    void sameCallsGiveTheSameNovelty() {
        Said said = said(4);
        double[] vector = vector();
        NoveltyTest one = new NoveltyTest();
        NoveltyTest other = new NoveltyTest();
        assertEquals(one.follow(one.fitted(40), said, vector), other.follow(other.fitted(40), said, vector));
    }
}
