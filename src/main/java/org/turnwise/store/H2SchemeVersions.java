package org.turnwise.store;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.turnwise.annotation.LabelSchemeReader;
import org.turnwise.annotation.LabelSchemeWriter;
import org.turnwise.annotation.scheme.SchemeVersion;
import org.turnwise.annotation.scheme.SchemeVersions;

final class H2SchemeVersions implements SchemeVersions {

    private final Database database;

    H2SchemeVersions(Database database) {
        this.database = database;
    }

    @Override
    public List<SchemeVersion> all() {
        return database.read(handle -> handle.select("SELECT number, edit_seq, scheme, what, made_by, made_at FROM scheme_versions ORDER BY number")
                .map((row, context) -> version(row))
                .list());
    }

    private static SchemeVersion version(ResultSet row) throws SQLException {
        int number = row.getInt("number");
        Long edit = row.getObject("edit_seq", Long.class);
        byte[] json = row.getString("scheme").getBytes(StandardCharsets.UTF_8);
        return new SchemeVersion(
                number,
                LabelSchemeReader.read(new ByteArrayInputStream(json), "version " + number + " of the workspace"),
                edit == null ? null : new SchemeVersion.Change(edit, row.getString("what"), row.getString("made_by"), row.getObject("made_at", Instant.class)));
    }

    @Override
    public void append(SchemeVersion version) {
        SchemeVersion.Change change = version.change();
        database.write(handle -> handle.execute(
                "INSERT INTO scheme_versions (number, edit_seq, scheme, what, made_by, made_at) VALUES (?, ?, ?, ?, ?, ?)",
                version.number(), change == null ? null : change.edit(), LabelSchemeWriter.line(version.scheme()), change == null ? null : change.what(),
                change == null ? null : change.by(), change == null ? null : change.at()));
    }
}
