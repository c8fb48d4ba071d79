package org.turnwise.review;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.turnwise.annotation.Annotation;
import org.turnwise.annotation.Blind;
import org.turnwise.annotation.Edit;
import org.turnwise.annotation.Journal;
import org.turnwise.annotation.Labeling;
import org.turnwise.annotation.Rereading;
import org.turnwise.annotation.Statuses;
import org.turnwise.annotation.agreement.Adjudication;
import org.turnwise.call.CallId;
import org.turnwise.settings.Settings;

/** Who works in a workspace, who of them is at work, and what each was given to read. Any thread; durable when a method returns. */
public final class Team {

    /** Longest name, in UTF-16 units. */
    public static final int LONGEST = 100;

    /**
     * @param left calls they were given to read and have not submitted
     * @param read calls they were given and have submitted
     */
    public record Member(String name, int left, int read) {}

    private final Journal journal;
    private final Settings settings;
    private final String owner;

    /** @param owner who is at work while nobody was chosen: the name the machine knows */
    public Team(Journal journal, Settings settings, String owner) {
        this.journal = journal;
        this.settings = settings;
        this.owner = owner;
    }

    /**
     * The name that was typed, as it is kept.
     *
     * @throws Labeling.NotAllowed if it can't be anybody's, with the reason in words for people
     */
    public static String named(String typed) {
        String name = typed.strip();
        if (name.isEmpty() || name.length() > LONGEST || name.codePoints().anyMatch(Character::isISOControl)) {
            throw new Labeling.NotAllowed("A name has from 1 to " + LONGEST + " characters, all of them printable");
        }
        if (!isPerson(name)) {
            throw new Labeling.NotAllowed("\"" + name + "\" is kept for what people don't do under their own name; take another");
        }
        return name;
    }

    private static boolean isPerson(String name) {
        return !name.equals(Edit.BY_IMPORT) && !Adjudication.isAdjudicator(name) && !Rereading.isAgain(name);
    }

    /** Whose edits are made now. */
    public String atWork() {
        return settings.get(Settings.ANNOTATOR).orElse(owner);
    }

    /**
     * From now on this person is at work; everybody who was stays known.
     *
     * @throws Labeling.NotAllowed as {@link #named} says
     */
    public void comesToWork(String typed) {
        String name = named(typed);
        Set<String> known = new TreeSet<>(kept());
        known.add(atWork());
        known.add(name);
        settings.put(Settings.ANNOTATORS, String.join("\n", known));
        settings.put(Settings.ANNOTATOR, name);
    }

    private List<String> kept() {
        return settings.get(Settings.ANNOTATORS).stream().flatMap(String::lines).toList();
    }

    /** Everybody who was at work here, labeled something or was given something, in order of their names. */
    public List<Member> members() {
        Map<String, int[]> counts = new TreeMap<>();
        Stream.of(List.of(atWork()), kept(), journal.annotators())
                .flatMap(Collection::stream)
                .filter(Team::isPerson)
                .forEach(name -> counts.put(name, new int[2]));
        given().forEach((call, standing) -> readers(standing).forEach(reader ->
                counts.computeIfAbsent(reader, name -> new int[2])[Blind.reads(standing, reader) ? 0 : 1]++));
        return counts.entrySet().stream().map(person -> new Member(person.getKey(), person.getValue()[0], person.getValue()[1])).toList();
    }

    /** What stands on the calls that somebody was given. */
    private Map<CallId, List<Annotation>> given() {
        Set<CallId> calls = new HashSet<>();
        journal.carrying(Statuses.ASSIGNED, Integer.MAX_VALUE).forEach(a -> calls.add(a.target().call()));
        return journal.current(calls);
    }

    private static Set<String> readers(List<Annotation> standing) {
        Set<String> readers = new TreeSet<>();
        for (Annotation annotation : standing) {
            String reader = annotation.text();
            if (annotation.label().equals(Statuses.ASSIGNED) && reader != null) {
                readers.add(reader);
            }
        }
        return readers;
    }

    /**
     * Deals calls out so that each is read by so many of these people, whoever of them has it or has read it counted, and those who have least left get most.
     *
     * @param each at least 1
     */
    public Shares shares(List<CallId> calls, List<String> readers, int each) {
        Map<String, Integer> left = new HashMap<>();
        members().forEach(member -> left.put(member.name(), member.left()));
        Map<CallId, List<Annotation>> standing = journal.current(calls);
        Map<CallId, Set<String>> have = new HashMap<>();
        for (CallId call : calls) {
            List<Annotation> on = standing.getOrDefault(call, List.of());
            Set<String> there = new HashSet<>(readers(on));
            on.stream().filter(a -> a.label().equals(Statuses.SUBMITTED)).map(Annotation::annotator).forEach(there::add);
            have.put(call, there);
        }
        return Shares.of(new ArrayList<>(calls), readers, each, left, have);
    }
}
