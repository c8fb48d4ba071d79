package org.turnwise.simulate;

import java.util.List;

/** Names of people and companies, all made up. */
final class Names {

    private static final List<String> FIRST = List.of(("Ada Alma Amir Anika Arjun Astrid Beatriz Benno Bram Carla Cedric Chidi Dalia Dario Delphine Derya Edda Elif Emeka Enzo Esther Farah Felix Fiona "
                    + "Gemma Goran Greta Hamid Hanna Hugo Ida Imran Ines Ivo Jana Jasper Joanna Kai Karim Katya Kenji Lara Leandro Lena Lorenzo Maeve Malik Marta Mateo Mina Nadia Nils Noor Olga Oscar Petra Pilar "
                    + "Quentin Rafael Rosa Rune Sabine Samir Selma Silas Sunita Tamsin Theo Tomas Uma Valerie Viktor Wanda Wei Xenia Yara Yusuf Zofia")
            .split(" "));
    private static final List<String> LAST = List.of(("Abara Aldous Ambrose Arden Bakker Barlow Beck Bertrand Calloway Castell Corrigan Dahl Delacroix Drummond Eastwood Eklund Fairley Falk Ferreira Gallagher Garnett "
                    + "Hallam Hartigan Holm Ibarra Ingram Jansen Joshi Kaplan Kerr Kowal Lindqvist Lomax Marchetti Mbeki Moreau Nakata Novak Okafor Orlov Pemberton Quist Rahman Reyes Sandoval Sorensen Tanaka "
                    + "Thorne Ueda Vance Verma Whitlock Yilmaz Zeller")
            .split(" "));
    private static final List<String> PLACE = List.of(("Alder Amber Ashby Beacon Birch Bluff Bridge Briar Cedar Clay Copper Crane Dover East Elm Falcon Fern Flint Gable Glen Granite Harbor Hazel Heron Highland "
                    + "Iron Juniper Keystone Lake Larch Linden Maple Marsh Mill North Oak Orchard Pine Quarry Raven Ridge River Rowan Sable Sand Silver Spruce Stone Summit Thistle Vale West Willow Winter Wren")
            .split(" "));
    private static final List<String> GROUND = List.of("field", "ford", "gate", "haven", "hurst", "mont", "more", "port", "shore", "side", "stead", "ton", "view", "ward", "well", "wick", "wood", "worth");

    private Names() {}

    static String first(Dice dice) {
        return dice.pick(FIRST);
    }

    static String last(Dice dice) {
        return dice.pick(LAST);
    }

    static String person(Dice dice) {
        return first(dice) + " " + last(dice);
    }

    static String rep(int number) {
        return FIRST.get(number * 7 % FIRST.size()) + " " + LAST.get(number * 11 % LAST.size());
    }

    static String company(Dice dice) {
        return dice.pick(PLACE) + dice.pick(GROUND);
    }
}
