package org.turnwise.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Words and phrases by topic, matched on whole tokens. A phrase wins over the shorter ones it begins with, and what it covers is not counted again.
 * A positive word up to three tokens after a negation counts as negative. Immutable; any thread.
 */
public final class Lexicon {

    private static final Set<String> NEGATIONS = Set.of(
            "not", "no", "never", "don't", "dont", "doesn't", "didn't", "isn't", "isnt", "wasn't", "aren't", "can't", "cant", "won't", "wont",
            "wouldn't", "couldn't", "hardly", "without");
    private static final int NEGATION_REACH = 3;

    /** A place in the tree of phrases. */
    private static final class Node {
        private final Map<String, Node> next = new HashMap<>();
        private final EnumSet<Topic> topics = EnumSet.noneOf(Topic.class);
        private boolean negates;

        private Node after(String token) {
            return next.computeIfAbsent(token, t -> new Node());
        }
    }

    private static final class Standard {
        private static final Lexicon LEXICON = load();
    }

    private final Node root = new Node();

    private Lexicon() {}

    /** The lexicons that come with Turnwise. */
    public static Lexicon standard() {
        return Standard.LEXICON;
    }

    private static Lexicon load() {
        Lexicon lexicon = new Lexicon();
        NEGATIONS.forEach(negation -> lexicon.root.after(negation).negates = true);
        for (Topic topic : Topic.values()) {
            for (String line : lines(topic)) {
                lexicon.add(topic, Utterance.tokensOf(line));
            }
        }
        return lexicon;
    }

    private static List<String> lines(Topic topic) {
        try (InputStream in = Lexicon.class.getResourceAsStream(topic.resource())) {
            if (in == null) {
                throw new IllegalStateException("the lexicon " + topic.resource() + " is missing from the build");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return reader.lines().map(String::strip).filter(line -> !line.isEmpty() && line.charAt(0) != '#').toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the lexicon " + topic.resource() + " can't be read", e);
        }
    }

    private void add(Topic topic, List<String> phrase) {
        Node node = root;
        for (String token : phrase) {
            node = node.after(token);
        }
        node.topics.add(topic);
    }

    /** How often each topic comes up, by {@link Topic#ordinal()}. */
    int[] count(List<String> tokens) {
        int[] counts = new int[Topic.count()];
        int lastNegation = -NEGATION_REACH - 1;
        int at = 0;
        while (at < tokens.size()) {
            Node found = null;
            int end = at + 1;
            Node node = root.next.get(tokens.get(at));
            if (node != null && node.negates) {
                lastNegation = at;
            }
            for (int i = at + 1; node != null; i++) {
                if (!node.topics.isEmpty()) {
                    found = node;
                    end = i;
                }
                node = i < tokens.size() ? node.next.get(tokens.get(i)) : null;
            }
            if (found != null) {
                boolean negated = at != lastNegation && at - lastNegation <= NEGATION_REACH;
                for (Topic topic : found.topics) {
                    counts[(topic == Topic.POSITIVE && negated ? Topic.NEGATIVE : topic).ordinal()]++;
                }
            }
            at = end;
        }
        return counts;
    }
}
