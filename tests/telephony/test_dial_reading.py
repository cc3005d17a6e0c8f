"""What is read as a number to dial, from writing and from links; and everything that is refused."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tray.calls.numbers import NumberReader, NumberRules
from tray.errors import CtiError, InvalidInput, Refused
from tray.telephony.dial_reading import MOST_LINK, Wanted, read_dialled, read_link

NL = NumberReader(NumberRules(region="NL"))
BEHIND_ZERO = NumberReader(NumberRules(region="NL", outside_prefix="0"))
ADATUM = "+31205550101"


def parts(wanted: Wanted) -> tuple[str, str, str]:
    return wanted.number.key, wanted.extension, wanted.later


@pytest.mark.parametrize(
    ("text", "number", "extension", "later"),
    [
        ("020 555 0101", ADATUM, "", ""),
        ("+31 (0)20 555 0101", ADATUM, "", ""),
        ("(+31) 20 555 0101", ADATUM, "", ""),
        ("020 555 0101 ext. 12", ADATUM, "12", ""),
        ("020 555 0101;ext=12", ADATUM, "12", ""),
        ("020 555 0101 x 12", ADATUM, "12", ""),
        ("020 555 0101, Durchwahl 12", ADATUM, "12", ""),
        ("020 555 0101 toestel: 12", ADATUM, "12", ""),
        ("020 555 0101,,123#", ADATUM, "", ",,123#"),
        ("020 555 0101;1", ADATUM, "", ";1"),
        ("020 555 0101p1w2", ADATUM, "", "p1w2"),
        ("020 555 0101 ext 12,,34", ADATUM, "12", ",,34"),
        ("020 555 0101,", ADATUM, "", ""),
        ("102", "102", "", ""),
        ("5550101", "5550101", "", ""),
    ],
)
def test_a_written_number_keeps_everything_that_belongs_to_it(
    text: str, number: str, extension: str, later: str
) -> None:
    wanted = read_dialled(text, NL)
    assert parts(wanted) == (number, extension, later)
    assert parts(read_dialled(wanted.text, NL)) == (number, extension, later)


@pytest.mark.parametrize("text", ["*31#0205550101", "#06#", "**21*0205550101#", "020*555", "*", "tel:*31#020"])
def test_service_codes_are_refused(text: str) -> None:
    with pytest.raises(Refused, match="Service codes"):
        read_dialled(text, NL)


@pytest.mark.parametrize("text", ["112", "0112", "1 1 2", "+31 112", "0031112", "911", "112 ext. 5", "112,,5"])
def test_emergency_numbers_are_refused(text: str) -> None:
    with pytest.raises(Refused, match="Emergency"):
        read_dialled(text, BEHIND_ZERO)


@pytest.mark.parametrize("text", ["+49 110", "+44 999", "0044999", "+1 911"])
def test_emergency_numbers_of_the_country_that_is_named_are_refused(text: str) -> None:
    with pytest.raises(Refused, match="Emergency"):
        read_dialled(text, NL)


@pytest.mark.parametrize("text", ["0800 FLOWERS", "020 555 0101x", "020 ext. abc", "Anna 020", "1-800-CALL-NOW"])
def test_letters_are_not_guessed_at(text: str) -> None:
    with pytest.raises(InvalidInput, match="Letters are not dialled"):
        read_dialled(text, NL)


@pytest.mark.parametrize(
    "text",
    [
        *("", "   ", "anonymous", "Private", "+", "++31", "0+31", "020\n555", "1" * 65, "٠٢٠٥٥٥", "-"),
        *("tel:020", "a@b", "javascript:alert(1)", "020 555 0101 / 020 555 0102", "+31205550101,+31205550102"),
        *("+31205550101 +31205550102", "020 555 0101 ext. 1 ext. 2", "020 555 0101 ext. " + "1" * 40, ",,123"),
    ],
)
def test_what_is_not_one_number_is_refused(text: str) -> None:
    with pytest.raises(InvalidInput):
        read_dialled(text, NL)


@pytest.mark.parametrize(
    ("link", "number", "extension", "later"),
    [
        ("tel:+31205550101", ADATUM, "", ""),
        ("TEL:+31-20-555-0101", ADATUM, "", ""),
        ("tel:+31.20.555.0101", ADATUM, "", ""),
        ("tel:+31(20)5550101", ADATUM, "", ""),
        ("tel://+31205550101", ADATUM, "", ""),
        ("tel:%2B31205550101", ADATUM, "", ""),
        ("tel:+31%20205550101", ADATUM, "", ""),
        ("tel: 020 555 0101 ", ADATUM, "", ""),
        ("tel:+31205550101;ext=12", ADATUM, "12", ""),
        ("tel:+31205550101;EXT=12;isub=9;unknown=x", ADATUM, "12", ""),
        ("tel:+31205550101;phone-context=example.com", ADATUM, "", ""),
        ("tel:020-5550101;phone-context=+31", ADATUM, "", ""),
        ("tel:0711-123456;phone-context=+49", "+49711123456", "", ""),
        ("tel:102;phone-context=pbx.example.com", "102", "", ""),
        ("tel:7042;phone-context=+1-914-555", "+19145557042", "", ""),
        ("tel:\u202a+31205550101\u202c", ADATUM, "", ""),
        ("tel:+31205550101,,12", ADATUM, "", ",,12"),
        ("tel:+31205550101;12", ADATUM, "", ";12"),
        ("tel:+31205550101;postd=pp22", ADATUM, "", ",pp22"),
        ("tel:+31205550101?subject=x", ADATUM, "", ""),
        ("callto:+31205550101", ADATUM, "", ""),
        ("callto://+31205550101/", ADATUM, "", ""),
        ("callto:020%20555%200101", ADATUM, "", ""),
        ("callto:tel:+31205550101", ADATUM, "", ""),
        ("CallTo:0205550101?call", ADATUM, "", ""),
    ],
)
def test_a_link_is_read_in_every_common_form(link: str, number: str, extension: str, later: str) -> None:
    assert parts(read_link(link, NL)) == (number, extension, later)


@pytest.mark.parametrize(
    "link",
    [
        *("", "tel:", "tel://", "tel", "callto:", "sip:anna@example.com", "ctitray://call/v1", "javascript:alert(1)"),
        *("tel:+31%252020", "tel:%00123", "tel:%0d%0a123", "tel:%FF123", "tel:1\n2", "tel:%u0031"),
        *("callto:anna", "callto:anna@example.com", "callto:tel:tel:+31205550101", "callto:sip:a@b"),
        *("tel:+31205550101,+31205550102", "tel:+31205550101/+31205550102", "tel:0800FLOWERS", "tel:1;ext=a"),
        *("tel:7042;phone-context=+31", "tel:5;phone-context=+", f"tel:{'1' * 20}", f"tel:+{'1' * MOST_LINK}"),
        *("tel:--help", "tel:-1 --x", 'tel:020" --x "', "tel:020&calc", "tel:$(id)", "tel:../../x", "tel:anonymous"),
    ],
)
def test_every_other_link_is_refused(link: str) -> None:
    with pytest.raises(InvalidInput):
        read_link(link, NL)


@pytest.mark.parametrize(
    "link", ["tel:*31%23020", "tel:*21*0900123%23", "tel:#31#020", "tel:112", "callto://112", "tel:%31%31%32"]
)
def test_a_link_dials_neither_codes_nor_for_help(link: str) -> None:
    with pytest.raises(Refused):
        read_link(link, NL)


@given(
    st.text(max_size=120) | st.from_regex(r"[+0-9;=,%extp ()\-]{0,60}", fullmatch=True),
    st.sampled_from(["tel:", "callto:"]),
)
def test_whatever_a_link_holds_only_digits_come_out(text: str, scheme: str) -> None:
    try:
        wanted = read_link(scheme + text, BEHIND_ZERO)
    except CtiError:
        return
    assert wanted.number.key.isascii()
    assert wanted.number.key.removeprefix("+").isdigit()
    assert wanted.extension == "" or wanted.extension.isdigit()
    assert set(wanted.later) <= set("0123456789*#,;pwPW ")
    assert parts(read_dialled(wanted.text, BEHIND_ZERO))[:2] == (wanted.number.key, wanted.extension)


@given(st.from_regex(r"\+31 ?20[ .-]?555[ .-]?0[0-9]{3}", fullmatch=True), st.from_regex(r"[0-9]{1,8}", fullmatch=True))
def test_escaping_changes_nothing(number: str, extension: str) -> None:
    plain = read_link(f"tel:{number};ext={extension}", NL)
    escaped = read_link(f"tel:{quote(number, safe='')};ext={extension}", NL)
    assert plain == escaped
    assert plain.extension == extension


def test_messages_do_not_quote_the_number() -> None:
    for text in ("0205550101x", "*31#0205550101", "0205550101 ext. a"):
        with pytest.raises(CtiError) as caught:
            read_dialled(text, NL)
        assert "0205550101" not in str(caught.value)
