package org.turnwise.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** Calls that are hard to lay out: long titles and names, many people, thousands of turns, other scripts, emoji. */
final class HostileCalls {

    static final String LONG_TITLE =
            "Second talk about the renewal with the united dental clinics of the northern region, their procurement, finance and both practice managers, 2026";
    static final String FIVE_THOUSAND = "The whole day at the fair in one recording";
    static final String ARABIC = "مكالمة متابعة مع عيادات الشمال";
    static final String EMOJI = "👩‍👩‍👧‍👦 Family plan 🇩🇪, first call";

    private static final String LONG_TURN = "We looked at what the other two suppliers wrote into their offers, and before anybody here signs for three years we "
            + "would have to see how the price per site goes down once the clinics in the north are in, because that is what our board was promised in spring.";
    private static final String[] GOOD = {
        "Yes, that would help us a lot, please send the order.", "We can start with the two clinics in the north in May.", "I like that, and finance has agreed to it."};
    private static final String[] BAD = {
        "It is too expensive, and we are happy with what we have.", "Nobody here has time for another rollout this year.", "We went with the other supplier last week."};

    private HostileCalls() {}

    /** Writes them into the folder: those above and as many usual calls with outcomes. */
    static Path write(Path folder, int usual) throws IOException {
        Files.createDirectories(folder);
        List<String> lines = new ArrayList<>();
        Random random = new Random(7);
        for (int i = 0; i < usual; i++) {
            boolean won = i % 2 == 0;
            List<String> turns = new ArrayList<>();
            for (int t = 0; t < 8 + random.nextInt(8); t++) {
                String[] answers = random.nextInt(10) < (won ? 7 : 3) ? GOOD : BAD;
                turns.add(turn(t, t % 2 == 0 ? "rep" : "customer", t % 2 == 0 ? "What would it take for your team to start in week " + random.nextInt(50) + "?" : answers[random.nextInt(3)]));
            }
            lines.add(call("Brightwater Dental %02d, proposal review".formatted(i), "Priya Raman", "Tom Okafor", turns, won ? 1 : 0));
        }
        lines.add(call(LONG_TITLE, "Bartholomew-Christopher Featherstonehaugh-Cholmondeley", "Maximiliane Freifrau von Hohenlohe-Langenburg", turns(14, i -> i % 3 == 1 ? LONG_TURN : "Yes, that is so."), 0));
        lines.add(call(FIVE_THOUSAND, "Priya Raman", "Tom Okafor", turns(5_000, i -> "This was said on page " + i % 60 + (i % 2 == 0 ? ", and how do you book visits?" : ", mostly on paper.")), null));
        lines.add(call(ARABIC, "ليلى المنصوري", "عبد الرحمن بن خالد العتيبي", turns(12, i -> i % 2 == 0
                ? "مرحبا، كم عيادة لديكم الآن؟ وهل تستخدمون Dentaplan 4.2 منذ سنة 2024؟" : "لدينا تسع عيادات، والسعر مرتفع جدا بالنسبة لنا هذا العام."), null));
        lines.add(call(EMOJI, "Zoë 👩🏽‍💻 Ångström", "李小龍 🏳️‍🌈", turns(10, i -> i % 2 == 0
                ? "Grüße 👋🏿! Is the family 👨‍👩‍👧‍👦 of four or five, ça va?" : "五個人 🙂 e\u0301t c\u0327a coûte trop cher 💸💸💸"), null));
        Files.writeString(folder.resolve("calls.jsonl"), String.join("\n", lines) + "\n");
        Files.writeString(folder.resolve("many people.vtt"), manyPeople());
        Files.writeString(folder.resolve("cut off in the middle of a recording of the whole northern region.vtt"), "WEBVTT\n\n00:00:01.000 --> \nHello\n");
        return folder;
    }

    private interface Said {
        String at(int turn);
    }

    private static List<String> turns(int count, Said said) {
        List<String> turns = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            turns.add(turn(i, i % 2 == 0 ? "rep" : "customer", said.at(i)));
        }
        return turns;
    }

    private static String turn(int ordinal, String speaker, String text) {
        return "{\"speaker\":\"%s\",\"text\":\"%s\",\"start\":%d}".formatted(speaker, text, 17 * ordinal);
    }

    private static String call(String id, String rep, String customer, List<String> turns, Integer outcome) {
        return "{\"id\":\"%s\",\"participants\":[{\"key\":\"rep\",\"name\":\"%s\",\"side\":\"REP\"},{\"key\":\"customer\",\"name\":\"%s\",\"side\":\"CUSTOMER\"}],\"turns\":[%s],\"outcome\":%s}"
                .formatted(id, rep, customer, String.join(",", turns), outcome);
    }

    private static String manyPeople() {
        List<String> names = List.of(
                "Dr Annemarie van der Westhuizen", "Oluwaseun Adebayo-Thompson", "Jean-Baptiste Grenouille de la Tour", "Wolfeschlegelsteinhausenbergerdorff", "Priya Raman", "Ng",
                "Conference Room 4A (shared)", "+1 415***1234");
        return "WEBVTT\n\n" + java.util.stream.IntStream.range(0, 24)
                .mapToObj(i -> "00:%02d:%02d.000 --> 00:%02d:%02d.000%n<v %s>Somebody has to say who decides about item %d of the list.</v>%n".formatted(
                        i / 6, i % 6 * 10, i / 6, i % 6 * 10 + 8, names.get(i % names.size()), i))
                .collect(Collectors.joining("\n"));
    }
}
