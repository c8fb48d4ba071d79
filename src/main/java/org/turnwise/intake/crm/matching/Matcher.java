package org.turnwise.intake.crm.matching;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.turnwise.intake.crm.deal.Deal;
import org.turnwise.intake.crm.deal.Domains;
import org.turnwise.intake.crm.matching.Candidate.Way;

/** Finds the deal that a call belongs to, among all that are known. Immutable; any thread. How: {@link org.turnwise.intake.crm.matching}. */
final class Matcher {

    /** What is likely of a call. @param candidates the likeliest first, of every way */
    record Finding(List<Candidate> candidates, boolean sure, double confidence, String reason) {}

    static final double SURE = 0.7;

    private static final int WINDOW_DAYS = 14;
    /** Of two deals that nothing but their dates and amounts tells apart, this much of the confidence is left. */
    private static final double AMBIGUOUS = 0.9;
    /** Without a day nothing says whether the deal was there yet, or over. */
    private static final double WITHOUT_DAY = 0.65;
    private static final int SEEN_MOST = 10;

    private final DealIndex deals;

    Matcher(Collection<Deal> deals) {
        this.deals = new DealIndex(deals);
    }

    /** Empty if no deal is likely at all. */
    Optional<Finding> find(CallClues call) {
        List<Candidate> candidates = candidates(call);
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        Candidate best = candidates.getFirst();
        List<Candidate> rivals = candidates.stream().filter(other -> other.way() == best.way()).toList();
        long equals = candidates.stream().filter(other -> isAsLikely(other, best)).count();
        boolean ambiguous = equals > 1;
        double confidence = ambiguous ? best.confidence() * AMBIGUOUS : best.confidence();
        boolean dated = call.day() != null || best.way() == Way.ID;
        confidence = dated ? confidence : Math.min(confidence, WITHOUT_DAY);
        boolean sure = !ambiguous && confidence >= SURE;
        return Optional.of(new Finding(candidates.stream().limit(SEEN_MOST).toList(), sure, hundredths(confidence), reason(best, rivals, equals, dated)));
    }

    /**
     * Whether nothing that decides tells the two apart. That a contact of the best deal is on the call says nothing against another deal of that account that
     * lists no contacts at all.
     */
    private static boolean isAsLikely(Candidate other, Candidate best) {
        if (other.way() == best.way() && DECISIVE.compare(other, best) == 0) {
            return true;
        }
        boolean contactless = other.deal().contacts().isEmpty() && isSameAccount(other.deal(), best.deal());
        return best.way() != Way.ID && contactless && other.owner() == best.owner() && other.open() == best.open();
    }

    private static boolean isSameAccount(Deal one, Deal other) {
        if (one.accountId() != null && other.accountId() != null) {
            return one.accountId().equals(other.accountId());
        }
        return one.accountName() != null && other.accountName() != null && Names.company(one.accountName()).equals(Names.company(other.accountName()));
    }

    private static String reason(Candidate best, List<Candidate> rivals, long equals, boolean dated) {
        StringBuilder reason = new StringBuilder("By ").append(best.way().words());
        if (equals > 1) {
            reason.append("; ").append(equals).append(best.open() && dated ? " open deals fit" : " deals fit").append(" equally well");
        } else if (rivals.size() > 1) {
            reason.append("; of ").append(rivals.size()).append(" deals the one ").append(decidedBy(best, rivals));
        }
        if (!dated) {
            reason.append("; the day of the call isn't known, so nothing says whether the deal was open");
        }
        return reason.append('.').toString();
    }

    private static String decidedBy(Candidate best, List<Candidate> rivals) {
        if (best.contact() && rivals.stream().filter(Candidate::contact).count() < rivals.size()) {
            return "whose contact is on the call";
        }
        if (best.owner() && rivals.stream().filter(Candidate::owner).count() < rivals.size()) {
            return "whose owner is on the call";
        }
        return "that was open at the time";
    }

    /** What decides by itself. */
    private static final Comparator<Candidate> DECISIVE = Comparator.comparing(Candidate::contact)
            .thenComparing(Candidate::owner)
            .thenComparing(Candidate::open)
            .reversed();

