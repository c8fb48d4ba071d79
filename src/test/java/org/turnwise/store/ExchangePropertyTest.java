package org.turnwise.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnwise.annotation.Annotation;
import org.turnwise.annotation.merge.Conflict;
import org.turnwise.annotation.merge.Entry;
import org.turnwise.call.Call;
import org.turnwise.call.CallId;
import org.turnwise.exchange.Exchange;
import org.turnwise.exchange.MergeReport;
import org.turnwise.reward.OutcomeKind;
import org.turnwise.task.Progress;

/** Three laptops, two of which share a person's name, that do anything and send each other bundles in any order, old ones and the same one twice too. */
class ExchangePropertyTest {

    private static final List<Call> CALLS = List.of(Samples.call("one", 6), Samples.call("two", 6));

    @TempDir
    private Path folder;

    private Instant time = Instant.parse("2026-11-20T09:00:00Z");

    /** Now and then two laptops do something at the same moment. */
    private Clock clock(Random random) {
        InstantSource source = () -> {
            time = time.plus(Duration.ofSeconds(random.nextInt(2)));
            return time;
        };
        return source.withZone(ZoneOffset.UTC);
    }

    private record Laptop(Workspace workspace, RandomWork person, Exchange exchange) {}

    private Laptop laptop(String name, String person, Random random) {
        Workspace workspace = Workspace.open(folder.resolve(name));
        CALLS.forEach(call -> workspace.calls().add(call, () -> {}));
        Clock clock = clock(random);
        RandomWork work = new RandomWork(workspace, CALLS, person, clock);
        return new Laptop(workspace, work, new Exchange(
                workspace.calls(), workspace.journal(), workspace.sharedJournal(), work.scheme, work.outcomes, "test", clock));
    }

    @Test
    void anyOrderOfBundlesEndsInTheSameAnnotationsWithEveryEditAndConflictsShownOnce() {
        Set<String> done = new TreeSet<>();
        boolean conflicts = false;
        for (int seed = 1; seed <= 3; seed++) {
            Random random = new Random(seed);
            List<Laptop> laptops = List.of(
                    laptop(seed + "a", "Ann", random), laptop(seed + "b", "Ann", random), laptop(seed + "c", "Ben", random));
            try {
                Set<String> made = new HashSet<>();
                disagree(laptops, made);
                work(laptops, seed, random, made, done);
                settle(laptops, seed, random);
                conflicts |= assertSame(laptops, made, "seed " + seed);
            } finally {
                laptops.forEach(laptop -> laptop.workspace().close());
            }
        }
        assertTrue(conflicts, "the random edits must get in each other's way");
        for (String sort : List.of("Label scheme: merged", "Comment", "Corrected the call", "Given", "Undid", "Redid", " on 2 turns", "“", "in place of",
                "Note", "Decided on")) {
            assertTrue(done.stream().anyMatch(what -> what.contains(sort)), "nobody did: " + sort + " of " + done);
        }
    }

    /** Two people read a call each in their own way, so that there is something to decide. */
    private void disagree(List<Laptop> laptops, Set<String> made) {
        for (Laptop laptop : List.of(laptops.getFirst(), laptops.getLast())) {
            laptop.person().read(CALLS.getFirst(), laptop == laptops.getFirst() ? "O_PRICE" : "O_TIMING")
                    .forEach(edit -> made.add(laptop.workspace().folder() + " " + edit.seq()));
            Path bundle = folder.resolve(laptop.workspace().folder().getFileName() + "-read.bundle");
            laptop.exchange().write(bundle, false, "somebody", Progress.silent());
            laptops.forEach(to -> to.exchange().merge(bundle, false, Progress.silent()));
        }
    }

    /** @param made takes in what was done, by laptop and edit; {@code done} by its words */
    private void work(List<Laptop> laptops, int seed, Random random, Set<String> made, Set<String> done) {
        List<Path> bundles = new ArrayList<>();
        for (int step = 0; step < 150; step++) {
            Laptop laptop = laptops.get(random.nextInt(3));
            int what = random.nextInt(12);
            if (what < 10) {
                laptop.person().act(random).ifPresent(edit -> {
                    made.add(laptop.workspace().folder() + " " + edit.seq());
                    done.add(edit.what());
                });
            } else if (what == 10) {
                Path bundle = folder.resolve(seed + "-" + step + ".bundle");
                laptop.exchange().write(bundle, random.nextBoolean(), "somebody", Progress.silent());
                bundles.add(bundle);
            } else if (!bundles.isEmpty()) {
                Path bundle = bundles.get(random.nextInt(bundles.size()));
                Set<UUID> open = open(laptop);
                MergeReport first = laptop.exchange().merge(bundle, false, Progress.silent());
                first.conflicts().forEach(conflict -> assertFalse(open.contains(conflict.id()), "was open before, and so was shown before: " + conflict));
                Set<UUID> told = first.conflicts().stream().map(Conflict::id).collect(Collectors.toSet());
                open(laptop).forEach(conflict -> assertTrue(open.contains(conflict) || told.contains(conflict), "is open now, and was not shown: " + conflict));
                assertEquals(first.conflicts().size(), first.conflicts().stream().map(Conflict::id).distinct().count());
                MergeReport again = laptop.exchange().merge(bundle, false, Progress.silent());
                assertEquals(0, again.newEdits());
                assertEquals(List.of(), again.conflicts(), "what was shown is not shown again");
                Replayed.assertStands(laptop.workspace(), CALLS);
            }
        }
    }

