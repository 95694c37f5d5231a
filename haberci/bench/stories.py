"""Stories of our own making, and copies of them as wires and sites make them: what finding copies is measured on.

A story is some sentences of ``SENTENCES`` with names, places and numbers drawn for it, so that stories share phrases as
news do. A copy is cut, begins otherwise, has words put in another way, sentences moved, added or dropped, letters lost.
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import NamedTuple

PLACES = (
    "Bişkek Oş Batken Celalabat Narın Talas Duşanbe Hucend Kulob Isfara Taşkent Semerkant Buhara Andican Fergana "
    "Astana Almatı Aktau Atırau Şımkent Karaganda Aşkabat Merv Bakü Gence Lenkeran Erivan Gümrü Tiflis Batum Kutaisi "
    "Minsk Moskova Kazan Ufa Ankara Konya Kayseri Erzurum Trabzon"
).split()
NAMES = (
    "Akılbek Caparov|Nurlan Tokayev|Aynur Sadıkova|Bektur Asanov|Cıldız Osmonova|Daniyar Kenjebekov|Ergeş Mirzayev|"
    "Ferhat Aliyev|Gülnara İsmailova|Hüsniddin Rahimov|İlham Safarov|Kanat Abdıldayev|Leyla Hasanova|Marat Sultanov|"
    "Nazira Bekova|Orhan Demirtaş|Polat Nazarov|Rustam Emomov|Selim Karaca|Tolkun Ibraimov|Uluk Batırov|Yusuf Ergün|"
    "Zarina Şarifova|Anar Memmedov|Vahan Sarkisyan|Giorgi Beridze|Oleg Morozov|Dmitri Lebedev|Svetlana Orlova"
).split("|")
OFFICES = (
    "Ulaştırma Bakanı|Enerji Bakanı|Tarım Bakanı|Sağlık Bakanı|Eğitim Bakanı|Belediye Başkanı|Vali|Başsavcı|"
    "Meclis üyesi|Sendika Başkanı|Rektör|Büyükelçi|Emniyet Müdürü|Gümrük Müdürü|Baraj Müdürü|Parti sözcüsü"
).split("|")
THINGS = (
    "köprünün|tünelin|hastanenin|barajın|havalimanının|demir yolunun|fabrikanın|okulun|limanın|enerji santralinin|"
    "gümrük kapısının|üniversitenin|pazarın|stadyumun|müzenin|boru hattının|arıtma tesisinin|kütüphanenin"
).split("|")
SENTENCES = (
    "{place} kentindeki {thing} yapımı {number} ay gecikecek",
    "{office} {name}, {place} ziyaretinde {thing} açılışını yaptı",
    "{name}, çalışmaların {number} kişilik bir ekiple sürdüğünü söyledi",
    "Yetkililer {place} yolunun {number} saat kapalı kalacağını duyurdu",
    "Toplantıya {place} ve {other} temsilcileri katıldı",
    "{office} {name} istifasını {place} meclisine sundu",
    "Projeye {number} milyon dolar ayrıldığı açıklandı",
    "{place} halkı {thing} yerinin değiştirilmesini istedi",
    "Mahkeme, {name} hakkındaki davayı {number} gün erteledi",
    "{other} yönetimi karara itiraz edeceğini bildirdi",
    "Fırtına nedeniyle {place} ilçesinde {number} evin çatısı uçtu",
    "{name}, gazetecilerin sorularını yanıtsız bıraktı",
    "Denetimlerde {number} ton kaçak mal ele geçirildi",
    "{place} ile {other} arasında seferler {number} dakikaya inecek",
    "Uzmanlar {thing} güvenlik raporunun eksik olduğunu belirtti",
    "{office} {name} eleştirilere sert yanıt verdi",
    "Grevdeki {number} işçi {place} meydanında toplandı",
    "{other} heyeti {thing} için ortaklık önerdi",
    "İhaleyi {place} merkezli bir şirket kazandı",
    "{name}, ailesiyle birlikte {other} kentine taşındı",
    "Kazada yaralanan {number} kişi {place} hastanesine kaldırıldı",
    "Araştırmaya göre {place} nüfusu {number} bin kişi arttı",
    "Öğrenciler {thing} önünde {number} saat bekledi",
    "{office} {name}, {other} ile imzalanan anlaşmayı övdü",
    "Elektrik kesintileri {place} çevresinde {number} köyü etkiledi",
    "{name} hakkında {number} yıl hapis istendi",
    "Kar yağışı {place} geçidinde ulaşımı aksattı",
    "Sergide {number} eser ilk kez gösterildi",
    "{thing} işletmesi {other} yönetimine devredildi",
    "Seçim kurulu {place} sonuçlarını {number} gün sonra ilan edecek",
    "{name}, bütçe açığının {number} milyonu aştığını kabul etti",
    "Komisyon, {thing} maliyetini yeniden hesaplayacak",
    "{place} belediyesi {number} otobüs satın aldı",
    "İtfaiye yangını {number} saatte söndürdü",
    "{other} sınırında {number} kamyon bekletiliyor",
    "{office} {name}, {number} köye su götürüleceğine söz verdi",
)
ADDED = (
    "Haberin ayrıntıları gün içinde paylaşılacak",
    "Konuyla ilgili resmi bir açıklama henüz yapılmadı",
    "Olayın ardından bölgede önlemler artırıldı",
    "Benzer bir gelişme geçen yıl da yaşanmıştı",
    "Taraflar görüşmelerin süreceğini kaydetti",
)
ANOTHER_WAY = {
    "söyledi": "ifade etti",
    "duyurdu": "ilan etti",
    "açıklandı": "bildirildi",
    "istedi": "talep etti",
    "bildirdi": "kaydetti",
    "belirtti": "vurguladı",
    "Yetkililer": "İlgililer",
    "kentindeki": "şehrindeki",
    "yapımı": "inşaatı",
    "ziyaretinde": "gezisinde",
    "kişi": "vatandaş",
    "milyon": "mln",
    "sert": "ağır",
    "nedeniyle": "yüzünden",
    "önünde": "karşısında",
    "arttı": "yükseldi",
    "kazandı": "aldı",
    "gün": "iş günü",
}
HEADS = ("SON DAKİKA", "FLAŞ", "Gündem", "Bölge haberleri", "Dünden bugüne")
LOST = ("", "", str.maketrans("şğıİŞĞ", "sgiISG"), str.maketrans("şğıİŞĞçöüÇÖÜ", "sgiISGcouCOU"))
FEWEST, MOST = 6, 12  # sentences of a story


class Rewritten(NamedTuple):
    """A text and the number of the story that it tells."""

    story: int
    text: str


def rewritten_stories(count: int, seed: int = 1) -> Iterator[Rewritten]:
    """So many stories, each with one to eight copies; the same for a seed."""
    dice = Random(seed)
    for number in range(count):
        sentences = _story(dice)
        yield Rewritten(number, _text(sentences))
        for _ in range(dice.randint(1, 8)):
            yield Rewritten(number, _copy(sentences, dice))


def _story(dice: Random) -> list[str]:
    parts = {"place": dice.choice(PLACES), "other": dice.choice(PLACES), "name": dice.choice(NAMES)}
    parts |= {"office": dice.choice(OFFICES), "thing": dice.choice(THINGS)}
    chosen = dice.sample(SENTENCES, dice.randint(FEWEST, MOST))
    return [sentence.format(number=dice.randint(2, 990), **parts) for sentence in chosen]


def _copy(sentences: list[str], dice: Random) -> str:
    told = list(sentences)
    if dice.random() < 0.4:  # cut from behind
        told = told[: max(3, round(len(told) * dice.uniform(0.4, 0.8)))]
    if len(told) > 4 and dice.random() < 0.3:
        told.pop(dice.randrange(1, len(told)))
    if dice.random() < 0.3:
        one, other = dice.sample(range(len(told)), 2)
        told[one], told[other] = told[other], told[one]
    if dice.random() < 0.4:
        told.insert(dice.randrange(1, len(told) + 1), dice.choice(ADDED))
    share = dice.choice((0.0, 0.3, 0.7))
    told = [" ".join(_put(word, share, dice) for word in sentence.split()) for sentence in told]
    text = _text(told)
    if dice.random() < 0.5:
        text = f"{dice.choice(HEADS)} - {told[0].split(',')[0]}\n{dice.choice(PLACES)} (XA) - {text}"
    lost = dice.choice(LOST)
    return text.translate(lost) if isinstance(lost, dict) else text


def _put(word: str, share: float, dice: Random) -> str:
    return ANOTHER_WAY[word] if word in ANOTHER_WAY and dice.random() < share else word


def _text(sentences: list[str]) -> str:
    return ". ".join(sentences) + "."
