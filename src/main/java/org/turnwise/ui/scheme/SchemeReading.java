package org.turnwise.ui.scheme;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.turnwise.annotation.Label;
import org.turnwise.annotation.LabelScheme;
import org.turnwise.annotation.agreement.Agreement;
import org.turnwise.annotation.agreement.Estimate;
import org.turnwise.annotation.agreement.Readings;
import org.turnwise.annotation.scheme.SchemeVersion;
import org.turnwise.annotation.scheme.Schemes;

/**
 * All there is to show of the scheme, read at one time.
 *
 * @param history of the scheme, the first version first
 * @param uses    how many annotations carry a label, by its id
 * @param kappas  how far readers agree on a label, by its id, where that is known
 */
record SchemeReading(LabelScheme scheme, List<SchemeVersion> history, Map<String, Integer> uses, Map<String, Estimate> kappas) {

    private static final long SEED = 0;

    /** Any thread. */
    static SchemeReading of(Schemes schemes, Readings readings) {
        LabelScheme scheme = schemes.now();
        Map<String, Estimate> kappas = new HashMap<>();
        Agreement.of(readings.twice(), scheme, SEED).labels().forEach(of -> of.kappa().ifPresent(kappa -> kappas.put(of.label().id(), kappa)));
        return new SchemeReading(scheme, schemes.history(), schemes.uses(), kappas);
    }

    /** Labels in use by kind, then those that are retired. */
    List<SchemeViewModel.Row> rows() {
        return Stream.concat(
                        scheme.labels().stream().sorted(Comparator.comparing(Label::kind)).map(label -> row(label, false)),
                        scheme.retired().stream().map(label -> row(label, true)))
                .toList();
    }

    private SchemeViewModel.Row row(Label label, boolean retired) {
        return new SchemeViewModel.Row(label, retired, uses.getOrDefault(label.id(), 0), Optional.ofNullable(kappas.get(label.id())));
    }
}
