package org.turnwise.intake.crm.table;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
    private static final Set<String> EXPECTED = Set.of("expectedrevenue", "expectedamount", "weightedamount", "weightedvalue");
    private static final Pattern CURRENCY = Pattern.compile("\\p{L}{3}|\\p{Sc}|\\p{L}{1,3}\\p{Sc}");
    private static final int MOST_STAGES = 8;

    private final TableReader.Rows rows;
    private final Columns columns;
    private final DealStatus status;
    private final Identity identity;
    private final DealGathering gathering;
    private final Amounts amounts;
    private final Set<String> noCurrencies = new TreeSet<>();
    private int deleted;

    /** By what a row names its deal. */
    interface Identity {

        /** Empty if the row names none that can be used; the row has failed then. */
        Optional<String> of(RawTable.Row row);
    }

    DealRows(TableReader.Rows rows, Identity identity) {
        this.rows = rows;
        this.identity = identity;
        this.gathering = new DealGathering(rows);
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
            identity.of(row).ifPresent(id -> take(row, id, dates));
        }
        List<Deal> deals = gathering.deals();
        takeNotes(deals);
        rows.notes().addAll(amounts.notes());
        rows.notes().addAll(dates.notes());
        return new TableReading.Deals(deals);
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
            gathering.add(row, deal(row, id, outcome, created, closed));
        } catch (DealStatus.Unclear e) {
            rows.fail(row, e.reason());
        }
    }

    private Deal deal(RawTable.Row row, String id, OutcomeKind outcome, @Nullable LocalDate created, @Nullable LocalDate closed) {
        Optional<Money> money = amounts.of(row);
        BigDecimal amount = money.map(Money::amount).orElse(null);
        String currency = columns.value(row, Meaning.CURRENCY).filter(this::isCurrency)
                .or(() -> money.flatMap(read -> Optional.ofNullable(read.currency()))).orElse(null);
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

    private boolean isCurrency(String said) {
        boolean is = CURRENCY.matcher(said).matches();
        if (!is) {
            noCurrencies.add(said);
        }
        return is;
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

    private void takeNotes(List<Deal> deals) {
        if (!status.takenAsOpen().isEmpty()) {
            String stages = status.takenAsOpen().stream().limit(MOST_STAGES).map(stage -> "\"" + stage + "\"").collect(Collectors.joining(", "));
            rows.notes().add("Deals in these stages were taken as open: " + stages + (status.takenAsOpen().size() > MOST_STAGES ? " and more" : "") + ".");
        }
        rows.notes().addAll(status.contradictions());
        long openWithReason = deals.stream().filter(deal -> deal.outcome() == OutcomeKind.OPEN && deal.lostReason() != null).count();
        if (openWithReason > 0) {
            rows.notes().add(openWithReason + (openWithReason == 1 ? " open deal has" : " open deals have") + " a reason in \""
                    + columns.headerOf(Meaning.LOST_REASON) + "\" why it was lost. Nothing else says that it was; it was left open.");
        }
        note(deleted, "of a deleted deal was left out", "of deleted deals were left out");
        noteExpected();
        if (!noCurrencies.isEmpty()) {
            rows.notes().add("\"" + noCurrencies.iterator().next() + "\" in \"" + columns.headerOf(Meaning.CURRENCY)
                    + "\" is no currency such as EUR; amounts beside it were taken without one.");
        }
        if (deals.stream().anyMatch(deal -> !deal.censored() && deal.closedOn() == null)) {
            long without = deals.stream().filter(deal -> !deal.censored() && deal.closedOn() == null).count();
            rows.notes().add(without + (without == 1 ? " closed deal has" : " closed deals have") + " no date of close, so calls after it can't be told.");
        }
    }

    private void noteExpected() {
        rows.table().header().stream()
                .filter(header -> !columns.has(Meaning.AMOUNT) && EXPECTED.contains(Meaning.normalised(header)))
                .findFirst()
                .ifPresent(header -> rows.notes().add("\"" + header.strip() + "\" was not taken for the amount, since most CRMs weigh it by the deal's"
                        + " probability; if it isn't, say so with --map \"" + header.strip() + "=AMOUNT\"."));
    }

    private void note(int count, String one, String many) {
        if (count > 0) {
            rows.notes().add(count + (count == 1 ? " row " + one : " rows " + many) + ".");
        }
    }
}
