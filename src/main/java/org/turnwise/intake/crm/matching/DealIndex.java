package org.turnwise.intake.crm.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.turnwise.intake.crm.deal.Contact;
import org.turnwise.intake.crm.deal.Deal;
import org.turnwise.intake.crm.deal.Domains;

/** Deals by what calls may say of them. Immutable once made. */
final class DealIndex {

    /** A deal's names, taken apart once. */
    record Entry(Deal deal, Set<String> account, List<List<String>> contacts, Set<String> contactEmails, List<String> owner) {}

    private final Map<String, Entry> byId = new HashMap<>();
    private final Map<String, List<Entry>> byEmail = new HashMap<>();
    private final Map<String, List<Entry>> byDomain = new HashMap<>();
    private final Map<String, List<Entry>> byAccountWord = new HashMap<>();
    private final Map<Set<String>, List<Entry>> byContact = new HashMap<>();
    private final Set<String> ownDomains = new HashSet<>();

    DealIndex(Collection<Deal> deals) {
        Map<String, Integer> frequency = new HashMap<>();
        List<Entry> entries = deals.stream().map(DealIndex::entry).toList();
        entries.forEach(entry -> entry.account().forEach(word -> frequency.merge(word, 1, Integer::sum)));
        entries.forEach(entry -> put(entry, frequency));
    }

    private static Entry entry(Deal deal) {
        List<List<String>> contacts = new ArrayList<>();
        Set<String> emails = new LinkedHashSet<>();
        for (Contact contact : deal.contacts()) {
            if (contact.name() != null && Names.words(contact.name()).size() > 1) {
                contacts.add(Names.words(contact.name()));
            }
            if (contact.email() != null) {
                emails.add(contact.email());
            }
        }
        Set<String> account = deal.accountName() == null ? Set.of() : new LinkedHashSet<>(Names.company(deal.accountName()));
        return new Entry(deal, account, contacts, emails, deal.ownerName() == null ? List.of() : Names.words(deal.ownerName()));
    }

    private void put(Entry entry, Map<String, Integer> frequency) {
        Deal deal = entry.deal();
        byId.put(deal.id(), entry);
        entry.contactEmails().forEach(email -> byEmail.computeIfAbsent(email, e -> new ArrayList<>()).add(entry));
        entry.contacts().forEach(name -> byContact.computeIfAbsent(new HashSet<>(name), n -> new ArrayList<>()).add(entry));
        domainsOf(deal).forEach(domain -> byDomain.computeIfAbsent(domain, d -> new ArrayList<>()).add(entry));
        entry.account().stream()
                .min((a, b) -> Integer.compare(frequency.getOrDefault(a, 0), frequency.getOrDefault(b, 0)))
                .ifPresent(rarest -> byAccountWord.computeIfAbsent(rarest, w -> new ArrayList<>()).add(entry));
        if (deal.ownerEmail() != null) {
            Domains.registrable(deal.ownerEmail()).filter(domain -> !Domains.isFreemail(domain)).ifPresent(ownDomains::add);
        }
    }

    /** The account's own, else those of its contacts, for many exports have no web address. */
    private static Set<String> domainsOf(Deal deal) {
        Set<String> domains = new LinkedHashSet<>();
        if (deal.accountDomain() != null) {
            domains.add(deal.accountDomain());
        } else {
            deal.contacts().forEach(contact -> Optional.ofNullable(contact.email()).flatMap(Domains::registrable).ifPresent(domains::add));
        }
        domains.removeIf(Domains::isFreemail);
        return domains;
    }

    Optional<Entry> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    List<Entry> byEmail(String email) {
        return byEmail.getOrDefault(email, List.of());
    }

    /** @param registrable a domain of customers; nothing for those of our own people and those where anybody has an address */
    List<Entry> byDomain(String registrable) {
        return ownDomains.contains(registrable) || Domains.isFreemail(registrable) ? List.of() : byDomain.getOrDefault(registrable, List.of());
    }

    boolean isOwn(String registrable) {
        return ownDomains.contains(registrable);
    }

    /** Deals with a contact of exactly these words. */
    List<Entry> byContact(List<String> name) {
        return byContact.getOrDefault(new HashSet<>(name), List.of());
    }

    /** Deals of accounts whose whole name stands among these words. */
    Set<Entry> byAccount(Set<String> words) {
        Set<Entry> found = new LinkedHashSet<>();
        for (String word : words) {
            for (Entry entry : byAccountWord.getOrDefault(word, List.of())) {
                if (words.containsAll(entry.account())) {
                    found.add(entry);
                }
            }
        }
        return found;
    }
}
