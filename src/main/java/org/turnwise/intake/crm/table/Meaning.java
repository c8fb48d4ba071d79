package org.turnwise.intake.crm.table;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a column of a table holds, and the headers by which it is known, the surest first. The names are stable: people's profiles keep them. */
public enum Meaning {
    DEAL_ID("opportunityid|oppid|dealid|opportunityrecordid|dealrecordid|recordid|hsobjectid|salesforceid|crmid|iddelopportunite|iddelaoportunidad"),
    /** Of the row: of the deal, where the rows are deals. */
    ID("id"),
    CALL_ID("callid|conversationid|meetingid|recordingid|filename|file|call"),
    NAME("name|dealname|opportunityname|title|nomdelopportunite|nombredelaoportunidad"),
    WON("iswon|won|isclosedwon|hsisclosedwon|gewonnen|gagnee|conclue|ganada"),
    CLOSED("isclosed|closed|hsisclosed|isdealclosed|geschlossen|fermee|cerrada"),
    STATUS("status|statustype|outcome|result|disposition|calloutcome|statut|estado"),
    /** Of Dynamics: 0 open, 1 won, 2 lost. */
    STATE_CODE("statecode"),
    STAGE("stage|stagename|dealstage|salesstage|pipelinestage|phase|etape|etapa|fase"),
    AMOUNT("amount|value|dealvalue|acv|arr|mrr|tcv|revenue|expectedrevenue|betrag|montant|importe|importo"),
    CURRENCY("currency|amountcurrency|currencycode|dealcurrencycode|currencyisocode|valuecurrency|wahrung|devise|moneda"),
    CLOSED_AT("closedate|closedat|closingdate|closetime|actualclosedate|dateclosed|schlusstermin|datedecloture|fechadecierre"),
    WON_AT("wontime|wondate"),
    LOST_AT("losttime|lostdate"),
    CREATED_AT("createddate|createdate|addtime|createdat|opencreated|createdtime|created|creationdate|erstelldatum|datedecreation|fechadecreacion"),
    ACCOUNT("accountname|account|company|companyname|organization|organizationname|orgname|org|associatedcompany|nomducompte|nombredelacuenta"),
    ACCOUNT_ID("accountid|orgid|companyid|associatedcompanyids"),
    DOMAIN("website|domain|companydomain|accountwebsite|companydomainname|accountdomain"),
    CONTACT_EMAIL("email|contactemail|contactemails|personemail|primarycontactemail|associatedcontactemail|contactroleemail"),
    CONTACT_NAME("contactname|contact|contactperson|personname|primarycontact|associatedcontact|contactfullname"),
    OWNER("owner|ownername|dealowner|opportunityowner|ownerfullname|hubspotownerid|rep|ae|salesrep|inhaber"
            + "|proprietairedelopportunite|propietariodelaoportunidad"),
    OWNER_EMAIL("owneremail"),
    LOST_REASON("lostreason|closedlostreason|lossreason|reasonforloss|reasonlost"),
    TYPE("type|dealtype|opportunitytype"),
    /** Of the customer or the business. */
    SEGMENT("segment|marketsegment|customersegment|accountsegment|businesssegment|industry|industryname|branche|secteur|sector|tier|accounttier"),
    PIPELINE("pipeline|pipelinename"),
    DELETED("isdeleted"),
    FROM_STAGE("fromstage|previousstage|oldstage|oldvalue"),
    TO_STAGE("tostage|newstage|newvalue"),
    CHANGED_AT("editdate|stagechangedate|changedat|changedate"),
    MEETING_TITLE("hsmeetingtitle|meetingtitle|meetingname|activityname"),
    MEETING_START("hsmeetingstarttime|meetingstarttime|meetingstart|starttime"),
    MEETING_OUTCOME("hsmeetingoutcome|meetingoutcome"),
    /** Said by a person of a column that is not to be looked at; no header is known by it. */
    NOTHING("");

    private static final Map<String, Meaning> BY_HEADER = byHeader();
    private static final Pattern PREFIX = Pattern.compile("^(?:deal|opportunity|opportunitat|opp)(?=.)");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_LETTER_OR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final List<String> headers;

    Meaning(String headers) {
        this.headers = List.of(headers.split("\\|", -1));
    }

    private static Map<String, Meaning> byHeader() {
        Map<String, Meaning> all = new HashMap<>();
        for (Meaning meaning : values()) {
            meaning.headers.stream().filter(header -> !header.isEmpty()).forEach(header -> all.put(header, meaning));
        }
        return Map.copyOf(all);
    }

    /** A header as headers are compared: without case, accents, spaces and signs. */
    public static String normalised(String header) {
        String plain = MARKS.matcher(Normalizer.normalize(header, Normalizer.Form.NFKD)).replaceAll("");
        return NO_LETTER_OR_DIGIT.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll("");
    }

    static Optional<Meaning> of(String header) {
        String whole = normalised(header);
        return Optional.ofNullable(BY_HEADER.get(whole)).or(() -> Optional.ofNullable(BY_HEADER.get(PREFIX.matcher(whole).replaceFirst(""))));
    }

    /** How sure a header is among those of this meaning, 0 the surest. */
    int rank(String header) {
        String whole = normalised(header);
        int rank = headers.indexOf(whole);
        rank = rank < 0 ? headers.indexOf(PREFIX.matcher(whole).replaceFirst("")) : rank;
        return rank < 0 ? headers.size() : rank;
    }
}
