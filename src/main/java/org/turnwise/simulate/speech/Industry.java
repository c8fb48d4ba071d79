package org.turnwise.simulate.speech;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A line of business: what its people handle, do, suffer from and want. Any thread. */
public record Industry(String name, Map<String, List<String>> words) {

    static final List<String> LISTS = List.of("things", "people", "task", "pain", "goal", "system", "event", "role");

    private static final List<Industry> ALL = read();

    public static List<Industry> all() {
        return ALL;
    }

    List<String> list(String name) {
        return Objects.requireNonNull(words.get(name), name);
    }

    private static List<Industry> read() {
        List<Industry> all = new ArrayList<>();
        for (String line : resource("industries.txt").lines().toList()) {
            if (line.startsWith("[")) {
                all.add(new Industry(line.substring(1, line.length() - 1), new HashMap<>()));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                int colon = line.indexOf(':');
                all.getLast().words().put(line.substring(0, colon), List.of(line.substring(colon + 1).strip().split(" \\| ")));
            }
        }
        for (Industry industry : all) {
            if (!industry.words().keySet().containsAll(LISTS)) {
                throw new IllegalStateException(industry.name() + " lacks one of " + LISTS);
            }
        }
        return List.copyOf(all);
    }

    static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(Industry.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("can't read the resource " + name, e);
        }
    }
}
