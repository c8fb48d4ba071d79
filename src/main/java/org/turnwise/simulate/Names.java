package org.turnwise.simulate;

import java.util.List;
import java.util.stream.IntStream;

/** Names of people and companies, all made up. Any thread. */
public final class Names {

    private static final List<String> FIRST = List.of(
            ("Ada Alma Amir Anika Arjun Astrid Beatriz Benno Bram Carla Cedric Chidi Dalia Dario Delphine Derya Edda Elif Emeka Enzo "
                    + "Esther Farah Felix Fiona Gemma Goran Greta Hamid Hanna Hugo Ida Imran Ines Ivo Jana Jasper Joanna Kai Karim Katya Kenji Lara "
                    + "Leandro Lena Lorenzo Maeve Malik Marta Mateo Mina Nadia Nils Noor Olga Oscar Petra Pilar Quentin Rafael Rosa Rune Sabine "
                    + "Samir Selma Silas Sunita Tamsin Theo Tomas Uma Valerie Viktor Wanda Wei Xenia Yara Yusuf Zofia")
            .split(" "));
    private static final List<String> LAST = List.of(
            ("Abara Aldous Ambrose Arden Bakker Barlow Beck Bertrand Calloway Castell Corrigan Dahl Delacroix Drummond Eastwood Eklund "
                    + "Fairley Falk Ferreira Gallagher Garnett Hallam Hartigan Holm Ibarra Ingram Jansen Joshi Kaplan Kerr Kowal Lindqvist Lomax "
                    + "Marchetti Mbeki Moreau Nakata Novak Okafor Orlov Pemberton Quist Rahman Reyes Sandoval Sorensen Tanaka Thorne Ueda Vance "
                    + "Verma Whitlock Yilmaz Zeller")
            .split(" "));
    private static final List<String> PLACE = List.of(
            ("Alder Amber Ashby Beacon Birch Bluff Bridge Briar Cedar Clay Copper Crane Dover East Elm Falcon Fern Flint Gable Glen "
                    + "Granite Harbor Hazel Heron Highland Iron Juniper Keystone Lake Larch Linden Maple Marsh Mill North Oak Orchard Pine Quarry "
                    + "Raven Ridge River Rowan Sable Sand Silver Spruce Stone Summit Thistle Vale West Willow Winter Wren")
            .split(" "));
    private static final List<String> GROUND = List.of(
            "field", "ford", "gate", "haven", "hurst", "mont", "more", "port", "shore", "side", "stead", "ton", "view", "ward", "well", "wick", "wood",
            "worth");

    private static final List<String> TRADE = List.of(
            "Group", "Partners", "Services", "Works", "Company", "Brothers", "& Sons", "Supply", "Collective", "Holdings", "Associates", "Trading", "Union",
            "Studios", "Alliance", "Enterprises", "Network", "House", "Ventures", "Industries");
    /** About the golden section of all names of accounts and prime to their number, so that neighbours in number are strangers in name. */
    private static final long STRIDE = 12_241;

    private Names() {}

    public static String first(Dice dice) {
        return dice.pick(FIRST);
    }

    public static String last(Dice dice) {
        return dice.pick(LAST);
    }

    /** Somebody who is none of the first so many reps. */
    public static String customer(Dice dice, int reps) {
        while (true) {
            String name = first(dice) + " " + last(dice);
            if (IntStream.range(0, reps).noneMatch(rep -> rep(rep).equals(name))) {
                return name;
            }
        }
    }

    /** @param number from 0; the first {@link Settings#MOST_REPS} have names of their own */
    public static String rep(int number) {
        return FIRST.get(number * 7 % FIRST.size()) + " " + LAST.get(number * 11 % LAST.size());
    }

    /** A place that may be a firm. */
    public static String company(Dice dice) {
        return dice.pick(PLACE) + dice.pick(GROUND);
    }

    /** The name of an account's company: no other of the first {@link #accounts()} accounts has it. */
    public static String account(long seed, int number) {
        int at = (int) Math.floorMod(number * STRIDE + new Dice(seed).below(accounts()), (long) accounts());
        return PLACE.get(at % PLACE.size()) + GROUND.get(at / PLACE.size() % GROUND.size()) + " " + TRADE.get(at / PLACE.size() / GROUND.size());
    }

    static int accounts() {
        return PLACE.size() * GROUND.size() * TRADE.size();
    }
}
