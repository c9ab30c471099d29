### The established names of this newsroom, one term each. Translations may use them: { -library }.

-library = City Library
-reading-room = reading room by the river
