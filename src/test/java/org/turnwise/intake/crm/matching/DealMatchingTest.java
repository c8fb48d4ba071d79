package org.turnwise.intake.crm.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnwise.call.Call;
import org.turnwise.call.CallId;
import org.turnwise.call.Participant;
import org.turnwise.call.Side;
import org.turnwise.call.Source;
import org.turnwise.call.TimingClass;
import org.turnwise.call.Turn;
import org.turnwise.intake.Tables;
import org.turnwise.intake.crm.OutcomeImport;
import org.turnwise.intake.crm.matching.Match.State;
import org.turnwise.reward.OutcomeKind;
import org.turnwise.reward.Outcomes;
import org.turnwise.reward.RewardSignal;
import org.turnwise.reward.RewardSignal.Origin;
import org.turnwise.store.Workspace;
import org.turnwise.task.Progress;

/** Calls and deals as they come, and which belong together. */
class DealMatchingTest {

    private static final String HEADER =
            "Opportunity ID,Opportunity Name,Stage,Closed,Won,Close Date,Created Date,Account Name,Website,Opportunity Owner,Owner Email,Contact Name,Contact "
                    + "Email,Amount\n";
    private static final String OWNER = "Ines Duarte,ines@ourside.example,";

    @TempDir
    Path folder;

    private Workspace workspace;
    private Outcomes outcomes;
    private OutcomeImport tables;
    private Matching matching;
    private int calls;

