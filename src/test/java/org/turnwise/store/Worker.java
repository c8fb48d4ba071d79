package org.turnwise.store;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.turnwise.annotation.Edit;
import org.turnwise.call.Call;

/** A process to kill: opens the workspace, then does anything for ever. Prints {@code open}, and after each acknowledged edit its seq. */
final class Worker {

    static final List<Call> CALLS = List.of(Samples.call("one", 6), Samples.call("two", 6));

    private Worker() {}

    public static void main(String[] arguments) {
        Random random = new Random(Long.parseLong(arguments[1]));
        try (Workspace workspace = Workspace.open(Path.of(arguments[0]))) {
            CALLS.forEach(call -> workspace.calls().add(call, () -> {}));
            RandomWork ann = new RandomWork(workspace, CALLS, "Ann", Clock.systemUTC());
            if (workspace.journal().size() == 0) {
                ann.read(CALLS.getFirst(), "O_PRICE");
                new RandomWork(workspace, CALLS, "Ben", Clock.systemUTC()).read(CALLS.getFirst(), "O_TIMING");
            }
            System.out.println("open");
            while (true) {
                Optional<Edit> stored = ann.act(random);
                stored.ifPresent(edit -> System.out.println(edit.seq()));
            }
        }
    }
}
