"""What the screen shows follows from what is held, and from nothing else."""

from __future__ import annotations

from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.storage.projection import rebuild
from tests.storage.deeds import DEEDS, OF_NEW_FAMILIES, OF_STOPS, Deed
from tests.storage.laptops import Laptop
from tests.storage.world import World, folder

happenings = st.lists(
    st.tuples(st.integers(0, len(DEEDS) - 1), st.integers(0, 1), st.integers(0, 20)), min_size=3, max_size=30
)


def deliver(world: World, reader: Laptop, random: Random) -> None:
    """Hand everything over in pieces: chains in their order, but mixed and with lists in between."""
    chains = [list(chain) for chain in world.all_entries()]
    bodies = world.all_bodies()
    random.shuffle(bodies)
    while chains or bodies:
        if bodies and (not chains or random.random() < 0.2):
            reader.store.take_packs([bodies.pop()])
            continue
        batch = []
        for chain in random.sample(chains, random.randint(1, len(chains))):
            size = random.randint(1, len(chain))
            batch += chain[:size]
            del chain[:size]
        random.shuffle(batch)
        reader.store.receive(batch)
        chains = [chain for chain in chains if chain]


def dump_after_rebuild(laptop: Laptop) -> dict[str, list[tuple[object, ...]]]:
    with laptop.database.write() as connection:
        rebuild(connection)
    return laptop.dump()


def agrees(happened: list[tuple[int, int, int]], seed: int, deeds: tuple[Deed, ...] = DEEDS) -> None:
    """Whoever holds the same shows the same, incrementally and after a rebuild."""
    random = Random(seed)
    with folder() as path:
        world = World(path)
        for deed, who, which in happened:
            deeds[deed](world, who, which)
        readers = [world.reader("early"), world.reader("late")]
        for reader in readers:
            deliver(world, reader, random)
        for laptop in (*readers, *world.laptops):
            if laptop not in readers:
                for chain in world.all_entries():
                    laptop.store.receive(chain)
                for sha256, body in world.all_bodies():
                    laptop.store.take_packs([(sha256, body)])
            kept = laptop.dump()
            assert kept == dump_after_rebuild(laptop)
            assert kept == readers[0].dump()
        for laptop in {*readers, *world.laptops}:
            laptop.close()


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(happenings, st.integers(0, 2**32))
def test_views_do_not_depend_on_the_order_of_arrival_and_equal_a_rebuild(
    happened: list[tuple[int, int, int]], seed: int
) -> None:
    agrees(happened, seed)


of_new_families = st.lists(
    st.tuples(st.integers(0, len(OF_NEW_FAMILIES) - 1), st.integers(0, 1), st.integers(0, 20)), min_size=6, max_size=30
)


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(of_new_families, st.integers(0, 2**32))
def test_proposed_families_that_lists_bring_are_found_alike(happened: list[tuple[int, int, int]], seed: int) -> None:
    agrees(happened, seed, OF_NEW_FAMILIES)


of_stops = st.lists(
    st.tuples(st.integers(0, len(OF_STOPS) - 1), st.integers(0, 1), st.integers(0, 20)), min_size=6, max_size=30
)


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(of_stops, st.integers(0, 2**32))
def test_revoked_laptops_and_people_and_ended_certificates_stop_the_same_everywhere(
    happened: list[tuple[int, int, int]], seed: int
) -> None:
    agrees(happened, seed, OF_STOPS)
