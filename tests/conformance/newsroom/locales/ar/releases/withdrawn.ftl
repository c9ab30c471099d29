# en: A release that was withdrawn
title = بيان سُحب

# en: Its page says so.
summary = صفحته تقول ذلك.

# en: The meeting did not take place.
withdrawn = لم ينعقد الاجتماع.

# en: A meeting took place on 14 January 2025.
meeting-took-place-14-january = انعقد اجتماع في 14 كانون الثاني/يناير 2025.
