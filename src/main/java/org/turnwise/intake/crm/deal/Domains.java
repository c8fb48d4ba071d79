package org.turnwise.intake.crm.deal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Domains of web and mail addresses, as far as they say which company somebody belongs to. */
public final class Domains {

    /** Of providers where anybody has an address. */
    private static final Set<String> FREEMAIL = Set.of(
            "gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "hotmail.co.uk", "hotmail.fr", "hotmail.de", "hotmail.it", "hotmail.es", "live.com",
            "live.co.uk", "live.fr", "msn.com", "yahoo.com", "yahoo.co.uk", "yahoo.fr", "yahoo.de", "yahoo.es", "yahoo.it", "yahoo.co.in", "yahoo.co.jp",
            "yahoo.com.br", "ymail.com", "rocketmail.com", "icloud.com", "me.com", "mac.com", "proton.me", "protonmail.com", "pm.me", "aol.com", "gmx.com",
            "gmx.de", "gmx.net", "gmx.at", "gmx.ch", "web.de", "freenet.de", "t-online.de", "mail.com", "zoho.com", "fastmail.com", "hey.com", "tutanota.com",
            "tuta.io", "yandex.com", "yandex.ru", "mail.ru", "qq.com", "163.com", "126.com", "sina.com", "foxmail.com", "naver.com", "daum.net",
            "hanmail.net", "orange.fr", "wanadoo.fr", "free.fr", "laposte.net", "sfr.fr", "libero.it", "virgilio.it", "seznam.cz", "wp.pl", "o2.pl",
            "onet.pl", "interia.pl", "bluewin.ch", "btinternet.com", "sky.com", "comcast.net", "verizon.net", "att.net", "uol.com.br", "bol.com.br",
            "terra.com.br", "rediffmail.com", "bigpond.com", "shaw.ca", "rogers.com", "telus.net");

    /** Labels that stand before a country's, as in co.uk: the company's name is the one before them. */
    private static final Set<String> SECOND = Set.of(
            "co", "com", "org", "net", "ac", "gov", "edu", "ltd", "plc", "or", "ne", "go", "gob", "gouv", "nom", "gv", "in", "firm");

    private Domains() {}

    /** The registrable part of an e-mail's domain, a host's name or a web address, in lower case; empty if there is none. */
    public static Optional<String> registrable(String address) {
        String host = address.strip().toLowerCase(Locale.ROOT);
        host = host.substring(host.lastIndexOf('@') + 1);
        host = host.replaceFirst("^[a-z][a-z0-9+.-]*://", "").replaceFirst("[/?#:].*$", "").replaceFirst("\\.$", "");
        String[] labels = host.split("\\.", -1);
        if (labels.length < 2 || !host.matches("[\\p{L}\\p{N}.-]+") || host.matches("[0-9.]+") || host.contains("..") || host.startsWith(".")) {
            return Optional.empty();
        }
        boolean country = labels[labels.length - 1].length() == 2 && SECOND.contains(labels[labels.length - 2]);
        int kept = country && labels.length > 2 ? 3 : 2;
        return Optional.of(String.join(".", Arrays.copyOfRange(labels, labels.length - kept, labels.length)));
    }

    /** Whether anybody may have an address there, so that it says nothing of a company. @param registrable as {@link #registrable} gives it */
    public static boolean isFreemail(String registrable) {
        return FREEMAIL.contains(registrable);
    }
}