    private List<Candidate> candidates(CallClues call) {
        Map<String, Candidate> found = new HashMap<>();
        Set<DealIndex.Entry> named = deals.byAccount(call.heading());
        for (String id : call.dealIds()) {
            deals.byId(id).ifPresent(entry -> found.put(id, candidate(call, entry, Way.ID)));
        }
        for (String email : outside(call)) {
            deals.byEmail(email).forEach(entry -> add(found, call, entry, Way.CONTACT_EMAIL));
            Domains.registrable(email).ifPresent(domain -> deals.byDomain(domain).forEach(entry -> add(found, call, entry, Way.DOMAIN)));
        }
        for (List<String> customer : call.customers()) {
            if (customer.size() > 1) {
                deals.byContact(customer).forEach(entry -> byContactName(found, call, entry, named.contains(entry)));
            }
        }
        for (DealIndex.Entry entry : named) {
            if (ownerIsThere(call, entry)) {
                add(found, call, entry, Way.ACCOUNT_AND_OWNER);
            } else if (entry.account().size() > 1) {
                add(found, call, entry, Way.ACCOUNT_NAME);
            }
        }
        return found.values().stream().sorted(order(call.day())).toList();
    }

    private List<String> outside(CallClues call) {
        List<String> outside = new ArrayList<>();
        for (String email : call.emails()) {
            if (Domains.registrable(email).filter(deals::isOwn).isEmpty()) {
                outside.add(email);
            }
        }
        return outside;
    }

    private static void byContactName(Map<String, Candidate> found, CallClues call, DealIndex.Entry entry, boolean named) {
        if (named) {
            add(found, call, entry, Way.CONTACT_NAME);
        } else if (ownerIsThere(call, entry)) {
            add(found, call, entry, Way.CONTACT_AND_OWNER);
        }
    }

    /** Unless the deal wasn't there about the time of the call, or was found by a stronger way already. */
    private static void add(Map<String, Candidate> found, CallClues call, DealIndex.Entry entry, Way way) {
        if (isWithinWindow(entry.deal(), call.day())) {
            Candidate candidate = candidate(call, entry, way);
            found.merge(entry.deal().id(), candidate, (a, b) -> a.way().compareTo(b.way()) <= 0 ? a : b);
        }
    }

    private static boolean isWithinWindow(Deal deal, @Nullable LocalDate day) {
        return day == null
                || (deal.createdOn() == null || !deal.createdOn().isAfter(day.plusDays(WINDOW_DAYS)))
                        && (deal.closedOn() == null || !deal.closedOn().isBefore(day.minusDays(WINDOW_DAYS)));
    }

    private static Candidate candidate(CallClues call, DealIndex.Entry entry, Way way) {
        boolean contact = call.emails().stream().anyMatch(entry.contactEmails()::contains)
                || call.customers().stream().anyMatch(name -> entry.contacts().stream().anyMatch(known -> Names.samePerson(name, known)));
        boolean open = call.day() == null || entry.deal().wasOpenOn(call.day());
        return new Candidate(entry.deal(), way, way.confidence(), contact, ownerIsThere(call, entry), open);
    }

    private static boolean ownerIsThere(CallClues call, DealIndex.Entry entry) {
        String email = entry.deal().ownerEmail();
        List<String> owner = entry.owner();
        return email != null && (call.repEmails().contains(email) || call.emails().contains(email))
                || owner.size() > 1 && (call.heading().containsAll(owner)
                        || call.reps().stream().anyMatch(rep -> Names.samePerson(rep, owner))
                        || call.customers().stream().anyMatch(other -> Names.samePerson(other, owner)));
    }

    /** Stronger ways first, then what decides, then what only suggests: the nearest close after the call, the larger amount. */
    private static Comparator<Candidate> order(@Nullable LocalDate day) {
        return Comparator.comparing(Candidate::way)
                .thenComparing(DECISIVE)
                .thenComparingLong(candidate -> daysToClose(candidate.deal(), day))
                .thenComparing(candidate -> Optional.ofNullable(candidate.deal().amount()).orElse(BigDecimal.ZERO), Comparator.reverseOrder())
                .thenComparing(candidate -> candidate.deal().id());
    }

    private static long daysToClose(Deal deal, @Nullable LocalDate day) {
        if (day == null || deal.closedOn() == null || deal.closedOn().isBefore(day)) {
            return Long.MAX_VALUE;
        }
        return ChronoUnit.DAYS.between(day, deal.closedOn());
    }

    private static double hundredths(double confidence) {
        return Math.round(confidence * 100) / 100.0;
    }
}
