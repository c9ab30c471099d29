# en: European Union and United Nations hold first Leadership Dialogue on Counter-Terrorism
title = 欧洲联盟与联合国举行首次反恐领导人对话

# en: Federica Mogherini and Vladimir Voronkov meet in Brussels to strengthen cooperation against terrorism and in the prevention of violent extremism.
summary = 费代丽卡·莫盖里尼与弗拉基米尔·沃龙科夫在布鲁塞尔会晤，以加强在打击恐怖主义和防止暴力极端主义方面的合作。

# en: Brussels
place = 布鲁塞尔

# en: Office of Counter-Terrorism
issuer = 反恐怖主义办公室

# en: Press office, Office of Counter-Terrorism
contact-role = 反恐怖主义办公室新闻处

# en: Media accreditation, Brussels
contact-role-2 = 媒体采访证办理（布鲁塞尔）

# en: Federica Mogherini, High Representative of the European Union for Foreign Affairs and Security Policy and Vice-President of the European Commission, met Vladimir Voronkov, United Nations Under-Secretary-General for Counter-Terrorism, to strengthen cooperation between the two organizations against terrorism and in the prevention of violent extremism.
federica-mogherini-high-representative-european = { -high-representative }兼{ -european-commission }副主席费代丽卡·莫盖里尼会见了{ -un }主管反恐怖主义事务{ -usg }弗拉基米尔·沃龙科夫，以加强两组织在打击恐怖主义和防止暴力极端主义方面的合作。

# en: Their meeting took place in Brussels on 25 May, on the occasion of the first high-level **European Union–United Nations Leadership Dialogue on Counter-Terrorism**. They also discussed the reform of the Organization’s counter-terrorism work that the Secretary-General, António Guterres, has set in motion.
meeting-took-place-brussels = 会晤于5月25日首次高级别**{ -eu }－{ -un }反恐领导人对话**期间在布鲁塞尔举行。双方还讨论了秘书长安东尼奥·古特雷斯启动的本组织反恐工作改革。

# en: Mr. Voronkov described the steps that his Office can take to develop policy at the global level and to coordinate the work of United Nations entities that help Member States to build their capacity. Ms. Mogherini reaffirmed that the European Union is committed to fighting terrorism *with full respect for fundamental rights and the rule of law*, and that it supports multilateralism.
voronkov-described-steps-office-take = 沃龙科夫先生介绍了其办公室可采取哪些步骤来制定全球层面的政策，并协调{ -un }各实体帮助{ -member-states }建设能力的工作。莫盖里尼女士重申，欧洲联盟致力于*在充分尊重基本权利和法治的前提下*打击恐怖主义，并支持多边主义。

# en: Ms. Mogherini and Mr. Voronkov both called for an “all of society” approach, which brings together civil society, the private sector, think tanks, and governments at the national and local levels.
mogherini-voronkov-called-society-approach = 莫盖里尼女士和沃龙科夫先生均呼吁采取“全社会”办法，汇聚民间社会、私营部门、智库以及国家和地方各级政府的力量。

# en: Participants and priorities
participants-priorities = 与会者和优先事项

# en: Mr. Voronkov and Pedro Serrano, Deputy Secretary General of the European External Action Service, co-convened the Dialogue. Julian King, European Commissioner for the Security Union, and Gilles de Kerchove, European Union Counter-Terrorism Coordinator, took part in it; Jürgen Stock, Secretary-General of INTERPOL, accompanied them.
voronkov-pedro-serrano-convened-dialogue = 沃龙科夫先生与{ -eeas }副秘书长佩德罗·塞拉诺共同召集了此次对话。{ -security-union-commissioner }朱利安·金和{ -counter-terrorism-coordinator }吉勒·德凯尔肖夫参加了对话；{ -interpol }秘书长于尔根·施托克随同出席。

# en: Six United Nations agencies were represented, among them the Counter-Terrorism Committee Executive Directorate (CTED), the United Nations Development Programme (UNDP), the United Nations Educational, Scientific and Cultural Organization (UNESCO) and the United Nations Interregional Crime and Justice Research Institute (UNICRI).
six-united-nations-agencies-represented = 六个联合国机构派代表出席，其中包括{ -cted }（{ -cted-short }）、{ -undp }（{ -undp-short }）、{ -unesco }（{ -unesco-short }）和{ -unicri }（{ -unicri-short }）。

# en: The discussions centred on three subjects:
discussions-centred-three-subjects = 讨论集中于三个议题：

