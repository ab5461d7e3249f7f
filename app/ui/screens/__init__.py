"""The screens, one folder each: state, presenter, view."""
