"""What somebody does for the village: his role, and for an enumerator the RTs that he walks."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.domain.policy import ENUMERATOR
from app.ui.shown import Option
from app.ui.widgets.choices import ChoiceList
from app.ui.widgets.field import Field, SelectBox
from app.ui.widgets.layouts import Column

_SOME, _WHOLE = "some", "whole"


class DutyFields(QWidget):
    """The places, shown for enumerators alone; put `role_field` where the role is asked."""

    def __init__(
        self,
        roles: tuple[tuple[str, str], ...],
        places: tuple[tuple[str, str], ...],
        role: str = ENUMERATOR,
        rts: tuple[str, ...] | None = None,
    ) -> None:
        """`rts`: those of somebody who is there already, empty for the whole village; None for somebody new."""
        super().__init__()
        self.role = SelectBox(roles)
        self.role.set_value(role)
        self.role_field = Field(self.tr("Peran"), self.role)
        self.places = ChoiceList(
            tuple(Option(place, words) for place, words in places),
            multiple=True,
            show_codes=False,
            name=self.tr("Wilayah"),
        )
        self.places.set_value(rts or ())
        self.reach = SelectBox(((_SOME, self.tr("RT tertentu saja")), (_WHOLE, self.tr("Seluruh desa"))))
        self.reach.set_value(_WHOLE if rts == () or not places else _SOME)
        self.reach_field = Field(self.tr("Wilayah kerja"), self.reach)
        self.places_field = Field(self.tr("RT yang didatangi"), self.places)
        Column(self.reach_field, self.places_field, gap=12, on=self)
        self.role.currentIndexChanged.connect(self._show_places)
        self.reach.currentIndexChanged.connect(self._show_places)
        self._show_places()

    def places_chosen(self) -> tuple[str, ...] | None:
        """The RTs he is bound to, empty for the whole village; None, and said so, where he is to be bound to none.

        Nothing ticked is nothing chosen, never the whole village: that would show him everybody's card.
        """
        places = self.places.value() if self._bound() else ()
        unbound = self._bound() and not places
        # Said above the list, where the focus goes: below a dozen RTs nobody would see it.
        self.reach_field.set_error(self.tr("Pilih paling sedikit satu RT, atau pilih seluruh desa.") if unbound else "")
        return None if unbound else places

    def _show_places(self) -> None:
        self.reach_field.setVisible(self.role.value() == ENUMERATOR)
        self.places_field.setVisible(self._bound())

    def _bound(self) -> bool:
        return self.role.value() == ENUMERATOR and self.reach.value() == _SOME
