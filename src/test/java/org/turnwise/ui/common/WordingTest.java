package org.turnwise.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordingTest {

    private static final String FAMILY = "👨‍👩‍👧‍👦";

    @Test
    void whatNeedsNoJoiningIsOnePiece() {
        for (String plain : List.of("", "We can start in May.", "“Ça va” – Grüße, Ångström…", "Ще не вмерла", "五個人、あの会社 가나", "two\nlines")) {
            assertEquals(List.of(plain), Wording.pieces(plain));
        }
    }

    @Test
    void joinedLettersComeWordByWord() {
        assertEquals(List.of("لدينا", " ", "تسع", " ", "عيادات،", " ", "Dentaplan", " ", "4.2"), Wording.pieces("لدينا تسع عيادات، Dentaplan 4.2"));
        assertEquals(List.of("e\u0301tonne\u0301", " ", "du", " ", "prix"), Wording.pieces("e\u0301tonne\u0301 du prix"));
    }

    @Test
    void nothingStandsBehindAnEmojiInItsPiece() {
        assertEquals(List.of("of", " ", "four", FAMILY, "👩🏽‍💻", "!"), Wording.pieces("of four" + FAMILY + "👩🏽‍💻!"));
    }

    @Test
    void noPieceIsTooLongToFitALine() {
        String noSpaces = "ไม่มีใครที่นี่มีเวลาสำหรับการเปิดตัวอีกครั้งในปีนี้และเราก็มีความสุขกับสิ่งที่เรามี";
        assertEquals(noSpaces, String.join("", Wording.pieces(noSpaces)));
        assertTrue(Wording.pieces(noSpaces).stream().allMatch(piece -> piece.length() <= 32), Wording.pieces(noSpaces).toString());
    }
}
