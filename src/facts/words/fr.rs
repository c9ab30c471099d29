//! French: numbers in words, and the words round dates, times and amounts.

use crate::facts::words::{Atom, Language};

/// The words of French.
pub static LANGUAGE: Language = Language {
    numbers: "\
0 zéro aucun aucune nul nulle
1 un une unique seul seule
2 deux double doubler doublé biennal biennale bisannuel bisannuelle
3 trois triple tripler triplé triennal triennale
4 quatre quadruple quadrupler quadruplé quadriennal quadriennale
5 cinq quintuple quinquennal quinquennale quinquennat
6 six sextuple
7 sept septennal
8 huit
9 neuf
10 dix décuple décennal décennale
11 onze
12 douze
13 treize
14 quatorze
15 quinze
16 seize
20 vingt vingts
30 trente
40 quarante
50 cinquante cinquantenaire
60 soixante
70 septante
80 huitante octante
90 nonante
200 bicentenaire
300 tricentenaire
#1 premier première premiers premières unième unièmes
#2 second seconde seconds secondes
#9 neuvième neuvièmes
#5 cinquième cinquièmes
*100 cent cents
*1000 mille mil millier milliers
*1000000 million millions mio
*1000000000 milliard milliards md mds mrd
*1000000000000 billion billions
*1000000000000000000 trillion trillions
~10 dizaine dizaines décennie décennies
~12 douzaine douzaines
~15 quinzaine quinzaines
~20 vingtaine
~30 trentaine
~40 quarantaine
~50 cinquantaine
~60 soixantaine
~100 centenaire centaine centaines siècle siècles
~1000 millénaire millénaires
/2 demi demie demis demies moitié moitiés
/3 tiers
/4 quart quarts
+ et",
    derive,
    multiples: &[
        ("doubl", 2),
        ("tripl", 3),
        ("quadrupl", 4),
        ("quintupl", 5),
        ("sextupl", 6),
        ("décupl", 10),
    ],
    between: &["et", "à", "au", "aux", "ou", "sur", "contre", "jusqu'au", "entre"],
    of: &["de", "du", "d", "des"],
    percent: &[
        "%",
        "pour cent",
        "pour-cent",
        "point de pourcentage",
        "points de pourcentage",
        "point",
        "points",
    ],
    am: &["du matin", "a.m.", "am"],
    pm: &["de l'après-midi", "du soir", "après-midi", "soir", "p.m.", "pm"],
    noon: &["midi"],
    midnight: &["minuit"],
    hours: &["h", "heures", "heure"],
    morning: &["matin", "matins", "matinée"],
    afternoon: &["après-midi", "soir", "soirs", "soirée"],
    periods: &[("semestre", 2), ("moitié", 2), ("trimestre", 4)],
    measures: "\
seconds: seconde secondes
minutes: minute minutes min mn
hours: heure heures
days: jour jours journée journées
weeks: semaine semaines
months: mois
years: an ans année années
decades: décennie décennies
centuries: siècle siècles
nanometres: nm nanomètre*
millimetres: millimètre*
centimetres: centimètre*
metres: mètre mètres m
kilometres: kilomètre*
miles: mile miles
nautical miles: mille*_marin* mille*_nautique*
feet: pied pieds
inches: pouce pouces
micrograms: microgramme*
milligrams: milligramme*
grams: gramme grammes
kilograms: kilo kilos kilogramme*
quintals: quintal quintaux
tonnes: tonne tonnes
ounces: once onces
square metres: mètre*_carré* m_carré*
hectares: hectare hectares
square kilometres: kilomètre*_carré* km_carré*
acres: acre acres
square feet: pied*_carré*
square miles: mile*_carré* mille*_carré*
millilitres: millilitre*
centilitres: centilitre*
litres: litre litres
cubic metres: mètre*_cube* m_cube*
cubic hectometres: hectomètre*_cube*
cubic kilometres: kilomètre*_cube* km_cube*
cubic feet: pied*_cube*
gallons: gallon gallons
barrels: baril barils
watts: watt watts w
kilowatts: kilowatt*
megawatts: mégawatt*
gigawatts: gigawatt*
terawatts: térawatt*
kilowatt-hours: kilowattheure* kilowatt*_heure*
megawatt-hours: mégawattheure* mégawatt*_heure*
gigawatt-hours: gigawattheure* gigawatt*_heure*
terawatt-hours: térawattheure* térawatt*_heure*
knots: nœud nœuds noeud noeuds
kilobytes: ko kilooctet* kilo_octet*
megabytes: mo mégaoctet* méga_octet*
gigabytes: go gigaoctet* giga_octet*
terabytes: to téraoctet* téra_octet*
kilohertz: kilohertz
megahertz: mégahertz
gigahertz: gigahertz
degrees Celsius: degré*_celsius degré*_centigrade* degré*_c
degrees Fahrenheit: degré*_fahrenheit degré*_f",
    minus: &["moins"],
    below_zero: &["dessous de zéro", "sous zéro", "sous le zéro", "sous 0"],
    negative: &["négati", "dessous", "sous ", "gel"],
    falling: &[
        "baiss",
        "recul",
        "dimin",
        "réduc",
        "rédui",
        "chut",
        "perte",
        "perd",
        "défici",
        "contract",
        "repli",
        "inférieur",
        "tomb",
        "descend",
        "récess",
        "céd",
        "cèd",
        "fléch",
        "sortie nette",
        "sorties nettes",
        "sorties de",
    ],
    figurative: &["pour cent", "pour-cent"],
    idioms: &[
        ("demi-heure", &[30]),
        ("heure et demie", &[90]),
        ("an et demi", &[18]),
        ("année et demie", &[18]),
        ("quart d'heure", &[15]),
        ("trois quarts d'heure", &[45]),
        ("une semaine", &[7]),
        ("deux semaines", &[14, 15]),
        ("une quinzaine", &[14, 15]),
        ("un an", &[12]),
        ("une année", &[12]),
        ("semestre", &[6]),
        ("trimestre", &[3]),
        ("une heure", &[60]),
        ("une journée", &[24]),
        ("deux jours", &[48]),
        ("trois jours", &[72]),
        ("en permanence", &[24, 7]),
        ("jour et nuit", &[24, 7]),
        ("en continu", &[24, 7]),
        ("sans interruption", &[24, 7]),
        ("coronavirus", &[19]),
        ("dioxyde de carbone", &[2]),
        ("gaz carbonique", &[2]),
    ],
};

/// `vingtième`, `trente-cinquièmes`: an ordinal from its cardinal.
fn derive(word: &str) -> Option<Atom> {
    let stem = word.strip_suffix('s').unwrap_or(word).strip_suffix("ième")?;
    let value = match stem {
        "deux" => 2,
        "trois" => 3,
        "quatr" => 4,
        "six" => 6,
        "sept" => 7,
        "huit" => 8,
        "dix" => 10,
        "onz" => 11,
        "douz" => 12,
        "treiz" => 13,
        "quatorz" => 14,
        "quinz" => 15,
        "seiz" => 16,
        "vingt" => 20,
        "trent" => 30,
        "quarant" => 40,
        "cinquant" => 50,
        "soixant" => 60,
        "septant" => 70,
        "nonant" => 90,
        "cent" => 100,
        "mill" => 1000,
        _ => return None,
    };
    Some(Atom::Ordinal(value))
}
