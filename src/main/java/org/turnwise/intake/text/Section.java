package org.turnwise.intake.text;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A part of a text that a heading of its own begins, told by the heading's words. */
enum Section {
    /** Who takes part. */
    PEOPLE("attendees", "participants", "speakers", "present", "those present", "people", "call participants", "meeting participants", "meeting attendees",
            "teilnehmer", "teilnehmende", "teilnehmerinnen", "anwesend", "anwesende", "sprecher",
            "participants présents", "présents", "intervenants", "participantes", "asistentes", "hablantes",
            "partecipanti", "presenti", "presentes", "oradores", "deelnemers", "aanwezig", "aanwezigen", "sprekers",
            "参加者", "出席者", "参加メンバー", "出席メンバー", "参会人员", "参会者", "与会人员", "与会者", "參與者", "出席人员", "참석자", "참가자", "참여자"),

    /** What was said, word by word. */
    TALK("transcript", "full transcript", "call transcript", "meeting transcript", "transcription", "full transcription", "conversation", "dialogue",
            "transkript", "transkription", "gespräch", "gesprächsverlauf", "mitschrift", "wortprotokoll",
            "échange", "conversación", "transcripción", "diálogo", "trascrizione", "conversazione", "dialogo",
            "transcrição", "conversa", "transcriptie", "gesprek",
            "文字起こし", "書き起こし", "会話", "議事録", "会议记录", "會議記錄", "文字记录", "逐字稿", "对话", "對話", "회의록", "녹취록", "대화록", "대화", "대화 내용"),

    /** What was made of it afterwards. */
    AFTERWARDS("action items", "action item", "actions", "action points", "next steps", "next meeting", "decisions", "key decisions", "decisions made",
            "summary", "call summary", "meeting summary", "executive summary", "key takeaways", "takeaways", "key points", "notes", "call notes",
            "meeting notes", "follow-up", "follow-ups", "follow up", "follow-up items", "outcomes", "to-dos", "to do",
            "zusammenfassung", "nächste schritte", "aufgaben", "beschlüsse", "entscheidungen", "notizen", "maßnahmen",
            "résumé", "prochaines étapes", "décisions", "points clés", "points d'action", "resumen", "próximos pasos", "decisiones", "acuerdos", "notas",
            "tareas", "riepilogo", "riassunto", "prossimi passi", "decisioni", "azioni", "resumo", "próximos passos", "decisões", "ações", "tarefas",
            "samenvatting", "volgende stappen", "vervolgstappen", "actiepunten", "besluiten", "notities",
            "まとめ", "要約", "次のステップ", "決定事項", "アクションアイテム", "总结", "總結", "摘要", "下一步", "行动项", "待办事项", "决定事项",
            "요약", "다음 단계", "결정 사항", "액션 아이템");

    private static final int LONGEST = 80;
    private static final Pattern MARKED = Pattern.compile("(?:#{1,6} |\\*\\*|__|={2,}|-{2,}|[\\[<\u3010\u25A0\u25C6\u25CF]).*|.*[:\uFF1A][*_]{0,3}");
    private static final Pattern IN_BRACKETS_BEHIND = Pattern.compile("\\([^()]{0,40}\\)(?=\\P{L}{0,6}$)");
    private static final Pattern AROUND = Pattern.compile("^[^\\p{L}\\p{N}]{1,12}|[^\\p{L}\\p{N}]{1,12}$");

    private final Set<String> headings;

    Section(String... headings) {
        this.headings = Set.of(headings);
    }

    /** What the line begins, if it is a heading: alone on its line, and with a colon behind it or with marks of a heading. */
    static Optional<Section> headedBy(String asWritten) {
        String line = asWritten.length() > LONGEST * 2 ? "" : asWritten.strip();
        if (line.isEmpty() || line.length() > LONGEST || !MARKED.matcher(line).matches()) {
            return Optional.empty();
        }
        String words = AROUND.matcher(IN_BRACKETS_BEHIND.matcher(line).replaceAll("")).replaceAll("").toLowerCase(Locale.ROOT);
        return Stream.of(values()).filter(section -> section.headings.contains(words)).findFirst();
    }
}
