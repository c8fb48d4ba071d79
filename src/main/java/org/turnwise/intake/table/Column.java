package org.turnwise.intake.table;

import java.util.List;

/** What a column of a table of turns may hold, with the headings that tools give it, likeliest first; in lower case, letters and digits only. */
public enum Column {
    CALL("callid", "conversationid", "meetingid", "recordingid", "dialogueid", "transcriptid", "sessionid", "session", "call", "conversation", "id"),
    ORDER("turn", "turnid", "turnnumber", "index", "seq", "sequence", "sentenceindex", "utteranceid", "order", "position"),
    SPEAKER("speaker", "speakername", "speakerlabel", "speakerid", "participantname", "participant", "name", "author", "sender", "party", "from", "who",
            "role", "channel", "agent"),
    SIDE("speakerrole", "speakertype", "participantrole", "side", "role"),
    TEXT("text", "utterance", "message", "transcript", "content", "sentence", "body", "dialogue", "snippet", "words", "speech", "transcription", "caption",
            "line"),
    START("start", "starttime", "begin", "timestamp", "time", "offset", "startms", "startseconds", "starts", "timecode", "timein", "startmilliseconds",
            "beginoffsetmillis", "startoffset", "starttimems", "startmillis"),
    END("end", "endtime", "stop", "endms", "endseconds", "ends", "timeout", "endmilliseconds", "endoffsetmillis", "endoffset", "stoptime", "endtimems",
            "endmillis"),
    DURATION("duration", "length", "durationms", "durationseconds");

    private final List<String> headings;

    Column(String... headings) {
        this.headings = List.of(headings);
    }

    /** How likely the heading means this column: 0 is likeliest, -1 not at all. */
    int rank(String heading) {
        return headings.indexOf(heading);
    }
}
