### Установившиеся названия: употреблять в этом виде во всех переводах на русский язык.
### Падеж указывается так: { -unoct(case: "genitive") }.
### Все падежи термина проверка узнает сама; в .forms — прочие допустимые формы.

## Организация Объединенных Наций

# en: United Nations
-un =
    { $case ->
       *[nominative] Организация Объединенных Наций
        [genitive] Организации Объединенных Наций
        [dative] Организации Объединенных Наций
        [accusative] Организацию Объединенных Наций
        [instrumental] Организацией Объединенных Наций
        [prepositional] Организации Объединенных Наций
    }
    .forms = ООН

# en: United Nations Office of Counter-Terrorism
# en: .forms = UNOCT
-unoct =
    { $case ->
       *[nominative] Контртеррористическое управление ООН
        [genitive] Контртеррористического управления ООН
        [dative] Контртеррористическому управлению ООН
        [accusative] Контртеррористическое управление ООН
        [instrumental] Контртеррористическим управлением ООН
        [prepositional] Контртеррористическом управлении ООН
    }
    .forms = КТУ ООН

# en: General Assembly
-general-assembly =
    { $case ->
       *[nominative] Генеральная Ассамблея
        [genitive] Генеральной Ассамблеи
        [dative] Генеральной Ассамблее
        [accusative] Генеральную Ассамблею
        [instrumental] Генеральной Ассамблеей
        [prepositional] Генеральной Ассамблее
    }

# en: Member States
-member-states =
    { $case ->
       *[nominative] государства-члены
        [genitive] государств-членов
        [dative] государствам-членам
        [accusative] государства-члены
        [instrumental] государствами-членами
        [prepositional] государствах-членах
    }
    .forms = Государства-члены | государство-член | государства-члена | государству-члену | государством-членом

# en: Secretary-General
-secretary-general =
    { $case ->
       *[nominative] Генеральный секретарь
        [genitive] Генерального секретаря
        [dative] Генеральному секретарю
        [accusative] Генерального секретаря
        [instrumental] Генеральным секретарем
        [prepositional] Генеральном секретаре
    }

# en: Under-Secretary-General
-usg =
    { $case ->
       *[nominative] заместитель Генерального секретаря
        [genitive] заместителя Генерального секретаря
        [dative] заместителю Генерального секретаря
        [accusative] заместителя Генерального секретаря
        [instrumental] заместителем Генерального секретаря
        [prepositional] заместителе Генерального секретаря
    }
    .forms = Заместитель Генерального секретаря

# en: United Nations Global Counter-Terrorism Strategy
-strategy =
    { $case ->
       *[nominative] Глобальная контртеррористическая стратегия Организации Объединенных Наций
        [genitive] Глобальной контртеррористической стратегии Организации Объединенных Наций
        [dative] Глобальной контртеррористической стратегии Организации Объединенных Наций
        [accusative] Глобальную контртеррористическую стратегию Организации Объединенных Наций
        [instrumental] Глобальной контртеррористической стратегией Организации Объединенных Наций
        [prepositional] Глобальной контртеррористической стратегии Организации Объединенных Наций
    }

# en: Plan of Action
-plan-of-action =
    { $case ->
       *[nominative] План действий
        [genitive] Плана действий
        [dative] Плану действий
        [accusative] План действий
        [instrumental] Планом действий
        [prepositional] Плане действий
    }

# en: Counter-Terrorism Committee Executive Directorate
-cted =
    { $case ->
       *[nominative] Исполнительный директорат Контртеррористического комитета
        [genitive] Исполнительного директората Контртеррористического комитета
        [dative] Исполнительному директорату Контртеррористического комитета
        [accusative] Исполнительный директорат Контртеррористического комитета
        [instrumental] Исполнительным директоратом Контртеррористического комитета
        [prepositional] Исполнительном директорате Контртеррористического комитета
    }

# en: CTED
-cted-short = ИДКТК

