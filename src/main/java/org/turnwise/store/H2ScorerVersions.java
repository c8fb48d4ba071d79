package org.turnwise.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.turnwise.scoring.Metrics;
import org.turnwise.scoring.ScorerVersion;
import org.turnwise.scoring.ScorerVersion.Origin;
import org.turnwise.scoring.ScorerVersions;

final class H2ScorerVersions implements ScorerVersions {

    /** What a version was measured as. */
    private enum Head {
        LIVE,
        FINISHED,
        PRIOR,
        PRIOR_FINISHED
    }

    private record Activation(int number, boolean rollBack, Instant at) {}

    /** Which versions were active: the stack a roll back goes down, and when each was last activated. */
    private record History(Deque<Integer> stack, Map<Integer, Instant> lastActivated) {

        static History of(List<Activation> activations) {
            History history = new History(new ArrayDeque<>(), new HashMap<>());
            for (Activation activation : activations) {
                if (activation.rollBack()) {
                    history.stack.pop();
                } else {
                    history.stack.push(activation.number());
                }
                history.lastActivated.put(activation.number(), activation.at());
            }
            return history;
        }

        @Nullable Integer active() {
            return stack.peek();
        }

        ScorerVersion.Status status(int number) {
            if (!lastActivated.containsKey(number)) {
                return ScorerVersion.Status.CANDIDATE;
            }
            Integer active = active();
            return active != null && active == number ? ScorerVersion.Status.ACTIVE : ScorerVersion.Status.RETIRED;
        }
    }

    private final Database database;
    private final Clock clock;

