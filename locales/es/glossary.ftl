### Nombres establecidos: se emplean tal cual en todas las traducciones al español.

## Naciones Unidas

# en: United Nations
-un = Naciones Unidas
    .forms = Organización de las Naciones Unidas | ONU

# en: United Nations Office of Counter-Terrorism
# en: .forms = UNOCT
-unoct = Oficina de las Naciones Unidas de Lucha contra el Terrorismo
    .forms = Oficina de Lucha contra el Terrorismo

# en: General Assembly
-general-assembly = Asamblea General

# en: Member States
-member-states = Estados Miembros
    .forms = Estado Miembro

# en: Secretary-General
-secretary-general = Secretario General
    .forms = Secretaria General

# en: Under-Secretary-General
-usg = Secretario General Adjunto
    .forms = Secretaria General Adjunta | Secretarios Generales Adjuntos

# en: United Nations Global Counter-Terrorism Strategy
-strategy = Estrategia Global de las Naciones Unidas contra el Terrorismo

# en: Plan of Action
-plan-of-action = Plan de Acción

# en: Counter-Terrorism Committee Executive Directorate
-cted = Dirección Ejecutiva del Comité contra el Terrorismo

# en: CTED
-cted-short = DECT

# en: United Nations Development Programme
-undp = Programa de las Naciones Unidas para el Desarrollo

# en: UNDP
-undp-short = PNUD

# en: United Nations Educational, Scientific and Cultural Organization
-unesco = Organización de las Naciones Unidas para la Educación, la Ciencia y la Cultura

# en: UNESCO
-unesco-short = UNESCO

# en: United Nations Interregional Crime and Justice Research Institute
-unicri = Instituto Interregional de las Naciones Unidas para Investigaciones sobre la Delincuencia y la Justicia

# en: UNICRI
-unicri-short = UNICRI

## Unión Europea

# en: European Union
-eu = Unión Europea
    .forms = UE

# en: European Commission
-european-commission = Comisión Europea

# en: European External Action Service
-eeas = Servicio Europeo de Acción Exterior
    .forms = SEAE

# en: High Representative of the European Union for Foreign Affairs and Security Policy
-high-representative = Alta Representante de la Unión Europea para Asuntos Exteriores y Política de Seguridad
    .forms = Alto Representante de la Unión Europea para Asuntos Exteriores y Política de Seguridad

# en: European Commissioner for the Security Union
-security-union-commissioner = Comisario Europeo de Unión de la Seguridad

# en: European Union Counter-Terrorism Coordinator
-counter-terrorism-coordinator = Coordinador de la Unión Europea para la Lucha contra el Terrorismo

## Otros nombres

# en: INTERPOL
-interpol = INTERPOL

# en: Leadership Dialogue
-leadership-dialogue = Diálogo de Líderes

# en: foreign terrorist fighters
# en: .forms = Foreign terrorist fighters
-foreign-terrorist-fighters = combatientes terroristas extranjeros
    .forms = Combatientes terroristas extranjeros | combatiente terrorista extranjero

# en: capacity-building
# en: .forms = Capacity-building
-capacity-building = desarrollo de la capacidad
    .forms = Desarrollo de la capacidad | creación de capacidad

## Personas

# en: António Guterres
-antonio-guterres = António Guterres

# en: Federica Mogherini
-federica-mogherini = Federica Mogherini

# en: Gilles de Kerchove
-gilles-de-kerchove = Gilles de Kerchove

# en: Julian King
-julian-king = Julian King

# en: Jürgen Stock
-jurgen-stock = Jürgen Stock

# en: Pedro Serrano
-pedro-serrano = Pedro Serrano

# en: Vladimir Voronkov
-vladimir-voronkov = Vladimir Voronkov
