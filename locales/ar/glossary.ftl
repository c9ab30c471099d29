### الأسماء المعتمدة: تُستعمل كما هي في جميع الترجمات العربية.

## الأمم المتحدة

# en: United Nations
-un = الأمم المتحدة
    .forms = للأمم المتحدة | بالأمم المتحدة | والأمم المتحدة | وللأمم المتحدة

# en: United Nations Office of Counter-Terrorism
# en: .forms = UNOCT
-unoct = مكتب الأمم المتحدة لمكافحة الإرهاب
    .forms = ومكتب الأمم المتحدة لمكافحة الإرهاب | لمكتب الأمم المتحدة لمكافحة الإرهاب | مكتب مكافحة الإرهاب

# en: General Assembly
-general-assembly = الجمعية العامة
    .forms = للجمعية العامة | والجمعية العامة

# en: Member States
-member-states = الدول الأعضاء
    .forms = للدول الأعضاء | والدول الأعضاء | دولة عضو | دولة عضوا

# en: Secretary-General
-secretary-general = الأمين العام
    .forms = للأمين العام | والأمين العام

# en: Under-Secretary-General
-usg = وكيل الأمين العام
    .forms = ووكيل الأمين العام | لوكيل الأمين العام | وكيلة الأمين العام

# en: United Nations Global Counter-Terrorism Strategy
-strategy = استراتيجية الأمم المتحدة العالمية لمكافحة الإرهاب
    .forms = واستراتيجية الأمم المتحدة العالمية لمكافحة الإرهاب | لاستراتيجية الأمم المتحدة العالمية لمكافحة الإرهاب

# en: Plan of Action
-plan-of-action = خطة العمل
    .forms = وخطة العمل | لخطة العمل

# en: Counter-Terrorism Committee Executive Directorate
-cted = المديرية التنفيذية للجنة مكافحة الإرهاب
    .forms = والمديرية التنفيذية للجنة مكافحة الإرهاب | للمديرية التنفيذية للجنة مكافحة الإرهاب

# en: CTED
-cted-short = المديرية التنفيذية
    .forms = والمديرية التنفيذية | للمديرية التنفيذية

# en: United Nations Development Programme
-undp = برنامج الأمم المتحدة الإنمائي
    .forms = وبرنامج الأمم المتحدة الإنمائي | لبرنامج الأمم المتحدة الإنمائي

# en: UNDP
-undp-short = البرنامج الإنمائي
    .forms = والبرنامج الإنمائي | للبرنامج الإنمائي

# en: United Nations Educational, Scientific and Cultural Organization
-unesco = منظمة الأمم المتحدة للتربية والعلم والثقافة
    .forms = ومنظمة الأمم المتحدة للتربية والعلم والثقافة | لمنظمة الأمم المتحدة للتربية والعلم والثقافة

# en: UNESCO
-unesco-short = اليونسكو
    .forms = واليونسكو | لليونسكو

# en: United Nations Interregional Crime and Justice Research Institute
-unicri = معهد الأمم المتحدة الأقاليمي لبحوث الجريمة والعدالة
    .forms = ومعهد الأمم المتحدة الأقاليمي لبحوث الجريمة والعدالة | لمعهد الأمم المتحدة الأقاليمي لبحوث الجريمة والعدالة

# en: UNICRI
-unicri-short = المعهد
    .forms = والمعهد | للمعهد

## الاتحاد الأوروبي

# en: European Union
-eu = الاتحاد الأوروبي
    .forms = للاتحاد الأوروبي | بالاتحاد الأوروبي | والاتحاد الأوروبي

# en: European Commission
-european-commission = المفوضية الأوروبية
    .forms = للمفوضية الأوروبية | والمفوضية الأوروبية

# en: European External Action Service
-eeas = الدائرة الأوروبية للعمل الخارجي
    .forms = للدائرة الأوروبية للعمل الخارجي | والدائرة الأوروبية للعمل الخارجي

# en: High Representative of the European Union for Foreign Affairs and Security Policy
-high-representative = الممثلة العليا للاتحاد الأوروبي للشؤون الخارجية والسياسة الأمنية
    .forms = الممثل الأعلى للاتحاد الأوروبي للشؤون الخارجية والسياسة الأمنية

# en: European Commissioner for the Security Union
-security-union-commissioner = المفوض الأوروبي لشؤون الاتحاد الأمني

# en: European Union Counter-Terrorism Coordinator
-counter-terrorism-coordinator = منسق الاتحاد الأوروبي لمكافحة الإرهاب

## أسماء أخرى

# en: INTERPOL
-interpol = الإنتربول
    .forms = للإنتربول | والإنتربول

# en: Leadership Dialogue
-leadership-dialogue = حوار القادة
    .forms = لحوار القادة | وحوار القادة | حوار للقادة

# en: foreign terrorist fighters
# en: .forms = Foreign terrorist fighters
-foreign-terrorist-fighters = المقاتلون الإرهابيون الأجانب
    .forms = المقاتلين الإرهابيين الأجانب | للمقاتلين الإرهابيين الأجانب

# en: capacity-building
# en: .forms = Capacity-building
-capacity-building = بناء القدرات
    .forms = وبناء القدرات | لبناء القدرات

## الأشخاص

# en: António Guterres
-antonio-guterres = أنطونيو غوتيريش
    .forms = وأنطونيو غوتيريش | لأنطونيو غوتيريش

# en: Federica Mogherini
-federica-mogherini = فيديريكا موغيريني
    .forms = وفيديريكا موغيريني | لفيديريكا موغيريني

# en: Gilles de Kerchove
-gilles-de-kerchove = جيل دي كيرشوف
    .forms = وجيل دي كيرشوف | لجيل دي كيرشوف

# en: Julian King
-julian-king = جوليان كينغ
    .forms = وجوليان كينغ | لجوليان كينغ

# en: Jürgen Stock
-jurgen-stock = يورغن شتوك
    .forms = ويورغن شتوك | ليورغن شتوك

# en: Pedro Serrano
-pedro-serrano = بيدرو سيرانو
    .forms = وبيدرو سيرانو | لبيدرو سيرانو

# en: Vladimir Voronkov
-vladimir-voronkov = فلاديمير فورونكوف
    .forms = وفلاديمير فورونكوف | لفلاديمير فورونكوف
