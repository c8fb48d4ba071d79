package org.turnwise.annotation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.turnwise.call.Side;
import org.turnwise.reward.OutcomeKind;

class LabelSchemeTest {

    private static final Set<String> RESERVED = Set.of("F", "S", "K", "L", "U", "?", "[", "]", "Enter", "Space", "Delete", "Escape");

    private final LabelScheme scheme = LabelScheme.standard();

    @Test
    void hasTheLabelsOfSalesCore() {
        assertEquals("sales-core 1.0", scheme.id());
        assertEquals(12, scheme.ofKind(LabelKind.STAGE).size());
        assertEquals(9, scheme.ofKind(LabelKind.OBJECTION).size());
        assertEquals(List.of("DELTA_-2", "DELTA_-1", "DELTA_0", "DELTA_+1", "DELTA_+2"), scheme.ofKind(LabelKind.DELTA).stream().map(Label::id).toList());
        assertEquals(3, scheme.ofKind(LabelKind.QUALITY).size());
        assertEquals(1, scheme.ofKind(LabelKind.NOTE).size());
        assertEquals(
                Arrays.stream(OutcomeKind.values()).map(Enum::name).collect(Collectors.toSet()),
                scheme.ofKind(LabelKind.OUTCOME).stream().map(Label::id).collect(Collectors.toSet()));
    }

    @Test
    void givesEveryLabelAKeyAndGuidance() {
        for (Label label : scheme.labels()) {
            assertNotNull(label.key(), label.id());
            assertTrue(label.guidance().length() > 20, label.id());
            assertFalse(label.sides().isEmpty(), label.id());
        }
    }

    @Test
    void givesOneKeyToOneLabelOnEachSide() {
        for (Side side : Side.values()) {
            Map<String, String> byKey = new HashMap<>();
            for (Label label : scheme.labels()) {
                if (label.sides().contains(side)) {
                    assertEquals(null, byKey.put(String.valueOf(label.key()), label.id()), side + " " + label.key() + " " + label.id());
                }
            }
        }
    }

    @Test
    void leavesTheWorkbenchItsOwnKeys() {
        for (Label label : scheme.labels()) {
            assertFalse(RESERVED.contains(label.key()), label.id());
            assertEquals(label.kind() == LabelKind.NOTE, "N".equals(label.key()), label.id());
        }
    }

    @Test
    void reachesSubtypesThroughTheKeyOfTheirFamily() {
        for (Label label : scheme.labels()) {
            if (label.family() != null) {
                Label family = scheme.label(label.family()).orElseThrow();
                assertTrue(String.valueOf(label.key()).startsWith(family.key() + " "), label.id());
                assertEquals(family.sides(), label.sides(), label.id());
                assertNotEquals(null, family.key());
            }
        }
    }

    @Test
    void letsQualityAndRepActsGoOnRepTurnsOnlyAndObjectionsOnCustomerTurnsOnly() {
        scheme.ofKind(LabelKind.QUALITY).forEach(label -> assertEquals(Set.of(Side.REP), label.sides()));
        scheme.ofKind(LabelKind.OBJECTION).forEach(label -> assertEquals(Set.of(Side.CUSTOMER), label.sides()));
    }

    @Test
    void refusesASchemeThatWouldNotWorkAndSaysWhy() {
        String a = label("A", "ACT", "REP", "A", "");
        assertRefused("two labels have the id A", a, a);
        assertRefused("labels A and B have the same key A, and both go on rep turns", a, label("B", "FLAG", "REP", "A", ""));
        assertRefused("label B has the unknown kind \"MOOD\"; known are STAGE, ACT", label("B", "MOOD", "REP", "B", ""));
        assertRefused("label B has the unknown side \"BUYER\"", label("B", "ACT", "BUYER", "B", ""));
        assertRefused("label B belongs to the family Z, which the scheme has not", label("B", "ACT", "REP", "B", ",\"family\":\"Z\""));
        assertRefused("label B is of kind STATUS", label("B", "STATUS", "REP", "B", ""));
        assertRefused("label number 1 has no id", "{}");
        String message = assertThrows(LabelSchemeReader.Refused.class, () -> read("not json")).getMessage();
        assertTrue(message.startsWith("label scheme mine.json is not the JSON of a scheme"), message);
        assertEquals(2, read(json(a, label("B", "ACT", "CUSTOMER", "A", ""))).labels().size(), "different sides may share a key");
    }

    private static void assertRefused(String why, String... labels) {
        String message = assertThrows(LabelSchemeReader.Refused.class, () -> read(json(labels))).getMessage();
        assertTrue(message.startsWith("label scheme mine.json: " + why), message);
    }

    private static LabelScheme read(String json) {
        return LabelSchemeReader.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "mine.json");
    }

    private static String json(String... labels) {
        return "{\"name\":\"n\",\"version\":\"1\",\"labels\":[" + String.join(",", labels) + "]}";
    }

    private static String label(String id, String kind, String side, String key, String more) {
        return "{\"id\":\"%s\",\"kind\":\"%s\",\"name\":\"x\",\"sides\":[\"%s\"],\"key\":\"%s\",\"tone\":\"REP\",\"guidance\":\"x\"%s}"
                .formatted(id, kind, side, key, more);
    }
}