    H2ScorerVersions(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public ScorerVersion add(ScorerVersion version, byte[] model, String evaluation, IntConsumer alongside) {
        return database.write(handle -> {
            int number = handle.select("SELECT COALESCE(MAX(number), 0) + 1 FROM scorer_versions").mapTo(Integer.class).one();
            insert(handle, number, version);
            insert(handle, number, Head.LIVE, version.metrics());
            insert(handle, number, Head.FINISHED, version.finished());
            insert(handle, number, Head.PRIOR, version.prior());
            insert(handle, number, Head.PRIOR_FINISHED, version.priorFinished());
            handle.execute("INSERT INTO scorer_models (number, model) VALUES (?, ?)", number, model);
            handle.execute("INSERT INTO scorer_evaluations (number, evaluation) VALUES (?, ?)", number, evaluation);
            alongside.accept(number);
            return get(handle, number);
        });
    }

    private static void insert(Handle handle, int number, ScorerVersion version) {
        handle.createUpdate("""
                        INSERT INTO scorer_versions (number, trained_at, seconds, seed, calls, converted, snapshot, scheme, policy_version, members_of)
                        VALUES (:number, :trained, :seconds, :seed, :calls, :converted, :snapshot, :scheme, :policy, :members)""")
                .bind("number", number)
                .bind("trained", version.trainedAt())
                .bind("seconds", version.seconds())
                .bind("seed", version.seed())
                .bind("calls", version.calls())
                .bind("converted", version.converted())
                .bind("snapshot", version.snapshot())
                .bind("scheme", version.scheme())
                .bind("policy", version.policyVersion())
                .bind("members", version.origin() instanceof Origin.Refresh refresh ? refresh.full() : number)
                .execute();
    }

    private static void insert(Handle handle, int number, Head head, Metrics metrics) {
        handle.execute(
                "INSERT INTO scorer_metrics (number, head, calls, auc, brier, log_loss, ece) VALUES (?, ?, ?, ?, ?, ?, ?)",
                number,
                head.name(),
                metrics.calls(),
                metrics.auc(),
                metrics.brier(),
                metrics.logLoss(),
                metrics.ece());
    }

    @Override
    public List<ScorerVersion> all() {
        return database.read(H2ScorerVersions::all);
    }

    private static List<ScorerVersion> all(Handle handle) {
        History history = history(handle);
        Map<Integer, Map<Head, Metrics>> metrics = new HashMap<>();
        handle.select("SELECT number, head, calls, auc, brier, log_loss, ece FROM scorer_metrics")
                .map((row, context) -> Map.entry(row.getInt("number"), Map.entry(Head.valueOf(row.getString("head")), metrics(row))))
                .forEach(row -> metrics.computeIfAbsent(row.getKey(), number -> new HashMap<>()).put(row.getValue().getKey(), row.getValue().getValue()));
        return handle.select("""
                        SELECT number, trained_at, seconds, seed, calls, converted, snapshot, scheme, policy_version, members_of,
                          EXISTS (SELECT 1 FROM member_caches c WHERE c.number = v.number) AS kept
                        FROM scorer_versions v ORDER BY number DESC""")
                .map((row, context) -> version(row, metrics.getOrDefault(row.getInt("number"), Map.of()), history))
                .list();
    }

    private static History history(Handle handle) {
        return History.of(handle.select("SELECT number, roll_back, made_at FROM scorer_activations ORDER BY seq")
                .map((row, context) -> new Activation(row.getInt("number"), row.getBoolean("roll_back"), row.getObject("made_at", Instant.class)))
                .list());
    }

    private static Metrics metrics(ResultSet row) throws SQLException {
        return new Metrics(row.getInt("calls"), row.getDouble("auc"), row.getDouble("brier"), row.getDouble("log_loss"), row.getDouble("ece"));
    }

    private static ScorerVersion version(ResultSet row, Map<Head, Metrics> metrics, History history) throws SQLException {
        int number = row.getInt("number");
        return new ScorerVersion(
                number,
                history.status(number),
                row.getObject("trained_at", Instant.class),
                row.getDouble("seconds"),
                row.getLong("seed"),
                row.getInt("calls"),
                row.getInt("converted"),
                row.getString("snapshot"),
                row.getString("scheme"),
                row.getInt("policy_version"),
                measured(metrics, Head.LIVE),
                measured(metrics, Head.FINISHED),
                measured(metrics, Head.PRIOR),
                measured(metrics, Head.PRIOR_FINISHED),
                history.lastActivated().get(number),
                row.getInt("members_of") == number ? new Origin.Full(row.getBoolean("kept")) : new Origin.Refresh(row.getInt("members_of")));
    }

    private static Metrics measured(Map<Head, Metrics> metrics, Head head) {
        Metrics measured = metrics.get(head);
        if (measured == null) {
            throw new IllegalStateException("a scorer version has no metrics of " + head);
        }
        return measured;
    }

    private static ScorerVersion get(Handle handle, int number) {
        return all(handle).stream().filter(version -> version.number() == number).findFirst().orElseThrow(() -> unknown(number));
    }

    private static IllegalArgumentException unknown(int number) {
        return new IllegalArgumentException("there is no scorer version " + number + " in this workspace");
    }

    @Override
    public Optional<ScorerVersion> active() {
        return all().stream().filter(version -> version.status() == ScorerVersion.Status.ACTIVE).findFirst();
    }

    @Override
    public byte[] model(int number) {
        return database.read(handle -> handle.select("SELECT model FROM scorer_models WHERE number = ?", number)
                .mapTo(byte[].class)
                .findOne()
                .orElseThrow(() -> unknown(number)));
    }

    @Override
    public Optional<String> evaluation(int number) {
        return database.read(handle -> handle.select("SELECT evaluation FROM scorer_evaluations WHERE number = ?", number).mapTo(String.class).findOne());
    }

    @Override
    public ScorerVersion promote(int number) {
        return database.write(handle -> {
            ScorerVersion version = get(handle, number);
            if (version.status() == ScorerVersion.Status.ACTIVE) {
                return version;
            }
            activate(handle, number, false);
            return get(handle, number);
        });
    }

    @Override
    public Optional<ScorerVersion> rollBack() {
        return database.write(handle -> {
            Deque<Integer> stack = history(handle).stack();
            stack.poll();
            Integer before = stack.peek();
            if (before == null) {
                return Optional.empty();
            }
            activate(handle, before, true);
            return Optional.of(get(handle, before));
        });
    }

    private void activate(Handle handle, int number, boolean rollBack) {
        handle.execute("INSERT INTO scorer_activations (number, roll_back, made_at) VALUES (?, ?, ?)", number, rollBack, clock.instant());
    }
}
