# en: European Union and United Nations hold first Leadership Dialogue on Counter-Terrorism
title = الاتحاد الأوروبي والأمم المتحدة يعقدان أول حوار للقادة بشأن مكافحة الإرهاب

# en: Federica Mogherini and Vladimir Voronkov meet in Brussels to strengthen cooperation against terrorism and in the prevention of violent extremism.
summary = فيديريكا موغيريني وفلاديمير فورونكوف يلتقيان في بروكسل لتعزيز التعاون في مكافحة الإرهاب ومنع التطرف العنيف.

# en: Brussels
place = بروكسل

# en: Office of Counter-Terrorism
issuer = مكتب مكافحة الإرهاب

# en: Press office, Office of Counter-Terrorism
contact-role = المكتب الصحفي، مكتب مكافحة الإرهاب

# en: Media accreditation, Brussels
contact-role-2 = اعتماد وسائط الإعلام، بروكسل

# en: Federica Mogherini, High Representative of the European Union for Foreign Affairs and Security Policy and Vice-President of the European Commission, met Vladimir Voronkov, United Nations Under-Secretary-General for Counter-Terrorism, to strengthen cooperation between the two organizations against terrorism and in the prevention of violent extremism.
federica-mogherini-high-representative-european = التقت فيديريكا موغيريني، { -high-representative } ونائبة رئيس { -european-commission }، فلاديمير فورونكوف، { -usg } للأمم المتحدة لمكافحة الإرهاب، من أجل تعزيز التعاون بين المنظمتين في التصدي للإرهاب ومنع التطرف العنيف.

# en: Their meeting took place in Brussels on 25 May, on the occasion of the first high-level **European Union–United Nations Leadership Dialogue on Counter-Terrorism**. They also discussed the reform of the Organization’s counter-terrorism work that the Secretary-General, António Guterres, has set in motion.
meeting-took-place-brussels = وعُقد اجتماعهما في بروكسل في 25 أيار/مايو، بمناسبة انعقاد الدورة الأولى الرفيعة المستوى من **{ -leadership-dialogue } بين { -eu } و{ -un } بشأن مكافحة الإرهاب**. وناقشا أيضا إصلاح عمل المنظمة في مجال مكافحة الإرهاب، الذي شرع فيه الأمين العام، أنطونيو غوتيريش.

# en: Mr. Voronkov described the steps that his Office can take to develop policy at the global level and to coordinate the work of United Nations entities that help Member States to build their capacity. Ms. Mogherini reaffirmed that the European Union is committed to fighting terrorism *with full respect for fundamental rights and the rule of law*, and that it supports multilateralism.
voronkov-described-steps-office-take = وعرض السيد فورونكوف الخطوات التي يمكن لمكتبه أن يتخذها لوضع السياسات على الصعيد العالمي ولتنسيق عمل كيانات { -un } التي تساعد { -member-states } على بناء قدراتها. وأكدت السيدة موغيريني من جديد التزام الاتحاد الأوروبي بمكافحة الإرهاب *في ظل الاحترام التام للحقوق الأساسية وسيادة القانون*، ودعمه لتعددية الأطراف.

# en: Ms. Mogherini and Mr. Voronkov both called for an “all of society” approach, which brings together civil society, the private sector, think tanks, and governments at the national and local levels.
mogherini-voronkov-called-society-approach = ودعا كل من السيدة موغيريني والسيد فورونكوف إلى اتباع نهج «يشمل المجتمع بأسره»، يجمع بين المجتمع المدني والقطاع الخاص ومراكز الفكر والحكومات على الصعيدين الوطني والمحلي.

# en: Participants and priorities
participants-priorities = المشاركون والأولويات

# en: Mr. Voronkov and Pedro Serrano, Deputy Secretary General of the European External Action Service, co-convened the Dialogue. Julian King, European Commissioner for the Security Union, and Gilles de Kerchove, European Union Counter-Terrorism Coordinator, took part in it; Jürgen Stock, Secretary-General of INTERPOL, accompanied them.
voronkov-pedro-serrano-convened-dialogue = واشترك السيد فورونكوف وبيدرو سيرانو، نائب الأمين العام للدائرة الأوروبية للعمل الخارجي، في الدعوة إلى عقد الحوار. وشارك فيه جوليان كينغ، { -security-union-commissioner }، وجيل دي كيرشوف، { -counter-terrorism-coordinator }؛ ورافقهم يورغن شتوك، الأمين العام للإنتربول.

# en: Six United Nations agencies were represented, among them the Counter-Terrorism Committee Executive Directorate (CTED), the United Nations Development Programme (UNDP), the United Nations Educational, Scientific and Cultural Organization (UNESCO) and the United Nations Interregional Crime and Justice Research Institute (UNICRI).
six-united-nations-agencies-represented = وكانت ست وكالات تابعة للأمم المتحدة ممثلة في الحوار، منها { -cted } ({ -cted-short })، و{ -undp } ({ -undp-short })، و{ -unesco } ({ -unesco-short })، و{ -unicri } ({ -unicri-short }).

# en: The discussions centred on three subjects:
discussions-centred-three-subjects = وتركزت المناقشات على ثلاثة مواضيع:

# en: **Foreign terrorist fighters**: how to respond to those who return home and to those who relocate to another country;
foreign-terrorist-fighters-respond-return = **المقاتلون الإرهابيون الأجانب**: كيفية التعامل مع من يعودون منهم إلى أوطانهم ومن ينتقلون إلى بلد آخر؛

