package org.turnwise.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.turnwise.annotation.Annotation;
import org.turnwise.annotation.LabelKind;
import org.turnwise.annotation.Target;
import org.turnwise.call.Call;
import org.turnwise.call.CallId;
import org.turnwise.call.Participant;
import org.turnwise.call.Side;
import org.turnwise.call.Source;
import org.turnwise.call.TimingClass;
import org.turnwise.call.Turn;
import org.turnwise.intake.reading.ImportedCall;
import org.turnwise.intake.reading.Unreadable;
import org.turnwise.reward.OutcomeKind;
import org.turnwise.reward.RewardSignal;

class ConversationJsonlTest {

    private static final String[] PIECES = {"hello", "Zoë", "\"", "\\", "\n", "\r", "\t", "😀", "価格", "<v A>", "\u2028", "\u200B", "\uFEFF", "=1+1", " ", "\u0007"};

    @Test
    void whatIsWrittenReadsBackAsItWas() throws Unreadable {
        for (int seed = 0; seed < 2000; seed++) {
            ImportedCall call = anyCall(new Random(seed));
            RewardSignal.Origin origin = seed % 3 == 0 ? null : RewardSignal.Origin.CRM;
            String line = ConversationJsonl.write(call, origin);
            assertEquals(1, line.lines().count());
            assertEquals(call, ConversationJsonl.read(line, "any.jsonl", call.line()), line);
        }
    }

    /** The field of the analyst's outcome is told by the label alone, so that it is not counted twice. */
    @Test
    void anOutcomeThatAnAnalystLabeledComesInAsALabel() throws Unreadable {
        Call call = anyCall(new Random(3)).call();
        Annotation labeled = new Annotation(
                UUID.randomUUID(), new Target.OfCall(call.id()), LabelKind.OUTCOME, "STALL", null, "Kim", Instant.EPOCH, "sales-core 1.0");
        ImportedCall written = new ImportedCall(call, OutcomeKind.STALL, List.of(labeled), List.of(), 1);
        ImportedCall read = ConversationJsonl.read(ConversationJsonl.write(written, RewardSignal.Origin.ANALYST), "a", 1);
        assertEquals(null, read.outcome());
        assertEquals(List.of(labeled), read.annotations());
    }

    private static ImportedCall anyCall(Random random) {
        CallId id = new CallId("call-" + random.nextInt(1000) + (random.nextBoolean() ? " é" : ""));
        List<Participant> people = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(4); i++) {
            people.add(new Participant("key " + i + words(random, "x"), words(random, "name"), Side.values()[random.nextInt(3)]));
        }
        List<Turn> turns = new ArrayList<>();
        long at = 0;
        for (int i = 0; i <= random.nextInt(12); i++) {
            at += random.nextInt(100_000);
            Long start = random.nextInt(4) == 0 ? null : Long.valueOf(at);
            Long end = start == null || random.nextBoolean() ? null : Long.valueOf(start + random.nextInt(5000));
            turns.add(new Turn(i, people.get(random.nextInt(people.size())).key(), words(random, "said"), start, end));
        }
        String group = random.nextBoolean() ? id.value() : "group " + random.nextInt(5);
        String[] extras = {
            null, "{\"outcome_raw\":{\"x\":0.0,\"y\":1E+400}}", "{\"meta\":{\"group\":\"g\",\"age\":3}}", "{\"meta\":{\"a\":[1,null]},\"turn_labels\":[[\"q\"]]}",
            "{\"mine\":{\"deep\":[[[]]]}}", "{\"meta\":{\"group\":7}}"
        };
        Call call = new Call(
                id, words(random, "title"), new Source(random.nextBoolean() ? "vtt" : "jsonl", words(random, "file"), extras[random.nextInt(extras.length)]),
                TimingClass.values()[random.nextInt(5)], random.nextBoolean() ? null : Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000)),
                group, people, turns);
        List<Annotation> annotations = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            LabelKind kind = LabelKind.values()[random.nextInt(LabelKind.values().length)];
            Target target = target(random, kind, call);
            annotations.add(new Annotation(
                    new UUID(random.nextLong(), random.nextLong()), target, kind, "L_" + i, kind == LabelKind.NOTE ? words(random, "note") : null,
                    words(random, "annotator"), Instant.ofEpochMilli(random.nextLong(2_000_000_000_000L)), "sales-core 1.0"));
        }
        OutcomeKind outcome = random.nextInt(3) == 0 ? null : OutcomeKind.values()[random.nextInt(OutcomeKind.values().length)];
        return new ImportedCall(call, outcome, annotations, List.of(), 1 + random.nextInt(99));
    }

    private static Target target(Random random, LabelKind kind, Call call) {
        List<Target.Level> levels = Arrays.stream(Target.Level.values()).filter(kind::goesOn).toList();
        int turn = random.nextInt(call.turns().size());
        String text = call.turns().get(turn).text();
        return switch (levels.get(random.nextInt(levels.size()))) {
            case CALL -> new Target.OfCall(call.id());
            case TURN -> new Target.OfTurn(call.id(), turn);
            case SPAN -> Target.OfSpan.in(call, turn, 0, 1 + random.nextInt(text.codePointCount(0, text.length())));
            case EPISODE -> new Target.OfTurns(call.id(), IntStream.rangeClosed(0, turn).boxed().toList());
        };
    }

    private static String words(Random random, String never) {
        StringBuilder words = new StringBuilder(never);
        for (int i = random.nextInt(5); i > 0; i--) {
            words.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return words.toString();
    }
}
