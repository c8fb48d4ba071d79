package org.turnwise.find;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.turnwise.settings.Settings;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The searches of a workspace that people kept. Durable when a method returns; any thread, one at a time. */
public final class SavedSearches {

    static final String SETTING = "find.saved";

    private static final Logger LOG = LoggerFactory.getLogger(SavedSearches.class);
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .changeDefaultVisibility(seen -> seen.withIsGetterVisibility(JsonAutoDetect.Visibility.NONE))
            .build();

    private final Settings settings;

    public SavedSearches(Settings settings) {
        this.settings = settings;
    }

    /** In order of name. */
    public synchronized List<SavedSearch> all() {
        return settings.get(SETTING).map(SavedSearches::parsed).orElse(List.of());
    }

    /** The one of this name; case doesn't matter. */
    public Optional<SavedSearch> named(String name) {
        return all().stream().filter(saved -> isNamed(saved, name)).findFirst();
    }

    /** Keeps it, in place of the one of the same name if there is one. */
    public synchronized void keep(SavedSearch saved) {
        List<SavedSearch> kept = new ArrayList<>(without(saved.name()));
        kept.add(saved);
        kept.sort(Comparator.comparing(SavedSearch::name, String.CASE_INSENSITIVE_ORDER));
        settings.put(SETTING, JSON.writeValueAsString(kept));
    }

    /** Forgets the one of this name, if there is one. */
    public synchronized void forget(String name) {
        settings.put(SETTING, JSON.writeValueAsString(without(name)));
    }

    private List<SavedSearch> without(String name) {
        return all().stream().filter(saved -> !isNamed(saved, name)).toList();
    }

    private static boolean isNamed(SavedSearch saved, String name) {
        return saved.name().equalsIgnoreCase(name.strip());
    }

    private static List<SavedSearch> parsed(String json) {
        try {
            return List.of(JSON.readValue(json, SavedSearch[].class));
        } catch (JacksonException e) {
            LOG.warn("the kept searches can't be read: {}", e.getOriginalMessage());
            return List.of();
        }
    }
}
