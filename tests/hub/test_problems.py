import ast
from pathlib import Path

from app.domain.errors import Refused, Unavailable
from app.hub.problems import PROBLEMS, say_problem

APP = Path(__file__).resolve().parents[2] / "app"
FOR_LAPTOPS_ALONE = {
    "blob_damaged",
    "blob_not_held",
    "blob_spoilt",
    "blob_too_large",
    "blob_untold",
    "calls_too_many",
    "enrol_code_expired",
    "enrol_code_used",
    "enrol_code_wrong",
    "enrol_name_taken",
    "exchange_device_revoked",
    "exchange_device_unknown",
    "exchange_life_unproved",
    "exchange_malformed",
    "exchange_wrong_hub",
    "not_district",
    "pack_damaged",
    "pack_unknown",
}
"""Codes that travel to a laptop as they are; it has its own sentences for them."""


def raised(room: str) -> set[str]:
    """Codes that a room raises as literals."""
    found = set()
    for path in (APP / room).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "").lstrip("_") in ("Refused", "Unavailable"):
                found |= {str(one.value) for one in node.args[:1] if isinstance(one, ast.Constant)}
    return found


def test_whatever_the_district_s_people_may_run_into_is_said_in_words() -> None:
    assert raised("hub") | raised("sheets") >= {"proposal_closed", "list_torn"}
    assert (raised("hub") | raised("sheets")) - FOR_LAPTOPS_ALONE - set(PROBLEMS) == set()


def test_whatever_may_be_wrong_with_a_bundle_is_said_in_words() -> None:
    wrong = {code for code in raised("wire") if code.startswith("bundle_")}
    assert wrong >= {"bundle_torn", "bundle_newer"}
    assert wrong - set(PROBLEMS) == set()


def test_facts_are_put_into_the_words() -> None:
    assert "64 MB" in say_problem(Refused("list_too_big", mb=91, limit_mb=64))


def test_a_code_that_nobody_knows_is_still_explained() -> None:
    assert "Tidak ada yang diubah" in say_problem(Unavailable("brand_new"))
