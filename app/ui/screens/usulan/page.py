"""Brings list, detail and form together with the desk: who asks whom, and where one goes from here."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtWidgets import QWidget

from app.domain.ids import EntryId, FamilyId
from app.domain.policy import ACTS
from app.ui.lanes import Lane
from app.ui.screens.foto.opener import PhotoOpener
from app.ui.screens.keluarga.detail_presenter import CODE_LIST
from app.ui.screens.keluarga.lexicon import Lexicon
from app.ui.screens.keluarga.page import Navigate, lexicon_for
from app.ui.screens.keluarga.pictures import THUMB_EDGE, read_image
from app.ui.screens.usulan.detail_presenter import ProposalPresenter
from app.ui.screens.usulan.detail_view import ProposalDetailView
from app.ui.screens.usulan.dialogs import KindDialog
from app.ui.screens.usulan.form_presenter import FormPresenter
from app.ui.screens.usulan.form_state import FormState
from app.ui.screens.usulan.form_view import FormView
from app.ui.screens.usulan.opening import NOTHING, Shelf, Tools
from app.ui.screens.usulan.presenter import ProposalsPresenter
from app.ui.screens.usulan.sheet import OBJECTION
from app.ui.screens.usulan.view import ProposalsView
from app.ui.shown import Option
from app.ui.tasks import Tasks
from app.ui.toast import announce
from app.ui.widgets import Column, StackedPages
from app.ui.wording import language
from app.usecases.desk import Desk
from app.usecases.reading import Reading


def lexicon_of(reading: Reading) -> Lexicon:
    """Words for today's list; reads files the first time, so call it in the lane."""
    return lexicon_for(reading.village().extra.get(CODE_LIST, ""))


def shelf_of(reading: Reading) -> Shelf:
    """Words and rules of the shelf for today's list; reads files the first time, so call it in the lane."""
    from app.shelf.forms import visit_form

    return Shelf(lexicon_of(reading), visit_form())


def kinds_offered(may_propose: bool) -> tuple[Option, ...]:
    """What may be proposed, with an explanation each; reads files the first time, so call it in the lane."""
    from app.shelf.reasons import reason_book

    kinds = reason_book().proposals.values()
    offered = [kind for kind in kinds if may_propose or kind.code == OBJECTION]
    return tuple(Option(kind.code, kind.words.say(language()), kind.explanation.say(language())) for kind in offered)


