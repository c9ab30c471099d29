### Established names: the terms that every translation uses in their official form.
###
### Reference a term in a translation as { -unoct } (in Russian with a case: { -unoct(case: "genitive") }).
### The attribute .forms lists, separated by |, the other forms in which the check recognises the term.

## The United Nations

-un = United Nations

-unoct = United Nations Office of Counter-Terrorism
    .forms = UNOCT

-general-assembly = General Assembly

-member-states = Member States

-secretary-general = Secretary-General

-usg = Under-Secretary-General

-strategy = United Nations Global Counter-Terrorism Strategy

-plan-of-action = Plan of Action

-cted = Counter-Terrorism Committee Executive Directorate

-cted-short = CTED

-undp = United Nations Development Programme

-undp-short = UNDP

-unesco = United Nations Educational, Scientific and Cultural Organization

-unesco-short = UNESCO

-unicri = United Nations Interregional Crime and Justice Research Institute

-unicri-short = UNICRI

## The European Union

-eu = European Union

-european-commission = European Commission

-eeas = European External Action Service

-high-representative = High Representative of the European Union for Foreign Affairs and Security Policy

-security-union-commissioner = European Commissioner for the Security Union

-counter-terrorism-coordinator = European Union Counter-Terrorism Coordinator

## Others

-interpol = INTERPOL

-leadership-dialogue = Leadership Dialogue

-foreign-terrorist-fighters = foreign terrorist fighters
    .forms = Foreign terrorist fighters

-capacity-building = capacity-building
    .forms = Capacity-building

## Persons

-antonio-guterres = António Guterres

-federica-mogherini = Federica Mogherini

-gilles-de-kerchove = Gilles de Kerchove

-julian-king = Julian King

-jurgen-stock = Jürgen Stock

-pedro-serrano = Pedro Serrano

-vladimir-voronkov = Vladimir Voronkov
