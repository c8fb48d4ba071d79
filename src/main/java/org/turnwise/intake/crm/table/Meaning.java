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
    DEAL_ID("opportunityid|oppid|dealid|opportunityrecordid|dealrecordid|recordid|hsobjectid|salesforceid|crmid|iddelopportunite|iddelaoportunidad"
            + "|potentialid|idoportunidade|oportunidadeid|idnegocio|negocioid"),
    /** Of the row: of the deal, where the rows are deals. */
    ID("id|externalid|externalidc"),
    CALL_ID("callid|conversationid|meetingid|recordingid|filename|file|call"),
    NAME("name|dealname|opportunityname|title|topic|nomdelopportunite|nombredelaoportunidad|negocio|nomedanegociacao|nomedaoportunidade|titulo"),
    WON("iswon|won|isclosedwon|hsisclosedwon|gewonnen|gagnee|conclue|ganada"),
    CLOSED("isclosed|closed|hsisclosed|isdealclosed|geschlossen|fermee|cerrada"),
    STATUS("status|statustype|outcome|result|disposition|calloutcome|callresult|statut|estado|situacao|resultado"),
    /** Of Dynamics: 0 open, 1 won, 2 lost; of Bitrix: P, S and F. */
    STATE_CODE("statecode|stagesemanticid"),
    STAGE("stage|stagename|dealstage|salesstage|pipelinestage|phase|etape|etapa|fase|etapadofunildevendas|stageidname"),
    /** What the deal is worth. Not what CRMs make of that by its probability, as in an expected revenue. */
    AMOUNT("amount|value|dealvalue|closevalue|estimatedvalue|estrevenue|monetaryvalue|acv|arr|mrr|tcv|revenue|amountincompanycurrency"
            + "|betrag|montant|montantdeal|importe|importo|valor|valordanegociacao"),
    CURRENCY("currency|amountcurrency|currencycode|dealcurrencycode|currencyisocode|currencyid|valuecurrency|wahrung|devise|moneda|moeda"),
    CLOSED_AT("closedate|closedat|closedon|closingdate|closetime|actualclosedate|dateclosed|schlusstermin|datedecloture|fechadecierre|fechacierre"
            + "|datadefechamento|datadeconclusao"),
    WON_AT("wontime|wondate|wonat|wonon|datewon|ganhoem"),
    LOST_AT("losttime|lostdate|lostat|loston|datelost|perdidoem"),
    CREATED_AT("createddate|createdate|addtime|createdat|opencreated|createdtime|created|createdon|creationdate|datecreated|datecreate|dateentered|erstelldatum"
            + "|datedecreation|fechadecreacion|datadecriacao|criadoem|negociocriadoem"),
    ACCOUNT("accountname|account|company|companyname|organization|organizationname|orgname|org|associatedcompany|customer|customername|potentialcustomer"
            + "|nomducompte|nombredelacuenta|empresa|cliente"),
    ACCOUNT_ID("accountid|orgid|companyid|associatedcompanyids"),
    DOMAIN("website|domain|companydomain|accountwebsite|companydomainname|accountdomain"),
    CONTACT_EMAIL("email|contactemail|contactemails|personemail|primarycontactemail|associatedcontactemail|contactroleemail"),
    CONTACT_NAME("contactname|contact|contactperson|personname|primarycontact|associatedcontact|contactfullname"),
    OWNER("owner|ownername|dealowner|opportunityowner|ownerfullname|hubspotownerid|rep|ae|salesrep|repname|salesagent|salesperson|accountexecutive|username"
            + "|assignedusername|inhaber|proprietairedelopportunite|propietariodelaoportunidad|responsable|responsavel|responsavelpelanegociacao|vendedor"),
    OWNER_EMAIL("owneremail"),
    LOST_REASON("lostreason|closedlostreason|lossreason|reasonforloss|reasonlost|lostreasonidname|motivodaperda"),
    TYPE("type|dealtype|opportunitytype"),
    /** Of the customer or the business. */
    SEGMENT("segment|marketsegment|customersegment|accountsegment|businesssegment|industry|industryname|branche|secteur|sector|tier|accounttier"),
    PIPELINE("pipeline|pipelinename"),
    DELETED("isdeleted"),
    FROM_STAGE("fromstage|previousstage|oldstage|oldstageid|fromopportunitystagename|oldvalue"),
    TO_STAGE("tostage|newstage|newstageid|newvalue"),
    CHANGED_AT("editdate|stagechangedate|changedat|changedate|changeddate|changedon|datechanged"),
    /** Which field of a deal a row of history is about. */
    CHANGED_FIELD("field|fieldname|fieldevent|changedfield"),
    /** When a deal stood as its row says: of snapshots, and of exports that say when a record was last touched. */
    AS_OF("snapshotdate|snapshot|asof|asofdate|reportdate|exportdate|updatedat|updatedon|updatedate|updatetime|modifieddate|modifiedtime|modifiedon"
            + "|modifiedat|datemodified|datemodify|lastmodified|lastmodifieddate|lastmodifiedat|lastmodifiedon|hslastmodifieddate|lastupdated"
            + "|lastupdate|lastupdatedat|systemmodstamp"),
    MEETING_TITLE("hsmeetingtitle|meetingtitle|meetingname|activityname"),
    MEETING_START("hsmeetingstarttime|meetingstarttime|meetingstart|starttime"),
    MEETING_OUTCOME("hsmeetingoutcome|meetingoutcome"),
    /** Said by a person of a column that is not to be looked at; no header is known by it. */
    NOTHING("");

    private static final Map<String, Meaning> BY_HEADER = byHeader();
    private static final Pattern PREFIX = Pattern.compile("^(?:deal|opportunity|opportunitat|opp|potential|negocio)(?=.)");
    private static final Pattern IN_CURRENCY = Pattern.compile("(?<=.)(?:usd|eur|gbp|chf|cad|aud|nzd|brl|mxn|inr|jpy|cny|sek|nok|dkk|pln|vnd|sgd|zar|aed)$");
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
        String inCurrency = IN_CURRENCY.matcher(whole).replaceFirst("");
        return known(whole).or(() -> known(inCurrency).filter(meaning -> meaning == AMOUNT));
    }

    private static Optional<Meaning> known(String whole) {
        return Optional.ofNullable(BY_HEADER.get(whole)).or(() -> Optional.ofNullable(BY_HEADER.get(PREFIX.matcher(whole).replaceFirst(""))));
    }

    /** How sure a header is among those of this meaning, 0 the surest. */
    int rank(String header) {
        String normalised = normalised(header);
        String whole = this == AMOUNT ? IN_CURRENCY.matcher(normalised).replaceFirst("") : normalised;
        int rank = headers.indexOf(whole);
        rank = rank < 0 ? headers.indexOf(PREFIX.matcher(whole).replaceFirst("")) : rank;
        return rank < 0 ? headers.size() : rank;
    }
}
