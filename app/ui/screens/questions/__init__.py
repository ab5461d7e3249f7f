"""Questions of a questionnaire on the screen, whichever form asks them: their words and their controls."""
