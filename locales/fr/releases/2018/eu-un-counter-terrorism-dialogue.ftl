# en: European Union and United Nations hold first Leadership Dialogue on Counter-Terrorism
title = L’Union européenne et l’ONU tiennent leur premier Dialogue des dirigeants sur la lutte contre le terrorisme

# en: Federica Mogherini and Vladimir Voronkov meet in Brussels to strengthen cooperation against terrorism and in the prevention of violent extremism.
summary = Federica Mogherini et Vladimir Voronkov se rencontrent à Bruxelles pour renforcer la coopération dans la lutte contre le terrorisme et la prévention de l’extrémisme violent.

# en: Brussels
place = Bruxelles

# en: Office of Counter-Terrorism
issuer = Bureau de lutte contre le terrorisme

# en: Press office, Office of Counter-Terrorism
contact-role = Service de presse, Bureau de lutte contre le terrorisme

# en: Media accreditation, Brussels
contact-role-2 = Accréditation des médias, Bruxelles

# en: Federica Mogherini, High Representative of the European Union for Foreign Affairs and Security Policy and Vice-President of the European Commission, met Vladimir Voronkov, United Nations Under-Secretary-General for Counter-Terrorism, to strengthen cooperation between the two organizations against terrorism and in the prevention of violent extremism.
federica-mogherini-high-representative-european = Federica Mogherini, { -high-representative } et Vice-Présidente de la { -european-commission }, s’est entretenue avec Vladimir Voronkov, { -usg } de l’ONU à la lutte contre le terrorisme, afin de resserrer la coopération entre les deux organisations face au terrorisme et en matière de prévention de l’extrémisme violent.

# en: Their meeting took place in Brussels on 25 May, on the occasion of the first high-level **European Union–United Nations Leadership Dialogue on Counter-Terrorism**. They also discussed the reform of the Organization’s counter-terrorism work that the Secretary-General, António Guterres, has set in motion.
meeting-took-place-brussels = Leur réunion s’est tenue à Bruxelles le 25 mai, à l’occasion de la première session de haut niveau du **Dialogue des dirigeants de l’{ -eu } et de l’Organisation des { -un } sur la lutte contre le terrorisme**. Ils ont également évoqué la réforme de l’action antiterroriste de l’Organisation, engagée par le Secrétaire général, António Guterres.

# en: Mr. Voronkov described the steps that his Office can take to develop policy at the global level and to coordinate the work of United Nations entities that help Member States to build their capacity. Ms. Mogherini reaffirmed that the European Union is committed to fighting terrorism *with full respect for fundamental rights and the rule of law*, and that it supports multilateralism.
voronkov-described-steps-office-take = M. Voronkov a exposé les mesures que son Bureau peut prendre pour élaborer des politiques à l’échelle mondiale et pour coordonner l’action des entités des { -un } qui aident les { -member-states } à renforcer leurs capacités. Mme Mogherini a réaffirmé que l’Union européenne était résolue à combattre le terrorisme *dans le plein respect des droits fondamentaux et de l’état de droit* et qu’elle soutenait le multilatéralisme.

# en: Ms. Mogherini and Mr. Voronkov both called for an “all of society” approach, which brings together civil society, the private sector, think tanks, and governments at the national and local levels.
mogherini-voronkov-called-society-approach = Mme Mogherini et M. Voronkov ont tous deux préconisé une approche « associant l’ensemble de la société », qui réunit la société civile, le secteur privé, les groupes de réflexion et les pouvoirs publics aux niveaux national et local.

# en: Participants and priorities
participants-priorities = Participants et priorités

# en: Mr. Voronkov and Pedro Serrano, Deputy Secretary General of the European External Action Service, co-convened the Dialogue. Julian King, European Commissioner for the Security Union, and Gilles de Kerchove, European Union Counter-Terrorism Coordinator, took part in it; Jürgen Stock, Secretary-General of INTERPOL, accompanied them.
voronkov-pedro-serrano-convened-dialogue = Le Dialogue a été organisé conjointement par M. Voronkov et Pedro Serrano, Secrétaire général adjoint du { -eeas }. Julian King, { -security-union-commissioner }, et Gilles de Kerchove, { -counter-terrorism-coordinator }, y ont pris part ; Jürgen Stock, Secrétaire général d’{ -interpol }, les accompagnait.

# en: Six United Nations agencies were represented, among them the Counter-Terrorism Committee Executive Directorate (CTED), the United Nations Development Programme (UNDP), the United Nations Educational, Scientific and Cultural Organization (UNESCO) and the United Nations Interregional Crime and Justice Research Institute (UNICRI).
six-united-nations-agencies-represented = Six organismes des Nations Unies étaient représentés, dont la { -cted } ({ -cted-short }), le { -undp } ({ -undp-short }), l’{ -unesco } ({ -unesco-short }) et l’{ -unicri } ({ -unicri-short }).

# en: The discussions centred on three subjects:
discussions-centred-three-subjects = Les débats ont porté sur trois thèmes :

# en: **Foreign terrorist fighters**: how to respond to those who return home and to those who relocate to another country;
foreign-terrorist-fighters-respond-return = **Combattants terroristes étrangers** : la conduite à tenir à l’égard de ceux qui rentrent chez eux et de ceux qui gagnent un autre pays ;

