package org.turnwise.intake.crm.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.turnwise.settings.Settings;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The profiles that people kept, the latest first. Durable when a method returns; any thread, one at a time. */
public final class ColumnProfiles {

    private static final String SETTING = "crm.columns";
    private static final Logger LOG = LoggerFactory.getLogger(ColumnProfiles.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Settings settings;

    public ColumnProfiles(Settings settings) {
        this.settings = settings;
    }

    public synchronized List<ColumnProfile> all() {
        return settings.get(SETTING).map(ColumnProfiles::parsed).orElse(List.of());
    }

    public Optional<ColumnProfile> find(String name) {
        return all().stream().filter(profile -> profile.name().equals(name)).findFirst();
    }

    /** Keeps it, in place of the one of the same name if there is one. */
    public synchronized void keep(ColumnProfile profile) {
        List<ColumnProfile> kept = new ArrayList<>(all().stream().filter(other -> !other.name().equals(profile.name())).toList());
        kept.addFirst(profile);
        settings.put(SETTING, JSON.writeValueAsString(kept));
    }

    private static List<ColumnProfile> parsed(String json) {
        try {
            return List.of(JSON.readValue(json, ColumnProfile[].class));
        } catch (JacksonException e) {
            LOG.warn("the kept profiles of columns can't be read: {}", e.getOriginalMessage());
            return List.of();
        }
    }
}
