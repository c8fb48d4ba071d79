package org.turnwise.intake.crm.deal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SalesforceIdTest {

    private static final String CHARACTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    @Test
    void theFirstIsSalesforcesOwnExample() {
        assertEquals(Optional.of("0060c00001Sv8FLAAZ"), SalesforceId.canonical("0060c00001Sv8FL"));
        assertEquals(Optional.of("006Hs00001AbCdEIAV"), SalesforceId.canonical("006Hs00001AbCdE"));
        assertEquals(Optional.of("006Hs00001aBcDeIAK"), SalesforceId.canonical("006Hs00001aBcDe"), "the same letters in other case are another deal");
    }

    @Test
    void whatLostItsCaseIsSetRightByTheSuffix() {
        Random random = new Random(5);
        for (int round = 0; round < 500; round++) {
            StringBuilder id = new StringBuilder("006");
            while (id.length() < 15) {
                id.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
            }
            String whole = SalesforceId.canonical(id.toString()).orElseThrow();
            assertEquals(Optional.of(whole), SalesforceId.canonical(whole));
            assertEquals(Optional.of(whole), SalesforceId.canonical(whole.toLowerCase(Locale.ROOT)));
            assertEquals(Optional.of(whole), SalesforceId.canonical(whole.toUpperCase(Locale.ROOT)));
        }
    }

    @Test
    void whatDidNotLoseItsCaseIsNeverGivenAnother() {
        assertEquals(Optional.empty(), SalesforceId.canonical("006Hs00001AbCdEIAK"), "the suffix is that of another deal");
        assertEquals(Optional.of("006Hs00001AbCdEIAV"), SalesforceId.canonical("006Hs00001AbCdEiav"));
    }

    @Test
    void aSuffixThatWantsACapitalWhereADigitStandsIsRefused() {
        assertEquals(Optional.empty(), SalesforceId.canonical("0060c00001Sv8FLZZZ"));
        assertEquals(Optional.empty(), SalesforceId.canonical("0060c00001Sv8FL888"));
        assertEquals(Optional.empty(), SalesforceId.canonical("0060c00001"));
    }

    @Test
    void onlyOpportunitiesAreTakenForSome() {
        assertTrue(SalesforceId.isOpportunity("0060c00001Sv8FL"));
        assertFalse(SalesforceId.isOpportunity("0010c00001Sv8FL"));
        assertFalse(SalesforceId.isOpportunity("20511"));
    }
}
