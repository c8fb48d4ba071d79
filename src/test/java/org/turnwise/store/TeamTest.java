package org.turnwise.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnwise.annotation.LabelScheme;
import org.turnwise.annotation.Labeling;
import org.turnwise.annotation.Rereading;
import org.turnwise.annotation.Statuses;
import org.turnwise.call.CallId;
import org.turnwise.review.Reviewer;
import org.turnwise.review.Shares;
import org.turnwise.review.Team;

/** Who works here, and who is given what to read. */
class TeamTest {

    private static final LabelScheme SCHEME = LabelScheme.standard();

    @TempDir
    private Path folder;

    private Workspace workspace;
    private Team team;

    @BeforeEach
    void open() {
        workspace = Workspace.open(folder);
        team = new Team(workspace.journal(), workspace.settings(), "laptop");
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private List<String> names() {
        return team.members().stream().map(Team.Member::name).toList();
    }

    private Team.Member member(String name) {
        return team.members().stream().filter(member -> member.name().equals(name)).findFirst().orElseThrow();
    }

    private static List<CallId> calls(int count) {
        return IntStream.range(0, count).mapToObj(i -> new CallId("call " + i)).toList();
    }

    private Reviewer eli() {
        return new Reviewer(workspace.journal(), SCHEME, "Eli", Clock.systemUTC(), edit -> {});
    }

    private void submit(CallId call, String reader) {
        new Labeling(workspace.journal(), SCHEME, reader, Clock.systemUTC(), edit -> {}).status(call, Statuses.SUBMITTED, true);
    }

    @Test
    void whoWasAtWorkOnceStaysKnownAcrossRestarts() {
        assertEquals("laptop", team.atWork());
        team.comesToWork("  Zoë Ünal ");
        team.comesToWork("Ann");
        close();
        open();
        assertEquals("Ann", team.atWork());
        assertEquals(List.of("Ann", "Zoë Ünal", "laptop"), names());
        submit(calls(1).getFirst(), "Ben");
        assertEquals(List.of("Ann", "Ben", "Zoë Ünal", "laptop"), names(), "whoever labeled something is known too");
    }

    @Test
    void aNameThatCanBeNobodysIsRefusedAndNothingChanges() {
        for (String name : List.of(" ", "a\nb", "x".repeat(101), "import", "Ann (adjudicator)", "Ann (read again)")) {
            assertThrows(Labeling.NotAllowed.class, () -> team.comesToWork(name), name);
        }
        assertEquals("laptop", team.atWork());
    }

    @Test
    void whoReadsACallAgainIsNobodyElse() {
        submit(calls(1).getFirst(), "Ann");
        submit(calls(1).getFirst(), Rereading.by("Ann"));
        assertEquals(List.of("Ann", "laptop"), names());
    }

    @Test
    void callsAreDealtEvenlyAndToDifferentPeople() {
        Shares once = team.shares(calls(10), List.of("Ann", "Ben", "Cid"), 1);
        assertEquals(List.of(4, 3, 3), List.of(once.of("Ann"), once.of("Ben"), once.of("Cid")));
        assertTrue(once.given().values().stream().allMatch(readers -> readers.size() == 1));
        Shares twice = team.shares(calls(9), List.of("Ann", "Ben", "Cid"), 2);
        assertEquals(List.of(6, 6, 6), List.of(twice.of("Ann"), twice.of("Ben"), twice.of("Cid")));
        assertTrue(twice.given().values().stream().allMatch(readers -> new HashSet<>(readers).size() == 2));
        assertEquals(9, team.shares(calls(9), List.of("Ann"), 2).tooFew(), "nobody reads a call twice");
        assertTrue(team.shares(calls(3), List.of(), 1).isEmpty());
    }

    @Test
    void whatPeopleHaveCountsAndGivingAgainChangesNothing() {
        List<CallId> calls = calls(8);
        assertEquals("Given 4 calls to Ann", eli().give(team.shares(calls.subList(0, 4), List.of("Ann"), 1)).orElseThrow().what());
        assertEquals(new Team.Member("Ann", 4, 0), member("Ann"));
        submit(calls.getFirst(), "Ann");
        assertEquals(new Team.Member("Ann", 3, 1), member("Ann"));
        Shares rest = team.shares(calls.subList(4, 8), List.of("Ann", "Ben"), 1);
        assertEquals(List.of(1, 3), List.of(rest.of("Ann"), rest.of("Ben")), "who has less left gets more");
        Shares doubled = team.shares(calls.subList(0, 4), List.of("Ann", "Ben"), 2);
        assertEquals(List.of(0, 4), List.of(doubled.of("Ann"), doubled.of("Ben")), "a call that Ann has wants one more reader");
        eli().give(doubled);
        assertEquals(Optional.empty(), eli().give(team.shares(calls.subList(0, 4), List.of("Ann", "Ben"), 2)));
    }

    @Test
    void givingManyIsOneEditThatIsTakenBackAtOnceAndTravels() {
        Reviewer eli = eli();
        eli.give(team.shares(calls(5), List.of("Ann", "Ben"), 2));
        Set<String> readers = workspace.journal().carrying(Statuses.ASSIGNED, 100).stream().map(a -> String.valueOf(a.text())).collect(Collectors.toSet());
        assertEquals(Set.of("Ann", "Ben"), readers);
        try (Workspace other = Workspace.open(folder.resolve("other"))) {
            other.sharedJournal().absorb(workspace.sharedJournal().entries(), calls -> {});
            assertEquals(5, new Team(other.journal(), other.settings(), "x").members().stream().filter(m -> m.name().equals("Ann")).findFirst()
                    .orElseThrow().left());
        }
        eli.undo();
        assertEquals(List.of(), workspace.journal().carrying(Statuses.ASSIGNED, 100));
    }
}
