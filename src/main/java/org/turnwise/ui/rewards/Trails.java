package org.turnwise.ui.rewards;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.turnwise.annotation.Annotation;
import org.turnwise.annotation.Blind;
import org.turnwise.call.CallId;
import org.turnwise.call.CallSummary;
import org.turnwise.intake.crm.deal.Deal;
import org.turnwise.intake.crm.deal.StageChange;
import org.turnwise.intake.crm.matching.Attribution;
import org.turnwise.intake.crm.matching.Match;
import org.turnwise.reward.Outcomes;
import org.turnwise.reward.RewardSignal;
import org.turnwise.reward.Usual;
import org.turnwise.scoring.Forecast;

/** Reads how a call came to its reward. Any thread. */
final class Trails {

    private final RewardServices services;

    Trails(RewardServices services) {
        this.services = services;
    }

    List<TrailStep> of(CallSummary call) {
        List<TrailStep> steps = new ArrayList<>();
        List<Match> matches = services.matches().trail(call.id());
        Optional<Deal> deal = matches.isEmpty() ? Optional.empty() : Optional.ofNullable(matches.getLast().deal()).flatMap(services.deals()::find);
        deal.ifPresent(found -> steps.add(new TrailStep.OfDeal(found, stageOn(found, call), services.deals().history(found.id()).size())));
        matches.reversed().forEach(match -> steps.add(new TrailStep.OfMatch(match, match == matches.getLast())));
        services.matching().attribution(call.id()).ifPresent(said -> {
            if (said instanceof Attribution.LeftOut none) {
                steps.add(new TrailStep.LeftOut(none.reason().words()));
            }
        });
        List<Annotation> standing = services.journal().current(call.id());
        boolean blind = Blind.reads(standing, services.annotator());
        steps.addAll(signals(services.ledger().trail(call.id()).stream().filter(signal -> !(blind && signal.origin().readTheCall())).toList()));
        services.outcomes().known(call.id(), standing, services.annotator()).ifPresent(known ->
                steps.add(reward(call.id(), known)));
        services.calls().find(call.id()).flatMap(services.forecasts()::of)
                .ifPresent(forecast -> steps.add(new TrailStep.OfTurns(forecast.turns().stream().map(Forecast::advantage).toList())));
        return steps;
    }

    private @Nullable String stageOn(Deal deal, CallSummary call) {
        if (call.startedAt() == null) {
            return null;
        }
        LocalDate day = LocalDate.ofInstant(call.startedAt(), ZoneOffset.UTC);
        String stage = null;
        for (StageChange change : services.deals().stageChanges(deal.id())) {
            stage = change.on().isAfter(day) ? stage : change.to();
        }
        return stage;
    }

    private static List<TrailStep.OfSignal> signals(List<RewardSignal> signals) {
        List<TrailStep.OfSignal> steps = new ArrayList<>();
        for (RewardSignal signal : signals) {
            Optional<RewardSignal> later = signals.stream().filter(other -> other.supersedes() != null && other.supersedes() == signal.seq()).findFirst();
            TrailStep.OfSignal.State state = later.isPresent()
                    ? TrailStep.OfSignal.State.SUPERSEDED
                    : signal.kind() == null ? TrailStep.OfSignal.State.WITHDRAWAL : TrailStep.OfSignal.State.IN_FORCE;
            steps.add(new TrailStep.OfSignal(signal, state, later.map(RewardSignal::seq).orElse(null)));
        }
        return steps;
    }

    private TrailStep.OfReward reward(CallId call, Outcomes.Known known) {
        Usual usual = services.usual(services.known());
        return new TrailStep.OfReward(known, usual.ofRep(call), usual.ofSegment(call), services.outcomes().policy().version());
    }
}
