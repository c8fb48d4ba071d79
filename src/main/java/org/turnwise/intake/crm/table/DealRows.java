package org.turnwise.intake.crm.table;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.turnwise.intake.reading.Unreadable;
import org.turnwise.intake.crm.deal.Contact;
import org.turnwise.intake.crm.deal.Deal;
import org.turnwise.intake.crm.deal.Domains;
import org.turnwise.reward.OutcomeKind;
import org.turnwise.reward.OutcomeKind.Conversion;

/** Reads deals, one a row, or one a row and contact. */
final class DealRows {

    private static final Pattern EMAIL = Pattern.compile("[^\\s;,<>()\"]{1,64}@[^\\s;,<>()\"]{1,200}\\.[^\\s;,<>()\".]{2,24}");
    private static final Pattern BETWEEN_NAMES = Pattern.compile("\\s*[;\\n]\\s*");
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final int MOST_STAGES = 8;

    private final TableReader.Rows rows;
    private final Columns columns;
    private final DealStatus status;
    private final Amounts amounts;
    private final Map<String, Deal> deals = new LinkedHashMap<>();
    private int contradictions;
    private int deleted;

    DealRows(TableReader.Rows rows) {
        this.rows = rows;
        this.columns = rows.columns();
        this.status = new DealStatus(columns, rows.profile());
        this.amounts = new Amounts(rows.table(), columns);
    }

    TableReading.Deals read() throws Unreadable {
        DateColumns dates = rows.dates(Meaning.CREATED_AT, Meaning.CLOSED_AT, Meaning.WON_AT, Meaning.LOST_AT);
        for (RawTable.Row row : rows.table().rows()) {
            if (isDeleted(row)) {
                deleted++;
                continue;
            }
            DealIds.of(rows, row).ifPresent(id -> take(row, id, dates));
        }
        takeNotes();
        rows.notes().addAll(amounts.notes());
        rows.notes().addAll(dates.notes());
        return new TableReading.Deals(List.copyOf(deals.values()));
    }

    private boolean isDeleted(RawTable.Row row) {
        String flag = columns.value(row, Meaning.DELETED).orElse("").toLowerCase(Locale.ROOT);
        return flag.equals("true") || flag.equals("1") || columns.value(row, Meaning.STATUS).filter(said -> said.equalsIgnoreCase("deleted")).isPresent();
    }

    private void take(RawTable.Row row, String id, DateColumns dates) {
        try {
            OutcomeKind outcome = status.of(row);
            LocalDate created = dates.day(row, Meaning.CREATED_AT).orElse(null);
            LocalDate closed = outcome.conversion() == Conversion.CENSORED ? null : closed(row, dates, outcome);
            keep(deal(row, id, outcome, created, closed));
        } catch (DealStatus.Unclear e) {
            rows.fail(row, e.reason());
        }
    }

    private Deal deal(RawTable.Row row, String id, OutcomeKind outcome, @Nullable LocalDate created, @Nullable LocalDate closed) {
        Optional<Money> money = amounts.of(row);
        BigDecimal amount = money.map(Money::amount).orElse(null);
        String currency = columns.value(row, Meaning.CURRENCY).or(() -> money.flatMap(read -> Optional.ofNullable(read.currency()))).orElse(null);
        return new Deal(
                id,
                value(row, Meaning.NAME).orElse(""),
                value(row, Meaning.ACCOUNT).orElse(null),
                value(row, Meaning.ACCOUNT_ID).orElse(null),
                value(row, Meaning.DOMAIN).flatMap(Domains::registrable).orElse(null),
                value(row, Meaning.OWNER).filter(owner -> owner.indexOf('@') < 0 && !NUMBER.matcher(owner).matches()).orElse(null),
                value(row, Meaning.OWNER_EMAIL).or(() -> value(row, Meaning.OWNER).filter(owner -> owner.indexOf('@') > 0))
                        .map(email -> email.toLowerCase(Locale.ROOT)).orElse(null),
                contacts(row),
                value(row, Meaning.STAGE).orElse(null),
                value(row, Meaning.PIPELINE).orElse(null),
                value(row, Meaning.TYPE).orElse(null),
                value(row, Meaning.SEGMENT).orElse(null),
                outcome,
                created,
                closed,
                amount,
                currency,
                value(row, Meaning.LOST_REASON).orElse(null),
                rows.source(row, id));
    }

