package org.turnwise.ui.common;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PrecedenceTest {

    @Test
    void whatRunsInTheBackgroundWaitsUntilAKeyIsAnswered() {
        Precedence precedence = new Precedence();
        long pressed = System.nanoTime();
        precedence.toPerson();
        precedence.giveWay();
        assertTrue(System.nanoTime() - pressed >= TimeUnit.MILLISECONDS.toNanos(50), "it went on before");
    }

    @Test
    void aPersonWhoKeepsTypingKeepsItWaiting() throws InterruptedException {
        Precedence precedence = new Precedence();
        precedence.toPerson();
        Thread background = Thread.ofPlatform().start(precedence::giveWay);
        long last = 0;
        for (int key = 0; key < 10; key++) {
            last = System.nanoTime();
            precedence.toPerson();
        }
        background.join();
        assertTrue(System.nanoTime() - last >= TimeUnit.MILLISECONDS.toNanos(50), "it went on before the last key was answered");
    }
}
