"""The building blocks of every screen; take them from here."""

from app.ui.shown import Chip, Filter, FilterOption, Option
from app.ui.tokens import Tone
from app.ui.widgets.banner import Notice, PracticeBanner
from app.ui.widgets.buttons import Button, DangerButton, IconButton, PrimaryButton, QuietButton, SecondaryButton
from app.ui.widgets.card import Card, Divider, TableCard
from app.ui.widgets.choices import ChoiceList
from app.ui.widgets.dates import DateBox
from app.ui.widgets.facts import KeyValueList, StruckValue
from app.ui.widgets.field import Field, NoteBox, SelectBox, TextBox
from app.ui.widgets.filters import FilterBar
from app.ui.widgets.icontext import IconText
from app.ui.widgets.layouts import Column, Flow, Form, Row, Tiles, Turning
from app.ui.widgets.page import Page, PageHeader, ScrollColumn
from app.ui.widgets.responsive import MasterDetail, Responsive, Room, StackedPages
from app.ui.widgets.search import SearchField
from app.ui.widgets.states import EmptyState, ErrorState, LoadingState
from app.ui.widgets.status import Avatar, ProgressBar, StatusChip
from app.ui.widgets.text import Text
from app.ui.widgets.wizard import Wizard

__all__ = [
    "Avatar",
    "Button",
    "Card",
    "Chip",
    "ChoiceList",
    "Column",
    "DangerButton",
    "DateBox",
    "Divider",
    "EmptyState",
    "ErrorState",
    "Field",
    "Filter",
    "FilterBar",
    "FilterOption",
    "Flow",
    "Form",
    "IconButton",
    "IconText",
    "KeyValueList",
    "LoadingState",
    "MasterDetail",
    "NoteBox",
    "Notice",
    "Option",
    "Page",
    "PageHeader",
    "PracticeBanner",
    "PrimaryButton",
    "ProgressBar",
    "QuietButton",
    "Responsive",
    "Room",
    "Row",
    "ScrollColumn",
    "SearchField",
    "SecondaryButton",
    "SelectBox",
    "StackedPages",
    "StatusChip",
    "StruckValue",
    "TableCard",
    "Text",
    "TextBox",
    "Tiles",
    "Tone",
    "Turning",
    "Wizard",
]
