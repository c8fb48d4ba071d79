package org.turnwise.intake.mapping;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.turnwise.intake.reading.MappingProfile;
import org.turnwise.settings.Settings;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The mappings that people kept, in the order in which they are tried. Durable when a method returns; any thread, one at a time. */
public final class MappingProfiles {

    static final String SETTING = "intake.mappings";

    private static final Logger LOG = LoggerFactory.getLogger(MappingProfiles.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Settings settings;

    public MappingProfiles(Settings settings) {
        this.settings = settings;
    }

    /** The latest kept first. */
    public synchronized List<MappingProfile> all() {
        return settings.get(SETTING).map(MappingProfiles::parsed).orElse(List.of());
    }

    /** Keeps it, in place of the one of the same name if there is one. */
    public synchronized void keep(MappingProfile profile) {
        List<MappingProfile> kept = new ArrayList<>(without(profile.name()));
        kept.addFirst(profile);
        settings.put(SETTING, JSON.writeValueAsString(kept));
    }

    /** Forgets the one of this name, if there is one. */
    public synchronized void forget(String name) {
        settings.put(SETTING, JSON.writeValueAsString(without(name)));
    }

    private List<MappingProfile> without(String name) {
        return all().stream().filter(profile -> !profile.name().equals(name)).toList();
    }

    private static List<MappingProfile> parsed(String json) {
        try {
            return List.of(JSON.readValue(json, MappingProfile[].class));
        } catch (JacksonException e) {
            LOG.warn("the kept mappings can't be read: {}", e.getOriginalMessage());
            return List.of();
        }
    }
}
