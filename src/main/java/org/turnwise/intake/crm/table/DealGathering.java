package org.turnwise.intake.crm.table;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.turnwise.intake.crm.deal.Contact;
import org.turnwise.intake.crm.deal.Deal;
import org.turnwise.intake.reading.Unreadable;
import org.turnwise.reward.OutcomeKind;

/**
 * Makes one deal of the rows that name it: a row a contact, a row a product, or a row for every time that it was looked at. Of rows of different times the
 * latest holds, wherever it stands; where rows differ and no time tells, what they differ in is left open.
 */
final class DealGathering {

    private static final Set<String> ITEMS = Set.of("product", "productname", "productcode", "productid", "item", "itemname", "itemid", "lineitem",
            "lineitemid", "lineitemname", "opportunityproduct", "sku", "productfamily");

    /** A row and its deal. */
    private record Reading(Deal deal, RawTable.Row row, List<String> items) {}

    private final TableReader.Rows rows;
    private final Map<String, List<Reading>> readings = new LinkedHashMap<>();
    private final List<Integer> itemColumns;
    private final Meaning when;
    private final List<String> ofSeveralTimes = new ArrayList<>();
    private final List<String> ofUnclearEnd = new ArrayList<>();
    private final List<String> ofSeveralAmounts = new ArrayList<>();
    private final List<String> ofSeveralCloses = new ArrayList<>();
    private final List<String> otherwiseDifferent = new ArrayList<>();

    DealGathering(TableReader.Rows rows) {
        this.rows = rows;
        this.when = rows.columns().has(Meaning.AS_OF) ? Meaning.AS_OF : Meaning.CHANGED_AT;
        List<String> header = rows.table().header();
        this.itemColumns = IntStream.range(0, header.size())
                .filter(column -> ITEMS.contains(Meaning.normalised(header.get(column))))
                .boxed()
                .toList();
    }

    void add(RawTable.Row row, Deal deal) {
        List<String> items = itemColumns.stream().map(row::cell).toList();
        readings.computeIfAbsent(deal.id(), id -> new ArrayList<>()).add(new Reading(deal, row, items));
    }

    /** @throws Unreadable if days decide which row is the latest, and they fit both orders of day and month */
    List<Deal> deals() throws Unreadable {
        List<Deal> deals = new ArrayList<>();
        Times times = readings.values().stream().allMatch(DealGathering::agree) ? Times.NONE : times();
        readings.values().forEach(ofOne -> deals.add(deal(ofOne, times).with(contacts(ofOne))));
        note();
        return deals;
    }

    private static boolean agree(List<Reading> ofOne) {
        Deal first = ofOne.getFirst().deal();
        return ofOne.stream().allMatch(reading -> reading.deal().with(first.contacts()).saysTheSameAs(first));
    }

    private static List<Contact> contacts(List<Reading> ofOne) {
        Set<Contact> contacts = new LinkedHashSet<>();
        ofOne.forEach(reading -> contacts.addAll(reading.deal().contacts()));
        return List.copyOf(contacts);
    }

    private Deal deal(List<Reading> ofOne, Times times) {
        Deal last = ofOne.getLast().deal();
        if (agree(ofOne)) {
            return last;
        }
        List<Reading> latest = times.latest(ofOne);
        if (latest.size() < ofOne.size()) {
            ofSeveralTimes.add(last.id());
        }
        return together(latest, byItem(ofOne));
    }

    /** Whether the rows are of different products, so that what each is worth is no more than a part. */
    private static boolean byItem(List<Reading> ofOne) {
        return ofOne.stream().map(Reading::items).distinct().count() > 1 && different(ofOne, DealGathering::worth) > 1;
    }

    /** One deal of rows of which none is known to be later than the others. */
    private Deal together(List<Reading> latest, boolean byItem) {
        Deal last = latest.getLast().deal();
        boolean sameEnd = different(latest, Deal::outcome) == 1;
        boolean sameWorth = !byItem && different(latest, DealGathering::worth) <= 1;
        boolean sameClose = different(latest, Deal::closedOn) <= 1;
        tell(last.id(), sameEnd, sameWorth, sameClose, latest);
        OutcomeKind outcome = sameEnd ? last.outcome() : OutcomeKind.OPEN;
        Deal worth = latest.stream().map(Reading::deal).filter(deal -> deal.amount() != null).findFirst().orElse(last);
        LocalDate closed = sameEnd && sameClose ? only(latest, Deal::closedOn) : null;
        BigDecimal amount = sameWorth ? worth.amount() : null;
        return new Deal(last.id(), last.name(), last.accountName(), last.accountId(), last.accountDomain(), last.ownerName(), last.ownerEmail(),
                last.contacts(), sameEnd ? last.stage() : null, last.pipeline(), last.type(), last.segment(), outcome,
                different(latest, Deal::createdOn) <= 1 ? only(latest, Deal::createdOn) : null, closed, amount,
                sameWorth ? worth.currency() : last.currency(), last.lostReason(), last.row());
    }

