package org.turnwise.intake.json;

import org.jspecify.annotations.Nullable;
import org.turnwise.call.Side;
import org.turnwise.call.TimingClass;
import org.turnwise.intake.reading.Format;
import org.turnwise.intake.reading.Unreadable;

/** Zoom's timeline of a recording, and transcripts of its phone: pieces with times as text and the users who speak. */
final class ZoomTimeline implements JsonFormat {

    private static final Format FORMAT = new Format("zoom-timeline", TimingClass.SEGMENT_MS);

    @Override
    public Format format() {
        return FORMAT;
    }

    @Override
    public boolean fits(Value document) {
        Value first = document.at("timeline").head();
        return first.has("ts") && first.has("text");
    }

    @Override
    public void read(Value call, Talk talk) throws Unreadable {
        talk.startedAt(call.at("recording_start").instant());
        for (Value piece : call.at("timeline").rows()) {
            talk.said(speaker(piece, talk), piece.at("text").text(), piece.seconds("ts"), piece.seconds("end_ts"));
        }
    }

    /** Of several who share a microphone, the first. */
    private static @Nullable String speaker(Value piece, Talk talk) {
        Value user = piece.at("users").head();
        String name = user.at("username").text();
        String id = user.first("user_id", "zoom_userid", "username").text();
        return id == null ? name : talk.person(id, name == null ? Talk.numbered(id) : name, Side.OTHER);
    }
}
