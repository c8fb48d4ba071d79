package org.turnwise.simulate.speech;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.turnwise.simulate.Dice;
import org.turnwise.simulate.Names;
import org.turnwise.simulate.Settings;
import org.turnwise.simulate.plot.Beat;
import org.turnwise.simulate.plot.Cast;
import org.turnwise.simulate.plot.Concern;
import org.turnwise.simulate.plot.CustomerAct;
import org.turnwise.simulate.plot.RepAct;
import org.turnwise.simulate.plot.Stage;

/** Puts the beats of one call into words. One call, one thread. */
public final class Speech implements Grammar.Slots {

    private static final List<String> DAYS = List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday");
    private static final List<String> MONTHS =
            List.of("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December");
    private static final List<String> FILLERS = List.of("um", "uh", "you know", "I mean", "like", "sort of", "well", "er", "basically", "kind of");
    /** How a turn ends that was cut into. */
    public static final String CUT = " \u2013";

    private static final Grammar GRAMMAR = Grammar.get();

    /** How someone talks: the share of places where they stumble, and whether they speak in full sentences. */
    private enum Register {
        FORMAL(0.004),
        PLAIN(0.025),
        CHATTY(0.06);

        private final double stumbles;

        Register(double stumbles) {
            this.stumbles = stumbles;
        }
    }

    private final Dice dice;
    private final Industry industry;
    private final String rep;
    private final String customer;
    private final String company;
    private final String vendor;
    private final List<String> towns;
    private final List<String> colleagues;
    private final List<String> rivals;
    private final Register repTalks;
    private final Register customerTalks;
    private final Dice ears;
    private final double mishears;
    private final double breaksOff;
    private Concern concern = Concern.PRICE;

    /** @param cast whose account names the customer's company, its industry and whom one talks to there, the same in every call with it */
    public Speech(String rep, Cast cast, Settings settings) {
        dice = Dice.of(settings.seed(), cast.index(), Dice.Stream.WORDS);
        ears = Dice.of(settings.seed(), cast.index(), Dice.Stream.EARS);
        mishears = settings.knobs().mishearing();
        breaksOff = settings.knobs().interruptions();
        this.rep = rep;
        Dice of = Dice.of(settings.seed() ^ 0xACC, cast.account(), Dice.Stream.CAST);
        industry = of.pick(Industry.all());
        company = Names.account(settings.seed(), cast.account());
        customer = Names.customer(of, settings.reps());
        vendor = "Fieldwise";
        towns = List.of(Names.company(of), Names.company(dice), Names.company(dice));
        colleagues = List.of(Names.first(of), Names.first(dice), Names.first(dice));
        rivals = List.of(Names.company(dice) + " Systems", Names.last(dice) + "Soft");
        repTalks = dice.pick(Register.FORMAL, Register.PLAIN, Register.PLAIN, Register.CHATTY);
        customerTalks = dice.pick(Register.FORMAL, Register.PLAIN, Register.CHATTY, Register.CHATTY);
    }

    public String customer() {
        return customer;
    }

    public String company() {
        return company;
    }

    public String industry() {
        return industry.name();
    }

    public String say(Beat beat) {
        if (beat.concern() != null) {
            concern = beat.concern();
        }
        StringBuilder raw = new StringBuilder();
        GRAMMAR.say(rule(beat), this, dice, raw);
        if (beat.rep() != null && (beat.stage() == Stage.DISCOVERY || beat.stage() == Stage.QUALIFY) && dice.chance(0.3)) {
            raw.append(' ');
            GRAMMAR.say("r.probe", this, dice, raw);
        }
        String said = spoken(raw, beat.byRep());
        return breaksOff > 0 && ears.chance(breaksOff) ? brokenOff(said) : said;
    }

    /** Somewhere in its second half the other one cuts in; short turns are over before that. */
    private String brokenOff(String said) {
        int at = said.indexOf(' ', said.length() / 2 + ears.below(said.length() / 3 + 1));
        return at < 0 ? said : said.substring(0, at) + CUT;
    }

    /** One of the extra rules, for what is planted. */
    public String extra(String rule, boolean byRep) {
        StringBuilder raw = new StringBuilder();
        GRAMMAR.say(rule, this, dice, raw);
        return spoken(raw, byRep);
    }

    private static String toned(String rule, double warmth) {
        String toned = rule + (warmth < 0.36 ? ".cold" : warmth > 0.64 ? ".warm" : ".even");
        return GRAMMAR.has(toned) ? toned : rule;
    }

    private static String rule(Beat beat) {
        RepAct act = beat.rep();
        if (beat.stage() == Stage.GATE) {
            return act != null ? "r.gate" : beat.customer() == CustomerAct.LOGISTICS ? "c.gate.connects" : "c.gate.greets";
        }
        if (act != null) {
            return act == RepAct.CHITCHAT && beat.stage() == Stage.OFFTOPIC ? "r.aside" : repRule(act);
        }
        CustomerAct said = beat.customer() == null ? CustomerAct.SMALL_BACKCHANNEL : beat.customer();
        return switch (said) {
            case CHITCHAT -> beat.stage() == Stage.OFFTOPIC ? "c.aside" : toned(beat.stage() == Stage.WRAP ? "c.bye" : "c.hello", beat.warmth());
            case P_CONTEXT -> toned("c.context", beat.warmth());
            case P_PAIN -> toned("c.pain", beat.warmth());
            case P_GOAL -> toned("c.goal", beat.warmth());
            case P_METRIC -> toned("c.metric", beat.warmth());
            case P_QUESTION -> toned("c.question", beat.warmth());
            case P_BUY -> toned("c.buy", beat.warmth());
            case P_AUTH -> toned("c.auth", beat.warmth());
            case P_PROC -> toned("c.proc", beat.warmth());
            case P_BUDGET -> toned("c.budget", beat.warmth());
            case P_COMMIT -> "c.commit";
            case P_COMMIT_WEAK -> "c.weak";
            case P_STALL -> beat.concern() == null ? "c.stall" : "c.leftopen";
            case P_DECLINE -> "c.decline";
            case P_RESOLVED -> "c.resolved";
            case OBJECT -> beat.concern() == null ? "c.stall" : "c.o." + beat.concern().name();
            case SMALL_BACKCHANNEL, LOGISTICS -> "c.back";
        };
    }

