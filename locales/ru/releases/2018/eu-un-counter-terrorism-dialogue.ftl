# en: European Union and United Nations hold first Leadership Dialogue on Counter-Terrorism
title = Европейский союз и Организация Объединенных Наций провели первый Диалог руководителей по вопросам борьбы с терроризмом

# en: Federica Mogherini and Vladimir Voronkov meet in Brussels to strengthen cooperation against terrorism and in the prevention of violent extremism.
summary = Федерика Могерини и Владимир Воронков встретились в Брюсселе в целях укрепления сотрудничества в борьбе с терроризмом и предупреждении насильственного экстремизма.

# en: Brussels
place = Брюссель

# en: Office of Counter-Terrorism
issuer = Контртеррористическое управление

# en: Press office, Office of Counter-Terrorism
contact-role = Пресс-служба Контртеррористического управления

# en: Media accreditation, Brussels
contact-role-2 = Аккредитация журналистов, Брюссель

# en: Federica Mogherini, High Representative of the European Union for Foreign Affairs and Security Policy and Vice-President of the European Commission, met Vladimir Voronkov, United Nations Under-Secretary-General for Counter-Terrorism, to strengthen cooperation between the two organizations against terrorism and in the prevention of violent extremism.
federica-mogherini-high-representative-european = Федерика Могерини, { -high-representative } и заместитель Председателя { -european-commission(case: "genitive") }, встретилась с { -vladimir-voronkov(case: "instrumental") }, { -usg(case: "instrumental") } { -un(case: "genitive") } по вопросам борьбы с терроризмом, в целях укрепления сотрудничества двух организаций в противодействии терроризму и предупреждении насильственного экстремизма.

# en: Their meeting took place in Brussels on 25 May, on the occasion of the first high-level **European Union–United Nations Leadership Dialogue on Counter-Terrorism**. They also discussed the reform of the Organization’s counter-terrorism work that the Secretary-General, António Guterres, has set in motion.
meeting-took-place-brussels = Встреча прошла в Брюсселе 25 мая по случаю первой сессии высокого уровня **Диалога руководителей { -eu(case: "genitive") } и { -un(case: "genitive") } по вопросам борьбы с терроризмом**. Ее участники обсудили также реформу контртеррористической деятельности Организации, начатую Генеральным секретарем Антониу Гутерришем.

# en: Mr. Voronkov described the steps that his Office can take to develop policy at the global level and to coordinate the work of United Nations entities that help Member States to build their capacity. Ms. Mogherini reaffirmed that the European Union is committed to fighting terrorism *with full respect for fundamental rights and the rule of law*, and that it supports multilateralism.
voronkov-described-steps-office-take = Г-н Воронков рассказал о шагах, которые его Управление может предпринять для разработки политики на глобальном уровне и для координации работы структур { -un(case: "genitive") }, помогающих { -member-states(case: "dative") } наращивать потенциал. Г-жа Могерини подтвердила приверженность Европейского союза борьбе с терроризмом *при полном уважении основных прав и верховенства права* и его поддержку многосторонности.

# en: Ms. Mogherini and Mr. Voronkov both called for an “all of society” approach, which brings together civil society, the private sector, think tanks, and governments at the national and local levels.
mogherini-voronkov-called-society-approach = И г-жа Могерини, и г-н Воронков выступили за подход «с участием всего общества», который объединяет гражданское общество, частный сектор, аналитические центры и органы власти на национальном и местном уровнях.

# en: Participants and priorities
participants-priorities = Участники и приоритеты

# en: Mr. Voronkov and Pedro Serrano, Deputy Secretary General of the European External Action Service, co-convened the Dialogue. Julian King, European Commissioner for the Security Union, and Gilles de Kerchove, European Union Counter-Terrorism Coordinator, took part in it; Jürgen Stock, Secretary-General of INTERPOL, accompanied them.
voronkov-pedro-serrano-convened-dialogue = Диалог был созван совместно г-ном Воронковым и заместителем Генерального секретаря { -eeas(case: "genitive") } Педро Серрано. В нем приняли участие { -security-union-commissioner } Джулиан Кинг и { -counter-terrorism-coordinator } Жиль де Керков; их сопровождал Генеральный секретарь { -interpol(case: "genitive") } Юрген Шток.

# en: Six United Nations agencies were represented, among them the Counter-Terrorism Committee Executive Directorate (CTED), the United Nations Development Programme (UNDP), the United Nations Educational, Scientific and Cultural Organization (UNESCO) and the United Nations Interregional Crime and Justice Research Institute (UNICRI).
six-united-nations-agencies-represented = Были представлены шесть учреждений Организации Объединенных Наций, в том числе { -cted } ({ -cted-short }), { -undp } ({ -undp-short }), { -unesco } ({ -unesco-short }) и { -unicri } ({ -unicri-short }).

# en: The discussions centred on three subjects:
discussions-centred-three-subjects = Обсуждение было посвящено трем темам:

# en: **Foreign terrorist fighters**: how to respond to those who return home and to those who relocate to another country;
foreign-terrorist-fighters-respond-return = **Иностранные боевики-террористы**: меры реагирования в отношении тех, кто возвращается домой, и тех, кто перебирается в другую страну;

