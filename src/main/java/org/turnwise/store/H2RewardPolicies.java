package org.turnwise.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.turnwise.reward.OutcomeKind;
import org.turnwise.reward.RewardPolicies;
import org.turnwise.reward.RewardPolicy;

/** Asked for with every signal, so the active policy is kept in memory; this process is the only one that writes. */
final class H2RewardPolicies implements RewardPolicies {

    private record Version(int number, double dealShare, String by, Instant at) {}

    private final Database database;
    private volatile RewardPolicy active;

    H2RewardPolicies(Database database) {
        this.database = database;
        List<Adopted> history = history();
        active = history.isEmpty() ? RewardPolicy.standard() : history.getLast().policy();
    }

    @Override
    public RewardPolicy active() {
        return active;
    }

    @Override
    public List<Adopted> history() {
        return database.read(handle -> {
            Map<Integer, Map<OutcomeKind, Double>> worths = worths(handle);
            List<Adopted> history = new ArrayList<>();
            handle.select("SELECT version, deal_share, made_by, made_at FROM reward_policies ORDER BY version")
                    .map((row, context) ->
                            new Version(row.getInt("version"), row.getDouble("deal_share"), row.getString("made_by"), row.getObject("made_at", Instant.class)))
                    .forEach(version -> history.add(new Adopted(
                            new RewardPolicy(version.number(), worths.getOrDefault(version.number(), Map.of()), version.dealShare()), version.by(),
                            version.at())));
            return history;
        });
    }

    private static Map<Integer, Map<OutcomeKind, Double>> worths(Handle handle) {
        Map<Integer, Map<OutcomeKind, Double>> worths = new HashMap<>();
        handle.select("SELECT version, kind, reward FROM reward_policy_worths")
                .map((row, context) -> {
                    worths.computeIfAbsent(row.getInt("version"), version -> new EnumMap<>(OutcomeKind.class))
                            .put(OutcomeKind.valueOf(row.getString("kind")), row.getDouble("reward"));
                    return worths;
                })
                .list();
        return worths;
    }

    @Override
    public RewardPolicy adopt(RewardPolicy draft, String by, Instant at) {
        RewardPolicy adopted = database.write(handle -> {
            int version = active.version() + 1;
            handle.execute("INSERT INTO reward_policies (version, deal_share, made_by, made_at) VALUES (?, ?, ?, ?)", version, draft.dealShare(), by, at);
            draft.rewards().forEach((kind, reward) ->
                    handle.execute("INSERT INTO reward_policy_worths (version, kind, reward) VALUES (?, ?, ?)", version, kind.name(), reward));
            return new RewardPolicy(version, draft.rewards(), draft.dealShare());
        });
        active = adopted;
        return adopted;
    }
}
