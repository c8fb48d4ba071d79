package org.turnwise.find;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.turnwise.annotation.Rereading;
import org.turnwise.annotation.Target;
import org.turnwise.call.CallId;
import org.turnwise.call.Side;
import org.turnwise.call.SideAssignment;
import org.turnwise.task.Progress;

/** What is found, over a real workspace and a real index. */
class FindTest {

    @TempDir Path folder;
    private Talk talk;

    @BeforeEach
    void open() {
        talk = new Talk(folder);
    }

    @AfterEach
    void close() {
        talk.close();
    }

    @Test
    void aTurnHasEveryWordAskedForWhateverItsCase() {
        talk.call("a", "The price is too high for us", "The HIGH street", "A price");
        assertEquals(List.of("a:0"), talk.places("High PRICE"));
    }

    @Test
    void aPhraseStandsInOrderAndAnExcludedWordDoesnt() {
        talk.call("a", "we send the order form", "the form is in order", "please order the form today");
        assertEquals(List.of("a:0"), talk.places("\"order form\""));
        assertEquals(Set.of("a:0", "a:1"), Set.copyOf(talk.places("order form -today")));
        assertEquals(Set.of("a:1", "a:2"), Set.copyOf(talk.places("form -\"order form\"")));
        assertEquals(List.of("a:1", "a:2"), talk.places("-send"));
    }

    @Test
    void aStarFindsWordsThatBeginSo() {
        talk.call("a", "a procurement thing", "we procured it", "the process");
        assertEquals(Set.of("a:0", "a:1"), Set.copyOf(talk.places("procur*")));
    }

    @Test
    void otherFormsOfAnEnglishWordComeAfterTheWordItself() {
        talk.call("a", "our pricing team looks at that", "the price team looks at that");
        assertEquals(List.of("a:1", "a:0"), talk.places("price"));
        assertEquals(List.of("a:0", "a:1"), talk.places("pricing"));
        assertEquals(List.of("a:1"), talk.places("\"price team\""));
    }

    @Test
    void marksCountOnlyIfTheyAreTyped() {
        talk.call("a", "im Café am Markt", "the cafe nearby", "cafe\u0301 decomposed");
        assertEquals(Set.of("a:0", "a:1", "a:2"), Set.copyOf(talk.places("cafe")));
        assertEquals(Set.of("a:0", "a:2"), Set.copyOf(talk.places("café")));
    }

    @ParameterizedTest
    @CsvSource({"'Das kostet Straße und Größe','grosse'", "'это слишком дорого для нас','ДОРОГО'", "'价格太高了','价格'", "'السعر مرتفع جدا','مرتفع'",
            "'η τιμή είναι υψηλή','τιμη'",
        "'ฉันคิดว่าแพงไป','ฉันคิดว่าแพงไป'", "'यह बहुत महंगा है','महंगा'", "'I don’t know','don''t'", "'I don''t know','don’t'",
        "'a follow-up call','follow-up'"})
    void wordsOfAnyLanguageAreFound(String said, String asked) {
        talk.call("a", said, "nothing of the kind");
        assertEquals(List.of("a:0"), talk.places(asked));
    }

    @Test
    void matchesAreMarkedInCodePointsAroundEmojiAndMarks() {
        talk.call("a", "👍🏽 the pri\u0301ce 🎉 of prices, price-list");
        assertEquals("👍🏽 the [pri\u0301ce] 🎉 of [prices], [price]-list", talk.marked("price"));
        assertEquals("👍🏽 the pri\u0301ce 🎉 of prices, [price-list]", talk.marked("\"price list\""));
        assertEquals("👍🏽 the pri\u0301ce 🎉 of [prices], [price]-list", talk.marked("pric*").replace("[pri\u0301ce]", "pri\u0301ce"));
    }

    @ParameterizedTest
    @CsvSource({"'\"open end',quote", "*,beginning", "pri*ce,end of a word", "!!!,no letter", "\"\",no word", "-,minus"})
    void whatCantBeReadIsToldInWords(String typed, String told) {
        NotUnderstood refused = assertThrows(NotUnderstood.class, () -> talk.places(typed));
        assertTrue(String.valueOf(refused.getMessage()).contains(told), refused.getMessage());
    }

    @Test
    void anEndlessSearchIsRefused() {
        assertThrows(NotUnderstood.class, () -> talk.places("word ".repeat(200)));
        assertThrows(NotUnderstood.class, () -> talk.places("w ".repeat(40)));
    }

