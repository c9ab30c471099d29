//! English: numbers in words, and the words round dates, times and amounts.

use crate::facts::words::{Language, no_number};

/// The words of English.
pub static LANGUAGE: Language = Language {
    numbers: "\
0 zero nil none no without nought
1 one a an single once sole another
2 two twice both halved halving double doubled doubling doubles twofold couple pair biennial biannual bilateral
3 three thrice triple tripled tripling threefold trilateral tripartite triennial
4 four quadruple quadrupled fourfold
5 five quintuple fivefold quinquennial
6 six sixfold
7 seven sevenfold
8 eight eightfold
9 nine ninefold
10 ten tenfold
11 eleven
12 twelve
13 thirteen
14 fourteen
15 fifteen
16 sixteen
17 seventeen
18 eighteen
19 nineteen
20 twenty
30 thirty
40 forty
50 fifty
60 sixty
70 seventy
80 eighty
90 ninety
#1 first firstly only
#2 second secondly
#3 third thirdly thirds
/3 third thirds
#4 fourth fourthly fourths
#5 fifth fifths
#6 sixth sixths
#7 seventh sevenths
#8 eighth eighths
#9 ninth ninths
#10 tenth tenths
#11 eleventh
#12 twelfth
#13 thirteenth
#14 fourteenth
#15 fifteenth
#16 sixteenth
#17 seventeenth
#18 eighteenth
#19 nineteenth
#20 twentieth
#30 thirtieth
#40 fortieth
#50 fiftieth
#60 sixtieth
#70 seventieth
#80 eightieth
#90 ninetieth
#100 hundredth hundredths
200 bicentenary bicentennial
*100 hundred hundreds
*1000 thousand thousands k
*1000000 million millions mn
*1000000000 billion billions bn
*1000000000000 trillion trillions tn
~12 dozen dozens
~10 decade decades
~100 centenary centennial century centuries hundredfold
~1000 millennium millennia
/2 half halves halved halving
/4 quarter quarters
+ and",
    derive: no_number,
    multiples: &[
        ("doubl", 2),
        ("tripl", 3),
        ("quadrupl", 4),
        ("quintupl", 5),
        ("sextupl", 6),
    ],
    between: &[
        "and", "to", "or", "through", "until", "till", "by", "from", "versus", "against", "in", "out", "of",
    ],
    of: &["of", "the"],
    percent: &["%", "per cent", "percent", "percentage point", "pc "],
    am: &["a.m.", "a.m", "am", "a. m.", "in the morning"],
    pm: &[
        "p.m.",
        "p.m",
        "pm",
        "p. m.",
        "in the afternoon",
        "in the evening",
        "noon",
        "at night",
    ],
    noon: &["noon", "midday"],
    midnight: &["midnight"],
    hours: &["o'clock", "hours", "hrs", "h"],
    morning: &["morning", "mornings"],
    afternoon: &["afternoon", "afternoons", "evening", "evenings"],
    periods: &[("half", 2), ("quarter", 4)],
    measures: "\
seconds: second seconds
minutes: minute minutes min
hours: hour hours hr hrs
days: day days
weeks: week weeks
months: month months
years: year years
decades: decade decades
centuries: century centuries
nanometres: nm nanomet*
millimetres: millimet*
centimetres: centimet*
metres: metre metres meter meters
kilometres: kilomet*
miles: mile miles
nautical miles: nautical_mile*
feet: foot feet
inches: inch inches
micrograms: microgram*
milligrams: milligram*
grams: gram grams
kilograms: kilo kilos kilogram*
quintals: quintal quintals centner*
tonnes: tonne tonnes ton tons
ounces: oz ounce ounces
square metres: square_met* sq_m square_m sq_met*
hectares: hectare hectares
square kilometres: square_kilomet* sq_km square_km
acres: acre acres
square feet: square_feet square_foot sq_ft
square miles: square_mile* sq_mi
millilitres: millilit*
centilitres: centilit*
litres: litre litres liter liters
cubic metres: cubic_met* cubic_m
cubic kilometres: cubic_kilomet* cubic_km
cubic feet: cubic_feet cubic_foot cu_ft
gallons: gallon gallons
barrels: barrel barrels
watts: watt watts w
kilowatts: kilowatt*
megawatts: megawatt*
gigawatts: gigawatt*
terawatts: terawatt*
kilowatt-hours: kilowatt_hour* kilowatthour* kw_hour*
megawatt-hours: megawatt_hour* megawatthour* mw_hour*
gigawatt-hours: gigawatt_hour* gigawatthour* gw_hour*
terawatt-hours: terawatt_hour* terawatthour* tw_hour*
knots: knot knots kn
kilobytes: kilobyte*
megabytes: megabyte*
gigabytes: gigabyte*
terabytes: terabyte*
kilohertz: kilohertz
megahertz: megahertz
gigahertz: gigahertz
degrees Celsius: celsius degree*_celsius degree*_centigrade degree*_c
degrees Fahrenheit: fahrenheit degree*_fahrenheit degree*_f",
    minus: &["minus", "negative"],
    below_zero: &["below zero", "below freezing"],
    negative: &["below", "subzero", "sub-zero", "frost"],
    falling: &[
        "fall", "fell", "drop", "declin", "decreas", "reduc", "lower", "loss", "lost", "lose", "deficit", "contract",
        "shrink", "shrank", "down", "less", "cut", "slump", "plung", "short", "recess", "outflow", "shed",
    ],
    figurative: &[
        "four corners",
        "nine times out of ten",
        "catch-22",
        "catch 22",
        "cloud nine",
        "sixes and sevens",
        "three cheers",
        "forty winks",
        "six of one",
        "ten a penny",
        "ten to one",
        "high five",
        "deep six",
    ],
    idioms: &[
        ("carbon dioxide", &[2]),
        ("quarter-hour", &[15]),
        ("three quarters of an hour", &[45]),
        ("one and a half hours", &[90]),
        ("a week", &[7, 8]),
        ("one week", &[7, 8]),
        ("one year", &[12]),
        ("a year", &[12, 365]),
        ("one-year", &[12]),
        ("12-month", &[12, 1]),
        ("six months", &[6, 180]),
        ("24/7", &[24, 7]),
        ("around the clock", &[24, 7]),
        ("around-the-clock", &[24, 7]),
        ("round the clock", &[24, 7]),
        ("round-the-clock", &[24, 7]),
        ("day and night", &[24, 7]),
        ("covid-19", &[19, 2019]),
        ("co2", &[2]),
        ("quarter", &[3]),
        ("half", &[6]),
        ("fortnight", &[14, 15]),
        ("two weeks", &[2, 14, 15]),
        ("half an hour", &[30]),
        ("half-hour", &[30]),
        ("quarter of an hour", &[15]),
        ("half a year", &[6]),
        ("half-year", &[6]),
        ("year and a half", &[18]),
        ("hour and a half", &[90]),
        ("hundreds of millions", &[100_000_000]),
        ("tens of thousands", &[10_000]),
        ("hundreds of thousands", &[100_000]),
        ("tens of millions", &[10_000_000]),
        ("hundreds of billions", &[100_000_000_000]),
        ("tens of billions", &[10_000_000_000]),
        ("360-degree", &[360]),
        ("twenties", &[20, 1920, 20]),
        ("mid-twenties", &[25, 1925]),
        ("thirties", &[30, 1930, 20]),
        ("mid-thirties", &[35, 1935]),
        ("forties", &[40, 1940, 20]),
        ("mid-forties", &[45, 1945]),
        ("fifties", &[50, 1950, 20]),
        ("mid-fifties", &[55, 1955]),
        ("sixties", &[60, 1960, 20]),
        ("mid-sixties", &[65, 1965]),
        ("seventies", &[70, 1970, 20]),
        ("mid-seventies", &[75, 1975]),
        ("eighties", &[80, 1980, 20]),
        ("mid-eighties", &[85, 1985]),
        ("nineties", &[90, 1990, 20]),
        ("mid-nineties", &[95, 1995]),
    ],
};
