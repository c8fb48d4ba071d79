package org.turnwise.store;

import java.util.Optional;
import org.turnwise.settings.Settings;

final class H2Settings implements Settings {

    private final Database database;

    H2Settings(Database database) {
        this.database = database;
    }

    @Override
    public Optional<String> get(String name) {
        return database.read(handle -> handle.select("SELECT held FROM settings WHERE name = ?", name).mapTo(String.class).findOne());
    }

    @Override
    public void put(String name, String value) {
        database.write(handle -> handle.execute("MERGE INTO settings (name, held) KEY (name) VALUES (?, ?)", name, value));
    }

    @Override
    public void remove(String name) {
        database.write(handle -> handle.execute("DELETE FROM settings WHERE name = ?", name));
    }
}
