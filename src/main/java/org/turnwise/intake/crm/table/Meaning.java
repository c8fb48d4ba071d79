package org.turnwise.intake.crm.table;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a column of a table holds, and the headers by which it is known, the surest first. The names are stable: people's profiles keep them. */
public enum Meaning {
    DEAL_ID("opportunityid|oppid|dealid|opportunityrecordid|dealrecordid|recordid|hsobjectid|salesforceid|crmid|iddelopportunite|iddelaoportunidad"
            + "|potentialid|idoportunidade|oportunidadeid|idnegocio|negocioid|datensatzid|idderegistro|iddoregistro"
            + "|opportunityexternalid|opportunityextid|dealexternalid|dealextid|opportunitynumber|oppnumber|dealnumber"),
    /** Of the row: of the deal, where the rows are deals. */
    ID("id|externalid|extid"),
    CALL_ID("callid|conversationid|meetingid|recordingid|filename|file|call"),
    NAME("name|dealname|opportunityname|title|topic|nomdelopportunite|nombredelaoportunidad|negocio|nomedanegociacao|nomedaoportunidade|titulo"
            + "|nomedonegocio|nombredelnegocio|nomdelatransaction|nometrattativa|nomeopportunita|dealnaam|opportunitynaam"),
    WON("iswon|won|isclosedwon|hsisclosedwon|gewonnen|gagnee|conclue|ganada"),
    CLOSED("isclosed|closed|hsisclosed|isdealclosed|geschlossen|fermee|cerrada"),
    STATUS("status|statustype|outcome|result|disposition|calloutcome|callresult|finaloutcome|finalstatus|currentstatus|statut|etat|estado|situacao"
            + "|resultado|stato"),
    /** Of Dynamics: 0 open, 1 won, 2 lost; of Bitrix: P, S and F. */
    STATE_CODE("statecode|stagesemanticid"),
    STAGE("stage|stagename|dealstage|salesstage|pipelinestage|currentstage|phase|etape|etapa|fase|estagio|etapadofunildevendas|stageidname"
            + "|etapadonegocio|etapadelnegocio|phasedelatransaction|fasetrattativa|faseopportunita|verkaufsphase"),
    /** What the deal is worth. Not what CRMs make of that by its probability, as in an expected revenue. */
    AMOUNT("amount|value|dealvalue|closevalue|estimatedvalue|estrevenue|monetaryvalue|acv|arr|mrr|tcv|revenue|amountincompanycurrency"
            + "|betrag|montant|montantdeal|importe|importo|valor|valordanegociacao|bedrag"),
    CURRENCY("currency|amountcurrency|currencycode|dealcurrencycode|currencyisocode|currencyid|valuecurrency|wahrung|devise|moneda|moeda"),
    CLOSED_AT("closedate|closedat|closedon|closingdate|closetime|closeat|actualclosedate|dateclosed|schlusstermin|abschlussdatum|datedecloture"
            + "|datedefermeture|fechadecierre|fechacierre|datadefechamento|datadeconclusao|datadichiusura|sluitingsdatum"),
    WON_AT("wontime|wondate|wonat|wonon|datewon|ganhoem"),
    LOST_AT("losttime|lostdate|lostat|loston|datelost|perdidoem"),
    CREATED_AT("createddate|createdate|addtime|createdat|opencreated|createdtime|created|createdon|creationdate|datecreated|datecreate|dateentered|erstelldatum"
            + "|erstellungsdatum|datedecreation|fechadecreacion|datadecriacao|criadoem|negociocriadoem|datadicreazione|aanmaakdatum"),
    ACCOUNT("accountname|account|company|companyname|organization|organizationname|orgname|org|associatedcompany|customer|customername|potentialcustomer"
            + "|nomducompte|nombredelacuenta|empresa|cliente"),
    ACCOUNT_ID("accountid|orgid|companyid|associatedcompanyids"),
    DOMAIN("website|domain|companydomain|accountwebsite|companydomainname|accountdomain"),
    CONTACT_EMAIL("email|contactemail|contactemails|personemail|primarycontactemail|associatedcontactemail|contactroleemail"),
    CONTACT_NAME("contactname|contact|contactperson|personname|primarycontact|associatedcontact|contactfullname"),
    OWNER("owner|ownername|dealowner|opportunityowner|ownerfullname|hubspotownerid|rep|ae|salesrep|repname|salesagent|salesperson|accountexecutive|username"
            + "|assignedusername|inhaber|proprietairedelopportunite|propietariodelaoportunidad|responsable|responsavel|responsavelpelanegociacao|vendedor"
            + "|aename|closer|dealinhaber|opportunityinhaber|zustandigermitarbeiter|proprietairedelatransaction|propietariodelnegocio|proprietariodonegocio"
            + "|titolareopportunita|dealeigenaar"),
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
    /** Of Salesforce: what stands before a field of an object that people made, and behind a name that they gave. */
    private static final Pattern CUSTOM = Pattern.compile("^\\w+__c[:.]|__c$");
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
        return writing(header).map(BY_HEADER::get);
    }

    /** How the header is written among those that are known, the nearest to what it says first. */
    private static Optional<String> writing(String header) {
        String whole = normalised(header);
        String own = normalised(CUSTOM.matcher(header).replaceAll(""));
        String inCurrency = IN_CURRENCY.matcher(own).replaceFirst("");
        return known(whole).or(() -> known(own)).or(() -> known(inCurrency).filter(known -> BY_HEADER.get(known) == AMOUNT));
    }

    private static Optional<String> known(String whole) {
        return Stream.of(whole, PREFIX.matcher(whole).replaceFirst("")).filter(BY_HEADER::containsKey).findFirst();
    }

    /** How sure a header is among those of this meaning, 0 the surest. */
    int rank(String header) {
        int rank = writing(header).map(headers::indexOf).orElse(-1);
        return rank < 0 ? headers.size() : rank;
    }
}
