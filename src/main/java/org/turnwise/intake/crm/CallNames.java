package org.turnwise.intake.crm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.turnwise.call.CallId;
import org.turnwise.call.CallSummary;

/** Calls by what tables call them: their id, else their title or file, with or without its ending. */
final class CallNames {

    private final Map<String, Set<CallId>> byName = new HashMap<>();
    private final Set<CallId> ids = new HashSet<>();

    CallNames(List<CallSummary> calls) {
        for (CallSummary call : calls) {
            ids.add(call.id());
            know(call.title(), call.id());
            know(call.sourceName(), call.id());
            know(call.sourceName().replaceFirst("\\.[^.]{1,10}$", ""), call.id());
        }
    }

    private void know(String name, CallId id) {
        byName.computeIfAbsent(name.strip().toLowerCase(Locale.ROOT), k -> new LinkedHashSet<>()).add(id);
    }

    /** Every call of that name. */
    List<CallId> find(String name) {
        if (!name.isBlank() && name.length() <= CallId.MAX_LENGTH && name.chars().noneMatch(Character::isISOControl) && ids.contains(new CallId(name))) {
            return List.of(new CallId(name));
        }
        String file = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        return new ArrayList<>(byName.getOrDefault(file.toLowerCase(Locale.ROOT), Set.of()));
    }
}
