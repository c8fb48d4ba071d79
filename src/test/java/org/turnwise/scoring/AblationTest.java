package org.turnwise.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.turnwise.call.Call;
import org.turnwise.call.Turn;
import org.turnwise.scoring.RunningHead.Moment;
import org.turnwise.scoring.member.LogisticRegression;
import org.turnwise.scoring.member.HeardCall;
import org.turnwise.scoring.member.Members.OfFinished;
import org.turnwise.scoring.member.Members.OfRunning;
import org.turnwise.scoring.member.Rows;
import org.turnwise.task.Progress;
import smile.classification.GradientTreeBoost;

class AblationTest {

    private static final Snapshot SNAPSHOT = Snapshot.of(SyntheticCalls.telling(160, 1), Encoding.shared(), 0, Progress.silent());
    private static final Trainer.Trained TRAINED = Trainer.train(SNAPSHOT, Progress.silent());
    private static final Scorer.Parts WHOLE = ScorerFile.read(TRAINED.scorer().write());

    private static List<Moment> moments() {
        List<Moment> moments = new ArrayList<>();
        for (int n = 0; n < 20; n++) {
            Call call = SyntheticCalls.tellingCall("new-" + n, "g", n % 2 == 0, new SplittableRandom(900 + n));
            Sample.Sides sides = new Sample.Sides(call);
            Scorer.Following following = TRAINED.scorer().follow(call.timing(), Encoding.shared());
            for (Turn turn : call.turns()) {
                moments.add(following.hear(turn, sides.of(turn)));
            }
        }
        return moments;
    }

    private static Ablation.Live live(Part part) {
        return (Ablation.Live) TRAINED.ablation().without(part, Progress.silent());
    }

    private static MemberScores scores() {
        int[] split = Folds.split(SNAPSHOT.samples(), 0).orElseThrow();
        List<HeardCall> heard = Recognition.of(SNAPSHOT.calls(), split, Progress.silent()).heard();
        return MemberScores.of(MemberSets.fit(heard, SNAPSHOT.vocabulary(), split, Progress.silent()), heard, split);
    }

    /** The same head, put together by hand from tables that never had the member's column. */
    @Test
    void withoutAMemberIsLearnedWithoutItsColumn() {
        int left = OfRunning.WORDS.ordinal();
        List<Sample> samples = SNAPSHOT.samples();
        MemberScores scores = scores();
        double heaviest = samples.stream().mapToDouble(Sample::weight).max().orElseThrow();
        List<float[]> stackRows = new ArrayList<>();
        List<double[]> treesRows = new ArrayList<>();
        List<Boolean> stackYes = new ArrayList<>();
        List<Boolean> treesYes = new ArrayList<>();
        List<Double> weight = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            Sample sample = samples.get(i);
            for (int prefix = 0; prefix < sample.lengths().length; prefix++) {
                stackRows.add(stackRow(sample.lengths()[prefix], scores.of(i).running()[prefix], left));
                stackYes.add(sample.converted());
                weight.add(sample.weight() / sample.lengths().length);
            }
            for (int row : sample.rows(heaviest, 0)) {
                treesRows.add(treesRow(sample.prefixes()[row], scores.of(i).running()[row], left));
                treesYes.add(sample.converted());
            }
        }
        float[][] rows = stackRows.toArray(float[][]::new);
        LogisticRegression stack = LogisticRegression.fit(
                new Rows.Dense(rows, rows[0].length), array(stackYes), weight.stream().mapToDouble(Double::doubleValue).toArray(), 20);
        String[] columns = IntStream.range(0, treesRows.getFirst().length).mapToObj(i -> "column " + i).toArray(String[]::new);
        GradientTreeBoost trees = Boosting.fit(treesRows.toArray(double[][]::new), columns, array(treesYes), 0, Progress.silent(), "");

