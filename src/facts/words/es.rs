//! Spanish: numbers in words, and the words round dates, times and amounts.

use crate::facts::words::{Atom, Language};
use std::borrow::Cow;

/// The words of Spanish.
pub static LANGUAGE: Language = Language {
    numbers: "\
0 cero ningún ninguna ninguno
1 un uno una único única solo sola
2 dos doble duplicar duplicó duplicado bienal bienio ambos ambas
3 tres triple triplicar triplicó triplicado trienal trienio
4 cuatro cuádruple cuadruplicar cuatrienal cuatrienio
5 cinco quíntuple quinquenal quinquenio lustro
6 seis sexenal sexenio
7 siete
8 ocho
9 nueve
10 diez decenal
11 once
12 doce
13 trece
14 catorce
15 quince
16 dieciséis dieciseis
17 diecisiete
18 dieciocho
19 diecinueve
20 veinte
21 veintiuno veintiún veintiuna
22 veintidós veintidos
23 veintitrés veintitres
24 veinticuatro
25 veinticinco
26 veintiséis veintiseis
27 veintisiete
28 veintiocho
29 veintinueve
30 treinta
40 cuarenta cuarentena
50 cincuenta cincuentena cincuentenario
60 sesenta
70 setenta
80 ochenta
90 noventa
100 ciento
200 doscientos doscientas bicentenario
300 trescientos trescientas tricentenario
400 cuatrocientos cuatrocientas
500 quinientos quinientas
600 seiscientos seiscientas
700 setecientos setecientas
800 ochocientos ochocientas
900 novecientos novecientas
#1 primer
#3 tercer
*100 cien
*1000 mil miles millar millares
*1000000 millón millones mill
*1000000000 millardo millardos
*1000000000000 billón billones
*1000000000000000000 trillón trillones
~10 decena decenas década décadas decenio decenios
~12 docena docenas
~15 quincena quincenas
~20 veintena
~30 treintena
~100 centenario centenar centenares siglo siglos
~1000 milenio milenios
/2 medio media medios medias mitad
/3 tercio tercios
/4 cuarto cuartos
#4 cuarto cuartos
+ y",
    derive,
    multiples: &[
        ("duplic", 2),
        ("triplic", 3),
        ("cuadruplic", 4),
        ("quintuplic", 5),
        ("sextuplic", 6),
        ("decuplic", 10),
    ],
    between: &["y", "e", "a", "al", "o", "u", "de", "contra", "hasta", "entre"],
    of: &["de", "del"],
    percent: &[
        "%",
        "por ciento",
        "por cien",
        "p. p.",
        "p.p.",
        "punto porcentual",
        "puntos porcentuales",
        "puntos",
    ],
    am: &["a. m.", "a.m.", "am", "de la mañana", "de la madrugada"],
    pm: &["p. m.", "p.m.", "pm", "de la tarde", "de la noche", "tarde", "noche"],
    noon: &["mediodía"],
    midnight: &["medianoche"],
    hours: &["h", "hs", "hrs", "horas", "hora"],
    morning: &["la mañana", "esta mañana"],
    afternoon: &["la tarde", "esta tarde", "la noche", "esta noche"],
    periods: &[("semestre", 2), ("mitad", 2), ("trimestre", 4)],
    measures: "\
seconds: segundo segundos
minutes: minuto minutos min
hours: hora horas
days: día días jornada jornadas
weeks: semana semanas
months: mes meses
years: año años
decades: década décadas decenio decenios
centuries: siglo siglos
nanometres: nm nanómetro*
millimetres: milímetro*
centimetres: centímetro*
metres: metro metros m
kilometres: kilómetro*
miles: milla millas
nautical miles: milla*_náutica* milla*_marina*
feet: pie pies
inches: pulgada pulgadas
micrograms: microgramo*
milligrams: miligramo*
grams: gramo gramos
kilograms: kilo kilos kilogramo*
quintals: quintal quintales
tonnes: tonelada toneladas
ounces: onza onzas
square metres: metro*_cuadrado* m_cuadrado*
hectares: hectárea hectáreas
square kilometres: kilómetro*_cuadrado* km_cuadrado*
acres: acre acres
square feet: pie*_cuadrado*
square miles: milla*_cuadrada*
millilitres: mililitro*
centilitres: centilitro*
litres: litro litros
cubic metres: metro*_cúbico* m_cúbico*
cubic hectometres: hectómetro*_cúbico*
cubic kilometres: kilómetro*_cúbico* km_cúbico*
cubic feet: pie*_cúbico*
gallons: galón galones
barrels: barril barriles
watts: vatio vatios watt watts w
kilowatts: kilovatio* kilowatt*
megawatts: megavatio* megawatt*
gigawatts: gigavatio* gigawatt*
terawatts: teravatio* terawatt*
kilowatt-hours: kilovatio*_hora* kilowatt*_hora*
megawatt-hours: megavatio*_hora* megawatt*_hora*
gigawatt-hours: gigavatio*_hora* gigawatt*_hora*
terawatt-hours: teravatio*_hora* terawatt*_hora*
knots: nudo nudos
kilobytes: kilobyte* kiloocteto*
megabytes: megabyte* mega megas
gigabytes: gigabyte* giga gigas
terabytes: terabyte* tera teras
kilohertz: kilohercio* kilohertz
megahertz: megahercio* megahertz
gigahertz: gigahercio* gigahertz
degrees Celsius: grado*_celsius grado*_centígrado* grado*_c
degrees Fahrenheit: grado*_fahrenheit grado*_f",
    minus: &["menos"],
    below_zero: &["bajo cero", "bajo 0"],
    negative: &["negativ", "bajo ", "helad"],
    falling: &[
        "baj", "caíd", "caer", "cay", "descen", "dismin", "reduc", "redujo", "pérdid", "perd", "défici", "contra",
        "retroce", "inferior", "recesi", "cedi", "merm", "encog", "salida",
    ],
    figurative: &["por ciento", "por cien"],
    idioms: &[
        ("media hora", &[30]),
        ("hora y media", &[90]),
        ("año y medio", &[18]),
        ("cuarto de hora", &[15]),
        ("tres cuartos de hora", &[45]),
        ("una semana", &[7]),
        ("dos semanas", &[14, 15]),
        ("un año", &[12]),
        ("semestre", &[6]),
        ("trimestre", &[3]),
        ("una hora", &[60]),
        ("un día", &[24]),
        ("dos días", &[48]),
        ("tres días", &[72]),
        ("día y noche", &[24, 7]),
        ("ininterrumpid", &[24, 7]),
        ("las veinticuatro horas", &[24, 7]),
        ("permanente", &[24, 7]),
        ("coronavirus", &[19]),
        ("dióxido de carbono", &[2]),
    ],
};

