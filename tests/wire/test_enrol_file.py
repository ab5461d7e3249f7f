"""The envelope in which enrolment travels on a stick tells torn, foreign and mixed-up files apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import Refused
from app.wire.enrol_file import (
    LARGEST_REQUEST_FILE,
    answer_file,
    read_answer_file,
    read_request_file,
    request_file,
)

MESSAGES = st.binary(max_size=400)


@given(MESSAGES, MESSAGES)
def test_what_was_written_is_read_again(request: bytes, answer: bytes) -> None:
    assert read_request_file(request_file(request)) == request
    assert read_answer_file(answer_file(answer, request), request) == answer


@given(MESSAGES, st.data())
def test_every_cut_and_every_changed_byte_is_noticed(message: bytes, data: st.DataObject) -> None:
    whole = request_file(message)
    cut = data.draw(st.integers(0, len(whole) - 1))
    changed = bytearray(whole)
    changed[data.draw(st.integers(0, len(whole) - 1))] ^= data.draw(st.integers(1, 255))
    for broken in (whole[:cut], bytes(changed), whole + b"x"):
        with pytest.raises(Refused, match=r"enrol_file_(torn|unknown)"):
            read_request_file(broken)


def test_request_answer_and_other_files_are_not_taken_for_each_other() -> None:
    request, answer = request_file(b"request"), answer_file(b"answer", b"request")
    for content, code in ((answer, "enrol_file_is_answer"), (b"%PDF-1.7", "enrol_file_unknown")):
        with pytest.raises(Refused, match=code):
            read_request_file(content)
    for content, code in ((request, "enrol_file_is_request"), (b"", "enrol_file_unknown")):
        with pytest.raises(Refused, match=code):
            read_answer_file(content, b"request")
    with pytest.raises(Refused, match="enrol_answer_other"):
        read_answer_file(answer, b"another request")
    with pytest.raises(Refused, match="enrol_file_too_big"):
        read_request_file(request_file(bytes(LARGEST_REQUEST_FILE)))