# en: United Nations Development Programme
-undp =
    { $case ->
       *[nominative] Программа развития Организации Объединенных Наций
        [genitive] Программы развития Организации Объединенных Наций
        [dative] Программе развития Организации Объединенных Наций
        [accusative] Программу развития Организации Объединенных Наций
        [instrumental] Программой развития Организации Объединенных Наций
        [prepositional] Программе развития Организации Объединенных Наций
    }

# en: UNDP
-undp-short = ПРООН

# en: United Nations Educational, Scientific and Cultural Organization
-unesco =
    { $case ->
       *[nominative] Организация Объединенных Наций по вопросам образования, науки и культуры
        [genitive] Организации Объединенных Наций по вопросам образования, науки и культуры
        [dative] Организации Объединенных Наций по вопросам образования, науки и культуры
        [accusative] Организацию Объединенных Наций по вопросам образования, науки и культуры
        [instrumental] Организацией Объединенных Наций по вопросам образования, науки и культуры
        [prepositional] Организации Объединенных Наций по вопросам образования, науки и культуры
    }

# en: UNESCO
-unesco-short = ЮНЕСКО

# en: United Nations Interregional Crime and Justice Research Institute
-unicri =
    { $case ->
       *[nominative] Межрегиональный научно-исследовательский институт Организации Объединенных Наций по вопросам преступности и правосудия
        [genitive] Межрегионального научно-исследовательского института Организации Объединенных Наций по вопросам преступности и правосудия
        [dative] Межрегиональному научно-исследовательскому институту Организации Объединенных Наций по вопросам преступности и правосудия
        [accusative] Межрегиональный научно-исследовательский институт Организации Объединенных Наций по вопросам преступности и правосудия
        [instrumental] Межрегиональным научно-исследовательским институтом Организации Объединенных Наций по вопросам преступности и правосудия
        [prepositional] Межрегиональном научно-исследовательском институте Организации Объединенных Наций по вопросам преступности и правосудия
    }

# en: UNICRI
-unicri-short = ЮНИКРИ

## Европейский союз

# en: European Union
-eu =
    { $case ->
       *[nominative] Европейский союз
        [genitive] Европейского союза
        [dative] Европейскому союзу
        [accusative] Европейский союз
        [instrumental] Европейским союзом
        [prepositional] Европейском союзе
    }
    .forms = ЕС

# en: European Commission
-european-commission =
    { $case ->
       *[nominative] Европейская комиссия
        [genitive] Европейской комиссии
        [dative] Европейской комиссии
        [accusative] Европейскую комиссию
        [instrumental] Европейской комиссией
        [prepositional] Европейской комиссии
    }

# en: European External Action Service
-eeas =
    { $case ->
       *[nominative] Европейская служба внешнеполитической деятельности
        [genitive] Европейской службы внешнеполитической деятельности
        [dative] Европейской службе внешнеполитической деятельности
        [accusative] Европейскую службу внешнеполитической деятельности
        [instrumental] Европейской службой внешнеполитической деятельности
        [prepositional] Европейской службе внешнеполитической деятельности
    }
    .forms = ЕСВД

# en: High Representative of the European Union for Foreign Affairs and Security Policy
-high-representative =
    { $case ->
       *[nominative] Верховный представитель Европейского союза по иностранным делам и политике безопасности
        [genitive] Верховного представителя Европейского союза по иностранным делам и политике безопасности
        [dative] Верховному представителю Европейского союза по иностранным делам и политике безопасности
        [accusative] Верховного представителя Европейского союза по иностранным делам и политике безопасности
        [instrumental] Верховным представителем Европейского союза по иностранным делам и политике безопасности
        [prepositional] Верховном представителе Европейского союза по иностранным делам и политике безопасности
    }

# en: European Commissioner for the Security Union
-security-union-commissioner =
    { $case ->
       *[nominative] европейский комиссар по вопросам союза безопасности
        [genitive] европейского комиссара по вопросам союза безопасности
        [dative] европейскому комиссару по вопросам союза безопасности
        [accusative] европейского комиссара по вопросам союза безопасности
        [instrumental] европейским комиссаром по вопросам союза безопасности
        [prepositional] европейском комиссаре по вопросам союза безопасности
    }
    .forms = Европейский комиссар по вопросам союза безопасности

