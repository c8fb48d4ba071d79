package org.turnwise.intake.reading;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.turnwise.call.Participant;

/** People known to sell: each by name or e-mail address, or everybody of a company by its domain. Immutable; any thread. */
public final class RepRoster {

    /** What an entry is. */
    public enum Kind {
        NAME,
        ADDRESS,
        DOMAIN
    }

    private static final Pattern ADDRESS = Pattern.compile("[\\p{L}\\p{N}._%+'-]{1,64}@((?:[\\p{L}\\p{N}-]{1,63}\\.){1,5}\\p{L}{2,24})");
    private static final Pattern DOMAIN = Pattern.compile("@(?:[\\p{L}\\p{N}-]{1,63}\\.){1,5}\\p{L}{2,24}|(?:[\\p{L}\\p{N}-]{1,63}\\.){1,5}\\p{L}{2,4}");
    /** A company behind a name: {@code Jo Bell (Northwind)}, {@code Jo Bell | Northwind}. */
    private static final Pattern COMPANY = Pattern.compile("(?:[(\\[]([^()\\[\\]]{2,40})[)\\]]|\\s[|\u2013-]\\s([^|]{2,40}))\\s*$");

    private final Set<String> names = new HashSet<>();
    private final Set<String> addresses = new HashSet<>();
    private final Set<String> domains = new HashSet<>();

    /** @param entries case and spacing don't matter; a domain may have an {@code @} before it */
    public RepRoster(Collection<String> entries) {
        for (String entry : entries) {
            switch (kindOf(entry)) {
                case NAME -> names.add(SpeakerNames.key(entry));
                case ADDRESS -> addresses.add(folded(entry));
                case DOMAIN -> domains.add(folded(entry).replaceFirst("^@", ""));
            }
        }
    }

    public static Kind kindOf(String entry) {
        String plain = entry.strip();
        return ADDRESS.matcher(plain).matches() ? Kind.ADDRESS : DOMAIN.matcher(plain).matches() ? Kind.DOMAIN : Kind.NAME;
    }

    /** What of the roster says that this is a rep; empty if nothing does. */
    public Optional<Kind> knows(Participant participant) {
        if (names.contains(SpeakerNames.key(participant.key())) || names.contains(SpeakerNames.key(participant.name()))) {
            return Optional.of(Kind.NAME);
        }
        if (addresses.isEmpty() && domains.isEmpty()) {
            return Optional.empty();
        }
        for (String text : new String[] {participant.email() == null ? "" : participant.email(), participant.key(), participant.name()}) {
            Matcher address = ADDRESS.matcher(text);
            while (address.find()) {
                if (addresses.contains(folded(address.group()))) {
                    return Optional.of(Kind.ADDRESS);
                }
                if (isOfDomain(folded(address.group(1)))) {
                    return Optional.of(Kind.DOMAIN);
                }
            }
        }
        boolean spelt = participant.email() == null && addresses.stream().anyMatch(address -> spells(address, SpeakerNames.key(participant.name())));
        return spelt ? Optional.of(Kind.ADDRESS) : isOfCompany(participant.key()) ? Optional.of(Kind.DOMAIN) : Optional.empty();
    }

    private boolean isOfDomain(String host) {
        return domains.contains(host) || domains.stream().anyMatch(domain -> host.endsWith("." + domain));
    }

    /** {@code jo.bell@northwind.test} is Jo Bell's. One word alone is too many people's. */
    private static boolean spells(String address, String name) {
        String local = address.substring(0, address.indexOf('@')).replaceAll("[._-]+", " ").strip();
        return local.indexOf(' ') > 0 && local.equals(name);
    }

    private boolean isOfCompany(String label) {
        Matcher company = domains.isEmpty() ? null : COMPANY.matcher(label);
        if (company == null || !company.find()) {
            return false;
        }
        String said = folded(company.group(1) == null ? company.group(2) : company.group(1)).replaceAll("[^\\p{L}\\p{N}]", "");
        return domains.stream().anyMatch(domain -> domain.substring(0, domain.indexOf('.')).replace("-", "").equals(said));
    }

    private static String folded(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