    private Optional<String> value(RawTable.Row row, Meaning meaning) {
        return columns.value(row, meaning);
    }

    private @Nullable LocalDate closed(RawTable.Row row, DateColumns dates, OutcomeKind outcome) {
        Meaning own = outcome == OutcomeKind.WON ? Meaning.WON_AT : Meaning.LOST_AT;
        return dates.day(row, own).or(() -> dates.day(row, Meaning.CLOSED_AT)).orElse(null);
    }

    /** Names and e-mails belong together if there are as many of the one as of the other. */
    private List<Contact> contacts(RawTable.Row row) {
        Set<String> emails = new LinkedHashSet<>();
        List<String> names = new ArrayList<>();
        columns.values(row, Meaning.CONTACT_EMAIL).forEach(cell -> emailsIn(cell, emails));
        columns.values(row, Meaning.CONTACT_NAME).forEach(cell -> {
            emailsIn(cell, emails);
            for (String name : BETWEEN_NAMES.split(EMAIL.matcher(cell).replaceAll(""), -1)) {
                String plain = name.replaceAll("[()<>]", "").strip();
                if (!plain.isEmpty() && !NUMBER.matcher(plain).matches()) {
                    names.add(plain);
                }
            }
        });
        List<String> mails = List.copyOf(emails);
        List<Contact> contacts = new ArrayList<>();
        boolean paired = names.size() == mails.size();
        for (int i = 0; i < names.size(); i++) {
            contacts.add(new Contact(names.get(i), paired ? mails.get(i) : null));
        }
        if (!paired) {
            mails.forEach(mail -> contacts.add(new Contact(null, mail)));
        }
        return contacts;
    }

    private static void emailsIn(String cell, Set<String> emails) {
        Matcher found = EMAIL.matcher(cell);
        while (found.find()) {
            emails.add(found.group().toLowerCase(Locale.ROOT));
        }
    }

    /** A deal that comes again is the same deal with another contact; where the rows differ, the later one is taken. */
    private void keep(Deal deal) {
        Deal before = deals.get(deal.id());
        if (before == null) {
            deals.put(deal.id(), deal);
            return;
        }
        contradictions += before.outcome() == deal.outcome() ? 0 : 1;
        Set<Contact> contacts = new LinkedHashSet<>(before.contacts());
        contacts.addAll(deal.contacts());
        deals.put(deal.id(), deal.with(List.copyOf(contacts)));
    }

    private void takeNotes() {
        if (!status.takenAsOpen().isEmpty()) {
            String stages = status.takenAsOpen().stream().limit(MOST_STAGES).map(stage -> "\"" + stage + "\"").collect(Collectors.joining(", "));
            rows.notes().add("Deals in these stages were taken as open: " + stages + (status.takenAsOpen().size() > MOST_STAGES ? " and more" : "") + ".");
        }
        note(contradictions, "of a deal said another outcome than one above it; the later one was taken",
                "of deals said another outcome than one above them; the later ones were taken");
        note(deleted, "of a deleted deal was left out", "of deleted deals were left out");
        if (deals.values().stream().anyMatch(deal -> !deal.censored() && deal.closedOn() == null)) {
            long without = deals.values().stream().filter(deal -> !deal.censored() && deal.closedOn() == null).count();
            rows.notes().add(without + (without == 1 ? " closed deal has" : " closed deals have") + " no date of close, so calls after it can't be told.");
        }
    }

    private void note(int count, String one, String many) {
        if (count > 0) {
            rows.notes().add(count + (count == 1 ? " row " + one : " rows " + many) + ".");
        }
    }
}
