package org.turnwise.app;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.turnwise.cli.Cli;
import org.turnwise.cli.Console;

/** Starts Turnwise: the window without a command, the command otherwise. */
public final class Main {

    /** How long Ctrl+C, or a system that shuts down, waits for running work to reach a point where it may stop. */
    private static final long STOP_WITHIN_SECONDS = 20;

    private Main() {}

    public static void main(String[] args) {
        Console console = Console.ofProcess();
        Machine machine = new Machine(console, System.getenv());
        Cli cli = new Cli(machine, console);
        CountDownLatch ended = stopOnInterrupt(() -> {
            cli.cancel();
            machine.stop();
        });
        int code;
        try {
            code = cli.run(args);
        } finally {
            ended.countDown();
        }
        System.exit(code);
    }

    /** The virtual machine ends as soon as its shutdown hooks have; this one holds it until the work under way has stopped cleanly. */
    private static CountDownLatch stopOnInterrupt(Runnable stop) {
        CountDownLatch ended = new CountDownLatch(1);
        Thread stopper = new Thread(
                () -> {
                    stop.run();
                    try {
                        if (!ended.await(STOP_WITHIN_SECONDS, TimeUnit.SECONDS)) {
                            // What does not stop in time is ended as if killed, which a workspace survives.
                            return;
                        }
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "turnwise-stop");
        Runtime.getRuntime().addShutdownHook(stopper);
        return ended;
    }
}
