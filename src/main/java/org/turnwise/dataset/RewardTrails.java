package org.turnwise.dataset;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.turnwise.call.CallId;
import org.turnwise.call.CallRepository;
import org.turnwise.intake.crm.matching.Attribution;
import org.turnwise.intake.crm.matching.Match;
import org.turnwise.intake.crm.matching.MatchRepository;
import org.turnwise.intake.crm.matching.Matching;
import org.turnwise.intake.crm.matching.Segments;
import org.turnwise.reward.Baselines;
import org.turnwise.reward.Outcomes;
import org.turnwise.reward.RewardLedger;
import org.turnwise.reward.RewardSignal;
import org.turnwise.reward.SourceRow;
import org.turnwise.reward.Usual;
import org.turnwise.scoring.CallForecast;
import org.turnwise.scoring.ForecastRepository;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How calls came to their rewards, for whoever takes a dataset further: from the CRM's row, as it was written, over the match and every signal to the reward,
 * what is usual for the rep and for the segment, and the credit of each turn.
 */
public record RewardTrails(
        CallRepository calls, Outcomes outcomes, RewardLedger ledger, MatchRepository matches, Matching matching, Segments segments,
        ForecastRepository forecasts) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** All that concerns more than one call, as it stood when an export began. */
    final class Moment {
        private final Map<CallId, Outcomes.Known> known;
        private final Usual usual;
        private final Map<CallId, Attribution.Reason> leftOut;
        private final @Nullable Integer scorer;

        private Moment(Map<CallId, Outcomes.Known> known, Usual usual, Map<CallId, Attribution.Reason> leftOut, @Nullable Integer scorer) {
            this.known = known;
            this.usual = usual;
            this.leftOut = leftOut;
            this.scorer = scorer;
        }

        /** A line of JSON; empty if nobody ever said anything of what came of the call. */
        Optional<String> line(CallId call) {
            List<RewardSignal> signals = ledger.trail(call);
            List<Match> events = matches.trail(call);
            if (signals.isEmpty() && events.isEmpty()) {
                return Optional.empty();
            }
            ObjectNode line = JSON.createObjectNode().put("id", call.value());
            Outcomes.Known outcome = known.get(call);
            line.put("outcome", outcome == null ? null : outcome.kind().name());
            line.put("reward", outcome == null ? null : outcome.reward());
            line.put("policy", outcomes.policy().version());
            line.put("weight", outcome == null ? null : Double.valueOf(outcome.weight()));
            line.put("conflict", outcome != null && outcome.conflict());
            relative(usual.ofRep(call), "against_rep", line);
            relative(usual.ofSegment(call), "against_segment", line);
            Attribution.Reason silent = leftOut.get(call);
            line.put("deal_says_nothing_because", silent == null ? null : silent.words());
            Set<Long> inForce = outcome == null ? Set.of() : outcome.signals().stream().map(RewardSignal::seq).collect(Collectors.toSet());
            ArrayNode said = line.putArray("signals");
            signals.forEach(signal -> signal(signal, inForce.contains(signal.seq()), said.addObject()));
            ArrayNode matched = line.putArray("matches");
            events.forEach(match -> match(match, matched.addObject()));
            credit(call, line);
            return Optional.of(LoneSurrogates.escaped(JSON.writeValueAsString(line)));
        }

        private static void relative(Baselines.@Nullable Relative relative, String name, ObjectNode line) {
            if (relative == null) {
                line.putNull(name);
                return;
            }
            line.putObject(name).put("group", relative.group()).put("others", relative.others()).put("of_all_calls", relative.ofAll())
                    .put("baseline", relative.baseline()).put("relative", relative.relative());
        }

        private static void signal(RewardSignal signal, boolean inForce, ObjectNode object) {
            object.put("seq", signal.seq()).put("outcome", signal.kind() == null ? null : signal.kind().name()).put("reward", signal.reward())
                    .put("policy", signal.policyVersion()).put("origin", signal.origin().name()).put("reliability", signal.reliability())
                    .put("evidence", signal.evidence()).put("at", signal.at().toString()).put("supersedes", signal.supersedes()).put("in_force", inForce);
            SourceRow row = signal.row();
            if (row != null) {
                ObjectNode cells = object.putObject("row").put("file", row.file()).put("line", row.line()).put("crm_id", row.crmId()).putObject("cells");
                row.cells().forEach(cells::put);
            }
        }

        private static void match(Match match, ObjectNode object) {
            object.put("seq", match.seq()).put("state", match.state().name()).put("deal", match.deal()).put("confidence", match.confidence())
                    .put("reason", match.reason()).put("by", match.by()).put("at", match.at().toString()).put("takes_back", match.reverts());
        }

        private void credit(CallId call, ObjectNode line) {
            Optional<CallForecast> forecast = scorer == null ? Optional.empty() : forecasts.find(call, scorer);
            line.put("scorer", forecast.isEmpty() ? null : scorer);
            ArrayNode credit = line.putArray("credit");
            forecast.ifPresent(found -> found.turns().forEach(turn -> credit.add(turn.advantage())));
        }
    }

    /** @param scorer number of the version whose value of turns is the credit; null if none is active */
    Moment now(@Nullable Integer scorer) {
        Map<CallId, Outcomes.Known> known = outcomes.known();
        return new Moment(known, Usual.of(known, calls.summaries(), segments.read()), matching.leftOut(), scorer);
    }
}
