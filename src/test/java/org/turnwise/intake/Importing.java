package org.turnwise.intake;

import java.nio.file.Path;
import java.util.List;
import org.turnwise.store.Workspace;
import org.turnwise.task.Progress;

/** A process to kill: opens a workspace and imports a folder, or goes on with what was cut off. Prints {@code open}, what it does as it goes, and {@code done}. */
final class Importing {

    private Importing() {}

    public static void main(String[] arguments) {
        try (Workspace workspace = Workspace.open(Path.of(arguments[0]))) {
            System.out.println("open");
            Importer importer = ResumeTest.importer(workspace);
            Progress printed = new Progress() {
                @Override
                public void report(double done, String what) {
                    System.out.println(what);
                }

                @Override
                public boolean cancelled() {
                    return false;
                }
            };
            if (importer.unfinished().isEmpty()) {
                importer.run(List.of(Path.of(arguments[1])), printed);
            } else {
                importer.resume(importer.unfinished().getFirst(), printed);
            }
        }
        System.out.println("done");
    }
}