# en: **Foreign terrorist fighters**: how to respond to those who return home and to those who relocate to another country;
foreign-terrorist-fighters-respond-return = **外国恐怖主义作战人员**：如何应对返回本国者和转往他国者；

# en: **Capacity-building**: joint support for Central Asia, South and South-East Asia, the Sahel and the Lake Chad Basin;
capacity-building-joint-support-central-asia = **能力建设**：共同支持中亚、南亚和东南亚、萨赫勒以及乍得湖流域；

# en: **A “whole-of-UN” approach**: how to join the efforts of all United Nations entities, so that the assistance given to Member States is coherent.
whole-un-approach-join-efforts = **“联合国全系统”办法**：如何汇聚联合国所有实体的努力，使向会员国提供的援助协调一致。

# en: A shared framework
shared-framework = 共同框架

# en: The United Nations has 193 Member States, 28 of which, or 14.5 per cent, also belong to the European Union. The United Nations Global Counter-Terrorism Strategy, which the General Assembly adopted by consensus on 8 September 2006, has four pillars and is reviewed every two years. The sixth review is due in June 2018, almost 12 years after its adoption.
united-nations-193-member-states = 联合国有193个会员国，其中28个（占14.5%）也是欧洲联盟成员国。{ -general-assembly }于2006年9月8日以协商一致方式通过的{ -strategy }包含四大支柱，每两年审查一次。第六次审查定于2018年6月进行，距该战略通过近12年。

# en: In the Plan of Action annexed to the Strategy, the Member States resolve:
plan-action-member-states-resolve = 在《战略》所附{ -plan-of-action }中，会员国决心：

# en: To consistently, unequivocally and strongly condemn terrorism in all its forms and manifestations, committed by whomever, wherever and for whatever purposes, as it constitutes one of the most serious threats to international peace and security.[^strategy]
consistently-unequivocally-strongly-condemn-terrorism = 一贯、明确、强烈谴责一切形式和表现的恐怖主义，无论由何人所为，在何地发生，目的为何，因为恐怖主义是对国际和平与安全的最严重威胁之一。[^strategy]

# en: General Assembly [resolution 60/288](https://undocs.org/A/RES/60/288) of 8 September 2006, annex, Plan of Action, paragraph 1.
general-assembly-resolution-60-288 = 大会2006年9月8日[第60/288号决议](https://undocs.org/A/RES/60/288)，附件，《行动计划》，第1段。

# en: Background
background = 背景

# en: The [United Nations Office of Counter-Terrorism](https://www.un.org/counterterrorism) was established in June 2017 to lead on the counter-terrorism mandates of the General Assembly, to improve coordination and coherence across the United Nations system, and to strengthen the assistance that Member States receive.
united-nations-office-counter-terrorism-established = [{ -unoct }](https://www.un.org/counterterrorism)于2017年6月设立，旨在牵头执行大会的反恐任务授权，加强联合国全系统的协调和一致性，并加强对会员国的援助。

# en: Milestones
milestones = 大事记

# en: Date
date = 日期

# en: Milestone
milestone = 事件

# en: 8 September 2006
date-8-september-2006 = 2006年9月8日

# en: The General Assembly adopts the United Nations Global Counter-Terrorism Strategy
general-assembly-adopts-strategy = 大会通过{ -strategy }

# en: 15 June 2017
date-15-june-2017 = 2017年6月15日

# en: The General Assembly establishes the United Nations Office of Counter-Terrorism ([resolution 71/291](https://undocs.org/A/RES/71/291))
general-assembly-establishes-office = 大会设立{ -unoct }（[第71/291号决议](https://undocs.org/A/RES/71/291)）

# en: 25 May 2018
date-25-may-2018 = 2018年5月25日

# en: The first Leadership Dialogue is held in Brussels
first-leadership-dialogue-held-brussels = 首次{ -leadership-dialogue }在布鲁塞尔举行

# en: 28–29 June 2018
date-28-29-june-2018 = 2018年6月28日至29日

# en: Heads of counter-terrorism agencies of Member States are to meet in New York
heads-counter-terrorism-agencies-meet = 会员国反恐机构负责人将在纽约开会

# en: Further information
further-information = 更多信息

# en: For further information, visit [www.un.org/counterterrorism](https://www.un.org/counterterrorism) and [eeas.europa.eu](https://eeas.europa.eu). Journalists may write to <press@example.org>.
further-information-visit-journalists = 欲了解更多信息，请访问[www.un.org/counterterrorism](https://www.un.org/counterterrorism)和[eeas.europa.eu](https://eeas.europa.eu)。记者可发送电子邮件至<press@example.org>。
