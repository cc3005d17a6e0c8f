from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tray.calls.facts import MAX_ID_LENGTH, clean_text
from tray.telephony.unique_ids import UniqueIds


@given(
    st.lists(st.sampled_from(["1", "a", "a#2", "a_2", "$#", "", "\x00", "x" * 300, "x" * 301]) | st.text(), max_size=60)
)
def test_ids_are_printable_short_and_never_the_same(names: list[str]) -> None:
    ids = UniqueIds()
    given_out = [ids.unique(name) for name in names]
    assert len(set(given_out)) == len(given_out)
    assert all(one and len(one) <= MAX_ID_LENGTH and clean_text(one, MAX_ID_LENGTH) == one for one in given_out)


def test_the_first_use_of_a_name_is_the_name_itself() -> None:
    ids = UniqueIds()
    assert [ids.unique("3c26@pbx"), ids.unique("3c26@pbx"), ids.unique("other")] == ["3c26@pbx", "3c26@pbx#2", "other"]
