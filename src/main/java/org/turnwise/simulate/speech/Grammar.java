package org.turnwise.simulate.speech;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.turnwise.simulate.Dice;

/** The rules of {@code grammar.txt}: how things are said, as trees of choices. Read once; any thread. */
final class Grammar {

    /** A piece of a sentence. */
    private sealed interface Node {}

    private record Words(String text) implements Node {}

    private record All(List<Node> parts) implements Node {}

    private record Choice(List<Node> ways) implements Node {}

    private record Maybe(Node part) implements Node {}

    private record Named(String name) implements Node {}

    /** What {@code {x}} stands for if it is no rule. */
    interface Slots {
        /** Null if there is no such slot. */
        @Nullable String fill(String name, Dice dice);
    }

    private static final Grammar ONLY = new Grammar(Industry.resource("grammar.txt"));

    private final Map<String, Choice> rules = new HashMap<>();

    private Grammar(String text) {
        List<Node> ways = new ArrayList<>();
        for (String line : text.lines().toList()) {
            if (line.startsWith("= ")) {
                ways = new ArrayList<>();
                rules.put(line.substring(2).strip(), new Choice(ways));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                ways.add(new Parser(line).sequence());
            }
        }
    }

    static Grammar get() {
        return ONLY;
    }

    boolean has(String rule) {
        return rules.containsKey(rule);
    }

    /** Says a rule, slots filled, as it stands in the grammar: without capitals or tidy spaces. */
    void say(String rule, Slots slots, Dice dice, StringBuilder out) {
        Choice choice = rules.get(rule);
        if (choice != null) {
            say(choice, slots, dice, out);
            return;
        }
        String filled = slots.fill(rule, dice);
        if (filled == null) {
            throw new IllegalStateException("neither a rule nor a slot: {" + rule + "}");
        }
        out.append(filled);
    }

    private void say(Node node, Slots slots, Dice dice, StringBuilder out) {
        switch (node) {
            case Words words -> out.append(words.text());
            case All all -> all.parts().forEach(part -> say(part, slots, dice, out));
            case Choice choice -> say(dice.pick(choice.ways()), slots, dice, out);
            case Maybe maybe -> {
                if (dice.chance(0.5)) {
                    say(maybe.part(), slots, dice, out);
                }
            }
            case Named named -> say(named.name(), slots, dice, out);
        }
    }

    /** Reads one line of the grammar. */
    private static final class Parser {

        private final String line;
        private int at;

        Parser(String line) {
            this.line = line;
        }

        /** Up to the end, or to what closes the bracket this stands in. */
        Node sequence() {
            List<Node> parts = new ArrayList<>();
            StringBuilder words = new StringBuilder();
            while (at < line.length() && ")]|".indexOf(line.charAt(at)) < 0) {
                char c = line.charAt(at++);
                if ("({[".indexOf(c) < 0) {
                    words.append(c);
                    continue;
                }
                if (!words.isEmpty()) {
                    parts.add(new Words(words.toString()));
                    words.setLength(0);
                }
                parts.add(c == '(' ? choice() : c == '[' ? new Maybe(closed(']')) : name());
            }
            if (!words.isEmpty()) {
                parts.add(new Words(words.toString()));
            }
            return parts.size() == 1 ? parts.getFirst() : new All(List.copyOf(parts));
        }

        private Node choice() {
            List<Node> ways = new ArrayList<>();
            ways.add(sequence());
            while (at < line.length() && line.charAt(at) == '|') {
                at++;
                ways.add(sequence());
            }
            close(')');
            return new Choice(List.copyOf(ways));
        }

        private Node closed(char by) {
            Node inside = sequence();
            close(by);
            return inside;
        }

        private Node name() {
            int end = line.indexOf('}', at);
            if (end < 0) {
                throw new IllegalStateException("no } in: " + line);
            }
            String name = line.substring(at, end);
            at = end + 1;
            return new Named(name);
        }

        private void close(char by) {
            if (at >= line.length() || line.charAt(at) != by) {
                throw new IllegalStateException("expected " + by + " at " + at + " in: " + line);
            }
            at++;
        }
    }
}