    private void tell(String id, boolean sameEnd, boolean sameWorth, boolean sameClose, List<Reading> latest) {
        if (!sameEnd) {
            ofUnclearEnd.add(id);
        }
        if (!sameWorth) {
            ofSeveralAmounts.add(id);
        }
        if (sameEnd && !sameClose) {
            ofSeveralCloses.add(id);
        }
        if (sameEnd && sameWorth && sameClose && !agree(latest)) {
            otherwiseDifferent.add(id);
        }
    }

    private static @Nullable String worth(Deal deal) {
        return deal.amount() == null ? null : deal.amount().toPlainString() + " " + deal.currency();
    }

    private static long different(List<Reading> readings, Function<Deal, @Nullable Object> of) {
        return readings.stream().map(Reading::deal).map(of).filter(Objects::nonNull).distinct().count();
    }

    private static @Nullable LocalDate only(List<Reading> readings, Function<Deal, @Nullable LocalDate> of) {
        return readings.stream().map(Reading::deal).map(of).filter(Objects::nonNull).findFirst().orElse(null);
    }

    private Times times() throws Unreadable {
        if (!rows.columns().has(when)) {
            return Times.NONE;
        }
        DateColumns dates = rows.dates(when);
        return new Times(reading -> dates.day(reading.row(), when).map(day -> Moment.of(day, rows.columns().value(reading.row(), when).orElse(""))),
                readings.values());
    }

    /** Which rows of a deal are the latest. */
    private static final class Times {

        static final Times NONE = new Times(reading -> Optional.empty(), List.of());

        private final Function<Reading, Optional<Moment>> moment;
        private int downwards;
        private int upwards;

        Times(Function<Reading, Optional<Moment>> moment, Collection<List<Reading>> readings) {
            this.moment = moment;
            readings.forEach(this::order);
        }

        /** Whether the table goes on in time or back. */
        private void order(List<Reading> ofOne) {
            for (int i = 1; i < ofOne.size(); i++) {
                Optional<Moment> before = moment.apply(ofOne.get(i - 1));
                Optional<Moment> here = moment.apply(ofOne.get(i));
                if (before.isPresent() && here.isPresent()) {
                    int way = here.get().against(before.get());
                    downwards += way > 0 ? 1 : 0;
                    upwards += way < 0 ? 1 : 0;
                }
            }
        }

        /** All of them if nothing tells; those of one time if no row of the table is between them. */
        List<Reading> latest(List<Reading> ofOne) {
            List<Reading> latest = new ArrayList<>();
            Moment last = null;
            for (Reading reading : ofOne) {
                Optional<Moment> here = moment.apply(reading);
                if (here.isEmpty()) {
                    return ofOne;
                }
                int way = last == null ? 1 : here.get().against(last);
                if (way > 0) {
                    latest.clear();
                    last = here.get();
                }
                if (way >= 0) {
                    latest.add(reading);
                }
            }
            if (different(latest, Deal::outcome) > 1 && downwards > 0 != upwards > 0) {
                return List.of(downwards > 0 ? latest.getLast() : latest.getFirst());
            }
            return latest;
        }
    }

    private void note() {
        note(ofUnclearEnd, "stands in several rows that say different ends", "stand in several rows that say different ends", "; left open, for no date says"
                + " which row is later. If a column does, say so with --map \"HEADER=AS_OF\".");
        note(ofSeveralTimes, "stands in several rows of different times", "stand in several rows of different times",
                "; the latest by \"" + rows.columns().headerOf(when) + "\" was taken.");
        note(ofSeveralAmounts, "has several rows with different amounts, as for a product each",
                "have several rows with different amounts, as for a product each", "; such amounts were left empty.");
        note(ofSeveralCloses, "has several rows with different dates of close", "have several rows with different dates of close",
                "; such dates were left empty.");
        note(otherwiseDifferent, "stands in several rows that differ", "stand in several rows that differ", "; the last one was taken.");
    }

    private void note(List<String> ids, String one, String many, String then) {
        if (!ids.isEmpty()) {
            rows.notes().add(ids.size() + (ids.size() == 1 ? " deal " + one : " deals " + many) + " (such as " + ids.getFirst() + ")" + then);
        }
    }
}
