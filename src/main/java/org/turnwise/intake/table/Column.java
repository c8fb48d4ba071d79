package org.turnwise.intake.table;

import java.util.List;

/** What a column of a table of turns may hold, with the headings that tools give it, likeliest first; in lower case, letters and digits only. */
public enum Column {
    CALL("callid", "conversationid", "meetingid", "recordingid", "dialogueid", "transcriptid", "sessionid", "session", "call", "conversation", "id", "groupid",
            "dialogid", "interviewid", "chatid", "threadid", "debateid"),
    ORDER("turn", "turnid", "turnnumber", "index", "seq", "sequence", "sentenceindex", "utteranceid", "order", "position",
            "ordernumber", "number", "no", "nr"),
    SPEAKER("speaker", "speakername", "speakerlabel", "speakerid", "participantname", "participant", "name", "author", "sender", "party", "from", "who",
            "role", "channel", "agent",
            "attendee", "attendeename", "recordingattendeeid", "talker", "character", "participantid", "speakertag", "username",
            "sprecher", "sprecherin", "redner", "locuteur", "intervenant", "orateur",
            "hablante", "orador", "interlocutor", "parlante", "relatore", "falante", "spreker", "mówca", "rozmówca", "talare", "話者", "発言者", "说话人",
            "发言人", "화자"),
    SIDE("speakerrole", "speakertype", "participantrole", "side", "role"),
    TEXT("text", "utterance", "message", "transcript", "content", "sentence", "body", "dialogue", "snippet", "words", "speech", "transcription", "caption",
            "line", "utterancetext", "phrase", "transcriptcontent", "segment", "aussage", "transcripttext", "sentences", "texte", "texto", "testo", "tekst",
            "inhalt", "contenido", "contenu", "contenuto", "conteúdo", "発言", "内容", "テキスト", "文本"),
    START("start", "starttime", "begin", "timestamp", "time", "offset", "startms", "startseconds", "starts", "timecode", "timein", "startmilliseconds",
            "beginoffsetmillis", "startoffset", "starttimems", "startmillis",
            "timecodein", "timespan", "timerange", "datetime", "startdate", "starttimestamp", "startoffsetmillis", "in", "beginn", "uhrzeit", "anfang", "zeit",
            "zeitstempel", "zeitspanne", "startzeit", "début", "debut", "heure", "horodatage", "inicio", "início", "tiempo", "inizio", "tempo",
            "czas", "początek", "tijd", "開始", "時間", "开始时间", "时间"),
    END("end", "endtime", "stop", "endms", "endseconds", "ends", "timeout", "endmilliseconds", "endoffsetmillis", "endoffset", "stoptime", "endtimems",
            "endmillis",
            "timecodeout", "endtimestamp", "out", "ende", "endzeit", "fin", "fine", "fim", "einde", "koniec", "slut", "終了", "结束时间"),
    DURATION("duration", "length", "durationms", "durationseconds",
            "dauer", "durée", "duree", "duración", "durata", "duração");

    private final List<String> headings;

    Column(String... headings) {
        this.headings = List.of(headings);
    }

    /** How likely the heading means this column: 0 is likeliest, -1 not at all. */
    int rank(String heading) {
        return headings.indexOf(heading);
    }
}
