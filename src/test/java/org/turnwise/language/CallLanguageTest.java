package org.turnwise.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallLanguageTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | Good morning, thanks for taking the call. How do you handle your invoices today, and who signs them off?
            de | Guten Morgen, danke für Ihre Zeit. Wie gehen Sie heute mit Rechnungen um, und wer gibt sie frei?
            fr | Bonjour et merci pour votre temps. Comment traitez-vous vos factures aujourd'hui, et qui les valide?
            es | Buenos días, gracias por su tiempo. ¿Cómo gestionan hoy las facturas y quién las aprueba?
            nl | Goedemorgen, bedankt voor uw tijd. Hoe verwerkt u vandaag uw facturen en wie keurt ze goed?
            ru | Доброе утро, спасибо за ваше время. Как вы сегодня работаете со счетами и кто их утверждает?
            de | Guten Morgen, danke für Ihre Zeit. Das Onboarding ist what you see is what you get, und wer gibt die Rechnungen bei Ihnen heute frei?
            en | No budget this quarter, sorry. Perhaps October, once procurement signs off on renewals and headcount.
            ja | おはようございます。本日はお時間をいただきありがとうございます。現在、請求書はどのように処理されていますか。また、どなたが承認されていますか。
            """)
    void knowsTheLanguageOfACall(String code, String said) {
        assertEquals(Optional.of(code), CallLanguage.of(List.of(said)));
        assertEquals(Optional.of(code), CallLanguage.of(List.of(said.split("(?<=[.?。])"))));
    }

    @Test
    void saysNothingOfTooLittle() {
        assertEquals(Optional.empty(), CallLanguage.of(List.of()));
        assertEquals(Optional.empty(), CallLanguage.of(List.of("Hello", "Yes, speaking.")));
        assertEquals(Optional.empty(), CallLanguage.of(Collections.nCopies(100, "123 … !")));
    }

    @Test
    void givesEveryThreadTheSame() {
        List<String> english = List.of("We looked at three vendors last year and did not like any of them enough to sign.");
        assertEquals(
                Collections.nCopies(40, Optional.of("en")), IntStream.range(0, 40).parallel().mapToObj(i -> CallLanguage.of(english)).toList());
    }
}