# en: **Capacity-building**: joint support for Central Asia, South and South-East Asia, the Sahel and the Lake Chad Basin;
capacity-building-joint-support-central-asia = **Renforcement des capacités** : un appui commun à l’Asie centrale, à l’Asie du Sud et du Sud-Est, au Sahel et au bassin du lac Tchad ;

# en: **A “whole-of-UN” approach**: how to join the efforts of all United Nations entities, so that the assistance given to Member States is coherent.
whole-un-approach-join-efforts = **Une approche « à l’échelle de tout le système des Nations Unies »** : les moyens de conjuguer les efforts de toutes les entités des Nations Unies pour que l’assistance fournie aux États Membres soit cohérente.

# en: A shared framework
shared-framework = Un cadre commun

# en: The United Nations has 193 Member States, 28 of which, or 14.5 per cent, also belong to the European Union. The United Nations Global Counter-Terrorism Strategy, which the General Assembly adopted by consensus on 8 September 2006, has four pillars and is reviewed every two years. The sixth review is due in June 2018, almost 12 years after its adoption.
united-nations-193-member-states = L’Organisation des Nations Unies compte 193 États Membres, dont 28, soit 14,5 %, appartiennent également à l’Union européenne. La { -strategy }, que l’{ -general-assembly } a adoptée par consensus le 8 septembre 2006, comporte quatre piliers et est examinée tous les deux ans. Le sixième examen doit avoir lieu en juin 2018, près de 12 ans après l’adoption de la Stratégie.

# en: In the Plan of Action annexed to the Strategy, the Member States resolve:
plan-action-member-states-resolve = Dans le { -plan-of-action } annexé à la Stratégie, les États Membres décident :

# en: To consistently, unequivocally and strongly condemn terrorism in all its forms and manifestations, committed by whomever, wherever and for whatever purposes, as it constitutes one of the most serious threats to international peace and security.[^strategy]
consistently-unequivocally-strongly-condemn-terrorism = De condamner systématiquement, sans équivoque et vigoureusement le terrorisme sous toutes ses formes et dans toutes ses manifestations, quels qu’en soient les auteurs, les lieux et les buts, car il constitue une des menaces les plus graves pour la paix et la sécurité internationales.[^strategy]

# en: General Assembly [resolution 60/288](https://undocs.org/A/RES/60/288) of 8 September 2006, annex, Plan of Action, paragraph 1.
general-assembly-resolution-60-288 = Assemblée générale, [résolution 60/288](https://undocs.org/A/RES/60/288) du 8 septembre 2006, annexe, Plan d’action, paragraphe 1.

# en: Background
background = Contexte

# en: The [United Nations Office of Counter-Terrorism](https://www.un.org/counterterrorism) was established in June 2017 to lead on the counter-terrorism mandates of the General Assembly, to improve coordination and coherence across the United Nations system, and to strengthen the assistance that Member States receive.
united-nations-office-counter-terrorism-established = Le [{ -unoct }](https://www.un.org/counterterrorism) a été créé en juin 2017 pour piloter l’exécution des mandats de l’Assemblée générale en matière de lutte contre le terrorisme, améliorer la coordination et la cohérence à l’échelle du système des Nations Unies et renforcer l’assistance fournie aux États Membres.

# en: Milestones
milestones = Étapes marquantes

# en: Date
date = Date

# en: Milestone
milestone = Étape

# en: 8 September 2006
date-8-september-2006 = 8 septembre 2006

# en: The General Assembly adopts the United Nations Global Counter-Terrorism Strategy
general-assembly-adopts-strategy = L’Assemblée générale adopte la { -strategy }

# en: 15 June 2017
date-15-june-2017 = 15 juin 2017

# en: The General Assembly establishes the United Nations Office of Counter-Terrorism ([resolution 71/291](https://undocs.org/A/RES/71/291))
general-assembly-establishes-office = L’Assemblée générale crée le { -unoct } ([résolution 71/291](https://undocs.org/A/RES/71/291))

# en: 25 May 2018
date-25-may-2018 = 25 mai 2018

# en: The first Leadership Dialogue is held in Brussels
first-leadership-dialogue-held-brussels = Le premier { -leadership-dialogue } se tient à Bruxelles

# en: 28–29 June 2018
date-28-29-june-2018 = 28 et 29 juin 2018

# en: Heads of counter-terrorism agencies of Member States are to meet in New York
heads-counter-terrorism-agencies-meet = Les chefs des organismes antiterroristes des États Membres doivent se réunir à New York

# en: Further information
further-information = Pour en savoir plus

# en: For further information, visit [www.un.org/counterterrorism](https://www.un.org/counterterrorism) and [eeas.europa.eu](https://eeas.europa.eu). Journalists may write to <press@example.org>.
further-information-visit-journalists = Pour en savoir plus, consulter [www.un.org/counterterrorism](https://www.un.org/counterterrorism) et [eeas.europa.eu](https://eeas.europa.eu). Les journalistes peuvent écrire à <press@example.org>.