# en: **Capacity-building**: joint support for Central Asia, South and South-East Asia, the Sahel and the Lake Chad Basin;
capacity-building-joint-support-central-asia = **Наращивание потенциала**: совместная поддержка стран Центральной Азии, Южной и Юго-Восточной Азии, Сахеля и бассейна озера Чад;

# en: **A “whole-of-UN” approach**: how to join the efforts of all United Nations entities, so that the assistance given to Member States is coherent.
whole-un-approach-join-efforts = **Подход «на уровне всей системы ООН»**: объединение усилий всех структур Организации Объединенных Наций, с тем чтобы помощь, оказываемая государствам-членам, была согласованной.

# en: A shared framework
shared-framework = Общая основа

# en: The United Nations has 193 Member States, 28 of which, or 14.5 per cent, also belong to the European Union. The United Nations Global Counter-Terrorism Strategy, which the General Assembly adopted by consensus on 8 September 2006, has four pillars and is reviewed every two years. The sixth review is due in June 2018, almost 12 years after its adoption.
united-nations-193-member-states = В Организацию Объединенных Наций входят 193 государства-члена, 28 из которых, или 14,5 процента, являются также членами Европейского союза. { -strategy }, принятая { -general-assembly(case: "instrumental") } на основе консенсуса 8 сентября 2006 года, включает четыре основных компонента; обзор ее осуществления проводится каждые два года. Шестой обзор намечен на июнь 2018 года — почти через 12 лет после ее принятия.

# en: In the Plan of Action annexed to the Strategy, the Member States resolve:
plan-action-member-states-resolve = В { -plan-of-action(case: "prepositional") }, содержащемся в приложении к Стратегии, государства-члены заявляют, что они преисполнены решимости:

# en: To consistently, unequivocally and strongly condemn terrorism in all its forms and manifestations, committed by whomever, wherever and for whatever purposes, as it constitutes one of the most serious threats to international peace and security.[^strategy]
consistently-unequivocally-strongly-condemn-terrorism = Последовательно, безоговорочно и решительно осуждать терроризм во всех его формах и проявлениях, кем бы, где бы и с какой бы целью он ни осуществлялся, поскольку он является одной из самых серьезных угроз международному миру и безопасности.[^strategy]

# en: General Assembly [resolution 60/288](https://undocs.org/A/RES/60/288) of 8 September 2006, annex, Plan of Action, paragraph 1.
general-assembly-resolution-60-288 = [Резолюция 60/288](https://undocs.org/A/RES/60/288) Генеральной Ассамблеи от 8 сентября 2006 года, приложение, План действий, пункт 1.

# en: Background
background = Справочная информация

# en: The [United Nations Office of Counter-Terrorism](https://www.un.org/counterterrorism) was established in June 2017 to lead on the counter-terrorism mandates of the General Assembly, to improve coordination and coherence across the United Nations system, and to strengthen the assistance that Member States receive.
united-nations-office-counter-terrorism-established = [{ -unoct }](https://www.un.org/counterterrorism) было создано в июне 2017 года для того, чтобы руководить осуществлением мандатов { -general-assembly(case: "genitive") } в области борьбы с терроризмом, улучшить координацию и повысить согласованность действий в рамках системы Организации Объединенных Наций и усилить помощь, которую получают государства-члены.

# en: Milestones
milestones = Основные вехи

# en: Date
date = Дата

# en: Milestone
milestone = Событие

# en: 8 September 2006
date-8-september-2006 = 8 сентября 2006 года

# en: The General Assembly adopts the United Nations Global Counter-Terrorism Strategy
general-assembly-adopts-strategy = Генеральная Ассамблея принимает { -strategy(case: "accusative") }

# en: 15 June 2017
date-15-june-2017 = 15 июня 2017 года

# en: The General Assembly establishes the United Nations Office of Counter-Terrorism ([resolution 71/291](https://undocs.org/A/RES/71/291))
general-assembly-establishes-office = Генеральная Ассамблея создает { -unoct(case: "accusative") } ([резолюция 71/291](https://undocs.org/A/RES/71/291))

# en: 25 May 2018
date-25-may-2018 = 25 мая 2018 года

# en: The first Leadership Dialogue is held in Brussels
first-leadership-dialogue-held-brussels = В Брюсселе проходит первый { -leadership-dialogue }

# en: 28–29 June 2018
date-28-29-june-2018 = 28–29 июня 2018 года

# en: Heads of counter-terrorism agencies of Member States are to meet in New York
heads-counter-terrorism-agencies-meet = Руководители контртеррористических ведомств { -member-states(case: "genitive") } соберутся в Нью-Йорке

# en: Further information
further-information = Дополнительная информация

# en: For further information, visit [www.un.org/counterterrorism](https://www.un.org/counterterrorism) and [eeas.europa.eu](https://eeas.europa.eu). Journalists may write to <press@example.org>.
further-information-visit-journalists = Дополнительную информацию можно найти на сайтах [www.un.org/counterterrorism](https://www.un.org/counterterrorism) и [eeas.europa.eu](https://eeas.europa.eu). Журналисты могут писать по адресу <press@example.org>.
