package org.turnwise.intake.crm.matching;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.turnwise.call.CallHeader;
import org.turnwise.call.CallId;
import org.turnwise.call.Participant;
import org.turnwise.call.Side;
import org.turnwise.intake.crm.deal.SalesforceId;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What in a call points to its deal.
 *
 * @param dealIds   that the source of the call names, Salesforce's in their form of 18 characters
 * @param emails    of people from outside, or of whom it isn't known where they are from, in lower case
 * @param repEmails of reps, in lower case
 * @param customers words of the name of everybody who doesn't sell
 * @param reps      words of the name of everybody who sells
 * @param heading   words of title, file and what stands behind people's names: where the account may be named
 * @param day       of the call by UTC, if the call or its name says
 * @param lengthMs  null if unknown
 */
record CallClues(
        CallId call,
        Set<String> dealIds,
        Set<String> emails,
        Set<String> repEmails,
        List<List<String>> customers,
        List<List<String>> reps,
        Set<String> heading,
        @Nullable LocalDate day,
        @Nullable Long lengthMs) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern EMAIL = Pattern.compile("[\\p{L}\\p{N}._%+'-]{1,64}@[\\p{L}\\p{N}.-]{1,200}\\.\\p{L}{2,24}");
    private static final Pattern DAY = Pattern.compile("(?<!\\d)(20\\d\\d)[-._]?(0[1-9]|1[0-2])[-._]?([0-2]\\d|3[01])(?!\\d)");
    /** Name, and what tools and people put behind it: a company, a role, where they are from. */
    private static final Pattern NAME_AND_REST = Pattern.compile("([^,|(/@]+?)\\s*(?:,|\\||\\(|/|@| [-–—] )\\s*(.*)");
    private static final Set<String> DEAL_KEYS = Set.of(
            "dealid", "opportunityid", "crmdealid", "crmopportunityid", "hubspotdealid", "hsdealid", "salesforceopportunityid", "sfopportunityid", "oppid",
            "pipedrivedealid");
    private static final Set<String> DEAL_TYPES = Set.of("deal", "opportunity");
    private static final int MOST_EXTRAS = 2_000_000;

    static CallClues of(CallHeader call) {
        return new Gathering(call).clues();
    }

    private static final class Gathering {
        private final CallHeader call;
        private final Set<String> dealIds = new LinkedHashSet<>();
        private final Set<String> emails = new LinkedHashSet<>();
        private final Set<String> repEmails = new LinkedHashSet<>();
        private final List<List<String>> customers = new ArrayList<>();
        private final List<List<String>> reps = new ArrayList<>();
        private final Set<String> heading = new LinkedHashSet<>();

        Gathering(CallHeader call) {
            this.call = call;
        }

        CallClues clues() {
            heading.addAll(Names.words(call.title()));
            heading.addAll(Names.words(call.source().name()));
            if (call.rep() != null) {
                reps.add(Names.words(call.rep()));
            }
            call.participants().forEach(this::person);
            extras(call.source().extras());
            emails.removeAll(repEmails);
            return new CallClues(call.id(), dealIds, emails, repEmails, customers, reps, heading, day(), call.lengthMs());
        }

        private void person(Participant person) {
            boolean rep = person.side() == Side.REP;
            for (String text : List.of(person.key(), person.name(), person.email() == null ? "" : person.email())) {
                emailsIn(text, rep ? repEmails : emails);
            }
            Matcher parts = NAME_AND_REST.matcher(person.name());
            String name = parts.matches() ? parts.group(1) : person.name();
            (rep ? reps : customers).add(Names.words(name));
            if (!rep && parts.matches()) {
                heading.addAll(Names.words(EMAIL.matcher(parts.group(2)).replaceAll("")));
            }
        }

        private static void emailsIn(String text, Set<String> into) {
            if (text.indexOf('@') >= 0) {
                EMAIL.matcher(text).results().forEach(found -> into.add(found.group().toLowerCase(Locale.ROOT)));
            }
        }

        private void extras(@Nullable String extras) {
            if (extras == null || extras.length() > MOST_EXTRAS) {
                return;
            }
            try {
                walk(JSON.readTree(extras));
            } catch (JacksonException e) {
                return; // what a source said beside the call may be anything
            }
        }

        private void walk(JsonNode node) {
            if (node.isObject()) {
                String type = text(node, "objectType").toLowerCase(Locale.ROOT);
                if (DEAL_TYPES.contains(type)) {
                    dealId(text(node, "objectId"));
                }
                for (var field : node.properties()) {
                    String key = field.getKey().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
                    JsonNode value = field.getValue();
                    if (DEAL_KEYS.contains(key) && value.isValueNode()) {
                        dealId(value.asString(""));
                    } else if (key.contains("mail") && value.isString()) {
                        emailsIn(value.asString(), emails);
                    } else {
                        walk(value);
                    }
                }
            } else if (node.isArray()) {
                node.forEach(this::walk);
            }
        }

        private static String text(JsonNode object, String field) {
            JsonNode value = object.get(field);
            return value != null && value.isValueNode() ? value.asString("") : "";
        }

        private void dealId(String said) {
            String id = said.strip();
            if (!id.isEmpty()) {
                dealIds.add(SalesforceId.isOpportunity(id) ? SalesforceId.canonical(id).orElse(id) : id);
            }
        }

        private @Nullable LocalDate day() {
            if (call.startedAt() != null) {
                return LocalDate.ofInstant(call.startedAt(), ZoneOffset.UTC);
            }
            return dayIn(call.source().name()).or(() -> dayIn(call.title())).orElse(null);
        }

        private static Optional<LocalDate> dayIn(String name) {
            Matcher found = DAY.matcher(name);
            while (found.find()) {
                try {
                    return Optional.of(LocalDate.of(Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2)), Integer.parseInt(found.group(3))));
                } catch (DateTimeException e) {
                    continue; // 30 February: some other number
                }
            }
            return Optional.empty();
        }
    }
}
