package org.turnwise.intake.reading;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Character references as HTML writes them, decoded exactly once. */
public final class Entities {

    private static final Pattern REFERENCE = Pattern.compile("&(?:#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z]{2,8}\\d?));");
    private static final Map<String, String> NAMED = named();

    private Entities() {}

    /** References that nobody knows stay as they are. */
    public static String decode(String text) {
        if (text.indexOf('&') < 0) {
            return text;
        }
        Matcher matcher = REFERENCE.matcher(text);
        StringBuilder out = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(out, Matcher.quoteReplacement(decoded(matcher)));
        }
        return matcher.appendTail(out).toString();
    }

    private static String decoded(Matcher reference) {
        if (reference.group(3) != null) {
            return NAMED.getOrDefault(reference.group(3), reference.group());
        }
        int code = reference.group(1) != null ? Integer.parseInt(reference.group(1)) : Integer.parseInt(reference.group(2), 16);
        boolean sayable = Character.isValidCodePoint(code) && code >= 0x20 && !(code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE);
        if (!sayable) {
            return reference.group();
        }
        return code == 0xA0 ? " " : Character.toString(code);
    }

    private static Map<String, String> named() {
        Map<String, String> names = new HashMap<>();
        names.put("amp", "&");
        names.put("lt", "<");
        names.put("gt", ">");
        names.put("quot", "\"");
        names.put("apos", "'");
        names.put("lrm", "");
        names.put("rlm", "");
        names.put("ndash", "–");
        names.put("mdash", "—");
        names.put("lsquo", "‘");
        names.put("rsquo", "’");
        names.put("ldquo", "“");
        names.put("rdquo", "”");
        names.put("hellip", "…");
        names.put("euro", "€");
        String[] latin = ("nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot "
                        + "cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml "
                        + "Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig "
                        + "agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute "
                        + "ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml")
                .split(" ", -1);
        for (int i = 0; i < latin.length; i++) {
            names.put(latin[i], Character.toString(0xA0 + i));
        }
        names.put("nbsp", " ");
        return Map.copyOf(names);
    }
}
