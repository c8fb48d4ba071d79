package org.turnwise.intake.json;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.turnwise.call.Side;
import org.turnwise.call.TimingClass;
import org.turnwise.intake.reading.Format;
import org.turnwise.intake.reading.SpeakerNames;
import org.turnwise.intake.reading.Unreadable;

/** Fathom's API: pieces with the second they begin at, and invitees of whom it says who is from outside. */
final class FathomMeeting implements JsonFormat {

    private static final Format FORMAT = new Format("fathom", TimingClass.TURN_START_S);

    @Override
    public Format format() {
        return FORMAT;
    }

    @Override
    public boolean fits(Value document) {
        Value first = document.at("transcript").head();
        return first.at("speaker").has("display_name") && first.has("timestamp");
    }

    @Override
    public void read(Value call, Talk talk) throws Unreadable {
        talk.titled(call.first("title", "meeting_title").text()).startedAt(call.first("recording_start_time", "scheduled_start_time").instant());
        Map<String, Side> sides = new HashMap<>();
        Set<String> domains = new HashSet<>();
        for (Value invitee : call.at("calendar_invitees").each()) {
            boolean external = invitee.at("is_external").node().asBoolean(false);
            String domain = invitee.at("email_domain").text();
            if (external && domain != null) {
                domains.add(domain.toLowerCase(Locale.ROOT));
            }
            for (String field : List.of("matched_speaker_display_name", "email", "name")) {
                String known = invitee.at(field).text();
                if (known != null && invitee.has("is_external")) {
                    sides.put(SpeakerNames.key(known), external ? Side.CUSTOMER : Side.REP);
                }
            }
        }
        String host = call.at("recorded_by").at("name").text();
        if (host != null) {
            sides.putIfAbsent(SpeakerNames.key(host), Side.REP);
        }
        talk.group(domains.size() == 1 ? domains.iterator().next() : null);
        for (Value piece : call.at("transcript").rows()) {
            talk.said(speaker(piece.at("speaker"), sides, talk), piece.at("text").text(), piece.seconds("timestamp"), null);
        }
    }

    private static @Nullable String speaker(Value speaker, Map<String, Side> sides, Talk talk) {
        String name = speaker.at("display_name").text();
        if (name == null) {
            return null;
        }
        String email = speaker.at("matched_calendar_invitee_email").text();
        Side side = sides.getOrDefault(SpeakerNames.key(email == null ? name : email), sides.getOrDefault(SpeakerNames.key(name), Side.OTHER));
        return talk.person(name, name, side);
    }
}
