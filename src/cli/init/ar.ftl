### Above each message stands its English, `# en: …`; please leave it there.
### To translate a message, replace { "" } with your text, on the same line.

# en: City library opens its reading room by the river
title = مكتبة المدينة تفتتح قاعة المطالعة على ضفة النهر

# en: The new room has 120 seats, is open every day and costs nothing to use.
summary = تتسع القاعة الجديدة لـ 120 مقعداً، وتفتح أبوابها كل يوم، والدخول إليها مجاني.

# en: Riverton
place = ريفرتون

# en: City Library
issuer = { -library }

# en: Press office
contact-role = المكتب الصحفي

# en: The City Library today opened its **reading room by the river**. It has 120 seats and is open every day from 8 a.m. to 10 p.m.; nobody pays to use it.
city-library-today-opened = افتتحت { -library } اليوم **قاعة المطالعة على ضفة النهر**. وتضم القاعة 120 مقعداً وتفتح أبوابها كل يوم من الساعة 8 صباحاً حتى الساعة 10 مساءً؛ والدخول إليها مجاني.

# en: “A city that reads together stays together,” said Ms. Ada Moreau, the Director of the library.
city-reads-together-stays = وقالت السيدة أدا مورو، مديرة المكتبة: «المدينة التي تقرأ معاً تبقى معاً».

# en: What visitors find
visitors-find = ما يجده الزوار

# en: quiet places to work, half of them with a view of the river;
quiet-places-work-half-view = أماكن هادئة للعمل، يطل نصفها على النهر؛

# en: newspapers in 14 languages;
newspapers-14-languages = صحف بـ 14 لغة؛

# en: a [calendar of readings](https://library.example.org/readings) for children and adults.
calendar-readings-children-adults = [برنامج للقراءات](https://library.example.org/readings) للأطفال والكبار.

# en: Questions are welcome at <press@example.org>.
questions-welcome = نرحب بأسئلتكم على العنوان <press@example.org>.