class ProposalsPage(QWidget):
    """The screen as the shell has it: `open(**facts)`, `refresh()`, `shown()`, `focus_work()`."""

    def __init__(self, desk: Desk, tasks: Tasks, navigate: Navigate) -> None:
        super().__init__()
        self._desk, self._tasks, self._navigate = desk, tasks, navigate
        self._run = tasks.bound(self)
        self._opened = False
        self._version = -1
        self._open_photo = PhotoOpener(desk, tasks, self._photo_came)
        self.detail = ProposalDetailView(self._open_photo, desk.today)
        self.list = ProposalsView(tasks.bound(self), self.detail)
        self._form: FormView | None = None
        self.presenter = ProposalsPresenter(desk.reading, desk.actor, self._run, self.list.show_state)
        read_picture = partial(read_image, desk.evidence, THUMB_EDGE)
        self.detail_presenter = ProposalPresenter(
            reading=desk.reading,
            journal=desk.journal,
            evidence=desk.evidence,
            actor=desk.actor,
            run=self._run,
            show=self.detail.show_state,
            written=self.presenter.refresh,
            contests=desk.contests.contests,
            lexicon=partial(lexicon_of, desk.reading),
            read_picture=read_picture,
        )
        tools = Tools(
            reading=desk.reading,
            journal=desk.journal,
            drafts=desk.drafts,
            evidence=desk.evidence,
            photos=desk.photos,
            today=desk.today,
            shelf=partial(shelf_of, desk.reading),
            read_picture=read_picture,
            actor=desk.actor,
        )
        self.form_presenter = FormPresenter(tools, self._run, self._show_form, self._saved)
        self._pages = StackedPages()
        self._pages.addWidget(self.list)
        Column(self._pages, on=self)
        self._connect_list()

    @property
    def form(self) -> FormView:
        """The form, made when it is first asked for: whoever only reads the list does not wait for it."""
        if self._form is None:
            self._form = FormView(self._open_photo)
            self._pages.addWidget(self._form)
            self._connect_form(self._form)
        return self._form

    def open(self, **facts: object) -> None:
        """One proposal (``proposal=``), a form (``new=`` kind), or a list of them.

        A form is about ``family=`` or about one that is not listed yet, begun under ``draft=``; it may mend the
        proposal ``replaces=``, and begins with the answers ``given=`` by their names in the draft.
        """
        new, proposal = facts.get("new"), facts.get("proposal")
        if isinstance(new, str) and new:
            family, given = facts.get("family"), facts.get("given")
            replaces, unlisted = facts.get("replaces"), facts.get("draft")
            self._begin(
                new,
                FamilyId(family) if isinstance(family, str) and family else None,
                dict(given) if isinstance(given, Mapping) else {},
                EntryId(replaces) if isinstance(replaces, str) and replaces else None,
                unlisted if isinstance(unlisted, str) else None,
            )
            return
        self._pages.setCurrentWidget(self.list)
        if not self._opened or set(facts) - {"proposal"}:
            self._opened = True
            self.presenter.open(facts)
        if isinstance(proposal, str) and proposal:
            self.list.mark(proposal)
            self.detail_presenter.open(EntryId(proposal))
            self.list.open_detail()
        elif facts:
            self.list.master.close_detail()  # where it has the place of the list, the list would not be seen

    def shown(self) -> None:
        """Seen (again): what was written elsewhere meanwhile is shown."""
        if self._opened:
            self.refresh()
        else:
            self._opened = True
            self.presenter.open({})

    def refresh(self) -> None:
        """Something was written, or came in: ask again."""
        self.presenter.refresh()
        self.detail_presenter.refresh()

    def focus_work(self) -> None:
        """Where the work of the part that is seen begins."""
        if self._form is not None and self._pages.currentWidget() is self._form:
            self._form.focus_work()
        elif self.list.master.detail_alone:
            self.detail.focus_work()
        else:
            self.list.focus_work()

    def _connect_list(self) -> None:
        view, detail = self.list, self.detail
        view.searched.connect(self.presenter.search)
        view.filter_chosen.connect(self.presenter.choose)
        view.filters_cleared.connect(self.presenter.clear)
        view.retry_asked.connect(self.refresh)
        view.proposal_chosen.connect(self._choose)
        view.proposal_opened.connect(self._open_proposal)
        view.new_asked.connect(self._ask_kind)
        detail.decided.connect(lambda given: self.detail_presenter.decide(*given))
        detail.endorsed.connect(lambda given: self.detail_presenter.endorse(*given))
        detail.keyed_in.connect(lambda given: self.detail_presenter.key_in(*given))
        detail.withdrawn.connect(lambda given: self.detail_presenter.withdraw(*given))
        detail.mend_asked.connect(self._mend)
        detail.family_asked.connect(self._open_family)
        detail.led.connect(self._go)
        detail.retry_asked.connect(self.detail_presenter.refresh)
        detail.dialog_closed.connect(self.detail_presenter.forget_refusal)

    def _show_form(self, state: FormState) -> None:
        self.form.show_state(state)

    def _connect_form(self, form: FormView) -> None:
        presenter = self.form_presenter
        form.answered.connect(presenter.answer)
        form.change_opened.connect(presenter.open_change)
        form.change_emptied.connect(presenter.empty_change)
        form.change_dropped.connect(presenter.drop_change)
        form.twin_asked.connect(self._open_twin)
        form.member_added.connect(presenter.add_member)
        form.member_removed.connect(presenter.remove_member)
        form.searched.connect(presenter.search)
        form.begun_chosen.connect(presenter.choose_begun)
        form.family_chosen.connect(presenter.choose_family)
        form.other_dropped.connect(presenter.drop_other)
        form.photo_given.connect(presenter.add_photo)
        form.photo_removed.connect(presenter.remove_photo)
        form.went_on.connect(presenter.go_on)
        form.went_back.connect(presenter.go_back)
        form.saved.connect(presenter.save)
        form.retry_asked.connect(presenter.retry)
        form.discarded.connect(self._discard)
        form.closed.connect(self._close_form)

    def _choose(self, proposal: str) -> None:
        """A row became current: its detail is shown where it has room beside the list."""
        self.list.mark(proposal)
        if not self.list.master.room.single:
            self.detail_presenter.open(EntryId(proposal))

    def _open_proposal(self, proposal: str) -> None:
        self.list.mark(proposal)
        self.detail_presenter.open(EntryId(proposal))
        self.list.open_detail()
        self.detail.focus_work()

    def _open_twin(self, proposal: str) -> None:
        """From a form to the proposal that asks for the same; the draft is kept."""
        self._pages.setCurrentWidget(self.list)
        self.shown()
        self._open_proposal(proposal)

    def _open_family(self, family: str) -> None:
        self._navigate("keluarga", family=family)

    def _go(self, place: str, facts: dict[str, object]) -> None:
        self._navigate(place, **facts)

    def _ask_kind(self) -> None:
        work = partial(kinds_offered, self._desk.actor.role in ACTS["change_proposed"])
        self._run(Lane.DISK, work, self._offer_kinds)

    def _offer_kinds(self, kinds: tuple[Option, ...]) -> None:
        dialog = KindDialog(self.window(), kinds)
        dialog.kind_chosen.connect(self._begin_kind)
        dialog.open()

    def _begin_kind(self, kind: str) -> None:
        self._begin(kind)

    def _begin(
        self,
        kind: str,
        family: FamilyId | None = None,
        given: Mapping[str, str] = NOTHING,
        replaces: EntryId | None = None,
        unlisted: str | None = None,
    ) -> None:
        self._pages.setCurrentWidget(self.form)
        self.form_presenter.open(kind, family, given, replaces, unlisted)

    def _mend(self) -> None:
        card = self.detail_presenter.card
        if card is not None:
            self._begin(card.kind, FamilyId(card.family), replaces=EntryId(card.id))

    def _saved(self, entry: EntryId) -> None:
        self._pages.setCurrentWidget(self.list)
        self.presenter.grow()
        self._opened = True
        self.list.mark(entry)
        self.detail_presenter.open(entry)
        self.list.open_detail()
        self.detail.focus_work()
        announce(self, self.tr("Usulan tersimpan di laptop"))

    def _discard(self) -> None:
        self.form_presenter.discard()
        self._close_form()

    def _close_form(self) -> None:
        self._pages.setCurrentWidget(self.list)
        self.shown()
        self.list.focus_work()

    def _photo_came(self, name: str) -> None:
        self.detail_presenter.photo_came(name)
        self.form_presenter.photo_came(name)
