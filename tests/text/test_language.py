"""In which language a text is written."""

import pytest

from digest.text import language, stop_words

SAMPLES = {
    "en": "The harbour was closed after the storm, and nobody could say when it would open again.",
    "de": "Der Hafen wurde nach dem Sturm geschlossen, und niemand konnte sagen, wann er wieder öffnet.",
    "fr": "Le port a été fermé après la tempête et personne ne pouvait dire quand il serait rouvert.",
    "es": "El puerto fue cerrado después de la tormenta y nadie sabía cuándo se iba a abrir de nuevo.",
    "it": "Il porto è stato chiuso dopo la tempesta e nessuno sapeva quando sarebbe stato riaperto.",
    "nl": "De haven werd na de storm gesloten en niemand kon zeggen wanneer hij weer open zou gaan.",
    "pt": "O porto foi fechado depois da tempestade e ninguém sabia quando ele seria aberto de novo, disse a guarda.",
    "pl": "Port został zamknięty po burzy i nikt nie wiedział, kiedy znowu będzie otwarty.",
    "sv": "Hamnen stängdes efter stormen och ingen kunde säga när den skulle öppnas igen, säger vakten.",
    "da": "Havnen blev lukket efter stormen, og ingen kunne sige, hvornår den ville blive åbnet af vagten igen.",
    "no": "Havnen ble stengt etter stormen, og ingen kunne si når den ville bli åpnet av vakten igjen, men noen håper.",
    "tr": "Liman fırtınadan sonra kapatıldı ve kimse ne zaman açılacağını bilmiyor, ancak bu daha çok sürecek gibi.",
    "ru": "После шторма порт закрыли, и никто не мог сказать, когда он снова откроется.",
    "uk": "Після шторму порт закрили, і ніхто не міг сказати, коли він знову відкриється.",
    "bg": "След бурята пристанището беше затворено и никой не знаеше кога ще бъде отворено.",
    "el": "Το λιμάνι έκλεισε μετά την καταιγίδα και κανείς δεν ήξερε πότε θα ανοίξει.",
    "ar": "أغلق الميناء بعد العاصفة ولم يعرف أحد متى سيفتح من جديد.",
    "fa": "بندر پس از طوفان بسته شد و هیچ کس نمی‌دانست چه زمانی دوباره باز می‌شود.",
    "he": "הנמל נסגר אחרי הסערה ואיש לא ידע מתי ייפתח שוב.",
    "zh": "风暴过后港口关闭，没有人知道何时重新开放。",
    "ja": "嵐の後に港は閉鎖され、いつ再開されるのか誰にも分からなかった。",
    "ko": "폭풍이 지나간 뒤 항구는 폐쇄되었고 언제 다시 열릴지 아무도 몰랐다.",
}


@pytest.mark.parametrize("code", SAMPLES)
def test_one_sentence_is_enough(code: str) -> None:
    assert language(SAMPLES[code]) == code


@pytest.mark.parametrize("text", ["", "42", "Kastellburg 3, Ostwick 1", "OK", "🌊🌊", "of the"])
def test_it_is_not_guessed_from_too_little(text: str) -> None:
    assert language(text) == ""


def test_a_name_in_another_script_does_not_change_the_language() -> None:
    assert language(f"{SAMPLES['en']} The ship is called «Мария» and its master is 李明.") == "en"


def test_only_the_beginning_is_read() -> None:
    assert language(SAMPLES["en"] * 50 + SAMPLES["ru"] * 10_000) == "en"


def test_stop_words_are_those_of_the_language() -> None:
    assert {"the", "and", "was"} <= stop_words("en")
    assert {"der", "und"} <= stop_words("de")
    assert "the" not in stop_words("de")
    assert stop_words("") == stop_words("xx") == frozenset()
