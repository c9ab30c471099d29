### 页面本身的文字：页面上新闻稿以外的一切内容。

## 新闻中心

# en: Newsroom
site-name = 新闻中心

# en: Press releases in the official languages.
site-description = 以各正式语文发布新闻稿。

## 语文及其形式

# en: English
language-name = 中文

# en: English
original-language = 英文

# en: { DATE($date, style: "long") }
date-long = { DATE($date, style: "long") }

# en: { DATE($date, style: "month-day") }
date-month-day = { DATE($date, style: "month-day") }

# en: { $time } ({ $zone }), { date-long }
date-time = { date-long }{ $time }（{ $zone }）

# en: { $label }: { $value }
label-value = { $label }：{ $value }

## 电头

# en: { $PLACE }, { date-month-day } ({ $issuer }) —{ " " }
dateline = { $place }，{ date-month-day }（{ $issuer }）——

# en: { $PLACE }, { date-month-day } —{ " " }
dateline-place = { $place }，{ date-month-day }——

# en: { date-month-day } ({ $issuer }) —{ " " }
dateline-issuer = { date-month-day }（{ $issuer }）——

## 新闻稿周围的文字

# en: Skip to the text
skip-to-content = 跳至正文

# en: Languages
languages = 语文

# en: Press release
press-release = 新闻稿

# en: Symbol
symbol = 文号

# en: Original: { original-language }
original = 原文：{ original-language }

# en: Read the original
read-original = 阅读原文

# en: Plain text
plain-text = 纯文本

# en: All press releases
all-releases = 全部新闻稿

# en: { PLURAL($count) ->
# en: [one] Contact
# en: *[other] Contacts
# en: }
contacts = 联系方式

# en: Email
contact-email = 电子邮件
# en: Telephone
contact-phone = 电话
# en: Website
contact-web = 网站

# en: * * *
end-mark = * * *

## 通知

# en: { PLURAL($count) ->
# en: [one] Correction
# en: *[other] Corrections
# en: }
corrections = 更正

# en: { PLURAL($count) ->
# en: [one] One passage of this page awaits translation and is shown in the original language ({ original-language }).
# en: *[other] { NUMBER($count) } passages of this page await translation and are shown in the original language ({ original-language }).
# en: }
notice-fallback = 本页有{ NUMBER($count) }处尚未译出，以原文（{ original-language }）显示。

# en: { PLURAL($count) ->
# en: [one] One passage of this translation follows an earlier version of the original and is being revised.
# en: *[other] { NUMBER($count) } passages of this translation follow an earlier version of the original and are being revised.
# en: }
notice-stale = 本译文有{ NUMBER($count) }处依据的是原文的较早版本，正在修订。

# en: [{ original-language }]
mark-fallback = ［{ original-language }］

# en: [earlier version]
mark-stale = ［较早版本］

# en: Embargoed until { $moment }
notice-embargo = { $moment }前不得发表

# en: Check against delivery
notice-delivery = 以实际发言为准

# en: This press release was withdrawn on { date-long }.
notice-withdrawn = 本新闻稿已于{ date-long }撤回。

## 正文

# en: Paragraph { NUMBER($number) }
paragraph-number = 第{ NUMBER($number) }段

# en: Note { NUMBER($number) }
footnote = 注{ NUMBER($number) }
# en: Back to the text of note { NUMBER($number) }
footnote-back = 返回注{ NUMBER($number) }所在正文

# en: { PLURAL($count) ->
# en: [one] Note
# en: *[other] Notes
# en: }
footnotes = 注

# en: Note
alert-note = 说明
# en: Tip
alert-tip = 提示
# en: Important
alert-important = 重要
# en: Warning
alert-warning = 警告
# en: Caution
alert-caution = 注意

# en: Table { NUMBER($number) }
table = 表{ NUMBER($number) }

# en: Done
task-done = 已完成
# en: To do
task-open = 待办

# en: [Picture: { $text }]
image = ［图片：{ $text }］

## 新闻稿列表

# en: Press releases
releases = 新闻稿

# en: No press release has been published in this language yet.
releases-none = 尚无以该语文发布的新闻稿。

# en: { PLURAL($count) ->
# en: [one] { NUMBER($count) } press release
# en: *[other] { NUMBER($count) } press releases
# en: }
releases-count = { NUMBER($count) }篇新闻稿

# en: Pages
pages = 分页
# en: Page { NUMBER($page) } of { NUMBER($pages) }
page-of = 第{ NUMBER($page) }页，共{ NUMBER($pages) }页
# en: Newer
newer = 较新
# en: Older
older = 较早

# en: Atom feed
feed = Atom订阅源

## 其他页面

# en: Choose your language
choose-language = 选择语文

# en: Page not found
not-found = 未找到页面
# en: The address may be mistyped, or the page may have moved.
not-found-text = 网址可能有误，或页面已移至他处。

## 对照：各语文并列的新闻稿，供定稿会议使用

# en: All languages, paragraph by paragraph
concordance = 各语文逐段对照
# en: Original
concordance-original = 原文
# en: Missing
state-missing = 待译
# en: Follows an earlier version
state-stale = 依据较早版本
