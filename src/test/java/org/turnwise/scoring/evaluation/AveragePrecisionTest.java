package org.turnwise.scoring.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AveragePrecisionTest {

    /** golden_precision.py made the stored cases. */
    @Test
    void agreesWithScikitLearn() throws IOException {
        JsonNode golden;
        try (InputStream in = AveragePrecisionTest.class.getResourceAsStream("golden_precision.json")) {
            golden = JsonMapper.builder().build().readTree(in);
        }
        assertEquals(6, golden.size());
        for (JsonNode one : golden) {
            int[] call = new int[one.get("call").size()];
            boolean[] carries = new boolean[call.length];
            double[] p = new double[call.length];
            for (int i = 0; i < call.length; i++) {
                call[i] = one.get("call").get(i).asInt();
                carries[i] = one.get("carries").get(i).asBoolean();
                p[i] = one.get("p").get(i).asDouble();
            }
            int[] times = new int[one.get("times").size()];
            Arrays.setAll(times, i -> one.get("times").get(i).asInt());
            int[] once = new int[times.length];
            Arrays.fill(once, 1);
            AveragePrecision precision = AveragePrecision.of(call, carries, p);
            assertEquals(one.get("once").asDouble(), precision.value(once), 1e-12, one.get("name").asString());
            assertEquals(one.get("counted").asDouble(), precision.value(times), 1e-12, one.get("name").asString() + ", counted");
        }
    }

    @Test
    void sayingTheSameOfAllFindsTheShare() {
        AveragePrecision precision = AveragePrecision.of(new int[] {0, 0, 1, 2}, new boolean[] {true, false, false, false}, new double[4]);
        assertEquals(.25, precision.value(new int[] {1, 1, 1}), 1e-12);
        assertEquals(Double.NaN, precision.value(new int[] {0, 1, 1}), "nothing is there to be found");
    }
}
