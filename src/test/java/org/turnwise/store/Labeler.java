package org.turnwise.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.turnwise.annotation.Annotation;
import org.turnwise.annotation.Edit;
import org.turnwise.annotation.LabelKind;
import org.turnwise.call.CallId;
import org.turnwise.reward.OutcomeKind;
import org.turnwise.reward.RewardSignal;

/**
 * A process to kill: opens the workspace, then labels for ever. Prints {@code open}, and after each acknowledged edit its seq; or
 * {@code refused} and why, if the workspace can't be opened.
 */
final class Labeler {

    private Labeler() {}

    public static void main(String[] arguments) {
        try (Workspace workspace = Workspace.open(Path.of(arguments[0]))) {
            System.out.println("open");
            label(workspace, new Random(Long.parseLong(arguments[1])));
        } catch (Workspace.CannotOpen e) {
            System.out.println("refused " + e.getMessage());
        }
    }

    private static void label(Workspace workspace, Random random) {
        List<Annotation> standing = new ArrayList<>(workspace.journal().current(new CallId("one")));
        while (true) {
            Annotation added = Samples.annotation("one", random.nextInt(1000), LabelKind.ACT, "P_PAIN");
            List<Annotation> removed =
                    standing.isEmpty() || random.nextInt(3) > 0 ? List.of() : List.of(standing.remove(random.nextInt(standing.size())));
            Edit stored = workspace.journal().append(Samples.edit(removed, List.of(added)), edit -> workspace.rewards().append(List.of(signal(edit))));
            standing.add(added);
            System.out.println(stored.seq());
        }
    }

    private static RewardSignal signal(Edit edit) {
        return new RewardSignal(
                0, new CallId("one"), OutcomeKind.WON, 1.0, 1, RewardSignal.Origin.ANALYST, 0.8, "edit " + edit.seq(), edit.at(), null);
    }
}
