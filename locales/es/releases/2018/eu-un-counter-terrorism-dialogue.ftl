# en: European Union and United Nations hold first Leadership Dialogue on Counter-Terrorism
title = La Unión Europea y las Naciones Unidas celebran su primer Diálogo de Líderes sobre la Lucha contra el Terrorismo

# en: Federica Mogherini and Vladimir Voronkov meet in Brussels to strengthen cooperation against terrorism and in the prevention of violent extremism.
summary = Federica Mogherini y Vladimir Voronkov se reúnen en Bruselas para reforzar la cooperación en la lucha contra el terrorismo y la prevención del extremismo violento.

# en: Brussels
place = Bruselas

# en: Office of Counter-Terrorism
issuer = Oficina de Lucha contra el Terrorismo

# en: Press office, Office of Counter-Terrorism
contact-role = Servicio de prensa, Oficina de Lucha contra el Terrorismo

# en: Media accreditation, Brussels
contact-role-2 = Acreditación de medios de comunicación, Bruselas

# en: Federica Mogherini, High Representative of the European Union for Foreign Affairs and Security Policy and Vice-President of the European Commission, met Vladimir Voronkov, United Nations Under-Secretary-General for Counter-Terrorism, to strengthen cooperation between the two organizations against terrorism and in the prevention of violent extremism.
federica-mogherini-high-representative-european = Federica Mogherini, { -high-representative } y Vicepresidenta de la { -european-commission }, se reunió con Vladimir Voronkov, { -usg } de Lucha contra el Terrorismo de las { -un }, a fin de reforzar la cooperación entre ambas organizaciones frente al terrorismo y en la prevención del extremismo violento.

# en: Their meeting took place in Brussels on 25 May, on the occasion of the first high-level **European Union–United Nations Leadership Dialogue on Counter-Terrorism**. They also discussed the reform of the Organization’s counter-terrorism work that the Secretary-General, António Guterres, has set in motion.
meeting-took-place-brussels = La reunión tuvo lugar en Bruselas el 25 de mayo, con motivo de la primera sesión de alto nivel del **Diálogo de Líderes de la { -eu } y las { -un } sobre la Lucha contra el Terrorismo**. Ambos examinaron también la reforma de la labor antiterrorista de la Organización que ha puesto en marcha el Secretario General, António Guterres.

# en: Mr. Voronkov described the steps that his Office can take to develop policy at the global level and to coordinate the work of United Nations entities that help Member States to build their capacity. Ms. Mogherini reaffirmed that the European Union is committed to fighting terrorism *with full respect for fundamental rights and the rule of law*, and that it supports multilateralism.
voronkov-described-steps-office-take = El Sr. Voronkov expuso las medidas que puede adoptar su Oficina para formular políticas a nivel mundial y para coordinar la labor de las entidades de las { -un } que ayudan a los { -member-states } a desarrollar su capacidad. La Sra. Mogherini reafirmó que la Unión Europea está decidida a combatir el terrorismo *con pleno respeto de los derechos fundamentales y del estado de derecho* y que apoya el multilateralismo.

# en: Ms. Mogherini and Mr. Voronkov both called for an “all of society” approach, which brings together civil society, the private sector, think tanks, and governments at the national and local levels.
mogherini-voronkov-called-society-approach = Tanto la Sra. Mogherini como el Sr. Voronkov abogaron por un enfoque «que abarque a toda la sociedad» y reúna a la sociedad civil, el sector privado, los centros de estudios y los gobiernos a nivel nacional y local.

# en: Participants and priorities
participants-priorities = Participantes y prioridades

# en: Mr. Voronkov and Pedro Serrano, Deputy Secretary General of the European External Action Service, co-convened the Dialogue. Julian King, European Commissioner for the Security Union, and Gilles de Kerchove, European Union Counter-Terrorism Coordinator, took part in it; Jürgen Stock, Secretary-General of INTERPOL, accompanied them.
voronkov-pedro-serrano-convened-dialogue = El Sr. Voronkov y Pedro Serrano, Secretario General Adjunto del { -eeas }, convocaron conjuntamente el Diálogo. Participaron en él Julian King, { -security-union-commissioner }, y Gilles de Kerchove, { -counter-terrorism-coordinator }; los acompañó Jürgen Stock, Secretario General de { -interpol }.

# en: Six United Nations agencies were represented, among them the Counter-Terrorism Committee Executive Directorate (CTED), the United Nations Development Programme (UNDP), the United Nations Educational, Scientific and Cultural Organization (UNESCO) and the United Nations Interregional Crime and Justice Research Institute (UNICRI).
six-united-nations-agencies-represented = Estuvieron representados seis organismos de las Naciones Unidas, entre ellos la { -cted } ({ -cted-short }), el { -undp } ({ -undp-short }), la { -unesco } ({ -unesco-short }) y el { -unicri } ({ -unicri-short }).

# en: The discussions centred on three subjects:
discussions-centred-three-subjects = Los debates se centraron en tres temas:

# en: **Foreign terrorist fighters**: how to respond to those who return home and to those who relocate to another country;
foreign-terrorist-fighters-respond-return = **Combatientes terroristas extranjeros**: cómo responder ante quienes regresan a su país y quienes se trasladan a otro;