    private static Set<UUID> open(Laptop laptop) {
        return laptop.exchange().conflicts().stream().filter(conflict -> !conflict.settled()).map(Conflict::id).collect(Collectors.toSet());
    }

    /** Everybody gives to everybody, in random order, until all have heard of all. */
    private void settle(List<Laptop> laptops, int seed, Random random) {
        List<Integer> order = new ArrayList<>(List.of(0, 1, 2, 0, 1, 2));
        Collections.shuffle(order, random);
        int round = 0;
        for (int from : order) {
            Path bundle = folder.resolve("settle" + seed + "-" + round++ + ".bundle");
            laptops.get(from).exchange().write(bundle, false, "somebody", Progress.silent());
            laptops.forEach(to -> to.exchange().merge(bundle, false, Progress.silent()));
        }
    }

    /** @return whether anything got in another's way */
    private static boolean assertSame(List<Laptop> laptops, Set<String> made, String when) {
        Laptop first = laptops.getFirst();
        for (Laptop laptop : laptops) {
            assertEquals(first.person().standing(), laptop.person().standing(), when);
            assertEquals(made.size(), laptop.workspace().journal().size(), "no edit is lost, " + when);
            assertEquals(first.workspace().sharedJournal().entries(), laptop.workspace().sharedJournal().entries(), when);
            assertEquals(first.workspace().sharedJournal().conflicts(), laptop.workspace().sharedJournal().conflicts(), when);
            assertEquals(first.workspace().journal().labelCounts(), laptop.workspace().journal().labelCounts(), when);
            assertEquals(first.workspace().journal().statuses(), laptop.workspace().journal().statuses(), when);
            assertEquals(outcomes(first), outcomes(laptop), "what is trained on, " + when);
        }
        List<Conflict> conflicts = first.workspace().sharedJournal().conflicts();
        assertEquals(conflicts.size(), conflicts.stream().map(Conflict::id).distinct().count());
        List<Conflict> open = conflicts.stream().filter(conflict -> !conflict.settled()).toList();
        assertEquals(open.size(), open.stream().map(Conflict::subject).distinct().count(), "a place is listed once, " + when);
        return !conflicts.isEmpty();
    }

    private static Map<CallId, OutcomeKind> outcomes(Laptop laptop) {
        Map<CallId, OutcomeKind> kinds = new TreeMap<>();
        laptop.person().outcomes.known().forEach((call, known) -> kinds.put(call, known.kind()));
        return kinds;
    }

    /** What stands, against what is left of everything that was added when everything that was taken off is gone. */
    private static final class Replayed {

        static void assertStands(Workspace workspace, List<Call> calls) {
            List<Entry> entries = workspace.sharedJournal().entries();
            Set<UUID> added = entries.stream().flatMap(entry -> entry.added().stream()).map(a -> a.id()).collect(Collectors.toSet());
            Stream<UUID> standing = calls.stream().flatMap(call -> workspace.journal().current(call.id()).stream()).map(a -> a.id());
            Set<UUID> there = standing.collect(Collectors.toSet());
            assertTrue(added.containsAll(there), "nothing stands that nobody put there");
            Set<UUID> gone = new HashSet<>();
            entries.forEach(entry -> entry.removed().forEach(a -> gone.add(a.id())));
            workspace.sharedJournal().conflicts().forEach(conflict -> conflict.sides().forEach(side -> side.put().forEach(a -> gone.add(a.id()))));
            Set<String> said = entries.stream().flatMap(entry -> entry.added().stream()).filter(a -> there.contains(a.id())).map(Replayed::says)
                    .collect(Collectors.toSet());
            List<String> lost = new ArrayList<>();
            for (Entry entry : entries) {
                entry.added().stream()
                        .filter(a -> !gone.contains(a.id()) && !said.contains(says(a)))
                        .filter(a -> entries.stream().noneMatch(later -> knew(later, entry) && later.removed().stream().anyMatch(r -> says(r).equals(says(a)))))
                        .forEach(a -> lost.add(entry + " put " + a));
            }
            assertEquals(List.of(), lost, "what was put on, never taken off and in nobody's way stands, or another that says the same");
        }

        private static boolean knew(Entry later, Entry earlier) {
            return later.stamp().origin().equals(earlier.stamp().origin())
                    ? later.stamp().place() > earlier.stamp().place()
                    : later.stamp().seen().getOrDefault(earlier.stamp().origin(), 0L) >= earlier.stamp().place();
        }

        private static String says(Annotation annotation) {
            return annotation.target() + " " + annotation.annotator() + " " + annotation.label() + " " + annotation.text();
        }
    }
}
