### كلمات الصفحات نفسها: كل ما في الصفحة من غير نص البيان.

## المركز الصحفي

# en: Newsroom
site-name = المركز الصحفي

# en: Press releases in the official languages.
site-description = بيانات صحفية باللغات الرسمية.

## اللغة وصيغها

# en: English
language-name = العربية

# en: English
original-language = الإنكليزية

# en: { DATE($date, style: "long") }
date-long = { date-month-day } { $year }

# en: { DATE($date, style: "month-day") }
date-month-day = { $day } { $month-number ->
    [1] كانون الثاني/يناير
    [2] شباط/فبراير
    [3] آذار/مارس
    [4] نيسان/أبريل
    [5] أيار/مايو
    [6] حزيران/يونيه
    [7] تموز/يوليه
    [8] آب/أغسطس
    [9] أيلول/سبتمبر
    [10] تشرين الأول/أكتوبر
    [11] تشرين الثاني/نوفمبر
    [12] كانون الأول/ديسمبر
   *[other] { $month }
}

# en: { $time } ({ $zone }), { date-long }
date-time = { date-long }، الساعة { $time } ({ $zone })

# en: { $label }: { $value }
label-value = { $label }: { $value }

## سطر المكان والتاريخ

# en: { $PLACE }, { date-month-day } ({ $issuer }) —{ " " }
dateline = { $place }، { date-month-day } ({ $issuer }) —{ " " }

# en: { $PLACE }, { date-month-day } —{ " " }
dateline-place = { $place }، { date-month-day } —{ " " }

# en: { date-month-day } ({ $issuer }) —{ " " }
dateline-issuer = { date-month-day } ({ $issuer }) —{ " " }

## ما يحيط بالبيان

# en: Skip to the text
skip-to-content = الانتقال إلى النص

# en: Languages
languages = اللغات

# en: Press release
press-release = بيان صحفي

# en: Symbol
symbol = الرمز

# en: Original: { original-language }
original = الأصل: { original-language }

# en: Read the original
read-original = قراءة الأصل

# en: Plain text
plain-text = نص بلا تنسيق

# en: All press releases
all-releases = جميع البيانات الصحفية

# en: { PLURAL($count) ->
# en: [one] Contact
# en: *[other] Contacts
# en: }
contacts = { PLURAL($count) ->
    [one] جهة الاتصال
    [two] جهتا الاتصال
   *[other] جهات الاتصال
}

# en: Email
contact-email = البريد الإلكتروني
# en: Telephone
contact-phone = الهاتف
# en: Website
contact-web = الموقع الشبكي

# en: * * *
end-mark = * * *

## إشعارات

# en: { PLURAL($count) ->
# en: [one] Correction
# en: *[other] Corrections
# en: }
corrections = { PLURAL($count) ->
    [one] تصويب
    [two] تصويبان
   *[other] تصويبات
}

# en: { PLURAL($count) ->
# en: [one] One passage of this page awaits translation and is shown in the original language ({ original-language }).
# en: *[other] { NUMBER($count) } passages of this page await translation and are shown in the original language ({ original-language }).
# en: }
notice-fallback = { PLURAL($count) ->
    [zero] كل فقرات هذه الصفحة مترجمة من اللغة الأصلية ({ original-language }).
    [one] في هذه الصفحة فقرة واحدة لم تترجم بعد، وهي معروضة باللغة الأصلية ({ original-language }).
    [two] في هذه الصفحة فقرتان لم تترجما بعد، وهما معروضتان باللغة الأصلية ({ original-language }).
    [few] في هذه الصفحة { NUMBER($count) } فقرات لم تترجم بعد، وهي معروضة باللغة الأصلية ({ original-language }).
    [many] في هذه الصفحة { NUMBER($count) } فقرة لم تترجم بعد، وهي معروضة باللغة الأصلية ({ original-language }).
   *[other] في هذه الصفحة { NUMBER($count) } فقرة لم تترجم بعد، وهي معروضة باللغة الأصلية ({ original-language }).
}

