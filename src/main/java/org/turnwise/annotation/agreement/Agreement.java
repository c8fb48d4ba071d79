package org.turnwise.annotation.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.turnwise.annotation.Annotation;
import org.turnwise.annotation.Label;
import org.turnwise.annotation.LabelKind;
import org.turnwise.annotation.LabelScheme;
import org.turnwise.annotation.Target;
import org.turnwise.call.Turn;

/**
 * How far readers agree, label by label and kind by kind.
 *
 * @param calls   that two or more have read
 * @param readers who read them, by name
 * @param labels  in the scheme's order, without notes; also those nobody used
 * @param kinds   those that a target carries once
 */
public record Agreement(int calls, List<String> readers, List<LabelAgreement> labels, List<KindAgreement> kinds) {

    private static final List<LabelKind> ONE_EACH = List.of(
            LabelKind.STAGE, LabelKind.QUALITY, LabelKind.DELTA, LabelKind.RESOLUTION, LabelKind.SEVERITY, LabelKind.OUTCOME);
    private static final Set<LabelKind> ORDERED = Set.of(LabelKind.DELTA, LabelKind.SEVERITY);
    private static final int OFF = 0;
    private static final int ON = 1;

    /** A turn, or the call as a whole where the turn is null, with what each reader put on it, in the readers' order. */
    private record Unit(@Nullable Turn turn, List<List<Annotation>> byReader) {}

    private record Units(List<String> readers, List<Unit> units, ReadCall of) {}

    /**
     * @param read calls that fewer than two have read say nothing about agreement and are left out
     * @param seed draws the resamples; the same calls in the same order and the same seed give the same figures
     */
    public static Agreement of(List<ReadCall> read, LabelScheme scheme, long seed) {
        List<Units> calls = read.stream().filter(call -> call.byReader().size() > 1).map(Agreement::units).toList();
        Resampling resampling = new Resampling(calls.size(), seed);
        List<LabelAgreement> labels = scheme.labels().stream()
                .filter(label -> label.kind() != LabelKind.NOTE)
                .map(label -> onLabel(label, scheme, calls, resampling))
                .toList();
        List<KindAgreement> kinds = ONE_EACH.stream().map(kind -> onKind(kind, scheme, calls, resampling)).toList();
        Set<String> readers = calls.stream().flatMap(call -> call.readers().stream()).collect(Collectors.toCollection(TreeSet::new));
        return new Agreement(calls.size(), List.copyOf(readers), labels, kinds);
    }

    private static Units units(ReadCall call) {
        List<String> readers = call.byReader().keySet().stream().sorted().toList();
        List<Unit> units = new ArrayList<>();
        units.add(unit(call, readers, null));
        call.call().turns().forEach(turn -> units.add(unit(call, readers, turn)));
        return new Units(readers, units, call);
    }

    private static Unit unit(ReadCall call, List<String> readers, @Nullable Turn turn) {
        List<List<Annotation>> byReader = new ArrayList<>();
        for (String reader : readers) {
            byReader.add(call.byReader().getOrDefault(reader, List.of()).stream().filter(a -> Places.isOn(a.target(), turn)).toList());
        }
        return new Unit(turn, byReader);
    }

    private static LabelAgreement onLabel(Label label, LabelScheme scheme, List<Units> calls, Resampling resampling) {
        Set<String> itself = scheme.labels().stream()
                .filter(l -> l.id().equals(label.id()) || label.id().equals(l.family()))
                .map(Label::id)
                .collect(Collectors.toSet());
        Predicate<Annotation> says = annotation -> itself.contains(annotation.label());
        Tally tally = new Tally(2, Scale.NOMINAL);
        for (Units call : calls) {
            tally.nextCall();
            for (Unit unit : call.units()) {
                if (mayCarry(label, call, unit) || unit.byReader().stream().anyMatch(said -> said.stream().anyMatch(says))) {
                    tally.unit(call.readers(), unit.byReader().stream().map(said -> said.stream().anyMatch(says) ? ON : OFF).toList());
                }
            }
        }
        return new LabelAgreement(label, tally.units(), tally.share(ON), tally.kappa(resampling), tally.alpha(resampling));
    }

    private static boolean mayCarry(Label label, Units call, Unit unit) {
        Turn turn = unit.turn();
        return turn == null
                ? label.kind().goesOn(Target.Level.CALL)
                : !label.kind().goesOn(Target.Level.CALL) && label.sides().contains(call.of().call().sideOf(turn));
    }

    private static KindAgreement onKind(LabelKind kind, LabelScheme scheme, List<Units> calls, Resampling resampling) {
        List<String> values = scheme.ofKind(kind).stream().map(Label::id).toList();
        Scale scale = ORDERED.contains(kind) ? Scale.ORDINAL : Scale.NOMINAL;
        Tally tally = new Tally(values.size(), scale);
        for (Units call : calls) {
            tally.nextCall();
            for (Unit unit : call.units()) {
                List<@Nullable Integer> said = new ArrayList<>();
                unit.byReader().forEach(annotations -> said.add(value(annotations, kind, values)));
                tally.unit(call.readers(), said);
            }
        }
        return new KindAgreement(kind, scale, tally.units(), tally.kappa(resampling), tally.alpha(resampling));
    }

    private static @Nullable Integer value(List<Annotation> said, LabelKind kind, List<String> values) {
        for (Annotation annotation : said) {
            int value = annotation.kind() == kind ? values.indexOf(annotation.label()) : -1;
            if (value >= 0) {
                return value;
            }
        }
        return null;
    }

    /** Of one label; null if the scheme has it not, or it is a note. */
    public @Nullable LabelAgreement label(String id) {
        return labels.stream().filter(label -> label.label().id().equals(id)).findFirst().orElse(null);
    }

    public Map<LabelKind, KindAgreement> byKind() {
        return kinds.stream().collect(Collectors.toMap(KindAgreement::kind, kind -> kind));
    }
}