    @BeforeEach
    void open() {
        workspace = Workspace.open(folder.resolve("workspace"));
        outcomes = new Outcomes(workspace.rewards(), workspace.policies()::active, Clock.systemUTC());
        tables = Tables.of(workspace, outcomes);
        matching = Tables.matching(workspace, outcomes);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    /** @param day null if nothing says when it was */
    private CallId call(String title, @Nullable String day, @Nullable String extras, Participant... people) {
        return call(title, day, extras, 600_000, people);
    }

    private CallId call(String title, @Nullable String day, @Nullable String extras, long lengthMs, Participant... people) {
        CallId id = new CallId("call-" + ++calls);
        List<Turn> turns = new ArrayList<>();
        for (Participant person : people) {
            turns.add(new Turn(turns.size(), person.key(), "words of " + person.key() + " in " + id, lengthMs * turns.size() / people.length,
                    lengthMs * (turns.size() + 1) / people.length));
        }
        Instant start = day == null ? null : Instant.parse(day + "T10:00:00Z");
        workspace.calls().add(
                new Call(id, title, new Source("vtt", title + ".vtt", extras), TimingClass.SEGMENT_MS, start, id.value(), List.of(people), turns), () -> {});
        return id;
    }

    private static Participant rep(String name) {
        return new Participant(name, name, Side.REP);
    }

    private static Participant customer(String name, @Nullable String email) {
        return new Participant(name, name, Side.CUSTOMER, email);
    }

    private OutcomeImport.Report deals(String... rows) throws IOException {
        return table("deals.csv", HEADER + String.join("\n", rows) + "\n");
    }

    private OutcomeImport.Report table(String name, String text) throws IOException {
        return tables.run(Files.writeString(folder.resolve(name), text), Progress.silent());
    }

    private Match match(CallId call) {
        return workspace.matches().current(call).orElseThrow();
    }

    private Optional<RewardSignal> deal(CallId call) {
        return workspace.rewards().inForce(call).stream().filter(signal -> signal.origin() == Origin.DEAL).findFirst();
    }

    private static final String OPEN = ",Proposal,0,0,,";
    private static final String WON_IN_JUNE = ",Closed Won,1,1,2026-06-10,";

    @Test
    void idsThatDifferInCaseOnlyAreTwoDeals() throws IOException {
        CallId won = call("One", "2026-06-01", "{\"crm\":{\"opportunity_id\":\"006Hs00001AbCdE\"}}", rep("Ines Duarte"), customer("A B", null));
        CallId lost = call("Two", "2026-06-01", "{\"context\":[{\"objectType\":\"Opportunity\",\"objectId\":\"006Hs00001aBcDeIAK\"}]}", rep("Ines Duarte"),
                customer("C D", null));
        deals("006Hs00001AbCdE,a" + WON_IN_JUNE + "2026-05-01,,,,,,,", "006Hs00001aBcDe,b,Closed Lost,1,0,2026-06-12,2026-05-01,,,,,,,");
        assertEquals(1.0, match(won).confidence());
        assertEquals("006Hs00001AbCdEIAV", match(won).deal());
        assertEquals("006Hs00001aBcDeIAK", match(lost).deal());
        assertEquals(OutcomeKind.WON, outcomes.known(won).orElseThrow().kind());
        assertEquals(OutcomeKind.LOST, outcomes.known(lost).orElseThrow().kind());
    }

    @Test
    void anEMailIsSurerThanADomainAndFreeMailSaysNothingOfACompany() throws IOException {
        CallId email = call("Intro", "2026-06-01", null, rep("Ines Duarte"), customer("Tom", "tom@acme.example"));
        CallId domain = call("Intro", "2026-06-01", null, rep("Ines Duarte"), customer("Una", "una@mail.acme.example"));
        CallId free = call("Intro", "2026-06-01", null, rep("Ines Duarte"), customer("Vic", "vic@gmail.com"));
        CallId own = call("Intro", "2026-06-01", null, rep("Ines Duarte"), customer("Colleague", "colleague@ourside.example"));
        deals("d1,Acme" + OPEN + "2026-05-01,Acme Tools,www.acme.example," + OWNER + "Tom Ash,tom@acme.example,100",
                "d2,Bob's" + OPEN + "2026-05-01,Bob's,," + OWNER + "Bob,bob@gmail.com,100");
        assertEquals(List.of(0.9, 0.75), List.of(match(email).confidence(), match(domain).confidence()));
        assertEquals(List.of(State.AUTOMATIC, State.AUTOMATIC), List.of(match(email).state(), match(domain).state()));
        assertEquals(Optional.empty(), workspace.matches().current(free));
        assertEquals(Optional.empty(), workspace.matches().current(own));
    }

    @Test
    void aContactAtAFreeMailProviderIsStillThatContact() throws IOException {
        CallId call = call("Intro", "2026-06-01", null, rep("Ines Duarte"), customer("Bob", "Bob@Gmail.com"));
        deals("d2,Bob's" + OPEN + "2026-05-01,Bob's,," + OWNER + "Bob,bob@gmail.com,100");
        assertEquals("d2", match(call).deal());
    }

    @Test
    void twoOpenDealsAreForAPersonToDecide() throws IOException {
        CallId call = call("Intro", "2026-06-01", null, rep("Sami Okoro"), customer("Una", "una@acme.example"));
        OutcomeImport.Report report = deals(
                "d1,First" + OPEN + "2026-05-01,Acme Tools,acme.example," + OWNER + ",,100",
                "d2,Second" + OPEN + "2026-05-01,Acme Tools,acme.example," + OWNER + ",,900");
        assertEquals(State.PENDING, match(call).state());
        assertEquals(0.68, match(call).confidence(), 1e-9);
        assertEquals("d2", match(call).deal(), "the larger comes first, and is not taken for that");
        assertTrue(match(call).reason().contains("2 open deals"), match(call).reason());
        assertEquals(List.of("d2", "d1"), matching.candidates(call).stream().map(candidate -> candidate.deal().id()).toList());
        assertEquals(1, report.standings().orElseThrow().pending());
        assertEquals(Optional.empty(), deal(call));
    }

    @Test
    void theContactRoleDecidesThenTheOwnerThenWhatWasOpen() throws IOException {
        CallId contact = call("Intro", "2026-06-01", null, rep("Sami Okoro"), customer("Una Vale", "una@acme.example"));
        CallId owner = call("Intro", "2026-06-01", null, rep("Ines Duarte"), customer("Wim", "wim@bolt.example"));
        CallId open = call("Intro", "2026-06-20", null, rep("Sami Okoro"), customer("Xen", "xen@crest.example"));
        deals("a1,First" + OPEN + "2026-05-01,Acme Tools,acme.example,,,Una Vale,,100",
                "a2,Second" + OPEN + "2026-05-01,Acme Tools,acme.example,,,Yan Orr,,900",
                "b1,First" + OPEN + "2026-05-01,Bolt,bolt.example," + OWNER + ",,100", "b2,Second" + OPEN + "2026-05-01,Bolt,bolt.example,Till Busse,,,,900",
                "c1,First" + WON_IN_JUNE + "2026-05-01,Crest,crest.example,,,,,100", "c2,Second" + OPEN + "2026-05-01,Crest,crest.example,,,,,50");
        assertEquals(List.of("a1", "b1", "c2"), List.of(match(contact).deal(), match(owner).deal(), match(open).deal()));
        assertEquals(List.of(State.AUTOMATIC, State.AUTOMATIC, State.AUTOMATIC), List.of(match(contact).state(), match(owner).state(), match(open).state()));
        assertTrue(match(contact).reason().contains("contact is on the call"), match(contact).reason());
    }

    @Test
    void aDealThatListsNoContactsIsNotRuledOutByOneThatDoes() throws IOException {
        CallId call = call("Intro", "2026-06-01", null, rep("Sami Okoro"), customer("Una Vale", "una@acme.example"));
        deals("a1,First" + OPEN + "2026-05-01,Acme Tools,acme.example,,,Una Vale,una@acme.example,100",
                "a2,Second" + OPEN + "2026-05-01,Acme Tools,acme.example,,,,,900");
        assertEquals(State.PENDING, match(call).state());
        assertEquals("a1", match(call).deal());
    }

    @Test
    void tenDaysAfterTheCloseTheDealIsFoundAndSaysNothingAndAfterTwentyItIsNotFound() throws IOException {
        CallId ten = call("Thanks", "2026-06-20", null, rep("Ines Duarte"), customer("Tom", "tom@acme.example"));
        CallId twenty = call("Thanks again", "2026-06-30", null, rep("Ines Duarte"), customer("Tom", "tom@acme.example"));
        CallId onTheDay = call("Signing", "2026-06-10", null, rep("Ines Duarte"), customer("Tom", "tom@acme.example"));
        OutcomeImport.Report report = deals("d1,Acme" + WON_IN_JUNE + "2026-05-01,Acme Tools,acme.example," + OWNER + "Tom Ash,tom@acme.example,100");
        assertEquals("d1", match(ten).deal());
        assertEquals(Optional.of(new Attribution.LeftOut(Attribution.Reason.AFTER_CLOSE)), matching.attribution(ten));
        assertEquals(Optional.empty(), deal(ten));
        assertEquals(Optional.empty(), workspace.matches().current(twenty));
        assertEquals(OutcomeKind.WON, deal(onTheDay).orElseThrow().kind());
        assertEquals(1, report.standings().orElseThrow().leftOut().get(Attribution.Reason.AFTER_CLOSE));
    }

    @Test
    void aDealMadeSoonAfterTheCallIsFoundAndALaterOneIsNot() throws IOException {
        CallId soon = call("First", "2026-05-20", null, rep("Ines Duarte"), customer("Tom", "tom@acme.example"));
        CallId late = call("First", "2026-05-10", null, rep("Ines Duarte"), customer("Tom", "tom@acme.example"));
        deals("d1,Acme" + OPEN + "2026-06-01,Acme Tools,acme.example," + OWNER + "Tom Ash,tom@acme.example,100");
        assertEquals("d1", match(soon).deal());
        assertEquals(Optional.empty(), workspace.matches().current(late));
    }

    @Test
    void anOpenDealIsCensoredAndANoShowOrAShortCallSaysNothing() throws IOException {
        CallId open = call("Talk", "2026-06-01", null, rep("Ines Duarte"), customer("Tom", "tom@acme.example"));
        CallId noShow = call("Nobody", "2026-06-02", null, rep("Ines Duarte"), customer("Una", "una@bolt.example"));
        CallId brief = call("Brief", "2026-06-02", null, 59_999, rep("Ines Duarte"), customer("Una", "una@bolt.example"));
        deals("d1,Acme" + OPEN + "2026-05-01,Acme,acme.example,,,,,1", "d2,Bolt" + WON_IN_JUNE + "2026-05-01,Bolt,bolt.example,,,,,1");
        assertEquals(OutcomeKind.OPEN, outcomes.known(open).orElseThrow().kind());
        assertEquals(null, outcomes.known(open).orElseThrow().reward());
        assertEquals(OutcomeKind.WON, deal(noShow).orElseThrow().kind(), "until somebody says that nobody came");
        assertEquals(Optional.empty(), deal(brief));
        OutcomeImport.Report report = table("calls.csv", "call_id,outcome\n" + noShow + ",no-show\n");
        assertEquals(OutcomeKind.NO_SHOW, outcomes.known(noShow).orElseThrow().kind());
        assertEquals(null, outcomes.known(noShow).orElseThrow().reward());
        assertEquals(Optional.empty(), deal(noShow));
        assertEquals(1, report.standings().orElseThrow().withdrawn());
        assertEquals(1, report.standings().orElseThrow().leftOut().get(Attribution.Reason.NO_CONVERSATION));
        assertEquals(1, report.standings().orElseThrow().leftOut().get(Attribution.Reason.TOO_SHORT));
    }

    @Test
    void namesAloneAreNeverEnoughUnlessAccountAndContactAgree() throws IOException {
        CallId owner = call("Brightwater Dental, proposal", "2026-06-01", null, rep("I. Duarte"), customer("Speaker 2", null));
        CallId account = call("Brightwater Dental, proposal", "2026-06-01", null, rep("Sami Okoro"), customer("Speaker 2", null));
        CallId both = call("Brightwater Dental, proposal", "2026-06-01", null, rep("Sami Okoro"), customer("Tessa Okafor", null));
        CallId nothing = call("Proposal", "2026-06-01", null, rep("Ines Duarte"), customer("Speaker 2", null));
        deals("d1,Eleven sites" + OPEN + "2026-05-01,Brightwater Dental Ltd,brightwater.example," + OWNER + "Tessa Okafor,,1");
        assertEquals(List.of(0.55, 0.45, 0.8), List.of(match(owner).confidence(), match(account).confidence(), match(both).confidence()));
        assertEquals(List.of(State.PENDING, State.PENDING, State.AUTOMATIC), List.of(match(owner).state(), match(account).state(), match(both).state()));
        assertEquals(Optional.empty(), workspace.matches().current(nothing), "rep and day alone join nothing");
    }

    @Test
    void withoutADayAPersonDecidesAndADayInTheFilesNameWillDo() throws IOException {
        CallId undated = call("Intro", null, null, rep("Ines Duarte"), customer("Tom", "tom@acme.example"));
        CallId dated = call("Intro 20260601_101500", null, null, rep("Ines Duarte"), customer("Tom", "tom@acme.example"));
        deals("d1,Acme" + OPEN + "2026-05-01,Acme Tools,acme.example," + OWNER + "Tom Ash,tom@acme.example,100");
        assertEquals(State.PENDING, match(undated).state());
        assertTrue(match(undated).confidence() < 0.7);
        assertEquals(State.AUTOMATIC, match(dated).state());
    }

    @Test
    void whatAPersonDecidesStandsUntilTheyTakeItBack() throws IOException {
        CallId call = call("Intro", "2026-06-01", null, rep("Sami Okoro"), customer("Una", "una@acme.example"));
        String[] two = {"d1,First" + OPEN + "2026-05-01,Acme Tools,acme.example," + OWNER + ",,100",
                "d2,Second" + WON_IN_JUNE + "2026-05-01,Acme Tools,acme.example," + OWNER + ",,900"};
        deals(two);
        matching.accept(call, "d2", "Kim");
        assertEquals(OutcomeKind.WON, deal(call).orElseThrow().kind());
        assertEquals(1.0, deal(call).orElseThrow().reliability());
        deals(two[0], two[1].replace("acme.example", "other.example"));
        assertEquals(State.ACCEPTED, match(call).state(), "a later export changes nothing about it");
        matching.decline(call, "Kim");
        assertEquals(Optional.empty(), deal(call));
        matching.undo("Kim");
        assertEquals("d2", match(call).deal());
        assertEquals(OutcomeKind.WON, deal(call).orElseThrow().kind());
        matching.undo("Kim");
        assertEquals(State.AUTOMATIC, match(call).state(), "as is likely now: only one deal has that domain any more");
        assertEquals("d1", match(call).deal());
        assertEquals(OutcomeKind.OPEN, deal(call).orElseThrow().kind());
        assertEquals(Optional.empty(), matching.undo("Kim"), "nothing is left to take back");
        assertEquals(
                List.of(State.PENDING, State.ACCEPTED, State.NONE, State.ACCEPTED, State.AUTOMATIC), workspace.matches().trail(call).stream()
                .map(Match::state).toList());
        assertEquals(List.of(OutcomeKind.WON, OutcomeKind.WON, OutcomeKind.OPEN),
                workspace.rewards().trail(call).stream().map(RewardSignal::kind).filter(kind -> kind != null).toList());
        assertThrows(IllegalArgumentException.class, () -> matching.accept(call, "d99", "Kim"));
    }

    @Test
    void aNewerExportChangesOutcomesAndKeepsWhatWasSaid() throws IOException {
        CallId call = call("Intro", "2026-06-01", null, rep("Ines Duarte"), customer("Tom", "tom@acme.example"));
        String rest = "2026-05-01,Acme Tools,acme.example," + OWNER + "Tom Ash,tom@acme.example,100";
        OutcomeImport.Report first = deals("d1,Acme" + OPEN + rest);
        OutcomeImport.Report same = deals("d1,Acme" + OPEN + rest);
        OutcomeImport.Report closed = deals("d1,Acme" + WON_IN_JUNE + rest);
        OutcomeImport.Report lost = deals("d0,Other" + OPEN + "2026-05-01,,,,,,,", "d1,Acme,Closed Lost,1,0,2026-06-11," + rest);
        assertEquals(List.of(1, 0, 1, 1), List.of(first.recorded(), same.recorded(), closed.recorded(), lost.recorded()));
        assertEquals(1, same.deals().orElseThrow().unchanged());
        assertEquals(1, lost.deals().orElseThrow().changed());
        List<RewardSignal> trail = workspace.rewards().trail(call);
        assertEquals(List.of(OutcomeKind.OPEN, OutcomeKind.WON, OutcomeKind.LOST), trail.stream().map(RewardSignal::kind).toList());
        assertEquals(trail.get(1).seq(), trail.get(2).supersedes());
        assertEquals(List.of(2, 2, 3), trail.stream().map(signal -> signal.row().line()).toList(), "each says in which row of its export it stood");
        assertEquals(List.of("Proposal", "Closed Won", "Closed Lost"), workspace.deals().history("d1").stream()
                .map(version -> version.deal().stage()).toList());
        assertEquals(-1.0, outcomes.known(call).orElseThrow().reward());
    }

    @Test
    void aTableMayNameTheDealsOfCalls() throws IOException {
        CallId call = call("Intro", "2026-06-01", null, rep("Ines Duarte"), customer("Tom", null));
        deals("006Hs00001AbCdE,Acme" + WON_IN_JUNE + "2026-05-01,,,,,,,");
        OutcomeImport.Report report = table("links.csv", "call_id,opportunity_id\n" + call + ",006Hs00001AbCdEIAV\n" + call + ",006000000000000\n");
        assertEquals(List.of(3), report.failed().stream().map(failed -> failed.line()).toList(), report.toString());
        assertEquals("links.csv:2 says so.", match(call).reason());
        assertEquals(OutcomeKind.WON, deal(call).orElseThrow().kind());
        assertEquals("006Hs00001AbCdEIAV", deal(call).orElseThrow().row().crmId());
    }

    @Test
    void callsThatComeInAfterTheDealsAreMatchedToo() throws IOException {
        deals("d1,Acme" + WON_IN_JUNE + "2026-05-01,Acme Tools,acme.example," + OWNER + "Tom Ash,tom@acme.example,100");
        CallId call = call("Intro", "2026-06-01", null, rep("Ines Duarte"), customer("Tom", "tom@acme.example"));
        assertEquals(1, tables.matchNewCalls(Progress.silent()));
        assertEquals("d1", match(call).deal());
        assertEquals(0, tables.matchNewCalls(Progress.silent()), "and only once");
        assertFalse(workspace.matches().trail(call).size() > 1);
    }

    @Test
    void theCallsOfADealShareItsWeightAndTheCallsOwnOutcomeCountsHalf() throws IOException {
        CallId one = call("One", "2026-06-01", null, rep("Ines Duarte"), customer("Tom", "tom@acme.example"));
        CallId two = call("Two", "2026-06-02", null, rep("Ines Duarte"), customer("Tom", "tom@acme.example"));
        deals("d1,Acme" + WON_IN_JUNE + "2026-05-01,Acme Tools,acme.example," + OWNER + "Tom Ash,tom@acme.example,100");
        assertEquals(0.45, outcomes.known(one).orElseThrow().weight(), 1e-9);
        assertEquals(outcomes.known(one).orElseThrow(), outcomes.known().get(one));
        table("calls.csv", "call_id,outcome\n" + two + ",TRIAL_STARTED\n");
        assertEquals(0.8, outcomes.known(two).orElseThrow().reward(), 1e-9, "half of 1 and half of .6");
        assertFalse(outcomes.known(two).orElseThrow().conflict());
        table("calls.csv", "call_id,outcome\n" + two + ",LOST\n");
        assertTrue(outcomes.known(two).orElseThrow().conflict(), "of the deal's end the two say opposite things");
    }

    @Test
    void aMeetingThatNobodyCameToIsFoundByItsTitleAndDay() throws IOException {
        CallId call = call("Elm Travel intro", "2026-06-04", null, rep("Ines Duarte"), customer("Tom", null));
        OutcomeImport.Report report = tables.run(Path.of("src/test/resources/crm/hubspot_meetings.csv"), Progress.silent());
        assertEquals(OutcomeKind.NO_SHOW, outcomes.known(call).orElseThrow().kind());
        assertEquals(1, report.recorded());
        assertTrue(report.notes().getFirst().startsWith("2 of 3 meetings have no call"), report.notes().toString());
    }
}
