import sys

from PySide6.QtWidgets import QApplication, QLabel


def test_calls_that_return_nothing_do_not_eat_references_to_none(qapp: QApplication) -> None:
    label = QLabel()
    before = sys.getrefcount(None)
    for number in range(2_000):
        label.setText(str(number))
    assert abs(sys.getrefcount(None) - before) < 100