# en: **Capacity-building**: joint support for Central Asia, South and South-East Asia, the Sahel and the Lake Chad Basin;
capacity-building-joint-support-central-asia = **Desarrollo de la capacidad**: apoyo conjunto a Asia Central, Asia Meridional y Sudoriental, el Sahel y la cuenca del lago Chad;

# en: **A “whole-of-UN” approach**: how to join the efforts of all United Nations entities, so that the assistance given to Member States is coherent.
whole-un-approach-join-efforts = **Un enfoque «de todo el sistema de las Naciones Unidas»**: cómo aunar los esfuerzos de todas las entidades de las Naciones Unidas para que la asistencia que se presta a los Estados Miembros sea coherente.

# en: A shared framework
shared-framework = Un marco común

# en: The United Nations has 193 Member States, 28 of which, or 14.5 per cent, also belong to the European Union. The United Nations Global Counter-Terrorism Strategy, which the General Assembly adopted by consensus on 8 September 2006, has four pillars and is reviewed every two years. The sixth review is due in June 2018, almost 12 years after its adoption.
united-nations-193-member-states = Las Naciones Unidas cuentan con 193 Estados Miembros, 28 de los cuales, es decir, el 14,5 %, pertenecen también a la Unión Europea. La { -strategy }, que la { -general-assembly } aprobó por consenso el 8 de septiembre de 2006, consta de cuatro pilares y se examina cada dos años. El sexto examen está previsto para junio de 2018, casi 12 años después de la aprobación de la Estrategia.

# en: In the Plan of Action annexed to the Strategy, the Member States resolve:
plan-action-member-states-resolve = En el { -plan-of-action } que figura en el anexo de la Estrategia, los Estados Miembros resuelven:

# en: To consistently, unequivocally and strongly condemn terrorism in all its forms and manifestations, committed by whomever, wherever and for whatever purposes, as it constitutes one of the most serious threats to international peace and security.[^strategy]
consistently-unequivocally-strongly-condemn-terrorism = Condenar, de manera sistemática, inequívoca y firme, el terrorismo en todas sus formas y manifestaciones, independientemente de quién lo cometa y de dónde y con qué propósitos, puesto que constituye una de las amenazas más graves para la paz y la seguridad internacionales.[^strategy]

# en: General Assembly [resolution 60/288](https://undocs.org/A/RES/60/288) of 8 September 2006, annex, Plan of Action, paragraph 1.
general-assembly-resolution-60-288 = [Resolución 60/288](https://undocs.org/A/RES/60/288) de la Asamblea General, de 8 de septiembre de 2006, anexo, Plan de Acción, párrafo 1.

# en: Background
background = Antecedentes

# en: The [United Nations Office of Counter-Terrorism](https://www.un.org/counterterrorism) was established in June 2017 to lead on the counter-terrorism mandates of the General Assembly, to improve coordination and coherence across the United Nations system, and to strengthen the assistance that Member States receive.
united-nations-office-counter-terrorism-established = La [{ -unoct }](https://www.un.org/counterterrorism) se creó en junio de 2017 para dirigir la ejecución de los mandatos de la Asamblea General relativos a la lucha contra el terrorismo, mejorar la coordinación y la coherencia en todo el sistema de las Naciones Unidas y reforzar la asistencia que reciben los Estados Miembros.

# en: Milestones
milestones = Hitos

# en: Date
date = Fecha

# en: Milestone
milestone = Hito

# en: 8 September 2006
date-8-september-2006 = 8 de septiembre de 2006

# en: The General Assembly adopts the United Nations Global Counter-Terrorism Strategy
general-assembly-adopts-strategy = La Asamblea General aprueba la { -strategy }

# en: 15 June 2017
date-15-june-2017 = 15 de junio de 2017

# en: The General Assembly establishes the United Nations Office of Counter-Terrorism ([resolution 71/291](https://undocs.org/A/RES/71/291))
general-assembly-establishes-office = La Asamblea General crea la { -unoct } ([resolución 71/291](https://undocs.org/A/RES/71/291))

# en: 25 May 2018
date-25-may-2018 = 25 de mayo de 2018

# en: The first Leadership Dialogue is held in Brussels
first-leadership-dialogue-held-brussels = Se celebra en Bruselas el primer { -leadership-dialogue }

# en: 28–29 June 2018
date-28-29-june-2018 = 28 y 29 de junio de 2018

# en: Heads of counter-terrorism agencies of Member States are to meet in New York
heads-counter-terrorism-agencies-meet = Los jefes de los organismos de lucha contra el terrorismo de los Estados Miembros se reunirán en Nueva York

# en: Further information
further-information = Más información

# en: For further information, visit [www.un.org/counterterrorism](https://www.un.org/counterterrorism) and [eeas.europa.eu](https://eeas.europa.eu). Journalists may write to <press@example.org>.
further-information-visit-journalists = Para obtener más información, visite [www.un.org/counterterrorism](https://www.un.org/counterterrorism) y [eeas.europa.eu](https://eeas.europa.eu). Los periodistas pueden escribir a <press@example.org>.
