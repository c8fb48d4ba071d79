package org.turnwise.simulate.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.turnwise.simulate.Anomaly;
import org.turnwise.simulate.Dice;
import org.turnwise.simulate.speech.Speech;

/** Does things to the lines of one call. One use, one thread. */
final class Tampering {

    private final List<SimulatedCall.Line> lines;
    private final Speech speech;
    private final Dice dice;

    Tampering(List<SimulatedCall.Line> lines, Speech speech, Dice dice) {
        this.lines = lines;
        this.speech = speech;
        this.dice = dice;
    }

    /** Drops or swaps a few words, so that the call is nearly another one; at least one. */
    void changeWords() {
        int sure = dice.below(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            List<String> words = new ArrayList<>(List.of(lines.get(i).text().split(" ")));
            for (int w = words.size() - 1; w >= 0; w--) {
                if (words.size() > 1 && (i == sure && w == 0 || dice.chance(0.04))) {
                    if (dice.chance(0.5)) {
                        words.remove(w);
                    } else {
                        words.add(w, dice.pick("then", "just", "really", "maybe", "also"));
                    }
                }
            }
            lines.set(i, lines.get(i).with(String.join(" ", words)));
        }
    }

    /** @return the first turn in which it shows */
    int plant(Anomaly anomaly, Supplier<List<SimulatedCall.Line>> another) {
        int middle = lines.size() / 3 + dice.below(Math.max(1, lines.size() / 3));
        switch (anomaly) {
            case SWAPPED_SPEAKERS -> {
                lines.replaceAll(line -> new SimulatedCall.Line(!line.byRep(), line.text(), line.startMs(), line.endMs(), line.beat()));
                return 0;
            }
            case WRONG_LANGUAGE -> {
                for (int i = middle; i < lines.size(); i++) {
                    lines.set(i, lines.get(i).with(speech.extra("x.foreign", lines.get(i).byRep()) + " " + speech.extra("x.foreign", lines.get(i).byRep())));
                }
                return middle;
            }
            case TRUNCATED -> {
                lines.subList(middle + 1, lines.size()).clear();
                String text = lines.get(middle).text();
                int cut = text.indexOf(' ', text.length() / 2);
                lines.set(middle, lines.get(middle).with(cut < 0 ? text : text.substring(0, cut)));
                return middle;
            }
            case GLUED -> {
                int at = lines.size();
                List<SimulatedCall.Line> other = another.get();
                boolean sameVoice = other.getFirst().byRep() == lines.getLast().byRep();
                lines.addAll(sameVoice ? other.subList(1, other.size()) : other);
                return at;
            }
            case MONOLOGUE -> {
                int at = lines.get(middle).byRep() ? middle : Math.max(0, middle - 1);
                StringBuilder text = new StringBuilder(lines.get(at).text());
                for (int i = 0; i < 18; i++) {
                    text.append(' ').append(speech.extra("x.monologue", lines.get(at).byRep()));
                }
                lines.set(at, lines.get(at).with(text.toString()));
                return at;
            }
            case OFF_TOPIC -> {
                boolean byRep = lines.get(middle).byRep();
                int more = 2 * (2 + dice.below(3));
                List<SimulatedCall.Line> chat = new ArrayList<>();
                for (int i = 0; i < more; i++) {
                    boolean rep = byRep == (i % 2 == 0);
                    chat.add(new SimulatedCall.Line(rep, speech.extra("x.offtopic", rep), 0, 0, -1));
                }
                lines.addAll(middle, chat);
                return middle;
            }
            case ABUSIVE -> {
                return insult(middle);
            }
        }
        return 0;
    }

    private int insult(int from) {
        int first = -1;
        for (int i = from; i < lines.size(); i++) {
            if (!lines.get(i).byRep()) {
                lines.set(i, lines.get(i).with(speech.extra("x.abuse", false)));
                first = first < 0 ? i : first;
            }
        }
        if (first < 0) {
            lines.add(new SimulatedCall.Line(false, speech.extra("x.abuse", false), 0, 0, -1));
            first = lines.size() - 1;
        }
        return first;
    }
}
