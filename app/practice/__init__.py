"""An invented village to practise on, with errors whose truth is known."""
