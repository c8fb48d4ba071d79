package org.turnwise.annotation.scheme;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.turnwise.annotation.Label;
import org.turnwise.annotation.LabelKind;
import org.turnwise.annotation.LabelScheme;
import org.turnwise.annotation.Labeling.NotAllowed;
import org.turnwise.annotation.SchemeCheck;

/** The scheme that an edit leads to. Immutable. */
final class Draft {

    /** Their labels are numbers and fields that Turnwise works with itself. */
    private static final Set<LabelKind> FIXED = EnumSet.of(LabelKind.DELTA, LabelKind.SEVERITY, LabelKind.NOTE);
    /** Nothing new among these would mean anything: what an outcome is worth hangs on which it is. */
    private static final Set<LabelKind> CLOSED = EnumSet.of(LabelKind.DELTA, LabelKind.SEVERITY, LabelKind.NOTE, LabelKind.OUTCOME, LabelKind.STATUS);

    private final LabelScheme now;
    /** Versions that there were, by {@link LabelScheme#id}. */
    private final Set<String> taken;

    Draft(LabelScheme now, Set<String> taken) {
        this.now = now;
        this.taken = Set.copyOf(taken);
    }

    /** @throws NotAllowed with the reason in words for people */
    LabelScheme with(SchemeEdit edit) {
        LabelScheme next = switch (edit) {
            case SchemeEdit.Add add -> add(add.label());
            case SchemeEdit.Change change -> change(change.to());
            case SchemeEdit.Move move -> move(live(move.label()), move.places());
            case SchemeEdit.Merge merge -> merge(live(merge.from()), live(merge.into()));
            case SchemeEdit.Retire retire -> retire(live(retire.label()));
            case SchemeEdit.Revive revive -> revive(retired(revive.label()));
            case SchemeEdit.Adopt adopt -> adopt(adopt.scheme());
        };
        SchemeCheck.problem(next).ifPresent(problem -> {
            throw new NotAllowed("The scheme stays as it is: " + problem);
        });
        return next;
    }

    /** What was once, as the version after this one: what came since is retired, since calls may carry it. */
    LabelScheme back(LabelScheme once) {
        return version(once.labels(), Stream.concat(once.retired().stream(), known()).toList());
    }

    private Stream<Label> known() {
        return Stream.concat(now.labels().stream(), now.retired().stream());
    }

    private LabelScheme version(List<Label> labels, List<Label> retired) {
        return named(now.name(), free(now.name()), labels, retired);
    }

    private static LabelScheme named(String name, String version, List<Label> labels, List<Label> retired) {
        Set<String> live = labels.stream().map(Label::id).collect(Collectors.toSet());
        Map<String, Label> gone = new LinkedHashMap<>();
        retired.stream().filter(label -> !live.contains(label.id())).forEach(label -> gone.putIfAbsent(label.id(), label));
        return new LabelScheme(name, version, labels, List.copyOf(gone.values()));
    }

    private String free(String name) {
        String version = now.version();
        do {
            version = following(version);
        } while (taken.contains(name + " " + version));
        return version;
    }

    /** 1.1 after 1.0, 3 after 2, draft.1 after draft. */
    private static String following(String version) {
        int digits = version.length();
        while (digits > 0 && Character.isDigit(version.charAt(digits - 1)) && version.length() - digits < 9) {
            digits--;
        }
        String number = version.substring(digits);
        return number.isEmpty() ? version + ".1" : version.substring(0, digits) + (Long.parseLong(number) + 1);
    }

    private Label live(String id) {
        return now.labels().stream()
                .filter(label -> label.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotAllowed(id + " is not a label of " + now.id() + (now.isRetired(id) ? " any more: it is retired" : "")));
    }

    private Label retired(String id) {
        return now.retired().stream()
                .filter(label -> label.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotAllowed(id + " is not retired"));
    }

    private LabelScheme add(Label label) {
        if (CLOSED.contains(label.kind())) {
            throw new NotAllowed("There can be no new " + Differences.kind(label.kind()) + ": Turnwise knows what each of them means. They can be renamed");
        }
        if (now.label(label.id()).isPresent()) {
            throw new NotAllowed("There is a label " + label.id() + " already, " + named(now.label(label.id()).orElseThrow())
                    + "; an id means one thing for good");
        }
        return version(insertedLast(now.labels(), label), now.retired());
    }

    private static List<Label> insertedLast(List<Label> labels, Label label) {
        List<Label> with = new ArrayList<>(labels);
        int place = with.size();
        for (int i = 0; i < with.size(); i++) {
            if (with.get(i).kind() == label.kind()) {
                place = i + 1;
            }
        }
        with.add(place, label);
        return with;
    }

    private LabelScheme change(Label to) {
        Label before = live(to.id());
        if (before.equals(to)) {
            throw new NotAllowed("Nothing was changed on " + named(before));
        }
        if (before.kind() != to.kind()) {
            throw new NotAllowed(named(before) + " is of kind " + Differences.kind(before.kind()) + " and stays so; add a new label instead");
        }
        if (FIXED.contains(to.kind()) && (!before.sides().equals(to.sides()) || to.kind() == LabelKind.NOTE && !Objects.equals(before.key(), to.key()))) {
            throw new NotAllowed(named(before) + " is used by Turnwise itself: its name, colour and guidance can be changed, not where it goes");
        }
        return version(each(label -> label.id().equals(to.id()) ? to : label), now.retired());
    }