    private static String repRule(RepAct act) {
        return "r."
                + switch (act) {
                    case R_OPEN -> "open";
                    case R_AGENDA -> "agenda";
                    case R_RAPPORT -> "rapport";
                    case Q_COMPETE -> "competeq";
                    case R_COMPETE -> "compete";
                    case R_THREAD -> "thread";
                    case PRICE_STATE -> "price";
                    case NEXT_PROPOSE -> "next";
                    case CLOSE_ASK -> "ask";
                    case FOLLOWUP_VAGUE -> "vague";
                    case CHITCHAT -> "bye";
                    case SUMMARISE, EMPATHY, PROBE, FEATURE, BENEFIT, PROOF, INSIGHT, DEMO -> act.name().toLowerCase(Locale.ROOT);
                    case Q_SITUATION, Q_PROBLEM, Q_IMPACT, Q_PAYOFF, Q_AUTHORITY, Q_BUDGET, Q_PROCESS, Q_TIMELINE ->
                        act.name().substring(2).toLowerCase(Locale.ROOT);
                    case PRICE_ANCHOR, PRICE_DISCOUNT, PRICE_TRADE, PRICE_DEFER -> act.name().substring(6).toLowerCase(Locale.ROOT);
                    case OBJ_ACK, OBJ_CLARIFY, OBJ_ANSWER, OBJ_CONFIRM, OBJ_DEFLECT, OBJ_ARGUE -> act.name().substring(4).toLowerCase(Locale.ROOT);
                };
    }

    @Override
    public @Nullable String fill(String name, Dice with) {
        return switch (name) {
            case "things", "people", "task", "pain", "goal", "system", "event", "role" -> with.pick(industry.list(name));
            case "n" -> String.valueOf(2 + with.below(with.chance(0.5) ? 40 : 400));
            case "pct" -> String.valueOf(3 + with.below(90));
            case "money" -> money(with);
            case "day" -> with.pick(DAYS);
            case "month" -> with.pick(MONTHS);
            case "time" -> time(with);
            case "cust" -> customer.substring(0, customer.indexOf(' '));
            case "rep" -> rep.substring(0, rep.indexOf(' '));
            case "repname" -> rep;
            case "company" -> company;
            case "company2" -> Names.company(with);
            case "vendor" -> vendor;
            case "town" -> with.pick(towns);
            case "colleague" -> with.pick(colleagues);
            case "rival" -> with.pick(rivals);
            case "concern" -> {
                StringBuilder said = new StringBuilder();
                GRAMMAR.say("concern." + concern.name(), this, with, said);
                yield said.toString();
            }
            default -> null;
        };
    }

    private static String money(Dice dice) {
        int hundreds = 2 + dice.below(dice.chance(0.6) ? 95 : 900);
        return hundreds < 10 || dice.chance(0.5) ? hundreds * 100 + " dollars" : "$" + hundreds / 10 + (hundreds % 10 == 0 ? "" : "." + hundreds % 10) + "k";
    }

    private static String time(Dice dice) {
        String hour = dice.pick("nine", "ten", "eleven", "two", "three", "four");
        return switch (dice.below(4)) {
            case 0 -> "half past " + hour;
            case 1 -> "quarter to " + hour;
            case 2 -> hour + " sharp";
            default -> hour;
        };
    }

    /** As it comes out of a mouth and through a recogniser: spaces tidied, sentences with capitals, stumbles and now and then a word misheard. */
    private String spoken(StringBuilder raw, boolean byRep) {
        double stumbles = (byRep ? repTalks : customerTalks).stumbles;
        StringBuilder out = new StringBuilder(raw.length() + 32);
        boolean start = true;
        int from = 0;
        while (from < raw.length()) {
            int to = from;
            while (to < raw.length() && raw.charAt(to) != ' ') {
                to++;
            }
            if (to > from) {
                String word = raw.substring(from, to);
                if (start) {
                    word = Character.toUpperCase(word.charAt(0)) + word.substring(1);
                } else if (dice.chance(stumbles)) {
                    out.append(' ').append(
                            dice.chance(0.75) ? dice.pick(FILLERS) + ","
                            : word.length() > 3 && Character.isLetter(word.charAt(0)) ? word.charAt(0) + "-" : word);
                } else if (mishears > 0 && ears.chance(mishears)) {
                    word = misheard(word);
                }
                if (!out.isEmpty()) {
                    out.append(' ');
                }
                out.append(word);
                char last = word.charAt(word.length() - 1);
                start = last == '.' || last == '?';
            }
            from = to + 1;
        }
        char last = out.charAt(out.length() - 1);
        if (last != '.' && last != '?') {
            out.append('.');
        }
        return out.toString();
    }

    private String misheard(String word) {
        if (word.length() < 4) {
            return word + " " + word;
        }
        int at = 1 + ears.below(word.length() - 2);
        String without = word.substring(0, at) + word.substring(at + 1);
        return ears.chance(0.5) ? without : word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
    }
}