const UNITS: [(&str, u64); 12] = [
    ("primer", 1),
    ("segund", 2),
    ("tercer", 3),
    ("cuart", 4),
    ("quint", 5),
    ("sext", 6),
    ("séptim", 7),
    ("septim", 7),
    ("octav", 8),
    ("noven", 9),
    ("undécim", 11),
    ("duodécim", 12),
];
const TENS: [(&str, &str, u64); 11] = [
    ("décim", "decimo", 10),
    ("vigésim", "vigesimo", 20),
    ("trigésim", "trigesimo", 30),
    ("cuadragésim", "cuadragesimo", 40),
    ("quincuagésim", "quincuagesimo", 50),
    ("sexagésim", "sexagesimo", 60),
    ("septuagésim", "septuagesimo", 70),
    ("octogésim", "octogesimo", 80),
    ("nonagésim", "nonagesimo", 90),
    ("centésim", "centesimo", 100),
    ("milésim", "milesimo", 1000),
];

/// `segunda`, `vigésimo`, `septuagesimosegundo`: the ordinals, with gender and number.
fn derive(word: &str) -> Option<Atom> {
    let stem = ["os", "as", "o", "a"]
        .iter()
        .find_map(|end| word.strip_suffix(end))
        .unwrap_or(word);
    let unit = |stem: &str| UNITS.iter().find(|(s, _)| *s == stem).map(|(_, n)| *n);
    if let Some(value) = unit(stem) {
        return Some(Atom::Ordinal(value));
    }
    // `vigesimoprimer`, `vigésima` written together with its unit, with or without the accent of the first part.
    let plain = if stem.contains('é') {
        Cow::Owned(stem.replace('é', "e"))
    } else {
        Cow::Borrowed(stem)
    };
    for (accented, joined, value) in TENS {
        if stem == accented {
            return Some(Atom::Ordinal(value));
        }
        if let Some(rest) = plain.strip_prefix(joined) {
            return unit(rest)
                .or_else(|| unit(&rest.replace("septim", "séptim")))
                .map(|n| Atom::Ordinal(value + n));
        }
    }
    None
}
