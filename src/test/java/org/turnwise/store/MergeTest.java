package org.turnwise.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnwise.annotation.Annotation;
import org.turnwise.annotation.Edit;
import org.turnwise.annotation.Label;
import org.turnwise.annotation.LabelKind;
import org.turnwise.annotation.LabelScheme;
import org.turnwise.annotation.Labeling;
import org.turnwise.annotation.Statuses;
import org.turnwise.annotation.Target;
import org.turnwise.annotation.merge.Conflict;
import org.turnwise.annotation.merge.Entry;
import org.turnwise.annotation.merge.SharedJournal;
import org.turnwise.call.Call;

/** Journals of workspaces on several laptops, made one. */
class MergeTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-12T09:00:00Z"), ZoneOffset.UTC);
    private static final LabelScheme SCHEME = LabelScheme.standard();
    private static final List<Call> CALLS = List.of(Samples.call("one", 4), Samples.call("two", 4));

    @TempDir
    Path folder;

    private Workspace anna;
    private Workspace berta;
    private final List<Workspace> open = new ArrayList<>();

    @BeforeEach
    void open() {
        anna = workspace("a");
        berta = workspace("b");
    }

    @AfterEach
    void close() {
        open.forEach(Workspace::close);
    }

    private Workspace workspace(String name) {
        Workspace workspace = Workspace.open(folder.resolve(name));
        open.add(workspace);
        return workspace;
    }

    private static Labeling labeling(Workspace workspace, String annotator) {
        return new Labeling(workspace.journal(), SCHEME, annotator, CLOCK, edit -> {});
    }

    private static Edit toggle(Workspace workspace, String annotator, int turn, String label) {
        return labeling(workspace, annotator).toggle(CALLS.getFirst(), turn(turn), SCHEME.label(label).orElseThrow());
    }

    private static Target turn(int ordinal) {
        return new Target.OfTurn(CALLS.getFirst().id(), ordinal);
    }

    private static int give(Workspace from, Workspace to) {
        return to.sharedJournal().absorb(from.sharedJournal().entries(), calls -> {});
    }

    private static void exchange(Workspace one, Workspace other) {
        give(one, other);
        give(other, one);
    }

    private static Set<Annotation> state(Workspace workspace) {
        return CALLS.stream().flatMap(call -> workspace.journal().current(call.id()).stream()).collect(Collectors.toSet());
    }

    private static List<String> on(Workspace workspace, int turn) {
        return workspace.journal().current(CALLS.getFirst().id()).stream().filter(a -> a.target().equals(turn(turn))).map(Annotation::label).sorted().toList();
    }

    private static Conflict onlyConflict(Workspace workspace) {
        List<Conflict> conflicts = workspace.sharedJournal().conflicts();
        assertEquals(1, conflicts.size(), conflicts.toString());
        return conflicts.getFirst();
    }

    @Test
    void labelsOfTwoPeopleStandSideBySide() {
        toggle(anna, "Ann", 1, "O_PRICE");
        toggle(berta, "Ben", 1, "O_TIMING");
        exchange(anna, berta);
        assertEquals(List.of("O_PRICE", "O_TIMING"), on(anna, 1));
        assertEquals(state(anna), state(berta));
        assertEquals(List.of(), anna.sharedJournal().conflicts());
        assertEquals(anna.sharedJournal().entries(), berta.sharedJournal().entries());
        assertEquals(anna.journal().labelCounts(), berta.journal().labelCounts());
    }

    @Test
    void takingTheSameInTwiceChangesNothing() {
        toggle(anna, "Ann", 1, "O_PRICE");
        List<Entry> sent = anna.sharedJournal().entries();
        assertEquals(1, berta.sharedJournal().absorb(sent, calls -> {}));
        toggle(berta, "Ben", 1, "O_TIMING");
        Set<Annotation> before = state(berta);
        assertEquals(0, berta.sharedJournal().absorb(sent, calls -> {
            throw new AssertionError("nothing was touched");
        }));
        assertEquals(before, state(berta));
    }

    @Test
    void ofTwoThatReplacedTheSameTheLaterStandsAndItIsAConflictUntilSomebodyDecides() {
        toggle(anna, "Ann", 1, "STAGE_PRICING");
        exchange(anna, berta);
        toggle(anna, "Ann", 1, "STAGE_OBJECTION");
        toggle(berta, "Ann", 0, "R_ASK");
        toggle(berta, "Ann", 1, "STAGE_DISCOVERY");
        exchange(anna, berta);
        assertEquals(List.of("STAGE_DISCOVERY"), on(anna, 1));
        Conflict conflict = onlyConflict(anna);
        assertEquals(conflict, onlyConflict(berta));
        assertEquals(false, conflict.settled());
        assertEquals(List.of("STAGE_OBJECTION", "STAGE_DISCOVERY"), conflict.sides().stream().map(side -> side.put().getFirst().label()).toList());

        Labeling decider = labeling(berta, "Ann");
        decider.toggle(CALLS.getFirst(), turn(1), SCHEME.label("STAGE_OBJECTION").orElseThrow());
        assertTrue(onlyConflict(berta).settled());
        decider.undo();
        assertEquals(false, onlyConflict(berta).settled(), "taking a decision back opens the conflict again");
        decider.redo();
        exchange(anna, berta);
        assertTrue(onlyConflict(anna).settled());
        assertEquals(List.of("STAGE_OBJECTION"), on(anna, 1));
    }

    @Test
    void whatOneTookOffAndAnotherReplacedIsAConflict() {
        toggle(anna, "Ann", 1, "DELTA_-1");
        exchange(anna, berta);
        toggle(anna, "Ann", 1, "DELTA_-1");
        toggle(berta, "Ann", 1, "DELTA_-2");
        exchange(anna, berta);
        assertEquals(List.of("DELTA_-2"), on(anna, 1), "what somebody put on is not lost");
        assertEquals(state(anna), state(berta));
        assertEquals(List.of(1, 0), onlyConflict(anna).sides().stream().map(side -> side.put().size()).sorted(Collections.reverseOrder()).toList());
    }

    @Test
    void peopleWhoDidTheSameDoNotDisagree() {
        toggle(anna, "Ann", 1, "O_PRICE");
        exchange(anna, berta);
        toggle(anna, "Ann", 1, "O_PRICE");
        toggle(berta, "Ann", 1, "O_PRICE");
        toggle(anna, "Ann", 3, "O_FIT");
        toggle(berta, "Ann", 3, "O_FIT");
        exchange(anna, berta);
        assertEquals(List.of(), on(anna, 1));
        assertEquals(List.of("O_FIT"), on(anna, 3), "one name on two laptops is one person, who put it on once");
        assertEquals(List.of(), anna.sharedJournal().conflicts());
        assertEquals(state(anna), state(berta));
    }

    @Test
    void undoAfterMergingTakesBackOnesOwnAlone() {
        toggle(anna, "Ann", 1, "O_PRICE");
        toggle(berta, "Ann", 3, "O_FIT");
        toggle(berta, "Ben", 3, "O_TIMING");
        exchange(anna, berta);
        Labeling here = labeling(anna, "Ann");
        assertEquals("Undid: Price on turn 1", here.undo().orElseThrow().what());
        assertEquals(Optional.empty(), here.undo());
        exchange(anna, berta);
        assertEquals(List.of(), on(berta, 1));
        assertEquals(List.of("O_FIT", "O_TIMING"), on(berta, 3));
        here.redo();
        exchange(anna, berta);
        assertEquals(List.of("O_PRICE"), on(berta, 1));
    }

    @Test
    void anAnnotationThatSaysSomethingElseUnderAKnownIdIsRefused() {
        Annotation one = Samples.annotation("one", 1, LabelKind.ACT, "P_PAIN");
        Annotation other = new Annotation(one.id(), new Target.OfCall(CALLS.getLast().id()), LabelKind.OUTCOME, "STALL", null, "Ann", one.at(), one.scheme());
        anna.journal().append(Samples.adds(one), edit -> {});
        berta.journal().append(Samples.adds(other), edit -> {});
        assertThrows(SharedJournal.Differs.class, () -> give(anna, berta));
        assertEquals(Set.of(other), state(berta));
    }

    @Test
    void anEditThatSaysSomethingElseUnderAKnownIdIsRefusedAndNothingIsStored() {
        toggle(anna, "Ann", 1, "O_PRICE");
        give(anna, berta);
        Entry known = anna.sharedJournal().entries().getFirst();
        toggle(anna, "Ann", 3, "O_FIT");
        Entry fresh = anna.sharedJournal().entries().getLast();
        Entry forged = new Entry(known.stamp(), known.cause(), null, "another", List.of(), List.of(), known.annotator(), known.at());
        assertThrows(SharedJournal.Differs.class, () -> berta.sharedJournal().absorb(List.of(fresh, forged), calls -> {}));
        assertEquals(1, berta.journal().size());
        assertEquals(List.of(), on(berta, 3));
    }

    /** A workspace's folder was copied to another laptop, and both went on. */
    @Test
    void aCopiedWorkspaceGetsANameOfItsOwnWhenItMeetsTheOther() throws IOException {
        toggle(anna, "Ann", 1, "O_PRICE");
        anna.close();
        open.remove(anna);
        Files.createDirectories(folder.resolve("copy"));
        Files.copy(folder.resolve("a/turnwise.mv.db"), folder.resolve("copy/turnwise.mv.db"));
        anna = workspace("a");
        Workspace copy = workspace("copy");
        assertEquals(anna.sharedJournal().origin(), copy.sharedJournal().origin());
        toggle(anna, "Ann", 3, "O_FIT");
        toggle(copy, "Ben", 3, "O_TIMING");
        UUID before = copy.sharedJournal().origin();
        give(anna, copy);
        assertTrue(!before.equals(copy.sharedJournal().origin()));
        toggle(copy, "Ben", 1, "O_TRUST");
        exchange(anna, copy);
        assertEquals(state(anna), state(copy));
        assertEquals(4, anna.journal().size());
        labeling(copy, "Ben").undo();
        assertEquals(List.of("O_PRICE"), on(copy, 1));
    }

    /** Three laptops, two of which share an annotator's name; anybody may do anything and send a bundle to anybody at any time, old ones too. */
    @Test
    void anyOrderOfExchangeEndsInTheSameAnnotationsWithEveryEditAndTheSameConflicts() {
        Set<String> kindsOfConflict = new HashSet<>();
        for (int seed = 0; seed < 3; seed++) {
            Random random = new Random(seed);
            List<Workspace> laptops = new ArrayList<>();
            List<Labeling> people = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                laptops.add(workspace("seed" + seed + "laptop" + i));
                people.add(labeling(laptops.get(i), i == 2 ? "Ben" : "Ann"));
            }
            List<List<Entry>> bundles = new ArrayList<>();
            int made = 0;
            for (int step = 0; step < 80; step++) {
                int who = random.nextInt(3);
                int what = random.nextInt(10);
                if (what < 7) {
                    made += act(people.get(who), random) ? 1 : 0;
                } else if (what < 8) {
                    bundles.add(laptops.get(who).sharedJournal().entries());
                } else if (!bundles.isEmpty()) {
                    List<Entry> shuffled = new ArrayList<>(bundles.get(random.nextInt(bundles.size())));
                    Collections.shuffle(shuffled, random);
                    laptops.get(who).sharedJournal().absorb(shuffled, calls -> {});
                    assertEveryConflictIsListedOnce(laptops.get(who));
                }
            }
            List<Integer> order = new ArrayList<>(List.of(0, 1, 2, 0, 1, 2));
            Collections.shuffle(order, random);
            for (int from : order) {
                for (int to = 0; to < 3; to++) {
                    give(laptops.get(from), laptops.get(to));
                }
            }
            Workspace first = laptops.getFirst();
            for (Workspace laptop : laptops) {
                assertEquals(state(first), state(laptop), "seed " + seed);
                assertEquals(made, laptop.journal().size(), "no edit is lost, seed " + seed);
                assertEquals(first.sharedJournal().entries(), laptop.sharedJournal().entries());
                assertEquals(first.sharedJournal().conflicts(), laptop.sharedJournal().conflicts());
                assertEquals(first.journal().labelCounts(), laptop.journal().labelCounts());
                assertEquals(first.journal().statuses(), laptop.journal().statuses());
                assertNobodyCarriesTwoOfAKind(laptop);
            }
            assertEveryConflictIsListedOnce(first);
            first.sharedJournal().conflicts().forEach(conflict -> kindsOfConflict.add(conflict.subject().sort() + conflict.settled()));
        }
        assertTrue(kindsOfConflict.size() >= 2, "the random edits must get in each other's way: " + kindsOfConflict);
    }

    private static void assertEveryConflictIsListedOnce(Workspace workspace) {
        List<Conflict> conflicts = workspace.sharedJournal().conflicts();
        assertEquals(conflicts.size(), conflicts.stream().map(Conflict::id).distinct().count());
        Set<Object> pairs = new HashSet<>();
        for (Conflict conflict : conflicts) {
            assertTrue(conflict.sides().size() >= 2, conflict.toString());
            assertTrue(pairs.add(List.of(conflict.subject(), conflict.sides().stream().map(Conflict.Side::edit).collect(Collectors.toSet()))),
                    conflict.toString());
        }
        long unsettledSubjects = conflicts.stream().filter(conflict -> !conflict.settled()).map(Conflict::subject).count();
        assertEquals(unsettledSubjects, conflicts.stream().filter(conflict -> !conflict.settled()).map(Conflict::subject).distinct().count());
    }

    private static void assertNobodyCarriesTwoOfAKind(Workspace workspace) {
        List<String> single = state(workspace).stream()
                .filter(annotation -> annotation.kind().most() == 1)
                .map(annotation -> annotation.target() + " " + annotation.kind() + " " + annotation.annotator())
                .toList();
        assertEquals(single.size(), new HashSet<>(single).size(), single.toString());
    }

    private static boolean act(Labeling person, Random random) {
        Call call = CALLS.get(random.nextInt(CALLS.size()));
        try {
            return switch (random.nextInt(12)) {
                case 0, 1 -> person.undo().isPresent();
                case 2 -> person.redo().isPresent();
                case 3 -> person.note(new Target.OfTurn(call.id(), 1), List.of("", "a", "b").get(random.nextInt(3))).isPresent();
                case 4 -> person.status(call.id(), List.of(Statuses.SKIPPED, Statuses.SUBMITTED, Statuses.FLAGGED).get(random.nextInt(3)), random.nextBoolean())
                        .isPresent();
                case 5, 6, 7 -> {
                    List<Label> onlyOne = SCHEME.ofKind(random.nextBoolean() ? LabelKind.STAGE : LabelKind.DELTA);
                    person.toggle(call, new Target.OfTurn(call.id(), 1), onlyOne.get(random.nextInt(3)));
                    yield true;
                }
                default -> {
                    Label label = SCHEME.labels().get(random.nextInt(SCHEME.labels().size()));
                    Target target = label.kind() == LabelKind.OUTCOME ? new Target.OfCall(call.id()) : new Target.OfTurn(call.id(), random.nextInt(2));
                    person.toggle(call, target, label);
                    yield true;
                }
            };
        } catch (Labeling.NotAllowed e) {
            return false;
        }
    }
}
