package org.turnwise.simulate.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.turnwise.reward.OutcomeKind;
import org.turnwise.simulate.Knobs;
import org.turnwise.simulate.Mode;
import org.turnwise.simulate.Names;
import org.turnwise.simulate.Settings;

class PlotsTest {

    private static final Settings SHORT = Settings.of(20_000, 1, Mode.SHORT, Knobs.NONE);

    @Test
    void fiftySixInAHundredDontConvert() {
        for (Mode mode : Mode.values()) {
            int calls = mode == Mode.SHORT ? 20_000 : 6_000;
            Settings settings = Settings.of(calls, 5, mode, Knobs.NONE);
            Plots plots = new Plots(settings);
            long lost = IntStream.range(0, calls).parallel().filter(i -> !plots.play(Cast.of(settings, i)).converted()).count();
            assertEquals(0.56, lost / (double) calls, mode == Mode.SHORT ? 0.01 : 0.02, mode.name());
        }
    }

    @Test
    void lengthsAreWhatTheModeSays() {
        for (Mode mode : Mode.values()) {
            Settings settings = Settings.of(5_000, 2, mode, Knobs.NONE);
            int[] turns = IntStream.range(0, 5_000).map(i -> Cast.of(settings, i).turns()).sorted().toArray();
            assertTrue(turns[0] >= (mode == Mode.SHORT ? 3 : 40), mode + " " + turns[0]);
            assertTrue(turns[4_999] <= (mode == Mode.SHORT ? 27 : 400), mode + " " + turns[4_999]);
            if (mode == Mode.SHORT) {
                assertEquals(8, turns[2_500]);
            }
        }
    }

    @Test
    void aCallIsTheSameAloneAndInAnyOrder() {
        Plots plots = new Plots(SHORT);
        Plot alone = plots.play(Cast.of(SHORT, 777));
        IntStream.range(700, 800).forEach(i -> plots.play(Cast.of(SHORT, i)));
        assertEquals(alone, new Plots(SHORT).play(Cast.of(SHORT, 777)));
        assertNotEquals(alone, plots.play(Cast.of(SHORT, 778)));
    }

    @Test
    void everyPlotHangsTogether() {
        Plots plots = new Plots(SHORT);
        int overruled = 0;
        for (int i = 0; i < 2_000; i++) {
            Plot plot = plots.play(Cast.of(SHORT, i));
            assertEquals(plot.beats().size() + 1, plot.states().size());
            assertEquals(plot.converted(), plot.outcome().conversion() == OutcomeKind.Conversion.YES);
            for (Episode episode : plot.episodes()) {
                assertEquals(episode.concern().label(), plot.beats().get(episode.openTurn()).label());
                assertTrue(episode.handleTurns().stream().allMatch(t -> plot.beats().get(t).byRep()));
                assertEquals(episode.result() == Episode.Result.DEFERRED, episode.closeTurn() < 0);
            }
            Stage before = plot.beats().getFirst().stage();
            for (Beat beat : plot.beats()) {
                overruled += beat.proposed() == beat.stage() ? 0 : 1;
                assertTrue(beat.stage().interrupts() || before.interrupts() || before.allows(beat.stage()), before + " to " + beat.stage());
                before = beat.stage();
            }
        }
        assertTrue(overruled > 500, "the manager overruled " + overruled);
    }

    @Test
    void everyStageOccursAndTheGateAndAsidesWhereTheyBelong() {
        for (Mode mode : Mode.values()) {
            Settings settings = Settings.of(1_000, 3, mode, Knobs.NONE);
            Plots plots = new Plots(settings);
            Set<Stage> seen = EnumSet.noneOf(Stage.class);
            int gated = 0;
            for (int i = 0; i < settings.calls(); i++) {
                Plot plot = plots.play(Cast.of(settings, i));
                List<Stage> stages = plot.beats().stream().map(Beat::stage).toList();
                seen.addAll(stages);
                int gate = stages.lastIndexOf(Stage.GATE) + 1;
                gated += gate > 0 ? 1 : 0;
                assertTrue(stages.subList(0, gate).stream().allMatch(stage -> stage == Stage.GATE), stages.toString());
                assertEquals(plot.states().getFirst(), plot.states().get(gate), "whoever picks up first moves nobody");
                assertEquals(gate == 0 ? stages.getFirst() : Stage.OPENING, stages.get(gate));
                assertTrue(stages.indexOf(Stage.OFFTOPIC) < 0 || stages.indexOf(Stage.OFFTOPIC) >= 4 && stages.getLast() != Stage.OFFTOPIC, stages.toString());
            }
            assertEquals(EnumSet.allOf(Stage.class), seen);
            assertEquals(mode == Mode.SHORT ? 0.07 : 0.12, gated / 1_000.0, 0.03);
        }
    }

