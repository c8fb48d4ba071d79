package org.turnwise.simulate.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.turnwise.simulate.recording.SimulatedCall;

/**
 * A piece of a turn that stands on the screen at once.
 *
 * @param sentence it belongs to, counted through the call from 0
 * @param part     of that sentence, from 0
 */
record Cue(String speaker, String text, long startMs, long endMs, int sentence, int part) {

    private static final int LONGEST = 96;

    /** All that is said in a call, in order: a reader that joins what one speaker says gets the turns back. */
    static List<Cue> of(SimulatedCall call) {
        List<Cue> cues = new ArrayList<>();
        List<SimulatedCall.Line> lines = call.lines();
        int sentence = 0;
        for (int i = 0; i < lines.size(); i++) {
            SimulatedCall.Line line = lines.get(i);
            long next = i + 1 < lines.size() ? lines.get(i + 1).startMs() : Long.MAX_VALUE;
            sentence = add(cues, call.speaker(line), line, next, sentence);
        }
        return cues;
    }

    /** No piece begins after the next speaker does, even if that one cuts in: pieces are read in order of time. */
    private static int add(List<Cue> cues, String speaker, SimulatedCall.Line line, long next, int sentence) {
        long span = Math.min(line.endMs(), next) - line.startMs();
        String rest = line.text();
        int said = 0;
        int part = 0;
        int number = sentence;
        while (!rest.isEmpty()) {
            int end = pieceEnd(rest);
            String piece = rest.substring(0, end);
            rest = end == rest.length() ? "" : rest.substring(end + 1);
            long from = line.startMs() + span * said / line.text().length();
            said += end + 1;
            long to = rest.isEmpty() ? line.endMs() : line.startMs() + span * said / line.text().length();
            cues.add(new Cue(speaker, piece, from, to, number, part));
            boolean sentenceEnds = rest.isEmpty() || ".?".indexOf(piece.charAt(piece.length() - 1)) >= 0;
            part = sentenceEnds ? 0 : part + 1;
            number += sentenceEnds ? 1 : 0;
        }
        return number;
    }

    /** Where the first piece ends: after a sentence, or at the last space before it gets too long. */
    private static int pieceEnd(String text) {
        int space = -1;
        for (int i = 1; i < text.length(); i++) {
            if (text.charAt(i) == ' ') {
                if (".?".indexOf(text.charAt(i - 1)) >= 0 || i > LONGEST && space < 0) {
                    return i;
                }
                if (i > LONGEST) {
                    return space;
                }
                space = i;
            }
        }
        return text.length() > LONGEST && space > 0 ? space : text.length();
    }

    /** A time as captions write it, with this sign before the milliseconds. */
    static String clock(long millis, char sign) {
        return String.format(Locale.ROOT, "%02d:%02d:%02d%c%03d", millis / 3_600_000, millis / 60_000 % 60, millis / 1_000 % 60, sign, millis % 1_000);
    }
}
