package org.turnwise.simulate.output;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.turnwise.reward.OutcomeKind;
import org.turnwise.simulate.Dice;
import org.turnwise.simulate.Names;
import org.turnwise.simulate.Settings;
import org.turnwise.simulate.recording.SimulatedCall;

/**
 * What the CRM says: {@code crm.csv}, a deal a row in the shape of Salesforce's Data Loader, and {@code outcomes.csv}, what came of each call by the name under
 * which it is imported. There is one deal to an account, won if the last call with it is recorded as won; deals that close after the export are open, and so
 * are their calls.
 *
 * <p>Calls and deals share no id: a deal's account, contact and owner are in its calls' names and words, and its calls lie between the days it was created and
 * closed. Knows one account at a time. One thread.
 */
final class CrmExport implements Closeable {

    private static final List<String> COLUMNS = List.of(
            "ID", "NAME", "ACCOUNTID", "ACCOUNT.NAME", "ACCOUNT.WEBSITE", "OWNERID", "OWNER.NAME", "OWNER.EMAIL", "CONTACTID", "CONTACT.NAME", "CONTACT.EMAIL",
            "STAGENAME", "AMOUNT", "PROBABILITY",
            "CREATEDDATE", "CLOSEDATE", "ISCLOSED", "ISWON", "TYPE", "LEADSOURCE");
    private static final List<String> OPEN_STAGES = List.of("Qualification", "Needs Analysis", "Value Proposition", "Proposal/Price Quote",
            "Negotiation/Review");
    private static final int[] CHANCE = {10, 20, 50, 75, 90};
    private static final CSVFormat CSV = CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();
    private static final int MOST_DAYS_AFTER = 45;

    private record Made(SimulatedCall call, String name) {}

    private final Settings settings;
    private final LocalDate exported;
    private final List<String> reps;
    private final CSVPrinter deals;
    private final CSVPrinter outcomes;
    private final List<Made> account = new ArrayList<>();

    CrmExport(Path folder, Settings settings) throws IOException {
        this.settings = settings;
        exported = settings.date(settings.days() - 1).plusDays(7);
        reps = IntStream.range(0, settings.reps()).mapToObj(Names::rep).toList();
        BufferedWriter toDeals = Files.newBufferedWriter(folder.resolve("crm.csv"));
        try {
            outcomes = CSV.print(Files.newBufferedWriter(folder.resolve("outcomes.csv")));
        } catch (IOException e) {
            toDeals.close();
            throw e;
        }
        deals = CSV.print(toDeals);
        deals.printRecord(COLUMNS);
        outcomes.printRecord("call_id", "outcome");
    }

    /** Takes the next call in order of number. */
    void add(SimulatedCall call, String name) throws IOException {
        if (call.planted().duplicateOf() != null) {
            return;
        }
        if (!account.isEmpty() && account.getFirst().call().account() != call.account()) {
            writeDeal();
        }
        account.add(new Made(call, name));
    }

    @Override
    public void close() throws IOException {
        try (deals; outcomes) {
            if (!account.isEmpty()) {
                writeDeal();
            }
        }
    }

    private void writeDeal() throws IOException {
        SimulatedCall first = account.getFirst().call();
        SimulatedCall last = account.getLast().call();
        int number = first.account();
        Dice dice = Dice.of(settings.seed() ^ 0xDEA1, number, Dice.Stream.FILES);
        LocalDate created = day(first).minusDays(1 + dice.below(30));
        LocalDate latest = account.stream().map(made -> day(made.call())).max(LocalDate::compareTo).orElseThrow();
        LocalDate closes = latest.plusDays(last.outcome() == OutcomeKind.WON_ON_CALL ? dice.below(5) : dice.below(MOST_DAYS_AFTER));
        boolean open = closes.isAfter(exported);
        int stage = dice.below(OPEN_STAGES.size());
        String domain = domain(first.company());
        int owner = reps.indexOf(last.rep());
        deals.printRecord(
                SalesforceId.of("006", number),
                first.company() + " - " + dice.pick("New Business", "First Order", "Pilot", "Annual Plan"),
                SalesforceId.of("001", number),
                first.company(),
                "www." + domain,
                SalesforceId.of("005", owner),
                last.rep(),
                email(last.rep(), "fieldwise.example"),
                SalesforceId.of("003", number),
                first.customer(),
                email(first.customer(), domain),
                open ? OPEN_STAGES.get(stage) : last.converted() ? "Closed Won" : "Closed Lost",
                amount(dice) + ".00",
                open ? CHANCE[stage] : last.converted() ? 100 : 0,
                created + "T" + String.format(Locale.ROOT, "%02d:%02d:00.000Z", 8 + dice.below(9), dice.below(60)),
                closes,
                !open,
                !open && last.converted(),
                dice.pick("New Business", "New Business", "Existing Business"),
                dice.pick("Web", "Phone Inquiry", "Partner Referral", "Purchased List", "Other"));
        for (Made made : account) {
            outcomes.printRecord(made.name(), open ? OutcomeKind.OPEN : made.call().outcome());
        }
        account.clear();
    }

    private static LocalDate day(SimulatedCall call) {
        return call.startedAt().atZone(ZoneOffset.UTC).toLocalDate();
    }

    /** From 2,000 to 200,000, each size as likely as its tenfold. */
    private static long amount(Dice dice) {
        return Math.round(20 * StrictMath.pow(100, dice.uniform())) * 100;
    }

    private static String domain(String company) {
        return company.toLowerCase(Locale.ROOT).replace("&", "and").replaceAll("[^a-z0-9]+", "-") + ".example";
    }

    private static String email(String name, String domain) {
        return name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@" + domain;
    }
}
