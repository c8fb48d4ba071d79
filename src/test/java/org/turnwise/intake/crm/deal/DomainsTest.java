package org.turnwise.intake.crm.deal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DomainsTest {

    @ParameterizedTest
    @CsvSource({
        "https://www.acme.example/about?x=1, acme.example", "www.acme.co.uk, acme.co.uk", "sales.eu.acme.com, acme.com", "Jo@Mail.Acme.COM.au, acme.com.au",
        "acme.example:8080, acme.example", "acme.de., acme.de"
    })
    void namesTheCompanysPart(String address, String expected) {
        assertEquals(Optional.of(expected), Domains.registrable(address));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "acme", "192.168.0.1", "not a domain", ".com", "n/a"})
    void saysNothingOfWhatIsNone(String address) {
        assertEquals(Optional.empty(), Domains.registrable(address));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gmail.com", "web.de", "qq.com", "yahoo.co.uk"})
    void anybodyHasAnAddressThere(String domain) {
        assertTrue(Domains.isFreemail(domain));
        assertFalse(Domains.isFreemail("my-" + domain));
    }
}
