"""What is shown once a visit is in the journal: what was recorded, who is next, what may be proposed."""

from __future__ import annotations

from app.ui.screens.kunjungan.opening import Recorded
from app.ui.screens.kunjungan.session import Session
from app.ui.screens.kunjungan.state import FormState, Stage
from app.ui.words import translate, translate_counted


def saved_state(session: Session, recorded: Recorded, before: FormState) -> FormState:
    """The end of a form, under the title that it had `before`."""
    name = session.known.detail.standing.family.head_name
    words = translate("Visit", "Kunjungan keluarga {name} tercatat.", name=name)
    if recorded.proposals:
        words += " " + translate_counted("Visit", "{n} usulan perbaikan ikut tercatat.", recorded.proposals)
    next_words = (
        translate("Visit", "Lanjut ke keluarga {name}", name=recorded.next_name) if recorded.next_family else ""
    )
    return FormState(
        stage=Stage.SAVED,
        title=before.title,
        subtitle=before.subtitle,
        saved_words=words,
        saved_family=session.known.family,
        follow_ups=recorded.follow_ups,
        next_family=recorded.next_family,
        next_words=next_words,
    )
