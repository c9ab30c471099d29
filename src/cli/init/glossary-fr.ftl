# en: City Library
-library = Bibliothèque municipale
    .forms = bibliothèque municipale

# en: reading room by the river
-reading-room = salle de lecture au bord du fleuve
