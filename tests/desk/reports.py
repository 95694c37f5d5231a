"""Reports written for the desk's tests: plain ones, damaged ones, and hostile ones."""

from __future__ import annotations

from typing import Any

PLAIN: list[dict[str, Any]] = [
    {
        "id": "visit",
        "source": "wire",
        "lang": "tr",
        "date": "2023-11-03",
        "title": "Tokayev, Orban'ı kabul etti",
        "url": "https://example.org/visit",
        "text": "ASTANA (AA) - Kazakistan Cumhurbaşkanı Kasım Cömert Tokayev, Macaristan Başbakanı Viktor Orban'ı "
        'kabul etti. Tokayev, "İlişkilerimiz güçleniyor." dedi.',
    },
    {
        "id": "damaged",
        "source": "wire",
        "lang": "tr",
        "date": "2023-01-22",
        "text": "BISKEK (AA) - Kirgizistan Cumhurbaskani Sadir Caparov, Tacikistan Cumhurbaskani Imamali Rahman'i "
        "Biskek'te kabul etti. Kirgizistan Disisleri Bakanligi, Tacikistan'i sinirdaki saldiri nedeniyle kinadi.",
    },
    {
        "id": "border",
        "source": "wire",
        "lang": "tr",
        "date": "2022-09-16",
        "text": "BİŞKEK (AA) - Tacikistan ordusu, Kırgızistan'ın Batken bölgesini bombaladı. Kırgızistan Savunma "
        "Bakanlığı, saldırıda 15 sivilin öldüğünü bildirdi. Rusya Dışişleri Bakanlığı, tarafları itidale çağırdı.",
    },
    {
        "id": "plan",
        "source": "agency/news",
        "lang": "tr",
        "date": "2023-05-02",
        "text": "MOSKOVA (AA) - Rusya Devlet Başkanı Vladimir Putin, 9 Mayıs'ta Kırgızistan Cumhurbaşkanı Sadır "
        "Caparov ile Moskova'da görüşecek.",
    },
    {
        "id": "met",
        "source": "agency/news",
        "lang": "tr",
        "date": "2023-05-09",
        "text": "MOSKOVA (AA) - Rusya Devlet Başkanı Vladimir Putin, Kırgızistan Cumhurbaşkanı Sadır Caparov ile "
        "Moskova'da görüştü.",
    },
    {"id": "english", "source": "wire", "lang": "en", "date": "2023-05-09", "text": "The presidents met in Moscow."},
]

SCRIPT = "<script>window.hit=1</script><img src=x onerror='window.hit=1'>"
BIDI = "\u202e\u2066gizli\u2069\u202c"
HOSTILE: list[dict[str, Any]] = [
    {
        "id": f"{SCRIPT}\" onmouseover='window.hit=1' x=\"",
        "source": "</title><script>window.hit=1</script>",
        "lang": "tr",
        "date": "2023-06-01",
        "title": SCRIPT,
        "url": "javascript:window.hit=1",
        "text": f"ANKARA (AA) - {SCRIPT} Türkiye, Suriye'yi kınadı {{{{7*7}}}} {BIDI} </p></main>. "
        "=HYPERLINK(\"http://example.org\") 'Türkiye, Rusya'yı kınadı.'",
    },
    {"id": "../../etc", "source": "..", "lang": "tr", "date": "2023-06-02", "text": "Türkiye, İran'ı kınadı."},
    {"id": "a?b#c%2e/.json", "source": "=cmd", "lang": "tr", "date": "=1+1", "text": "Türkiye, Irak'ı kınadı."},
    {"id": "", "source": "", "lang": "tr", "text": "Türkiye, Çin'i kınadı."},
]
