package org.turnwise.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.turnwise.call.Call;
import org.turnwise.call.CallId;
import org.turnwise.call.Participant;
import org.turnwise.call.Side;
import org.turnwise.call.Source;
import org.turnwise.call.TimingClass;
import org.turnwise.call.Turn;

class SpeakerColumnTest {

    private static List<String> shown(String... names) {
        List<Participant> people = IntStream.range(0, names.length).mapToObj(i -> new Participant("p" + i, names[i], Side.OTHER)).toList();
        Call call = new Call(
                new CallId("call"), "Call", new Source("text", "call.txt", null), TimingClass.NONE, null, "group", people,
                List.of(new Turn(0, "p0", "hello", null, null)));
        return people.stream().map(one -> SpeakerColumn.shortName(call, one)).toList();
    }

    @Test
    void theFirstNameIsEnoughWhereItIsOne() {
        assertEquals(List.of("Priya", "Zoë", "Jean-Baptiste"), shown("Priya Raman", "Zoë Ångström", "Jean-Baptiste de la Tour"));
        assertEquals(List.of("Tom Okafor", "Tom Egan"), shown("Tom Okafor", "Tom Egan"), "two have it");
    }

    @Test
    void titlesNumbersInitialsAndNamesOfOtherOrderAreShownWhole() {
        List<String> whole = List.of("Dr Annemarie Smit", "+1 415***1234", "J. Smith", "Speaker 2", "عبد الرحمن بن خالد", "李 小龍");
        assertEquals(whole, shown(whole.toArray(String[]::new)));
    }
}