    private List<Label> each(UnaryOperator<Label> change) {
        return now.labels().stream().map(change).toList();
    }

    private LabelScheme move(Label label, int places) {
        List<Label> kin = now.ofKind(label.kind());
        int wanted = kin.indexOf(label) + places;
        if (wanted < 0 || wanted >= kin.size()) {
            throw new NotAllowed(named(label) + " is the " + (places < 0 ? "first" : "last") + " of its kind already");
        }
        List<Label> labels = new ArrayList<>(now.labels());
        int place = labels.indexOf(kin.get(wanted));
        labels.remove(label);
        labels.add(place, label);
        return version(labels, now.retired());
    }

    private LabelScheme merge(Label from, Label into) {
        checkFree(from);
        if (from.equals(into)) {
            throw new NotAllowed("A label can't be merged into itself; choose another");
        }
        if (from.kind() != into.kind()) {
            throw new NotAllowed(named(from) + " is of kind " + Differences.kind(from.kind()) + " and " + named(into) + " of kind "
                    + Differences.kind(into.kind())
                    + "; only labels of one kind can be merged");
        }
        if (!into.sides().containsAll(from.sides())) {
            throw new NotAllowed(named(from) + " goes on turns that " + named(into) + " does not; let " + named(into) + " go there first");
        }
        if (from.id().equals(into.family()) || into.family() != null && hasKinds(from)) {
            throw new NotAllowed(named(from) + " has kinds of its own, and " + named(into) + " is itself a kind of another; merge into a family instead");
        }
        List<Label> labels = each(label -> from.id().equals(label.family()) ? withFamily(label, into.id()) : label).stream()
                .filter(label -> !label.id().equals(from.id()))
                .toList();
        return version(labels, Stream.concat(now.retired().stream(), Stream.of(from)).toList());
    }

    private boolean hasKinds(Label family) {
        return now.labels().stream().anyMatch(label -> family.id().equals(label.family()));
    }

    private static void checkFree(Label label) {
        if (FIXED.contains(label.kind())) {
            throw new NotAllowed(named(label) + " is used by Turnwise itself: it can be renamed, not merged or retired");
        }
    }

    private LabelScheme retire(Label label) {
        checkFree(label);
        List<String> kinds = now.labels().stream().filter(other -> label.id().equals(other.family())).map(Label::name).toList();
        if (!kinds.isEmpty()) {
            throw new NotAllowed(named(label) + " has kinds of its own (" + String.join(", ", kinds) + "); retire or merge those first");
        }
        return version(
                now.labels().stream().filter(other -> !other.equals(label)).toList(), Stream.concat(now.retired().stream(), Stream.of(label)).toList());
    }

    /** Without its key or its family if those are not to be had any more. */
    private LabelScheme revive(Label label) {
        String family = label.family() != null && now.labels().stream().anyMatch(other -> other.id().equals(label.family())) ? label.family() : null;
        Label back = withFamily(label, family);
        LabelScheme next = version(insertedLast(now.labels(), back), now.retired());
        return SchemeCheck.problem(next).isEmpty() ? next : version(insertedLast(now.labels(), withoutKey(back)), now.retired());
    }

    private LabelScheme adopt(LabelScheme file) {
        for (Label label : file.labels()) {
            Label here = now.label(label.id()).orElse(null);
            if (here != null && here.kind() != label.kind()) {
                throw new NotAllowed("The file has " + label.id() + " as " + Differences.kind(label.kind()) + ", and here it is "
                        + Differences.kind(here.kind())
                        + "; a label keeps its kind, so give the file's another id");
            }
            if (here == null && CLOSED.contains(label.kind())) {
                throw new NotAllowed("The file has a new " + Differences.kind(label.kind()) + ", " + label.id() + "; Turnwise would not know what it means");
            }
        }
        Set<String> theirs = file.labels().stream().map(Label::id).collect(Collectors.toSet());
        List<String> missing = known().filter(label -> FIXED.contains(label.kind()) && !theirs.contains(label.id())).map(Label::id).toList();
        if (!missing.isEmpty()) {
            throw new NotAllowed("The file lacks " + String.join(", ", missing) + ", which Turnwise works with itself");
        }
        if (file.labels().equals(now.labels())) {
            throw new NotAllowed("The file has the labels that are in use already; nothing was changed");
        }
        boolean free = !taken.contains(file.id()) && !file.id().equals(now.id());
        return named(file.name(), free ? file.version() : free(file.name()), file.labels(), Stream.concat(file.retired().stream(), known()).toList());
    }

    private static Label withFamily(Label label, @Nullable String family) {
        return new Label(label.id(), label.kind(), label.name(), label.sides(), label.key(), label.tone(), label.guidance(), family);
    }

    private static Label withoutKey(Label label) {
        return new Label(label.id(), label.kind(), label.name(), label.sides(), null, label.tone(), label.guidance(), label.family());
    }

    static String named(Label label) {
        return "“" + label.name() + "”";
    }
}
