"""Small sources of every kind, made here, each with the reports that it holds."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import sqlite3
import tarfile
import tempfile
import zipfile
from email.message import EmailMessage
from pathlib import Path

import duckdb
import zstandard

from haberci.core.errors import InputError
from haberci.core.report import Report
from haberci.sources.options import SourceOptions
from haberci.sources.paths import read_paths

FIRST = "ANKARA (AA) - Dışişleri Bakanı, Moldovalı mevkidaşını Ankara'da kabul etti. Görüşme iki saat sürdü."
SECOND = "BİŞKEK (AA) - Kırgızistan Cumhurbaşkanı, sınır görüşmelerinin sürdüğünü söyledi."


def found(*paths: Path, **options: object) -> list[Report | InputError]:
    """What is found in files, with options of sources."""
    return list(read_paths(paths, SourceOptions(**options)))  # type: ignore[arg-type]


def reports(*paths: Path, **options: object) -> list[Report]:
    """The reports in files that must all be readable."""
    held = found(*paths, **options)
    assert [str(x) for x in held if isinstance(x, InputError)] == []
    return [x for x in held if isinstance(x, Report)]


def errors(*paths: Path, **options: object) -> list[str]:
    """What is told of files."""
    return [str(x) for x in found(*paths, **options) if isinstance(x, InputError)]


def write(path: Path, data: str | bytes) -> Path:
    """The path, with a file made there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def zipped(members: dict[str, bytes]) -> bytes:
    """A zip archive."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return held.getvalue()


def tarred(members: dict[str, bytes]) -> bytes:
    """A tar archive."""
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w") as archive:
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return held.getvalue()


def page(text: str, head: str = "", lang: str = "tr") -> str:
    """A saved web page with an article among menus and notices."""
    paragraphs = "".join(f"<p>{part}. Haberin bu bölümü ayrıntıları da anlatıyor.</p>" for part in text.split(". "))
    return (
        f'<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8"><title>Sınır görüşmeleri sürüyor</title>{head}'
        '</head><body><nav><a href="/">Ana sayfa</a> <a href="/dunya">Dünya</a></nav><article><h1>Sınır görüşmeleri '
        f"sürüyor</h1>{paragraphs}</article><footer>Tüm hakları saklıdır.</footer></body></html>"
    )


def rss(texts: list[str]) -> str:
    """An RSS feed in the manner of a site's software, whose language is the software's default."""
    items = "".join(
        f"<item><title>Haber {n}</title><link>https://www.haber.example/{n}</link>"
        f'<guid isPermaLink="false">haber-{n}</guid><pubDate>Sun, 22 Jan 2023 10:15:00 +0300</pubDate>'
        f"<description>Kısa.</description><content:encoded><![CDATA[<p>{text}</p><p>Sürüyor.</p>]]></content:encoded></item>"
        for n, text in enumerate(texts, 1)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">'
        f"<channel><title>Haberler</title><language>en-US</language>{items}</channel></rss>"
    )


def atom(text: str) -> str:
    """An Atom feed."""
    return (
        '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Haberler</title>'
        "<entry><id>tag:haber.example,1</id>"
        f"<title>Haber</title><updated>2023-01-22T10:15:00+03:00</updated>"
        f'<content type="html">&lt;p&gt;{text}&lt;/p&gt;'
        "</content></entry></feed>"
    )


def nitf_body(text: str) -> str:
    """The body of a report in NITF."""
    return (
        f"<body><body.head><hedline><hl1>Kabul</hl1></hedline></body.head><body.content><p>{text}</p>"
        "<media><caption>Bir resim</caption></media><p>Sürüyor.</p></body.content></body>"
    )


def nitf(text: str) -> str:
    """A report in NITF."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE nitf SYSTEM "nitf-3-4.dtd">\n<nitf xml:lang="tr"><head>'
        '<title>Kabul</title><docdata><doc-id regsrc="Ajans" id-string="ajans-17"/>'
        '<date.issue norm="20230122T101500+0300"/>'
        f"</docdata></head>{nitf_body(text)}</nitf>"
    )


def newsml_g2(text: str) -> str:
    """A news message with an item of text and one of a picture."""
    namespace = 'xmlns="http://iptc.org/std/nar/2006-10-01/"'
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><newsMessage {namespace}><itemSet>'
        '<newsItem guid="urn:newsml:ajans.example:17" '
        'version="2"><itemMeta><provider qcode="prov:Ajans"/><versionCreated>2023-01-22T10:15:00+03:00</versionCreated>'
        '</itemMeta><contentMeta><language tag="tr"/><headline>Kabul</headline></contentMeta><contentSet><inlineXML>'
        f'<nitf xmlns="http://iptc.org/std/NITF/2006-10-18/">{nitf_body(text)}</nitf></inlineXML></contentSet></newsItem>'
        '<newsItem guid="urn:newsml:ajans.example:18"><contentSet><remoteContent href="a.jpg"/></contentSet></newsItem>'
        "</itemSet></newsMessage>"
    )


