package org.turnwise.intake.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.turnwise.call.Participant;
import org.turnwise.call.Side;
import org.turnwise.intake.reading.RepRoster.Kind;

class RepRosterTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Jo Bell | NAME
            Dr. Jo van der Berg | NAME
            jo.bell@northwind.test | ADDRESS
            @northwind.test | DOMAIN
            @northwind.technology | DOMAIN
            northwind.test | DOMAIN
            sales.northwind.co.uk | DOMAIN
            jo.bellingham | NAME
            """)
    void anEntryIsANameAnAddressOrADomain(String entry, Kind kind) {
        assertEquals(kind, RepRoster.kindOf(entry));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            Jo Bell | jo  bell (she/her) | - | NAME
            Jo Bell | Jo Bellamy | - | -
            jo.bell@northwind.test | Jo Bell | - | ADDRESS
            jo.bell@northwind.test | Jo Bell | jo.bell@elsewhere.test | -
            jo.bell@northwind.test | JO.BELL@northwind.test | - | ADDRESS
            jo@northwind.test | Jo | - | -
            northwind.test | Ann Lee | ann@northwind.test | DOMAIN
            @northwind.test | Ann Lee | ann@uk.northwind.test | DOMAIN
            northwind.test | Ann Lee | ann@southwind.test | -
            northwind.test | Ann Lee | ann@notnorthwind.test | -
            northwind.test | Ann Lee (Northwind) | - | DOMAIN
            north-wind.test | Ann Lee - North Wind | - | DOMAIN
            northwind.test | Ann Lee (Tidewell) | - | -
            """)
    void aRepIsKnownByNameAddressOrCompany(String entry, String label, @Nullable String email, @Nullable Kind known) {

        Participant participant = new Participant(label, SpeakerNames.clean(label), Side.OTHER, email);
        assertEquals(Optional.ofNullable(known), new RepRoster(List.of(entry)).knows(participant));
    }

    @Test
    void anEmptyRosterKnowsNobody() {
        assertEquals(Optional.empty(), new RepRoster(List.of()).knows(new Participant("Jo Bell", "Jo Bell", Side.REP, "jo@northwind.test")));
    }
}