        Ablation.Live without = live(new Part.LiveMember(OfRunning.WORDS));
        for (Moment moment : moments()) {
            float[] row = stackRow(moment.turns(), moment.members(), left);
            double byHand = .25 * Boosting.raw(trees, Boosting.schema(columns), treesRow(moment.vector(), moment.members(), left))
                    + .75 * stack.raw(new Rows.Dense(new float[][] {row}, row.length), 0);
            assertEquals(byHand, without.raw().applyAsDouble(moment), 1e-9);
            assertNotEquals(byHand, WHOLE.running().raw(moment), 1e-9);
        }
    }

    private static float[] stackRow(int turns, double[] members, int left) {
        List<Double> row = new ArrayList<>();
        double late = Math.log(turns) - Math.log(8);
        for (int i = 0; i < members.length; i++) {
            if (i != left) {
                row.add(members[i]);
                row.add(members[i] * late);
            }
        }
        row.add(late);
        float[] array = new float[row.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = row.get(i).floatValue();
        }
        return array;
    }

    private static double[] treesRow(double[] vector, double[] members, int left) {
        double[] others = IntStream.range(0, members.length).filter(i -> i != left).mapToDouble(i -> members[i]).toArray();
        double[] row = Arrays.copyOf(vector, vector.length + others.length);
        System.arraycopy(others, 0, row, vector.length, others.length);
        return row;
    }

    private static boolean[] array(List<Boolean> list) {
        boolean[] array = new boolean[list.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = list.get(i);
        }
        return array;
    }

    /** Nothing is labeled here, so there is nothing to recognise. */
    @Test
    void withoutWhatSaysNothingIsTheHeadItself() {
        Ablation.Live live = live(new Part.LiveMember(OfRunning.ACTS));
        for (Moment moment : moments()) {
            assertEquals(WHOLE.live().at(moment.turns()).probability(WHOLE.running().raw(moment)), live.probability(moment), 1e-12);
        }
        Ablation.Finished finished = (Ablation.Finished) TRAINED.ablation().without(new Part.FinishedMember(OfFinished.ACTS), Progress.silent());
        double[] members = {1, -.5, .3, .2, .8, -1, .4, 0};
        assertEquals(WHOLE.complete().probability(WHOLE.finished().raw(members)), finished.probability(members), 1e-12);
    }

    @Test
    void treesAndStackAreAskedAlone() {
        Ablation.Live withoutTrees = live(Part.OfLive.TREES);
        Ablation.Live withoutStack = live(Part.OfLive.STACK);
        for (Moment moment : moments()) {
            assertEquals(WHOLE.running().stackRaw(moment), withoutTrees.raw().applyAsDouble(moment));
            assertEquals(WHOLE.running().treesRaw(moment), withoutStack.raw().applyAsDouble(moment));
        }
    }

    @Test
    void withoutFeaturesNothingThatIsCountedMatters() {
        Ablation.Live live = live(Part.OfLive.FEATURES);
        SplittableRandom random = new SplittableRandom(3);
        List<Double> said = new ArrayList<>();
        for (Moment moment : moments()) {
            double[] members = moment.members().clone();
            members[OfRunning.READINGS.ordinal()] = random.nextDouble();
            Moment counted = new Moment(moment.turns(), random.doubles(moment.vector().length).toArray(), members);
            assertEquals(live.probability(moment), live.probability(counted));
            said.add(live.probability(moment));
        }
        assertTrue(said.stream().distinct().count() > 100, "the rest still speaks");
    }

    @Test
    void theFinishedHeadIsTheMeanOfTheMembersThatAreLeft() {
        MemberScores scores = scores();
        int left = OfFinished.MEANING.ordinal();
        double[] members = {1, -.5, .3, .2, .8, -1, .4, 0};
        double sum = 0;
        int spoke = 0;
        for (int member = 0; member < members.length; member++) {
            int asked = member;
            double size = Math.sqrt(IntStream.range(0, SNAPSHOT.samples().size())
                    .mapToDouble(i -> scores.of(i).finished()[asked]).map(raw -> raw * raw).average().orElseThrow());
            if (member != left && size > 0) {
                sum += members[member] / size;
                spoke++;
            }
        }
        Ablation.Finished finished = (Ablation.Finished) TRAINED.ablation().without(new Part.FinishedMember(OfFinished.MEANING), Progress.silent());
        assertEquals(sum / spoke, finished.head().raw(members), 1e-9);
        assertEquals(6, spoke, "all but the one, and acts, which say nothing here");
    }

    @Test
    void everyPartHasANameOfItsOwn() {
        List<String> labels = Part.all().stream().map(part -> part.head().label()).toList();
        assertEquals(OfRunning.values().length + Part.OfLive.values().length + OfFinished.values().length, labels.stream().distinct().count());
        assertTrue(labels.containsAll(List.of("live-without-words-of-prefixes", "live-without-trees", "finished-without-spelling")), labels.toString());
        Part.all().forEach(part -> assertEquals(part.head(), Head.ofLabel(part.head().label())));
    }
}
