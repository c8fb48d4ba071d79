package org.turnwise.scoring;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.turnwise.task.Progress;

/** What the scorer reaches on real conversations; skipped where they are not beside the checkout. The suite takes a part of them; all by
 * {@code mvn test -Dtest=RealTrainingTest -Dtest.jvm.args="-Xmx2g -Dturnwise.conversations=all"}. */
class RealTrainingTest {

    private static final Logger LOG = LoggerFactory.getLogger(RealTrainingTest.class);

    @Test
    void learnsSomethingButNotTooMuchFromPersuasion() throws IOException {
        Trainer.Trained trained = train("persuasionforgood.dev.jsonl.gz");
        double few = RealConversations.all() ? 0 : .1;
        assertTrue(trained.finished().auc() > .68 - few, "finished AUC " + trained.finished().auc());
        assertTrue(trained.finished().auc() < .75 + few, "little above .7 is to be had here; far more is a leak: " + trained.finished().auc());
        assertTrue(trained.live().brier() < trained.prior().brier() + few / 10, "live Brier no better than the class prior's: " + trained.live().brier());
        assertTrue(trained.live().ece() < .03 + few, "live ECE " + trained.live().ece());
    }

    @Test
    void isNoWorseThanThePriorOnBargaining() throws IOException {
        Trainer.Trained trained = train("casino.jsonl.gz");
        double few = RealConversations.all() ? 0 : .1;
        assertTrue(trained.finished().auc() > .65 - few && trained.finished().auc() < .75 + few, "finished AUC " + trained.finished().auc());
        assertTrue(trained.live().brier() < trained.prior().brier() + few / 10, "live Brier " + trained.live().brier());
    }

    private static Trainer.Trained train(String file) throws IOException {
        assumeTrue(Files.exists(RealConversations.FOLDER.resolve(file)), "no data beside this checkout");
        List<Example> examples = RealConversations.read(file);
        long began = System.nanoTime();
        Trainer.Trained trained = Trainer.train(Snapshot.of(examples, Encoding.shared(), 0, Progress.silent()), Progress.silent());
        double seconds = (System.nanoTime() - began) / 1e9;
        LOG.warn(String.format(Locale.ROOT, "%s: %d calls in %.1f s, stored in %d kB%n  live %s%n  prior %s%n  finished %s%n  prior %s",
                file, examples.size(), seconds, trained.scorer().write().length / 1024, trained.live(), trained.prior(), trained.finished(), trained.priorFinished()));
        return trained;
    }
}