# en: { PLURAL($count) ->
# en: [one] One passage of this translation follows an earlier version of the original and is being revised.
# en: *[other] { NUMBER($count) } passages of this translation follow an earlier version of the original and are being revised.
# en: }
notice-stale = { PLURAL($count) ->
    [zero] كل فقرات هذه الترجمة مطابقة للأصل.
    [one] في هذه الترجمة فقرة واحدة تستند إلى صيغة سابقة للأصل، وهي قيد المراجعة.
    [two] في هذه الترجمة فقرتان تستندان إلى صيغة سابقة للأصل، وهما قيد المراجعة.
    [few] في هذه الترجمة { NUMBER($count) } فقرات تستند إلى صيغة سابقة للأصل، وهي قيد المراجعة.
    [many] في هذه الترجمة { NUMBER($count) } فقرة تستند إلى صيغة سابقة للأصل، وهي قيد المراجعة.
   *[other] في هذه الترجمة { NUMBER($count) } فقرة تستند إلى صيغة سابقة للأصل، وهي قيد المراجعة.
}

# en: [{ original-language }]
mark-fallback = [{ original-language }]

# en: [earlier version]
mark-stale = [صيغة سابقة]

# en: Embargoed until { $moment }
notice-embargo = يُحظر النشر قبل { $moment }

# en: Check against delivery
notice-delivery = العبرة بالنص كما يُلقى

# en: This press release was withdrawn on { date-long }.
notice-withdrawn = سُحب هذا البيان الصحفي في { date-long }.

## النص

# en: Paragraph { NUMBER($number) }
paragraph-number = الفقرة { NUMBER($number) }

# en: Note { NUMBER($number) }
footnote = الحاشية { NUMBER($number) }
# en: Back to the text of note { NUMBER($number) }
footnote-back = العودة إلى موضع الحاشية { NUMBER($number) } في النص

# en: { PLURAL($count) ->
# en: [one] Note
# en: *[other] Notes
# en: }
footnotes = { PLURAL($count) ->
    [one] حاشية
    [two] حاشيتان
   *[other] الحواشي
}

# en: Note
alert-note = ملاحظة
# en: Tip
alert-tip = نصيحة
# en: Important
alert-important = مهم
# en: Warning
alert-warning = تحذير
# en: Caution
alert-caution = تنبيه

# en: Table { NUMBER($number) }
table = الجدول { NUMBER($number) }

# en: Done
task-done = أُنجز
# en: To do
task-open = لم يُنجز بعد

# en: [Picture: { $text }]
image = [صورة: { $text }]

## قائمة البيانات

# en: Press releases
releases = البيانات الصحفية

# en: No press release has been published in this language yet.
releases-none = لم يُنشر بعد أي بيان صحفي بهذه اللغة.

# en: { PLURAL($count) ->
# en: [one] { NUMBER($count) } press release
# en: *[other] { NUMBER($count) } press releases
# en: }
releases-count = { PLURAL($count) ->
    [zero] لا توجد بيانات صحفية
    [one] بيان صحفي واحد
    [two] بيانان صحفيان
    [few] { NUMBER($count) } بيانات صحفية
    [many] { NUMBER($count) } بيانا صحفيا
   *[other] { NUMBER($count) } بيان صحفي
}

# en: Pages
pages = الصفحات
# en: Page { NUMBER($page) } of { NUMBER($pages) }
page-of = الصفحة { NUMBER($page) } من { NUMBER($pages) }
# en: Newer
newer = الأحدث
# en: Older
older = الأقدم

# en: Atom feed
feed = خلاصة Atom

## صفحات أخرى

# en: Choose your language
choose-language = اختر لغتك

# en: Page not found
not-found = الصفحة غير موجودة
# en: The address may be mistyped, or the page may have moved.
not-found-text = ربما كُتب العنوان خطأ، أو نُقلت الصفحة إلى مكان آخر.

## المطابقة: البيان بجميع اللغات جنبا إلى جنب، للاجتماع الذي يُقره

# en: All languages, paragraph by paragraph
concordance = جميع اللغات، فقرة فقرة
# en: Original
concordance-original = الأصل
# en: Missing
state-missing = لم يترجم بعد
# en: Follows an earlier version
state-stale = يستند إلى صيغة سابقة
