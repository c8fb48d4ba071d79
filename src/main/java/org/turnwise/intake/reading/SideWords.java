package org.turnwise.intake.reading;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.turnwise.call.Side;

/** Speaker labels that say which side somebody is on, and those that are no person at all. */
public final class SideWords {

    private static final Set<String> REP = Set.of(
            "rep", "agent", "sales", "seller", "salesperson", "salesman", "saleswoman", "sales rep", "sales agent", "representative", "sales representative",
            "account executive", "ae", "sdr", "bdr", "account manager", "advisor", "adviser", "consultant", "internal", "admin", "operator",
            "telemarketer", "closer",
            "sales manager", "support agent", "ai", "ai agent", "ai assistant", "assistant", "bot", "virtual agent", "voice agent",
            "verkäufer", "verkäuferin", "vertrieb", "vertriebler", "berater", "beraterin", "kundenberater", "kundenberaterin",
            "vendeur", "vendeuse", "commercial", "commerciale", "conseiller", "conseillère",
            "vendedor", "vendedora", "asesor", "asesora", "comercial", "agente", "venditore", "venditrice", "consulente",
            "verkoper", "adviseur", "sprzedawca", "handlowiec", "doradca", "säljare", "sælger", "selger",
            "営業", "営業担当", "担当者", "销售", "客服", "상담원",
            "менеджер", "продавец", "оператор");
    private static final Set<String> CUSTOMER = Set.of(
            "customer", "prospect", "client", "buyer", "lead", "caller", "callee", "contact", "potential customer", "prospective customer", "decision maker",
            "external",
            "kunde", "kundin", "interessent", "interessentin", "cliente", "acheteur", "acheteuse", "comprador", "compradora", "acquirente", "klant", "klient",
            "klientka", "kund", "お客様", "顧客", "客户", "고객", "клиент", "покупатель");
    /** Whom voice agents talk to. Recognisers also number people so, and then the word says nothing. */
    private static final Set<String> CUSTOMER_IF_NOT_NUMBERED = Set.of("user", "human", "cust");
    private static final Set<String> NO_NOTETAKER = Set.of("bot", "voice agent", "virtual agent");
    private static final Set<String> NOBODY = Set.of("system", "developer", "tool", "tools", "function", "tool_calls", "tool_call", "tool_call_result",
            "tool_result", "tool_call_invocation");
    private static final Pattern NUMBER = Pattern.compile("[\\s_#-]*\\d{1,2}$");
    private static final Pattern IN_BRACKETS = Pattern.compile("[(\\[]([^)\\]]{2,30})[)\\]]\\s*$");
    private static final Pattern BOT = Pattern.compile(
            "(?:note ?taker|fireflies|otter(?:\\.ai|pilot)|\\bfathom\\b|\\bgong\\b|\\bchorus\\b|\\bavoma\\b|read\\.ai|tl;dv"
                    + "|\\bmodjo\\b|\\brecorder\\b|\\bbot\\b|['’]s presentation$)",
            Pattern.CASE_INSENSITIVE);

    private SideWords() {}

    /** REP or CUSTOMER where the label is a role ("Agent", "Client 2", "Jo Bell (Prospect)", "Agent (Jo Bell)"); empty otherwise. */
    public static Optional<Side> sideOf(String label) {
        Optional<Side> whole = ofWord(label);
        if (whole.isPresent()) {
            return whole;
        }
        Matcher bracketed = IN_BRACKETS.matcher(label);
        return bracketed.find() ? ofWord(bracketed.group(1)).or(() -> ofWord(label.substring(0, bracketed.start()))) : Optional.empty();
    }

    /** Whether chats and voice agents mark prompts, tools and their answers so, which nobody says. */
    public static boolean isNobody(String label) {
        return NOBODY.contains(label.strip().toLowerCase(Locale.ROOT));
    }

    public static boolean isBot(String label) {
        return !NO_NOTETAKER.contains(label.strip().toLowerCase(Locale.ROOT)) && BOT.matcher(label).find();
    }

    private static Optional<Side> ofWord(String label) {
        String word = NUMBER.matcher(label.strip()).replaceFirst("").replaceAll("[\\s_-]+", " ").toLowerCase(Locale.ROOT);
        if (REP.contains(word)) {
            return Optional.of(Side.REP);
        }
        boolean customer = CUSTOMER.contains(word) || CUSTOMER_IF_NOT_NUMBERED.contains(label.strip().toLowerCase(Locale.ROOT));
        return customer ? Optional.of(Side.CUSTOMER) : Optional.empty();
    }
}
