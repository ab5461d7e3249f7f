"""Storms that once ended badly, cut to what mattered."""

from __future__ import annotations

from typing import Final

from tests.storms.schedules import Schedule

REGRESSIONS: Final[dict[str, Schedule]] = {
    "a twin of a twin writes into a chain that the first twin has left": (0, [
        ("clone", 4, 8, 23), ("work", 4, 0, 30), ("meet", 1, 14, 40), ("exchange", 4, 24, 0), ("work", 1, 37, 2),
        ("clone", 3, 8, 23),
    ]),
    "a third laptop holds the end of a chain that its own laptop wrote otherwise": (0, [
        ("exchange", 3, 3, 10), ("work", 2, 7, 34), ("work", 1, 28, 16), ("exchange_killed", 3, 10, 36),
        ("meet", 1, 31, 39), ("meet", 4, 21, 12), ("work", 4, 2, 38), ("fetch_stick", 4, 5, 37), ("exchange", 2, 4, 18),
        ("read_stick", 2, 8, 40), ("work", 3, 14, 6), ("clone", 0, 20, 22), ("meet", 0, 5, 23), ("exchange", 3, 40, 9),
    ]),
    "the district wrote on before it heard of what it had lost": (0, [
        ("exchange", 0, 31, 7), ("meet", 1, 31, 15), ("copy_hub", 4, 29, 1), ("exchange", 2, 33, 17),
        ("fetch_stick", 1, 33, 25), ("bring_stick", 4, 3, 4), ("exchange", 1, 6, 22), ("write_stick", 2, 20, 27),
        ("restore_hub", 1, 16, 9), ("work", 3, 11, 12), ("fetch_stick", 4, 39, 5), ("write_stick", 1, 13, 38),
    ]),
    "a restored laptop goes on while others hold its later work": (0, [
        ("work", 1, 19, 40), ("clone", 0, 36, 12), ("copy", 4, 20, 11), ("restore_laptop", 2, 32, 30),
        ("copy", 0, 40, 6), ("fetch_stick", 1, 10, 39), ("killed", 0, 4, 25), ("clone", 0, 32, 40),
        ("exchange", 0, 34, 11), ("work", 4, 14, 27), ("restore_laptop", 3, 27, 31), ("work", 3, 18, 10),
    ]),
    "the district is restored three times": (0, [
        ("exchange", 1, 9, 35), ("copy_hub", 1, 12, 6), ("exchange_cut", 0, 35, 38), ("restore_hub", 2, 5, 37),
        ("exchange", 1, 33, 30), ("clone", 3, 36, 1), ("meet", 1, 0, 14), ("fetch_stick", 3, 40, 23),
        ("work", 4, 12, 19), ("exchange", 4, 26, 32), ("meet", 4, 21, 39), ("restore_hub", 1, 30, 21),
        ("bring_stick", 2, 30, 15), ("copy", 0, 0, 28), ("restore_laptop", 0, 29, 3), ("restore_hub", 1, 35, 36),
    ]),
    "a twin without a line has sealed otherwise under the number that the district holds": (0, [
        ("clone", 2, 34, 6), ("meet", 1, 23, 34), ("meet", 3, 32, 36),
    ]),
    "a receipt names what the district lost and has now from a twin": (0, [
        ("copy_hub", 2, 33, 11), ("clone", 2, 14, 31), ("exchange_cut", 0, 32, 31), ("exchange", 3, 1, 40),
        ("restore_hub", 0, 7, 38),
    ]),
    "a twin without a line hears of its chain only what stands behind its own end": (0, [
        ("clone", 2, 4, 2), ("meet", 2, 1, 17), ("work", 3, 26, 31), ("exchange_cut", 3, 16, 12),
        ("exchange", 0, 29, 23), ("meet", 0, 36, 27),
    ]),
    "the district is restored to a moment before a photo came, and has all words": (0, [
        ("work", 0, 34, 38), ("exchange_killed", 3, 13, 24), ("copy_hub", 2, 1, 35), ("exchange", 0, 3, 29),
        ("restore_hub", 1, 3, 39),
    ]),
    "a photo that came by line is told of by stick": (1, [
        ("work", 2, 10, 15), ("meet", 1, 22, 16),
    ]),
    "a district that lost a photo tells so by stick": (0, [
        ("work", 2, 1, 5), ("copy_hub", 0, 0, 0), ("write_stick", 2, 1, 0), ("bring_stick", 0, 0, 0),
        ("fetch_stick", 0, 0, 0), ("read_stick", 2, 1, 0), ("restore_hub", 0, 0, 0),
    ]),
    "a twin says a proposed family again that the district has of the other": (10, [
        ("propose_family", 4, 32, 25), ("clone", 1, 10, 27), ("meet", 1, 28, 24), ("exchange_cut", 3, 23, 38),
        ("exchange", 0, 37, 31), ("meet", 4, 18, 40),
    ]),
    "a family that was said again is set aside with the laptop that said it": (10, [
        ("propose_family", 4, 32, 25), ("clone", 1, 10, 27), ("meet", 1, 28, 24), ("exchange_cut", 3, 23, 38),
        ("exchange", 0, 37, 31), ("revoke_one_laptop", 1, 39, 24), ("meet", 4, 18, 40),
    ]),
    "somebody who was revoked hands a copied laptop over": (1, [
        ("clone", 1, 33, 17), ("revoke_one_person", 1, 25, 2), ("hand_over", 3, 3, 22),
    ]),
    "a photo is heard of in a room": (3, [
        ("work", 0, 13, 17), ("meet", 2, 33, 36), ("meet", 3, 25, 29),
    ]),
    "nobody waits for the photo of somebody who was revoked": (6, [
        ("clone", 2, 34, 23), ("exchange_killed", 3, 35, 17), ("work", 2, 40, 13), ("revoke_one_person", 3, 22, 25),
    ]),
    "a laptop far behind heard of a list when a newer whole one had come": (11, [
        ("exchange", 3, 22, 19), ("publish_list", 0, 36, 29), ("publish_list", 0, 7, 35),
    ]),
    "two whole lists came while one laptop was away": (16, [
        ("publish_list", 2, 0, 13), ("exchange", 3, 27, 23), ("publish_list", 1, 1, 13),
    ]),
    "a list that the district lost with its disk is with one laptop": (7, [
        ("copy_hub", 1, 23, 0), ("publish_list", 1, 0, 2), ("exchange", 3, 10, 33), ("restore_hub", 1, 3, 36),
    ]),
    "a list that the district lost with its disk came by stick": (10, [
        ("copy_hub", 4, 18, 6), ("revoke_one_person", 0, 4, 33), ("fetch_stick", 3, 28, 21),
        ("publish_list", 3, 16, 22), ("exchange", 4, 35, 35), ("read_stick", 0, 20, 8), ("restore_hub", 4, 13, 24),
    ]),
    "one of two like families comes from somebody whom the district does not know": (22, [
        ("end_term", 0, 40, 2), ("days_pass", 1, 16, 7), ("hand_over", 3, 8, 5), ("propose_family", 1, 7, 38),
        ("propose_family", 3, 29, 24),
    ]),
    "somebody is revoked between his word of weight and the seal right behind it": (0, [
        ("exchange", 0, 0, 0), ("work", 0, 2, 5), ("village_word", 0, 0, 3), ("exchange", 1, 0, 0),
        ("revoke_one_person", 0, 0, 0),
    ]),
    "a twin gets a visit to a new family without the entry that proposed it": (9, [
        ("clone", 2, 6, 2), ("meet", 1, 29, 34), ("propose_family", 2, 25, 15), ("meet_cut", 2, 34, 2),
    ]),
    "whoever got a laptop from somebody revoked meanwhile takes a photo": (23, [
        ("revoke_one_person", 4, 32, 11), ("exchange", 4, 5, 26), ("hand_over", 4, 7, 31), ("work", 1, 16, 7),
    ]),
    "a laptop holds more of a copied one than the district does after its restoration, and otherwise": (20, [
        ("clone", 2, 3, 14), ("work", 3, 30, 24), ("exchange_cut", 4, 40, 5), ("copy_hub", 2, 28, 18),
        ("exchange", 3, 31, 30), ("exchange_cut", 4, 13, 19), ("restore_hub", 4, 30, 36), ("publish_list", 1, 21, 19),
    ]),
    "somebody rests before the district certifies him": (5, [
        ("add_official", 1, 1, 1), ("work", 1, 0, 0), ("exchange", 1, 0, 0), ("unlock", 1, 0, 1),
        ("change_official", 1, 1, 0), ("exchange", 1, 0, 0), ("work", 1, 0, 0),
    ]),
    "somebody who may add nobody any more had added somebody": (8, [
        ("add_official", 6, 20, 24), ("enrol_again", 6, 13, 37),
    ]),
    "a family was proposed and listed, and whoever proposed it may do so no more": (0, [
        ("hub_dies", 3, 15, 17), ("propose_family", 3, 36, 31), ("change_role", 0, 34, 31),
    ]),
    "somebody who may not say so any more had said the village's word of a family that was listed then": (14, [
        ("enrol_laptop", 6, 1, 34), ("propose_family", 5, 25, 31), ("enrol_again", 5, 40, 24), ("hub_dies", 0, 5, 17),
        ("village_word", 1, 40, 1),
    ]),
    "a laptop came with work on a list of its own, and was revoked": (7, [
        ("enrol_laptop", 0, 10, 9), ("enrol_laptop", 3, 17, 3), ("enrol_laptop", 5, 37, 20),
        ("revoke_one_laptop", 5, 14, 19),
    ]),
    "what the village said of an enumerator's RTs comes behind the certificate that was said after it": (20, [
        ("add_official", 0, 20, 32), ("hub_dies", 6, 35, 36), ("change_official", 6, 11, 2),
    ]),
    "people are certified again by a restored district": (10, [
        ("enrol_laptop", 0, 3, 8), ("enrol_laptop", 6, 13, 34), ("enrol_laptop", 0, 0, 24), ("enrol_laptop", 5, 23, 29),
        ("restore_hub", 6, 11, 23),
    ]),
    "a laptop was let in behind the backup, and its store is lost too": (9, [
        ("enrol_laptop", 3, 32, 3), ("restore_hub", 6, 14, 1), ("enrol_laptop", 0, 10, 35), ("store_spoilt", 3, 18, 34),
    ]),
    "the district gave somebody a password behind its backup, and was restored before that laptop exchanged": (23, [
        ("copy_hub", 3, 13, 27), ("new_password", 2, 8, 2), ("restore_hub", 0, 26, 33), ("object_to", 2, 27, 17),
    ]),
    "a look at a number was set aside, and the laptop that counted its day was not told": (0, [
        ("clone", 1, 4, 13), ("object_to", 4, 34, 11), ("enrol_again", 4, 40, 0), ("say_aside", 0, 36, 16),
    ]),
    "a last day comes back to a district that took something in behind it while it did not know it": (11, [
        ("enrol_laptop", 3, 28, 27), ("end_term", 4, 26, 7), ("exchange_cut", 1, 9, 17), ("days_pass", 2, 7, 33),
        ("restore_hub", 2, 36, 12), ("hand_over", 1, 17, 26),
    ]),
    "what was set aside behind a last day that was taken back is set aside for another reason since": (3, [
        ("end_term", 3, 34, 32), ("days_pass", 0, 38, 22), ("propose_family", 6, 1, 18), ("meet_cut", 0, 6, 38),
        ("exchange", 4, 32, 32), ("change_role", 6, 31, 19),
    ]),
    "a laptop meets a restored district for the first time, and others brought it a receipt for its photo": (11, [
        ("enrol_laptop", 1, 9, 6), ("send_parts", 4, 29, 17), ("exchange", 3, 23, 3), ("restore_hub", 1, 18, 2),
    ]),
}  # fmt: skip