# en: **Capacity-building**: joint support for Central Asia, South and South-East Asia, the Sahel and the Lake Chad Basin;
capacity-building-joint-support-central-asia = **بناء القدرات**: تقديم دعم مشترك إلى آسيا الوسطى وجنوب آسيا وجنوب شرق آسيا ومنطقة الساحل وحوض بحيرة تشاد؛

# en: **A “whole-of-UN” approach**: how to join the efforts of all United Nations entities, so that the assistance given to Member States is coherent.
whole-un-approach-join-efforts = **نهج «منظومة الأمم المتحدة بأسرها»**: كيفية توحيد جهود جميع كيانات الأمم المتحدة، لكي تكون المساعدة المقدمة إلى الدول الأعضاء متسقة.

# en: A shared framework
shared-framework = إطار مشترك

# en: The United Nations has 193 Member States, 28 of which, or 14.5 per cent, also belong to the European Union. The United Nations Global Counter-Terrorism Strategy, which the General Assembly adopted by consensus on 8 September 2006, has four pillars and is reviewed every two years. The sixth review is due in June 2018, almost 12 years after its adoption.
united-nations-193-member-states = تضم الأمم المتحدة 193 دولة عضوا، تنتمي 28 منها، أي ما نسبته 14,5 في المائة، إلى الاتحاد الأوروبي أيضا. وتقوم { -strategy }، التي اعتمدتها { -general-assembly } بتوافق الآراء في 8 أيلول/سبتمبر 2006، على أربع ركائز، وتُستعرض كل سنتين. ومن المقرر إجراء الاستعراض السادس في حزيران/يونيه 2018، بعد مرور ما يقرب من 12 عاما على اعتمادها.

# en: In the Plan of Action annexed to the Strategy, the Member States resolve:
plan-action-member-states-resolve = وفي { -plan-of-action } المرفقة بالاستراتيجية، تعقد الدول الأعضاء العزم على ما يلي:

# en: To consistently, unequivocally and strongly condemn terrorism in all its forms and manifestations, committed by whomever, wherever and for whatever purposes, as it constitutes one of the most serious threats to international peace and security.[^strategy]
consistently-unequivocally-strongly-condemn-terrorism = أن ندين، بصورة متسقة لا لبس فيها وبقوة، الإرهاب بجميع أشكاله ومظاهره، أيا كان مرتكبوه وحيثما ارتكب وأيا كانت أغراضه، على أساس أنه يعد واحدا من أشد الأخطار التي تهدد السلام والأمن الدوليين.[^strategy]

# en: General Assembly [resolution 60/288](https://undocs.org/A/RES/60/288) of 8 September 2006, annex, Plan of Action, paragraph 1.
general-assembly-resolution-60-288 = الجمعية العامة، [القرار 60/288](https://undocs.org/A/RES/60/288) المؤرخ 8 أيلول/سبتمبر 2006، المرفق، خطة العمل، الفقرة 1.

# en: Background
background = معلومات أساسية

# en: The [United Nations Office of Counter-Terrorism](https://www.un.org/counterterrorism) was established in June 2017 to lead on the counter-terrorism mandates of the General Assembly, to improve coordination and coherence across the United Nations system, and to strengthen the assistance that Member States receive.
united-nations-office-counter-terrorism-established = أُنشئ [{ -unoct }](https://www.un.org/counterterrorism) في حزيران/يونيه 2017 لقيادة تنفيذ ولايات الجمعية العامة في مجال مكافحة الإرهاب، وتحسين التنسيق والاتساق على نطاق منظومة الأمم المتحدة، وتعزيز المساعدة التي تتلقاها الدول الأعضاء.

# en: Milestones
milestones = مراحل بارزة

# en: Date
date = التاريخ

# en: Milestone
milestone = الحدث

# en: 8 September 2006
date-8-september-2006 = 8 أيلول/سبتمبر 2006

# en: The General Assembly adopts the United Nations Global Counter-Terrorism Strategy
general-assembly-adopts-strategy = { -general-assembly } تعتمد { -strategy }

# en: 15 June 2017
date-15-june-2017 = 15 حزيران/يونيه 2017

# en: The General Assembly establishes the United Nations Office of Counter-Terrorism ([resolution 71/291](https://undocs.org/A/RES/71/291))
general-assembly-establishes-office = { -general-assembly } تنشئ { -unoct } ([القرار 71/291](https://undocs.org/A/RES/71/291))

# en: 25 May 2018
date-25-may-2018 = 25 أيار/مايو 2018

# en: The first Leadership Dialogue is held in Brussels
first-leadership-dialogue-held-brussels = انعقاد أول حوار للقادة في بروكسل

# en: 28–29 June 2018
date-28-29-june-2018 = 28 و 29 حزيران/يونيه 2018

# en: Heads of counter-terrorism agencies of Member States are to meet in New York
heads-counter-terrorism-agencies-meet = رؤساء وكالات مكافحة الإرهاب في { -member-states } سيجتمعون في نيويورك

# en: Further information
further-information = للمزيد من المعلومات

# en: For further information, visit [www.un.org/counterterrorism](https://www.un.org/counterterrorism) and [eeas.europa.eu](https://eeas.europa.eu). Journalists may write to <press@example.org>.
further-information-visit-journalists = للمزيد من المعلومات، يرجى زيارة الموقع [www.un.org/counterterrorism](https://www.un.org/counterterrorism) والموقع [eeas.europa.eu](https://eeas.europa.eu). ويمكن للصحفيين الكتابة إلى <press@example.org>.
