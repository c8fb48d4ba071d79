package org.turnwise.intake.crm.matching;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.turnwise.call.CallHeader;
import org.turnwise.call.CallId;
import org.turnwise.call.CallRepository;
import org.turnwise.intake.crm.deal.Deal;
import org.turnwise.intake.crm.deal.DealRepository;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which segment calls belong to: as the deal they were matched to says, else as their own source says under {@code segment} or {@code meta.segment}. Segments
 * are told apart without case. Any thread.
 */
public record Segments(CallRepository calls, DealRepository deals, MatchRepository matches) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Calls of which nothing says it are not among them. */
    public Map<CallId, String> read() {
        Map<String, Deal> known = deals.latest();
        Map<CallId, Match> current = matches.current();
        Map<String, String> written = new HashMap<>();
        Map<CallId, String> segments = new HashMap<>();
        for (CallHeader call : calls.headers()) {
            Optional<String> ofDeal = Optional.ofNullable(current.get(call.id())).filter(Match::holds)
                    .flatMap(match -> Optional.ofNullable(match.deal()))
                    .flatMap(id -> Optional.ofNullable(known.get(id)))
                    .flatMap(deal -> Optional.ofNullable(deal.segment()));
            ofDeal.or(() -> said(call.source().extras()))
                    .ifPresent(name -> segments.put(call.id(), written.computeIfAbsent(name.strip().toLowerCase(Locale.ROOT), key -> name.strip())));
        }
        return segments;
    }

    private static Optional<String> said(@Nullable String extras) {
        if (extras == null || !extras.contains("egment")) {
            return Optional.empty();
        }
        try {
            JsonNode source = JSON.readTree(extras);
            JsonNode segment = source.path("meta").has("segment") ? source.path("meta").path("segment") : source.path("segment");
            return segment.isString() && !segment.stringValue().isBlank() ? Optional.of(segment.stringValue()) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty(); // what a source said beside the call may be anything
        }
    }
}
