package org.turnwise.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeasuresTest {

    @Test
    void agreesWithAnotherImplementation() throws IOException {
        List<String> lines;
        try (InputStream in = MeasuresTest.class.getResourceAsStream("golden_metrics.csv")) {
            lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).toList();
        }
        assertEquals(5, lines.size());
        for (String line : lines) {
            String[] cells = line.split("\\|");
            double[] p = Arrays.stream(cells[5].split(" ")).mapToDouble(Double::parseDouble).toArray();
            boolean[] y = outcomes(cells[6]);
            Metrics metrics = Measures.of(p.length, p, y);
            assertEquals(Double.parseDouble(cells[1]), metrics.auc(), 1e-12, cells[0] + ": AUC");
            assertEquals(Double.parseDouble(cells[2]), metrics.brier(), 1e-12, cells[0] + ": Brier");
            assertEquals(Double.parseDouble(cells[3]), metrics.logLoss(), 1e-12, cells[0] + ": log loss");
            assertEquals(Double.parseDouble(cells[4]), metrics.ece(), 1e-12, cells[0] + ": ECE");
        }
    }

    /** .35 beats .1 and loses to .4; .8 beats both: three pairs of four. */
    @Test
    void agreesWithHandArithmetic() {
        assertEquals(.75, Measures.auc(new double[] {.1, .4, .35, .8}, new boolean[] {false, false, true, true}));
        assertTrue(Double.isNaN(Measures.auc(new double[] {.1, .4}, new boolean[] {true, true})));
    }

    private static boolean[] outcomes(String cells) {
        String[] each = cells.split(" ");
        boolean[] outcomes = new boolean[each.length];
        for (int i = 0; i < each.length; i++) {
            outcomes[i] = each[i].equals("1");
        }
        return outcomes;
    }
}