# en: European Union Counter-Terrorism Coordinator
-counter-terrorism-coordinator =
    { $case ->
       *[nominative] координатор Европейского союза по борьбе с терроризмом
        [genitive] координатора Европейского союза по борьбе с терроризмом
        [dative] координатору Европейского союза по борьбе с терроризмом
        [accusative] координатора Европейского союза по борьбе с терроризмом
        [instrumental] координатором Европейского союза по борьбе с терроризмом
        [prepositional] координаторе Европейского союза по борьбе с терроризмом
    }
    .forms = Координатор Европейского союза по борьбе с терроризмом

## Прочие названия

# en: INTERPOL
-interpol =
    { $case ->
       *[nominative] Интерпол
        [genitive] Интерпола
        [dative] Интерполу
        [accusative] Интерпол
        [instrumental] Интерполом
        [prepositional] Интерполе
    }

# en: Leadership Dialogue
-leadership-dialogue =
    { $case ->
       *[nominative] Диалог руководителей
        [genitive] Диалога руководителей
        [dative] Диалогу руководителей
        [accusative] Диалог руководителей
        [instrumental] Диалогом руководителей
        [prepositional] Диалоге руководителей
    }

# en: foreign terrorist fighters
# en: .forms = Foreign terrorist fighters
-foreign-terrorist-fighters =
    { $case ->
       *[nominative] иностранные боевики-террористы
        [genitive] иностранных боевиков-террористов
        [dative] иностранным боевикам-террористам
        [accusative] иностранных боевиков-террористов
        [instrumental] иностранными боевиками-террористами
        [prepositional] иностранных боевиках-террористах
    }
    .forms = Иностранные боевики-террористы

# en: capacity-building
# en: .forms = Capacity-building
-capacity-building =
    { $case ->
       *[nominative] наращивание потенциала
        [genitive] наращивания потенциала
        [dative] наращиванию потенциала
        [accusative] наращивание потенциала
        [instrumental] наращиванием потенциала
        [prepositional] наращивании потенциала
    }
    .forms = Наращивание потенциала

## Лица

# en: António Guterres
-antonio-guterres =
    { $case ->
       *[nominative] Антониу Гутерриш
        [genitive] Антониу Гутерриша
        [dative] Антониу Гутерришу
        [accusative] Антониу Гутерриша
        [instrumental] Антониу Гутерришем
        [prepositional] Антониу Гутеррише
    }

# en: Federica Mogherini
-federica-mogherini =
    { $case ->
       *[nominative] Федерика Могерини
        [genitive] Федерики Могерини
        [dative] Федерике Могерини
        [accusative] Федерику Могерини
        [instrumental] Федерикой Могерини
        [prepositional] Федерике Могерини
    }

# en: Gilles de Kerchove
-gilles-de-kerchove =
    { $case ->
       *[nominative] Жиль де Керков
        [genitive] Жиля де Керкова
        [dative] Жилю де Керкову
        [accusative] Жиля де Керкова
        [instrumental] Жилем де Керковом
        [prepositional] Жиле де Керкове
    }

# en: Julian King
-julian-king =
    { $case ->
       *[nominative] Джулиан Кинг
        [genitive] Джулиана Кинга
        [dative] Джулиану Кингу
        [accusative] Джулиана Кинга
        [instrumental] Джулианом Кингом
        [prepositional] Джулиане Кинге
    }

# en: Jürgen Stock
-jurgen-stock =
    { $case ->
       *[nominative] Юрген Шток
        [genitive] Юргена Штока
        [dative] Юргену Штоку
        [accusative] Юргена Штока
        [instrumental] Юргеном Штоком
        [prepositional] Юргене Штоке
    }

# en: Pedro Serrano
-pedro-serrano = Педро Серрано

# en: Vladimir Voronkov
-vladimir-voronkov =
    { $case ->
       *[nominative] Владимир Воронков
        [genitive] Владимира Воронкова
        [dative] Владимиру Воронкову
        [accusative] Владимира Воронкова
        [instrumental] Владимиром Воронковым
        [prepositional] Владимире Воронкове
    }
