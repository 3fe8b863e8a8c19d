"""The computer's own zone, as far as it names one."""

import pytest

from digest.config.zone import own_zone, zone_name


@pytest.mark.parametrize(
    ("named", "zone"),
    [
        ("Europe/Berlin", "Europe/Berlin"),
        (":Europe/Berlin", "Europe/Berlin"),
        ("/usr/share/zoneinfo/Asia/Tokyo", "Asia/Tokyo"),
        ("Etc/UTC", "UTC"),
        ("Bogus/Zone", "UTC"),
        ("../../etc/passwd", "UTC"),
    ],
)
def test_the_environment_names_the_zone_and_nonsense_is_utc(
    monkeypatch: pytest.MonkeyPatch, named: str, zone: str
) -> None:
    monkeypatch.setenv("TZ", named)
    assert zone_name(own_zone()) == zone
