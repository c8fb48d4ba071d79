package org.turnwise.intake.crm;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.turnwise.call.CallHeader;
import org.turnwise.call.CallId;
import org.turnwise.intake.crm.table.TableReading.Meeting;

/** Finds the call that a meeting in a calendar became: the only one of its title on its day, or the only one that began when it was to. */
final class MeetingCalls {

    private static final Duration LATE = Duration.ofMinutes(15);

    private record TitleAndDay(String title, LocalDate day) {}

    private final Map<TitleAndDay, List<CallHeader>> byTitle = new HashMap<>();
    private final Map<LocalDate, List<CallHeader>> byDay = new HashMap<>();

    MeetingCalls(List<CallHeader> calls) {
        for (CallHeader call : calls) {
            Instant start = call.startedAt();
            if (start != null) {
                LocalDate day = day(start);
                byTitle.computeIfAbsent(new TitleAndDay(plain(call.title()), day), k -> new ArrayList<>()).add(call);
                byDay.computeIfAbsent(day, k -> new ArrayList<>()).add(call);
            }
        }
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    private static String plain(String title) {
        return title.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }

    /** Empty if there is none, or more than one. */
    Optional<CallId> find(Meeting meeting) {
        List<CallHeader> titled = byTitle.getOrDefault(new TitleAndDay(plain(meeting.title()), meeting.on()), List.of());
        if (titled.size() == 1) {
            return Optional.of(titled.getFirst().id());
        }
        Instant at = meeting.at();
        if (at == null) {
            return Optional.empty();
        }
        List<CallHeader> near = (titled.isEmpty() ? byDay.getOrDefault(day(at), List.of()) : titled).stream()
                .filter(call -> call.startedAt() != null && Duration.between(at, call.startedAt()).abs().compareTo(LATE) <= 0)
                .toList();
        return near.size() == 1 ? Optional.of(near.getFirst().id()) : Optional.empty();
    }
}