    @Test
    void aTurnComesWithItsNeighboursAndItsCall() {
        talk.call("a", "first thing", "the needle", "last thing");
        Found.FoundTurn turn = talk.found(new Search("needle", SearchFilter.NONE)).turns().getFirst();
        assertEquals("first thing", turn.before().turn().text());
        assertEquals("last thing", turn.after().turn().text());
        assertEquals("Tom Okafor", turn.said().speaker().name());
        assertEquals("Title of a", turn.title());
        assertNull(talk.found(new Search("first", SearchFilter.NONE)).turns().getFirst().before());
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepeat() {
        for (int i = 0; i < 23; i++) {
            talk.call("call " + i, "needle", "needle and more words", "hay number " + i);
        }
        List<String> paged = new ArrayList<>();
        for (int from = 0; from < 46; from += 10) {
            Found page = talk.found(new Search("needle", SearchFilter.NONE));
            assertEquals(46, page.total());
            talk.find.search(new Search("needle", SearchFilter.NONE), List::of, from, 10, Progress.silent()).turns()
                    .forEach(turn -> paged.add(turn.call() + ":" + turn.said().turn().ordinal()));
        }
        assertEquals(46, paged.size());
        assertEquals(46, Set.copyOf(paged).size());
        assertEquals(talk.places("needle"), paged);
    }

    @Test
    void aSideIsTheOneThatHoldsNow() {
        CallId call = talk.call("a", "needle from the one", "needle from the other");
        assertEquals(List.of("a:1"), talk.places(new Search("needle", Talk.sides(Side.CUSTOMER))));
        talk.workspace.calls().assignSides(List.of(
                new SideAssignment(call, "Priya", Side.CUSTOMER, "Ann", Talk.DAY), new SideAssignment(call, "Tom", Side.REP, "Ann", Talk.DAY)));
        assertEquals(List.of("a:0"), talk.places(new Search("needle", Talk.sides(Side.CUSTOMER))));
    }

    @Test
    void aLabelCountsOnItsTurnOrOnTheCallAsAWholeAndAsOfNow() {
        CallId a = talk.call("a", "needle", "needle too");
        CallId b = talk.call("b", "needle again", "needle at last");
        assertEquals(List.of(), talk.places(new Search("needle", Talk.labels(Set.of("O_PRICE"), Set.of()))));
        talk.label(new Target.OfTurn(a, 1), "O_PRICE", "Ann");
        talk.label(new Target.OfCall(b), "WON", "Ben");
        assertEquals(List.of("a:1"), talk.places(new Search("needle", Talk.labels(Set.of("O_PRICE"), Set.of()))));
        assertEquals(Set.of("b:0", "b:1"), Set.copyOf(talk.places(new Search("needle", Talk.labels(Set.of("WON"), Set.of())))));
        assertEquals(List.of("a:1"), talk.places(new Search("", Talk.labels(Set.of(), Set.of("Ann")))));
        assertEquals(List.of(), talk.places(new Search("", Talk.labels(Set.of("WON"), Set.of("Ann")))));
        assertEquals(List.of("Ann", "Ben"), talk.find.annotators());
    }

    @Test
    void whatIsSaidOnReadingAgainIsFoundByNobodyAndIsNoOnesName() {
        CallId a = talk.call("a", "needle", "needle too");
        talk.label(new Target.OfTurn(a, 0), "O_FIT", "Ann");
        talk.label(new Target.OfTurn(a, 1), "O_PRICE", Rereading.by("Ann"));
        assertEquals(List.of("Ann"), talk.find.annotators());
        assertEquals(List.of(), talk.places(new Search("needle", Talk.labels(Set.of("O_PRICE"), Set.of()))));
        assertEquals(List.of(), talk.places(new Search("", Talk.labels(Set.of(), Set.of(Rereading.by("Ann"))))), "not by that name either");
        assertEquals(List.of("a:0"), talk.places(new Search("", Talk.labels(Set.of(), Set.of("Ann", Rereading.by("Ann"))))));
    }

    @Test
    void callsAreThoseInWhichSomethingIsFound() {
        talk.call("a", "needle", "needle too");
        talk.call("b", "hay");
        talk.call("c", "a needle");
        talk.find.catchUp(Progress.silent());
        assertEquals(Set.of(new CallId("a"), new CallId("c")), talk.find.calls(new Search("needle", SearchFilter.NONE), List::of, Progress.silent()));
    }
}
