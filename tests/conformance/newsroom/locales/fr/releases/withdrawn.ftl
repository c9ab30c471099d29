# en: A release that was withdrawn
title = Un communiqué retiré

# en: Its page says so.
summary = Sa page le dit.

# en: The meeting did not take place.
withdrawn = La réunion n’a pas eu lieu.

# en: A meeting took place on 14 January 2025.
meeting-took-place-14-january = Une réunion s’est tenue le 14 janvier 2025.
