# en: City Library
-library = مكتبة المدينة
    .forms = لمكتبة المدينة | بمكتبة المدينة

# en: reading room by the river
-reading-room = قاعة المطالعة على ضفة النهر
    .forms = قاعةَ المطالعة على ضفة النهر | لقاعة المطالعة على ضفة النهر
