### Noms établis : à employer tels quels dans toutes les traductions françaises.

## Organisation des Nations Unies

# en: United Nations
-un = Nations Unies
    .forms = Organisation des Nations Unies | ONU

# en: United Nations Office of Counter-Terrorism
# en: .forms = UNOCT
-unoct = Bureau de lutte contre le terrorisme de l’ONU
    .forms = Bureau de lutte contre le terrorisme | Bureau de lutte contre le terrorisme de l’Organisation des Nations Unies

# en: General Assembly
-general-assembly = Assemblée générale

# en: Member States
-member-states = États Membres
    .forms = État Membre

# en: Secretary-General
-secretary-general = Secrétaire général
    .forms = Secrétaire générale

# en: Under-Secretary-General
-usg = Secrétaire général adjoint
    .forms = Secrétaire générale adjointe | Secrétaires généraux adjoints

# en: United Nations Global Counter-Terrorism Strategy
-strategy = Stratégie antiterroriste mondiale de l’Organisation des Nations Unies
    .forms = Stratégie antiterroriste mondiale | Stratégie antiterroriste mondiale de l’ONU | Stratégie antiterroriste mondiale des Nations Unies

# en: Plan of Action
-plan-of-action = Plan d’action

# en: Counter-Terrorism Committee Executive Directorate
-cted = Direction exécutive du Comité contre le terrorisme

# en: CTED
-cted-short = DECT

# en: United Nations Development Programme
-undp = Programme des Nations Unies pour le développement

# en: UNDP
-undp-short = PNUD

# en: United Nations Educational, Scientific and Cultural Organization
-unesco = Organisation des Nations Unies pour l’éducation, la science et la culture

# en: UNESCO
-unesco-short = UNESCO

# en: United Nations Interregional Crime and Justice Research Institute
-unicri = Institut interrégional de recherche des Nations Unies sur la criminalité et la justice

# en: UNICRI
-unicri-short = UNICRI

## Union européenne

# en: European Union
-eu = Union européenne
    .forms = UE

# en: European Commission
-european-commission = Commission européenne

# en: European External Action Service
-eeas = Service européen pour l’action extérieure
    .forms = SEAE

# en: High Representative of the European Union for Foreign Affairs and Security Policy
-high-representative = Haute Représentante de l’Union européenne pour les affaires étrangères et la politique de sécurité
    .forms = Haut Représentant de l’Union européenne pour les affaires étrangères et la politique de sécurité

# en: European Commissioner for the Security Union
-security-union-commissioner = Commissaire européen pour l’union de la sécurité

# en: European Union Counter-Terrorism Coordinator
-counter-terrorism-coordinator = Coordinateur de l’Union européenne pour la lutte contre le terrorisme

## Autres noms

# en: INTERPOL
-interpol = INTERPOL

# en: Leadership Dialogue
-leadership-dialogue = Dialogue des dirigeants

# en: foreign terrorist fighters
# en: .forms = Foreign terrorist fighters
-foreign-terrorist-fighters = combattants terroristes étrangers
    .forms = Combattants terroristes étrangers | combattant terroriste étranger

# en: capacity-building
# en: .forms = Capacity-building
-capacity-building = renforcement des capacités
    .forms = Renforcement des capacités

## Personnes

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