def newsml_1(text: str) -> str:
    """A report in NewsML 1.2."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?><NewsML><NewsEnvelope><DateAndTime>20230122T101500+0300</DateAndTime>'
        "</NewsEnvelope><NewsItem><Identification><NewsIdentifier><ProviderId>ajans.example</ProviderId><DateId>20230122</DateId>"
        "<NewsItemId>17</NewsItemId><RevisionId>2</RevisionId></NewsIdentifier></Identification><NewsManagement>"
        "<ThisRevisionCreated>20230122T101500+0300</ThisRevisionCreated></NewsManagement><NewsComponent><NewsLines>"
        '<HeadLine>Kabul</HeadLine></NewsLines><DescriptiveMetadata><Language FormalName="tr"/></DescriptiveMetadata>'
        f"<ContentItem><DataContent><nitf>{nitf_body(text)}</nitf></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>"
    )


def mail(text: str, **headers: str) -> bytes:
    """A mail with a text in plain and in HTML."""
    made = EmailMessage()
    made["From"] = "Haber Masası <Masa@Ajans.example>"
    made["Subject"] = "Kabul"
    made["Date"] = "Sun, 22 Jan 2023 10:15:00 +0300"
    made["Message-ID"] = "<17@ajans.example>"
    for name, value in headers.items():
        made[name.replace("_", "-")] = value
    made.set_content(text)
    made.add_alternative(f"<p>{text}</p>", subtype="html")
    return made.as_bytes()


def warc(pages: dict[str, str], header: bytes = b"Server: x", body: bytes = b"", kind: str = "text/html") -> bytes:
    """A web archive of pages, a picture and a page that was not found among them."""
    records = [("https://www.haber.example/a.png", 200, "image/png", b"PNG")]
    records += [("https://www.haber.example/none", 404, "text/html", page("Yok").encode())]
    records += [(url, 200, kind, body or html.encode()) for url, html in pages.items()]
    return b"".join(_warc_record(*record, header) for record in records)


def _warc_record(url: str, status: int, kind: str, body: bytes, header: bytes) -> bytes:
    answer = f"HTTP/1.1 {status} X\r\nContent-Type: {kind}\r\n".encode() + header + b"\r\n\r\n" + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2023-01-22T07:15:00Z\r\n"
        "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000000>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"


def sqlite_file(texts: list[str]) -> bytes:
    """An SQLite database with a table of news and another that holds none."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a.db")
        connection = sqlite3.connect(path)
        connection.execute("CREATE TABLE news (id INTEGER, body TEXT, published TEXT)")
        connection.execute("CREATE TABLE users (name TEXT, mail TEXT)")
        connection.executemany("INSERT INTO news VALUES (?, ?, '2023-01-22')", enumerate(texts, 1))
        connection.commit()
        connection.close()
        return path.read_bytes()


def duckdb_files(texts: list[str]) -> tuple[bytes, bytes]:
    """A DuckDB database and a Parquet file of the same rows."""
    with tempfile.TemporaryDirectory() as folder:
        connection = duckdb.connect(f"{folder}/a.duckdb")
        connection.execute("CREATE TABLE haberler (no INTEGER, metin VARCHAR, tarih DATE)")
        connection.executemany("INSERT INTO haberler VALUES (?, ?, DATE '2023-01-22')", list(enumerate(texts, 1)))
        connection.execute(f"COPY haberler TO '{folder}/a.parquet'")
        connection.close()
        return Path(folder, "a.duckdb").read_bytes(), Path(folder, "a.parquet").read_bytes()


def _lines(texts: list[str]) -> bytes:
    return "".join(
        json.dumps({"id": str(n), "text": x}, ensure_ascii=False) + "\n" for n, x in enumerate(texts)
    ).encode()


def samples(first: str = FIRST, second: str = SECOND) -> dict[str, tuple[bytes, int]]:
    """A source of each kind by a name that tells nothing, and how many reports of two texts it holds."""
    both = [first, second]
    database, parquet = duckdb_files(both)
    records = [{"id": str(n), "text": text} for n, text in enumerate(both)]
    ninjs = {"uri": "tag:aa.example,2023:1", "versioncreated": "2023-01-22T10:15:00Z", "body_text": first}
    feed = {"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "1", "content_html": f"<p>{first}</p>"}]}
    return {
        "text": (first.encode(), 1),
        "jsonl": (_lines(both), 2),
        "json": (json.dumps(records, indent=1).encode(), 2),
        "ninjs": (json.dumps(ninjs, indent=1).encode(), 1),
        "json feed": (json.dumps(feed, indent=1).encode(), 1),
        "csv": (f'id,text\n1,"{first}"\n2,"{second}"\n'.encode(), 2),
        "sqlite": (sqlite_file(both), 2),
        "duckdb": (database, 2),
        "parquet": (parquet, 2),
        "html": (page(first).encode(), 1),
        "rss": (rss([first, second]).encode(), 2),
        "atom": (atom(first).encode(), 1),
        "newsml-g2": (newsml_g2(first).encode(), 1),
        "newsml 1.2": (newsml_1(first).encode(), 1),
        "nitf": (nitf(first).encode(), 1),
        "mail": (mail(first), 1),
        "mailbox": (b"".join(b"From a@b.example Sun Jan 22 10:15:00 2023\n" + mail(x) + b"\n" for x in both), 2),
        "warc": (warc({"https://www.haber.example/1": page(first), "https://www.haber.example/2": page(second)}), 2),
        "gzip": (gzip.compress(_lines(both)), 2),
        "bzip2": (bz2.compress(_lines(both)), 2),
        "xz": (lzma.compress(_lines(both)), 2),
        "zstd": (zstandard.compress(_lines(both)), 2),
        "zip": (zipped({"a.txt": first.encode(), "b/c.html": page(second).encode()}), 2),
        "tar": (tarred({"a.txt": first.encode(), "b/c.jsonl": _lines(both)}), 3),
    }