    @Test
    void oneAccountIsMetInARowByMostlyOneRep() {
        Settings settings = new Settings(700, 6, Mode.SHORT, 90, 6, 200, Knobs.NONE);
        int same = 0;
        for (int i = 1; i < settings.calls(); i++) {
            Cast cast = Cast.of(settings, i);
            Cast before = Cast.of(settings, i - 1);
            assertTrue(cast.account() - before.account() == 0 || cast.account() - before.account() == 1);
            if (cast.account() == before.account()) {
                assertTrue(cast.day() >= before.day() && cast.day() < 90);
                same += cast.rep() == before.rep() ? 1 : 0;
            } else {
                assertEquals(i, settings.firstCall(cast.account()));
            }
        }
        assertEquals(199, Cast.of(settings, 699).account());
        assertEquals(0.75, same / 500.0, 0.07);
        assertEquals(200, IntStream.range(0, 200).mapToObj(i -> Names.account(6, i)).distinct().count());
        assertEquals(Settings.MOST_REPS, IntStream.range(0, Settings.MOST_REPS).mapToObj(Names::rep).distinct().count());
    }

    @Test
    void theTransitionIsPureAndSkillPays() {
        CustomerState state = new CustomerState(0.5, 0.5, 0.5, 0.5, 0.5, List.of(new Objection(Concern.PRICE, 0.6, Objection.Status.RAISED)));
        Customer customer = new Customer(state, 1, 1, 0, 0.35);
        for (RepAct act : RepAct.values()) {
            assertEquals(customer.after(state, act, 0.3), customer.after(state, act, 0.3));
            assertTrue(customer.after(state, act, 0.9).readiness() >= customer.after(state, act, 0.1).readiness(), act.name());
        }
        assertTrue(customer.after(state, RepAct.OBJ_ANSWER, 0.9).readiness() > state.readiness());
        assertTrue(customer.after(state, RepAct.OBJ_ARGUE, 0.5).readiness() < state.readiness());
    }

    @Test
    void theManagerRefusesJumpsAndGivesBackTheStageAnObjectionBrokeInto() {
        Manager manager = new Manager(Stage.OPENING);
        Manager.Ruling ruling = manager.rule(Stage.PRICING);
        assertTrue(ruling.overruled());
        assertTrue(Stage.OPENING.allows(ruling.granted()));
        assertEquals(Stage.DISCOVERY, manager.rule(Stage.DISCOVERY).granted());
        assertEquals(Stage.PITCH, manager.rule(Stage.PRICING).granted(), "no price before pain");
        manager.interrupt(Stage.OBJECTION);
        assertEquals(Stage.OBJECTION, manager.rule(Stage.NEXTSTEP).granted());
        manager.resume();
        assertEquals(Stage.PITCH, manager.stage());
    }

    @Test
    void outcomesFollowTheLastStateAndNotItsWords() {
        Plots plots = new Plots(SHORT);
        Plot[] all = IntStream.range(0, 4_000).mapToObj(i -> plots.play(Cast.of(SHORT, i))).toArray(Plot[]::new);
        double expected = Arrays.stream(all).mapToDouble(Plot::probability).average().orElseThrow();
        double seen = Arrays.stream(all).mapToDouble(p -> p.converted() ? 1 : 0).average().orElseThrow();
        assertEquals(expected, seen, 0.02);
    }
}
