package org.turnwise.store;

import java.util.List;
import java.util.OptionalInt;
import org.turnwise.scoring.MemberCaches;

final class H2MemberCaches implements MemberCaches {

    private final Database database;

    H2MemberCaches(Database database) {
        this.database = database;
    }

    @Override
    public void keep(int version, List<byte[]> parts) {
        database.write(handle -> {
            handle.execute("DELETE FROM member_caches");
            for (int number = 0; number < parts.size(); number++) {
                if (parts.get(number).length > 0) {
                    handle.execute("INSERT INTO member_caches (number, part, body) VALUES (?, ?, ?)", version, number, parts.get(number));
                }
            }
            return parts.size();
        });
    }

    @Override
    public OptionalInt version() {
        return database.read(handle -> handle.select("SELECT MAX(number) FROM member_caches")
                .mapTo(Integer.class)
                .findOne()
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty()));
    }

    @Override
    public byte[] part(int number) {
        return database.read(handle -> handle.select("SELECT body FROM member_caches WHERE part = ?", number)
                .mapTo(byte[].class)
                .findOne()
                .orElseThrow(() -> new IllegalArgumentException("part " + number + " of the cache of members is missing")));
    }
}
