package org.turnwise.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnwise.call.CallId;
import org.turnwise.scoring.CallForecast;
import org.turnwise.scoring.FinishedForecast;
import org.turnwise.scoring.Forecast;
import org.turnwise.scoring.Metrics;
import org.turnwise.scoring.ScorerVersion;
import org.turnwise.scoring.ScorerVersion.Status;
import org.turnwise.scoring.ScorerVersions;

class H2ScorerVersionsAndForecastsTest {

    @TempDir
    Path folder;

    private Workspace workspace;

    @BeforeEach
    void open() {
        workspace = Workspace.open(folder);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private static ScorerVersion trained() {
        return new ScorerVersion(
                0,
                Status.CANDIDATE,
                Samples.AT,
                1.5,
                42,
                100,
                40,
                "abc",
                "sales-core 1.0",
                1,
                new Metrics(20, Double.NaN, .2, .6, .05),
                new Metrics(20, .8, .19, .5, .04),
                new Metrics(20, .5, .25, .69, 0),
                new Metrics(20, .5, .25, .69, .01),
                null,
                new ScorerVersion.Origin.Full(false));
    }

    private String statuses() {
        return workspace.scorerVersions().all().stream().map(v -> v.number() + " " + v.status()).toList().toString();
    }

    @Test
    void keepsAVersionWithItsModel() {
        byte[] model = new byte[3_000_000];
        new Random(1).nextBytes(model);
        ScorerVersion stored = workspace.scorerVersions().add(trained(), model, "{\"said\":\"ü\"}", number -> {});
        assertEquals(1, stored.number());
        close();
        open();
        assertEquals(List.of(stored), workspace.scorerVersions().all());
        assertArrayEquals(model, workspace.scorerVersions().model(1));
        assertEquals(Optional.of("{\"said\":\"ü\"}"), workspace.scorerVersions().evaluation(1));
        assertEquals(Optional.empty(), workspace.scorerVersions().evaluation(2));
        assertThrows(IllegalArgumentException.class, () -> workspace.scorerVersions().model(2));
        assertThrows(IllegalArgumentException.class, () -> workspace.scorerVersions().promote(2));
    }

    @Test
    void promotesAndRollsBackOneByOne() {
        ScorerVersions versions = workspace.scorerVersions();
        for (int i = 0; i < 4; i++) {
            versions.add(trained(), new byte[1], "{}", number -> {});
        }
        assertEquals(Optional.empty(), versions.active());
        assertEquals(Optional.empty(), versions.rollBack());
        versions.promote(1);
        assertEquals(Optional.empty(), versions.rollBack());
        versions.promote(2);
        versions.promote(3);
        versions.promote(3);
        assertEquals("[4 CANDIDATE, 3 ACTIVE, 2 RETIRED, 1 RETIRED]", statuses());
        assertEquals(2, versions.rollBack().orElseThrow().number());
        assertEquals(1, versions.rollBack().orElseThrow().number());
        assertEquals(Optional.empty(), versions.rollBack());
        assertEquals("[4 CANDIDATE, 3 RETIRED, 2 RETIRED, 1 ACTIVE]", statuses());
    }

    private static CallForecast forecast(String call, int version, int turns) {
        Random random = new Random(turns);
        List<Forecast> forecasts = new ArrayList<>();
        for (int i = 0; i < turns; i++) {
            forecasts.add(new Forecast(i, random.nextDouble(), 0, 1, random.nextDouble(), .5, -random.nextDouble(), random.nextDouble()));
        }
        return new CallForecast(new CallId(call), version, .37, forecasts, new FinishedForecast(.6, .5, .8));
    }

    @Test
    void keepsForecastsBitForBitHoweverLongTheCall() {
        CallForecast shortOne = forecast("one", 1, 3);
        CallForecast longOne = forecast("two", 1, 40_000);
        workspace.forecasts().save(List.of(shortOne, longOne, forecast("one", 2, 3)));
        assertEquals(Optional.of(longOne), workspace.forecasts().find(longOne.call(), 1));
        assertEquals(Map.of(shortOne.call(), shortOne, longOne.call(), longOne), workspace.forecasts().all(1));
        assertEquals(Set.of(shortOne.call(), longOne.call()), workspace.forecasts().scored(1));
        assertEquals(List.of(1, 2), workspace.forecasts().versions());

        CallForecast shorter = forecast("two", 1, 5);
        workspace.forecasts().save(List.of(shorter));
        assertEquals(Optional.of(shorter), workspace.forecasts().find(longOne.call(), 1), "saving again leaves nothing of the longer one");

        workspace.forecasts().forget(List.of(shortOne.call()));
        assertEquals(Optional.empty(), workspace.forecasts().find(shortOne.call(), 1));
        assertEquals(Optional.empty(), workspace.forecasts().find(shortOne.call(), 2));
        assertEquals(Set.of(shorter.call()), workspace.forecasts().scored(1));
    }
}
