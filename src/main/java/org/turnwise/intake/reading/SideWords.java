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
            "account executive", "ae", "sdr", "bdr", "account manager", "advisor", "adviser", "consultant");
    private static final Set<String> CUSTOMER = Set.of(
            "customer", "prospect", "client", "buyer", "lead", "caller", "potential customer", "decision maker");
    private static final Pattern NUMBER = Pattern.compile("[\\s_#-]*\\d{1,2}$");
    private static final Pattern IN_BRACKETS = Pattern.compile("[(\\[]([^)\\]]{2,30})[)\\]]\\s*$");
    private static final Pattern BOT = Pattern.compile(
            "(?:note ?taker|fireflies|otter(?:\\.ai|pilot)|\\bfathom\\b|\\bgong\\b|\\bchorus\\b|\\bavoma\\b|read\\.ai|tl;dv|\\bmodjo\\b|\\brecorder\\b|\\bbot\\b|['’]s presentation$)",
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

    public static boolean isBot(String label) {
        return BOT.matcher(label).find();
    }

    private static Optional<Side> ofWord(String label) {
        String word = NUMBER.matcher(label.strip()).replaceFirst("").replaceAll("[\\s_-]+", " ").toLowerCase(Locale.ROOT);
        if (REP.contains(word)) {
            return Optional.of(Side.REP);
        }
        return CUSTOMER.contains(word) ? Optional.of(Side.CUSTOMER) : Optional.empty();
    }
}
