### 固定译名：所有中文译文均应照此使用。

## 联合国

# en: United Nations
-un = 联合国

# en: United Nations Office of Counter-Terrorism
# en: .forms = UNOCT
-unoct = 联合国反恐怖主义办公室
    .forms = 反恐怖主义办公室 | 反恐办

# en: General Assembly
-general-assembly = 大会

# en: Member States
-member-states = 会员国

# en: Secretary-General
-secretary-general = 秘书长

# en: Under-Secretary-General
-usg = 副秘书长

# en: United Nations Global Counter-Terrorism Strategy
-strategy = 《联合国全球反恐战略》
    .forms = 联合国全球反恐战略

# en: Plan of Action
-plan-of-action = 《行动计划》
    .forms = 行动计划

# en: Counter-Terrorism Committee Executive Directorate
-cted = 反恐怖主义委员会执行局

# en: CTED
-cted-short = 反恐执行局

# en: United Nations Development Programme
-undp = 联合国开发计划署

# en: UNDP
-undp-short = 开发署

# en: United Nations Educational, Scientific and Cultural Organization
-unesco = 联合国教育、科学及文化组织

# en: UNESCO
-unesco-short = 教科文组织

# en: United Nations Interregional Crime and Justice Research Institute
-unicri = 联合国区域间犯罪和司法研究所

# en: UNICRI
-unicri-short = 犯罪司法所

## 欧洲联盟

# en: European Union
-eu = 欧洲联盟
    .forms = 欧盟

# en: European Commission
-european-commission = 欧洲联盟委员会
    .forms = 欧盟委员会

# en: European External Action Service
-eeas = 欧洲对外行动署

# en: High Representative of the European Union for Foreign Affairs and Security Policy
-high-representative = 欧洲联盟外交与安全政策高级代表

# en: European Commissioner for the Security Union
-security-union-commissioner = 欧洲联盟安全联盟事务专员

# en: European Union Counter-Terrorism Coordinator
-counter-terrorism-coordinator = 欧洲联盟反恐协调员

## 其他名称

# en: INTERPOL
-interpol = 国际刑警组织

# en: Leadership Dialogue
-leadership-dialogue = 领导人对话

# en: foreign terrorist fighters
# en: .forms = Foreign terrorist fighters
-foreign-terrorist-fighters = 外国恐怖主义作战人员
    .forms = 外国恐怖主义战斗人员

# en: capacity-building
# en: .forms = Capacity-building
-capacity-building = 能力建设

## 人名

# en: António Guterres
-antonio-guterres = 安东尼奥·古特雷斯

# en: Federica Mogherini
-federica-mogherini = 费代丽卡·莫盖里尼

# en: Gilles de Kerchove
-gilles-de-kerchove = 吉勒·德凯尔肖夫

# en: Julian King
-julian-king = 朱利安·金

# en: Jürgen Stock
-jurgen-stock = 于尔根·施托克

# en: Pedro Serrano
-pedro-serrano = 佩德罗·塞拉诺

# en: Vladimir Voronkov
-vladimir-voronkov = 弗拉基米尔·沃龙科夫
